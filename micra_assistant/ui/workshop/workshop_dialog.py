"""Ask for all that holds in the workshop."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.numbers import Numbers
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.workshop.setting_field import SettingField
from micra_assistant.words import _
from micra_assistant.workshop.setting_kinds import WrongValueError
from micra_assistant.workshop.settings import SETTINGS
from micra_assistant.workshop.values import Workshop

_WIDTH, _HEIGHT = 620, 600
_SHARE_OF_THE_WINDOW = 0.94


class WorkshopDialog(QDialog):
    """All settings of a workshop, whose file lies in ``folder``, each in a field made from its declaration.

    Attributes:
        fields: the fields, by the names of their settings.
    """

    def __init__(self, workshop: Workshop, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshop")
        self.setWindowTitle(_("Workshop"))
        self._workshop = workshop
        self._folder = folder
        self.fields = {
            key: SettingField(setting, setting.of(workshop), workshop.numbers, look)
            for key, setting in SETTINGS.items()
            if setting.kind.has_choice
        }
        self._column = ScrollColumn()
        self._column.show_column(self._rows())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self._column, 1)
        layout.addLayout(self._foot())
        self._fit(look)

    @property
    def changes(self) -> dict[str, Any] | None:
        """The settings that were changed, by their names; None, and the reason in its place, if one cannot be so."""
        values: dict[str, Any] = {}
        wrong: SettingField | None = None
        for key, field in self.fields.items():
            try:
                values[key] = field.value(self._folder, Numbers(self.fields["numbers"].text))
            except WrongValueError:
                wrong = wrong or field
        if wrong:
            wrong.editor.setFocus()
            self._column.ensureWidgetVisible(wrong)
            return None
        return {key: value for key, value in values.items() if value != SETTINGS[key].of(self._workshop)}

    def accept(self) -> None:
        """End, unless something cannot be kept as it is."""
        if self.changes is not None:
            super().accept()

    @classmethod
    def ask(cls, workshop: Workshop, folder: Path, look: Look, parent: QWidget) -> dict[str, Any] | None:
        """Ask, and return the settings that are to be others, None if the person would rather not."""
        dialog = cls(workshop, folder, look, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.changes if accepted else None
        dialog.deleteLater()
        return answer

    def _rows(self) -> QWidget:
        column = Column()
        rows = QFormLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for key, field in self.fields.items():
            name = QLabel(SETTINGS[key].words)
            name.setProperty("kind", "form")
            name.setBuddy(field.editor)
            field.submitted.connect(self.accept)
            rows.addRow(name, field)
        return column

    def _foot(self) -> QHBoxLayout:
        hint = QLabel(_("Ctrl+Enter keeps"))
        hint.setProperty("kind", "hint")
        buttons = QDialogButtonBox()
        keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setObjectName("primary")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        return foot

    def _fit(self, look: Look) -> None:
        """Be as large as is handy, within the window."""
        width, height = look.size(_WIDTH), look.size(_HEIGHT)
        if parent := self.parentWidget():
            room = parent.window().size() * _SHARE_OF_THE_WINDOW
            width, height = min(width, room.width()), min(height, room.height())
        self.resize(width, height)
