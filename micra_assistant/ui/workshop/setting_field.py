"""One setting as it is typed or chosen, made from its declaration."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from micra_assistant.numbers import Numbers
from micra_assistant.ui.jobs.form_field import FormField, field
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.refusal_label import RefusalLabel
from micra_assistant.ui.workshop.key_catcher import KeyCatcher
from micra_assistant.ui.workshop.key_settings import KeysKind
from micra_assistant.words import _
from micra_assistant.workshop.setting_kinds import ChoiceKind, Picture, WrongValueError
from micra_assistant.workshop.settings import Setting

_LONGEST = 300
_PICTURES = "*.png *.jpg *.jpeg *.svg"


class SettingField(QWidget):
    """A field that begins with the ``value`` of a setting, and says below what is wrong with what was typed.

    Attributes:
        editor: what is typed in, or chosen from.

    Signals:
        chosen: the person has chosen something, or is done with typing it.
        submitted: as FormField.
    """

    chosen = Signal()
    submitted = Signal()

    def __init__(self, setting: Setting, value: Any, numbers: Numbers, look: Look) -> None:
        super().__init__()
        self._setting = setting
        shown = setting.kind.shown(value, numbers)
        self.editor: FormField | ChoiceBox | KeyCatcher = self._editor(shown, look)
        self.editor.setAccessibleName(setting.words)
        self.editor.setObjectName(setting.key)
        self._refusal = RefusalLabel()
        self._lay_out()

    @property
    def refusal(self) -> str:
        """What is said against it, empty if nothing is."""
        return self._refusal.words

    def show_value(self, value: Any, numbers: Numbers) -> None:
        """Show the value as it is now, unless something is typed that could not be kept."""
        shown = self._setting.kind.shown(value, numbers)
        if isinstance(self.editor, ChoiceBox):
            self.editor.setCurrentIndex(self._place_of(shown))
        elif isinstance(self.editor, KeyCatcher):
            self.editor.show_keys(value)
        else:
            self.editor.show_value(shown)

    def reset(self, value: Any, numbers: Numbers) -> None:
        """Show a value in place of whatever is typed."""
        if isinstance(self.editor, FormField):
            self.editor.settle()
        self.say("")
        self.show_value(value, numbers)

    def settle(self) -> None:
        """Take what stands in the field as kept."""
        if isinstance(self.editor, FormField):
            self.editor.settle()

    @property
    def is_unkept(self) -> bool:
        """Whether something is typed that is not kept."""
        return isinstance(self.editor, FormField) and self.editor.is_typed_in

    @property
    def text(self) -> str:
        """What was typed or chosen, as the kind of the setting reads it."""
        if isinstance(self._setting.kind, ChoiceKind) and isinstance(self.editor, ChoiceBox):
            return str(list(self._setting.kind.values)[self.editor.currentIndex()])
        if isinstance(self.editor, ChoiceBox):
            return ""
        return self.editor.caught if isinstance(self.editor, KeyCatcher) else self.editor.text()

    def value(self, folder: Path, numbers: Numbers) -> Any:
        """Return the value; WrongValueError, which is shown too, if what was typed is none."""
        self.say("")
        try:
            return self._setting.kind.typed(self.text, folder, numbers)
        except WrongValueError as error:
            words = str(error)
            self.say(words[:1].upper() + words[1:])
            raise

    def _editor(self, shown: str, look: Look) -> "FormField | ChoiceBox | KeyCatcher":
        match self._setting.kind:
            case ChoiceKind():
                return self._choice(shown, look)
            case KeysKind():
                return self._catcher()
            case _:
                return self._line(shown)

    def _catcher(self) -> KeyCatcher:
        catcher = KeyCatcher()
        catcher.chosen.connect(self.chosen)
        return catcher

    def _choice(self, shown: str, look: Look) -> ChoiceBox:
        kind = self._setting.kind
        assert isinstance(kind, ChoiceKind)  # noqa: S101 - the caller asked
        box = ChoiceBox([kind.words[str(value)] for value in kind.values], look)
        box.setCurrentIndex(self._place_of(shown))
        box.activated.connect(self.chosen)
        return box

    def _place_of(self, shown: str) -> int:
        kind = self._setting.kind
        return list(map(str, kind.values)).index(shown) if isinstance(kind, ChoiceKind) else -1

    def _line(self, shown: str) -> FormField:
        line = field(shown, _LONGEST, self._setting.hint)
        line.finished.connect(self.chosen)
        line.submitted.connect(self.submitted)
        line.typed.connect(lambda: self.say(""))
        return line

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor, 1)
        if isinstance(self._setting.kind, Picture):
            self.editor.setProperty("kind", "path")
            choose = QPushButton(_("Choose…"))
            choose.clicked.connect(self._on_choose)
            row.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._refusal)

    def _on_choose(self) -> None:
        filters = _("Pictures ({patterns})").format(patterns=_PICTURES)
        chosen, _filter = QFileDialog.getOpenFileName(self, self._setting.words, str(Path.home()), filters)
        if chosen and isinstance(self.editor, FormField):
            self.editor.keep_unkept(str(Path(chosen)))
            self.say("")
            self.chosen.emit()

    def say(self, refusal: str) -> None:
        """Say what is wrong with what was typed; nothing if nothing is."""
        self._refusal.say(refusal)
        if self.editor.property("wrong") != bool(refusal):
            self.editor.setProperty("wrong", bool(refusal))
            restyle(self.editor)
