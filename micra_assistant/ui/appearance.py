"""Theme and text size of the whole program, and how they are changed."""

from PySide6.QtGui import QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QToolTip

from micra_assistant.ui.look import Look
from micra_assistant.ui.settings import SCALES, Settings
from micra_assistant.ui.theme import ThemeName, load_theme, palette, style_sheet, system_theme

_LETTERS = 15
"""The height of letters where the style sheet says nothing else, in pixels at scale 1."""
_NO_ICONS = "none"
"""The icon theme: the desktop's own pictures stay out of our menus and dialogs."""
_LARGE_SCREEN = 1800
"""From this width on, in pixels, the text is larger from the start: it is read from a step away."""


class Appearance:
    """What the settings ask for, put on the application."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.look = Look(load_theme(settings.theme or system_theme()), settings.scale or _scale_for_screen())
        self._put_on()

    def set_theme(self, name: ThemeName) -> None:
        """Change to a theme and keep the choice."""
        self._settings.theme = name
        self.look = Look(load_theme(name), self.look.scale)
        self._put_on()

    def change_scale(self, steps: int) -> None:
        """Make the text larger (1) or smaller (-1), as far as there are sizes, and keep the choice."""
        place = SCALES.index(self.look.scale) + steps
        scale = SCALES[min(max(place, 0), len(SCALES) - 1)]
        self._settings.scale = scale
        self.look = Look(self.look.theme, scale)
        self._put_on()

    def _put_on(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            put_on(application, self.look)


def put_on(application: QApplication, look: Look) -> None:
    """Give the application a look, whatever its desktop has set for some kinds of widgets.

    The first style sheet makes Qt ask the desktop anew for letters of labels, buttons and menus, so ours come after it.
    """
    font = QFont("Roboto")
    font.setPixelSize(look.size(_LETTERS))
    QIcon.setThemeName(_NO_ICONS)
    QToolTip.setFont(font)
    QToolTip.setPalette(palette(look.theme))
    application.setPalette(palette(look.theme))
    application.setStyleSheet(style_sheet(look.theme, look.scale))
    application.setFont(font)


def _scale_for_screen() -> float:
    return 1.3 if QGuiApplication.primaryScreen().availableSize().width() >= _LARGE_SCREEN else 1.0
