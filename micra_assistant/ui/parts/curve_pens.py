"""The pens of the lines in the chart of costs: told apart by their dashes, whatever colours a person sees."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from micra_assistant.ui.style.look import Look

_COLOURS = ("accent", "good", "caution", "ink")
_DASHES = ((), (6.0, 2.5), (1.0, 2.0), (6.0, 2.0, 1.0, 2.0), (3.0, 1.5), (9.0, 3.0, 3.0, 3.0), (1.0, 4.0))
_WIDTH = 2.4


def curve_pen(number: int, look: Look) -> QPen:
    """Return the pen of the line of that number."""
    pen = QPen(look.theme.colour(_COLOURS[number % len(_COLOURS)]), _WIDTH * look.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := _DASHES[number % len(_DASHES)]:
        pen.setDashPattern(dashes)
    return pen


def draw_sample(painter: QPainter, room: QRect, number: int, look: Look) -> None:
    """Draw a piece of the line of that number, to stand beside the name of its way."""
    painter.setPen(curve_pen(number, look))
    middle = room.top() + room.height() // 2
    painter.drawLine(room.left(), middle, room.right() + 1, middle)
