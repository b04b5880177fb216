"""All settings in one dialog, made from their declarations; what is changed holds at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QVBoxLayout, QWidget

from micra_assistant.numbers import Numbers
from micra_assistant.ui.frame.far_foot import close_from_foot
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.path_row import PathRow
from micra_assistant.ui.widgets.refusal_label import RefusalLabel
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.workshop.setting_row import SettingRow
from micra_assistant.words import _
from micra_assistant.workshop.setting_kinds import WrongValueError
from micra_assistant.workshop.settings import Setting

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH, _HEIGHT = 700, 640
_SHARE_OF_THE_WINDOW = 0.94
_HEADING = 38
"""How high a heading is with the room above it, in pixels at scale 1."""

ValueOf = Callable[[Setting], Any]


class SettingsDialog(Dialog):
    """A field for each setting under the heading of its subject, then the folders.

    Attributes:
        fields: the fields, by the names of their settings.

    Signals:
        wanted: a setting is to have another value; carries its name and the value.
        reset_wanted: a setting is to be as at first; carries its name.
    """

    wanted = Signal(str, object)
    reset_wanted = Signal(str)

    def __init__(
        self,
        settings: Sequence[Setting],
        value_of: ValueOf,
        usual_of: ValueOf,
        look: Look,
        folders: Sequence[tuple[str, Path]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        self._settings = [setting for setting in settings if setting.kind.has_choice]
        self._value_of, self._folders, self._look = value_of, folders, look
        numbers = self._numbers
        self.fields = {
            setting.key: SettingRow(setting, value_of(setting), usual_of(setting), numbers, look)
            for setting in self._settings
        }
        self._failure = RefusalLabel()
        self._area = ScrollColumn()
        self._rows = Column()
        self._sections = QVBoxLayout(self._rows)
        self._sections.setContentsMargins(0, 0, 8, 0)
        self._sections.setSpacing(10)
        self._fill()
        self._area.show_column(self._rows)
        self._lay_out()
        self._fit(look)

    def add_act(self, words: str, act: QAction) -> None:
        """Add a button for an act, before the folders."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act.trigger)
        place = self._sections.indexOf(self._first_folder)
        self._sections.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_now(self, look: Look) -> None:
        """Show all settings as they are now."""
        if look != self._look:
            self._look = look
            self.suit(look)
        for setting in self._settings:
            self.fields[setting.key].show_now(self._value_of(setting), self._numbers, look)

    def say(self, words: str) -> None:
        """Say what could not be kept; nothing if all is."""
        self._failure.say(words)

    def done(self, result: int) -> None:
        """End, unless something is typed that cannot be kept: that is said, and a second time it is let go."""
        had_failed = self._has_failed
        unkept = [key for key, field in self.fields.items() if field.is_unkept and not field.refusal]
        for key in unkept:
            self._on_chosen(key)
        wrong = [key for key in unkept if self.fields[key].refusal or (self._has_failed and not had_failed)]
        if wrong:
            self.fields[wrong[0]].editor.setFocus()
            self._area.ensureWidgetVisible(self.fields[wrong[0]])
        else:
            super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does, and Ctrl+Enter close it from any field."""
        focus = self.focusWidget()
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif event.key() in _ENTER and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    @property
    def _has_failed(self) -> bool:
        """Whether it is said that something could not be kept."""
        return bool(self._failure.words)

    @property
    def _numbers(self) -> Numbers:
        found = next(setting for setting in self._settings if setting.key == "numbers")
        return Numbers(self._value_of(found))

    def _fill(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for subject in dict.fromkeys(setting.subject for setting in self._settings):
            row = grid.rowCount()
            grid.addWidget(label(subject.words, "panel-title"), row, 0, 1, 3, Qt.AlignmentFlag.AlignBottom)
            grid.setRowMinimumHeight(row, self._look.size(_HEADING))
            if subject.hint:
                grid.addWidget(label(subject.hint, "hint"), grid.rowCount(), 0, 1, 3)
            for setting in self._settings:
                if setting.subject is subject:
                    self.fields[setting.key].add_to(grid)
        self._sections.addLayout(grid)
        for key, field in self.fields.items():
            field.chosen.connect(partial(self._on_chosen, key))
            field.submitted.connect(self.accept)
            field.reset_wanted.connect(partial(self._on_reset, key))
        self._first_folder = label(_("Folders"), "panel-title")
        self._sections.addWidget(self._first_folder)
        for words, path in self._folders:
            self._sections.addWidget(PathRow(words, path))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._failure)
        layout.addWidget(label(_("What you change holds at once."), "hint"))
        close_from_foot(self, layout, self._look)

    def _fit(self, look: Look) -> None:
        """Be as large as is handy, within the window."""
        width, height = look.size(_WIDTH), look.size(_HEIGHT)
        if parent := self.parentWidget():
            room = parent.window().size() * _SHARE_OF_THE_WINDOW
            width, height = min(width, room.width()), min(height, room.height())
        self.resize(width, height)

    def _on_chosen(self, key: str) -> None:
        self.say("")
        try:
            value = self.fields[key].value(self._folder, self._numbers)
        except WrongValueError:
            self.fields[key].reset_button.setEnabled(True)
            return
        self.wanted.emit(key, value)
        if not self._has_failed:
            self.fields[key].settle()
        self.show_now(self._look)

    def _on_reset(self, key: str) -> None:
        self.fields[key].settle()
        self.fields[key].say("")
        self.say("")
        self.reset_wanted.emit(key)

    @property
    def _folder(self) -> Path:
        """Where the file of the settings lies."""
        return self._folders[0][1]
