"""One setting in its section: what it is, its field, and the way back to how it was at first."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from micra_assistant.numbers import Numbers
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.workshop.setting_field import SettingField
from micra_assistant.words import _
from micra_assistant.workshop.settings import Setting


class SettingRow(SettingField):
    """A field with its name and its reset, which is off while there is nothing to reset.

    Attributes:
        reset_button: takes back what was chosen.

    Signals:
        reset_wanted: the setting is to be as at first.
    """

    reset_wanted = Signal()

    def __init__(self, setting: Setting, value: Any, usual: Any, numbers: Numbers, look: Look) -> None:
        super().__init__(setting, value, numbers, look)
        self._usual = usual
        self.name = _Name(setting.words)
        self.name.setProperty("kind", "form")
        self.name.setWordWrap(True)
        self.name.setBuddy(self.editor)
        self.reset_button = QPushButton(_("Reset"))
        self.reset_button.setAutoDefault(False)
        self.reset_button.setAccessibleName(_("Reset: {setting}").format(setting=setting.words))
        self.reset_button.clicked.connect(self.reset_wanted)
        self.show_now(value, numbers, look)

    def add_to(self, grid: QGridLayout) -> None:
        """Stand in the next row of a grid."""
        row = grid.rowCount()
        grid.addWidget(self.name, row, 0)
        grid.addWidget(self, row, 1)
        grid.addWidget(self.reset_button, row, 2)

    def show_now(self, value: Any, numbers: Numbers, look: Look) -> None:
        """Show the value as it is now, in the look as it is now."""
        if isinstance(self.editor, ChoiceBox):
            self.editor.suit(look)
        self.show_value(value, numbers)
        self.reset_button.setEnabled(value != self._usual or self.is_unkept)


class _Name(QLabel):
    """Words as high as they need at their width; a grid reckons that for another width than it gives in the end."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))
