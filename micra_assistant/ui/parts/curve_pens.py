"""The pens of the lines in the chart of costs: told apart by their dashes, whatever colours a person sees."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.style.look import Look

_COLOURS = ("accent", "good", "caution", "ink")
_DASHES = ((), (6.0, 2.5), (1.0, 2.0), (6.0, 2.0, 1.0, 2.0), (3.0, 1.5), (9.0, 3.0, 3.0, 3.0), (1.0, 4.0))
_WIDTH = 2.4
_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 30, 20


def curve_pen(number: int, look: Look) -> QPen:
    """Return the pen of the line of that number."""
    pen = QPen(look.theme.colour(_COLOURS[number % len(_COLOURS)]), _WIDTH * look.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := _DASHES[number % len(_DASHES)]:
        pen.setDashPattern(dashes)
    return pen


class CurveSample(QWidget):
    """A piece of a line of the chart beside the name of its way; nothing for one that has no line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number: int | None = None
        self.setFixedSize(look.size(_SAMPLE_WIDTH), look.size(_SAMPLE_HEIGHT))

    def show_curve(self, number: int | None) -> None:
        """Show the line of that number."""
        self._number = number
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._number is None:
            return
        painter = QPainter(self)
        painter.setPen(curve_pen(self._number, self._look))
        middle = self.height() // 2
        painter.drawLine(0, middle, self.width(), middle)
