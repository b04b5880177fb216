"""The window as the desktop knows it, on the screen before there is anything in it: a start is seen at once."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.window_settings import WindowSettings

_SIZE = QSize(1366, 768)
_LEAST_SIZE = QSize(640, 360)
"""The window can be as small as the smallest screens: an old one enlarged to twice its size has 683 x 384 pixels. Where
the screen has even less, it can be as small as that.
"""
_TITLE_BAR = 36


class WindowFrame(QMainWindow):
    """Place, size and title of the window; it closes when its contents let it.

    Attributes:
        appearance: how everything looks.
    """

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__()
        self._settings = settings
        self._contents: QWidget | None = None
        self._before_screen: QByteArray | None = None
        self.appearance = Appearance(settings, self)
        self.setWindowTitle("Micra Assistant")
        self._take_place()

    def hold(self, contents: QWidget) -> None:
        """Take in what the window is for."""
        self._contents = contents
        contents.resize(self.size())  # so that what is shown first is laid out for the room that it has
        self.setCentralWidget(contents)
        self.addActions(contents.actions())
        contents.setFocus()

    def fill_screen(self) -> None:
        """Have all of the screen."""
        self._before_screen = self._before_screen or self.saveGeometry()
        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    def leave_screen(self) -> None:
        """Be where and as large as before."""
        self._before_screen = None
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def _take_place(self) -> None:
        """Be where and as large as the window was left, or as large as the screen lets it be."""
        room = screen_of(self).availableSize()
        self.setMinimumSize(_LEAST_SIZE.boundedTo(room))
        kept = self._settings.geometry
        if not (kept and self.restoreGeometry(kept)):
            self.resize(min(_SIZE.width(), room.width()), min(_SIZE.height(), room.height() - _TITLE_BAR))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._contents is not None and self._contents.close())
        if event.isAccepted():
            self._settings.geometry = self._before_screen or self.saveGeometry()
