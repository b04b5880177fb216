"""Theme and text size of the window, and how they are changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QScreen
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.style.text_size import LETTERS, SCALES, compact, suited_to
from micra_assistant.ui.style.theme import ThemeName, load_theme, palette, style_sheet, system_theme
from micra_assistant.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from micra_assistant.ui.style.far_sizes import FarRoom

_NO_ICONS = "none"
"""The icon theme: the desktop's own pictures stay out of our menus and dialogs."""


class Appearance:
    """What the settings ask for, put on a window; what they leave open follows desktop and screen.

    Attributes:
        before_change: called when another look is about to be put on.
    """

    def __init__(self, settings: WindowSettings, window: QWidget) -> None:
        self._settings = settings
        self._window = window
        self.before_change: Callable[[], object] = lambda: None
        self._far: FarRoom | None = None
        self._far_sheet = ""
        self._room = QSize()
        theme, scale = settings.theme or system_theme(), settings.scale or suited_to(QGuiApplication.primaryScreen())
        self.look = self._look_of(theme, scale)
        put_on(self._window, self.look)

    @property
    def theme(self) -> ThemeName | None:
        """The theme chosen by hand, None if the desktop is followed."""
        return self._settings.theme

    @property
    def scale(self) -> float | None:
        """The text size chosen by hand, None if it suits the screen."""
        return self._settings.scale

    def set_theme(self, name: ThemeName | None) -> None:
        """Change to a theme, or to the desktop's, and keep the choice."""
        self._settings.theme = name
        self._change(name, self.look.scale)

    def change_scale(self, steps: int) -> None:
        """Make the text larger (1) or smaller (-1), as far as there are sizes, and keep the choice."""
        place = SCALES.index(self.look.scale) + steps
        self.set_scale(SCALES[min(max(place, 0), len(SCALES) - 1)])

    def set_scale(self, scale: float | None) -> None:
        """Change to a text size, or to one that suits the first screen, and keep the choice."""
        self._settings.scale = scale
        self._change(self.theme, scale or suited_to(QGuiApplication.primaryScreen()))

    def suit(self, screen: QScreen) -> bool:
        """Follow desktop and screen in what was not chosen by hand; return whether that changes anything."""
        return self._change(self.theme, self._settings.scale or suited_to(screen))

    def give_room(self, room: QSize) -> bool:
        """Let all have its room in a window of this size; return whether that is another look."""
        self._room = room
        return self._put_on(self._look_of(self.look.theme.name, self.look.scale))

    def show_from_afar(self, room: "FarRoom | None", sheet: str) -> bool:
        """Show all as it is read in a ``room`` from two metres, in another style ``sheet`` over ours; None: as usual.

        Return whether that is another look.
        """
        is_other_sheet, self._far, self._far_sheet = sheet != self._far_sheet, room, sheet
        is_other_look = self.suit(screen_of(self._window))
        if is_other_sheet and not is_other_look:
            self.before_change()
            put_on(self._window, self.look, sheet)
        return is_other_look

    def _change(self, theme: ThemeName | None, scale: float) -> bool:
        """Change to a theme, or the desktop's, at a text size; return whether that is another look."""
        return self._put_on(self._look_of(theme or system_theme(), max(scale, self._far.scale if self._far else 0)))

    def _put_on(self, look: Look) -> bool:
        """Put on a look; return whether that is another one."""
        if look == self.look:
            return False
        self.before_change()
        self.look = look
        put_on(self._window, look, self._far_sheet)
        return True

    def _look_of(self, name: ThemeName, scale: float) -> Look:
        smaller = scale if self._room.isEmpty() else compact(self._room, scale)
        return Look(load_theme(name), scale, None if smaller == scale else smaller, self._far)


def put_on(window: QWidget, look: Look, sheet: str = "") -> None:
    """Give a window and its dialogs a look, whatever the desktop has set for some kinds of widgets.

    Another style ``sheet`` may come over ours.

    Qt takes the letters for bold words from what is set when the style sheet comes: ours must come before it. The sheet
    is the window's: that of an application takes three times as long to put on.
    """
    font = QFont("Roboto")
    font.setPixelSize(look.size(LETTERS))
    QIcon.setThemeName(_NO_ICONS)
    QToolTip.setFont(font)
    QToolTip.setPalette(palette(look.theme))
    QApplication.setPalette(palette(look.theme))
    QApplication.setFont(font)
    window.ensurePolished()  # else Qt reads the style sheet again when the window is shown
    window.setStyleSheet(style_sheet(look.theme, look.scale, look.compact_scale) + sheet)
