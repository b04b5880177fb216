"""Lets a window be seen from afar for a moment: slow enough for everybody's eyes."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.style.look import Look

_EVERY = 300
"""Milliseconds that it is lit, and dark: fewer than three flashes a second harm nobody."""
_TIMES = 6
_WIDTH = 24
"""Of the edge that is lit, in pixels at scale 1."""


class Flash(QWidget):
    """An edge round a window that is lit a few times; it takes no taps."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._look: Look | None = None
        self._left = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._turn)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def light(self, look: Look) -> None:
        """Be lit a few times."""
        self._look, self._left = look, 2 * _TIMES
        self.setGeometry(self._window.rect())
        self._turn()
        self._timer.start()

    def _turn(self) -> None:
        self._left -= 1
        self.setVisible(self._left % 2 == 1)
        self.raise_()
        if self._left <= 0:
            self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if look := self._look:
            painter, wide = QPainter(self), look.size(_WIDTH)
            for side in (
                (0, 0, self.width(), wide),
                (0, self.height() - wide, self.width(), wide),
                (0, 0, wide, self.height()),
                (self.width() - wide, 0, wide, self.height()),
            ):
                painter.fillRect(*side, look.theme.colour("accent"))
