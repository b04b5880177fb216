"""What a person can do about how the window looks: its colours and the size of its text."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.actions import Action, Actions, Handlers
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.style.desktop_watch import DesktopWatch
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.style.theme import ThemeName

_THEMES = {
    Action.DESKTOP_COLOURS: None,
    Action.LIGHT: ThemeName.LIGHT,
    Action.DARK: ThemeName.DARK,
    Action.CONTRAST_LIGHT: ThemeName.CONTRAST_LIGHT,
    Action.CONTRAST_DARK: ThemeName.CONTRAST_DARK,
}
_OTHER = {
    ThemeName.LIGHT: ThemeName.DARK,
    ThemeName.DARK: ThemeName.LIGHT,
    ThemeName.CONTRAST_LIGHT: ThemeName.CONTRAST_DARK,
    ThemeName.CONTRAST_DARK: ThemeName.CONTRAST_LIGHT,
}
"""What light turns into, and what dark does."""


class LookController(QObject):
    """Changes the look when it is asked to, and when desktop or screen change.

    Signals:
        changing: another look is about to be put on all that there is.
        changed: everything has to be shown anew in the look.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, window: QWidget, appearance: Appearance, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        appearance.before_change = self.changing.emit
        self._actions = actions
        self._group = QActionGroup(self)
        for action in _THEMES:
            self._group.addAction(actions[action])
        self._watch = DesktopWatch(window)
        self._watch.changed.connect(self._on_desktop)
        self._mark()

    @property
    def handlers(self) -> Handlers:
        """What is done for each action."""
        return {
            **{action: partial(self.set_theme, name) for action, name in _THEMES.items()},
            Action.OTHER_COLOURS: self._turn,
            Action.LARGER: partial(self._change_scale, 1),
            Action.SMALLER: partial(self._change_scale, -1),
        }

    def set_theme(self, name: ThemeName | None) -> None:
        """Change to a theme, or to the desktop's, and keep the choice."""
        self._appearance.set_theme(name)
        self._mark()
        self.changed.emit()

    def set_scale(self, scale: float | None) -> None:
        """Change to a text size, or to one that suits the screen, and keep the choice."""
        self._appearance.set_scale(scale)
        self._appearance.suit(screen_of(self._window))
        self.changed.emit()

    def on_shown(self) -> None:
        """Suit the screen that the window is shown on, now and when it comes to another."""
        self._watch.watch_screen()
        self._on_desktop()

    def _turn(self) -> None:
        self.set_theme(_OTHER[self._appearance.look.theme.name])

    def _change_scale(self, steps: int) -> None:
        self._appearance.change_scale(steps)
        self.changed.emit()

    def _on_desktop(self) -> None:
        if self._appearance.suit(screen_of(self._window)):
            self.changed.emit()

    def _mark(self) -> None:
        for action, name in _THEMES.items():
            self._actions[action].setChecked(name is self._appearance.theme)
