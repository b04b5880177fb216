"""A price from and to as a bar between nothing and the dearest way, the paler the older the price."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from micra_assistant.ui.parts.ways_shown import Span
from micra_assistant.ui.style.look import Look


def draw_bar(painter: QPainter, track: QRectF, span: Span, strength: float, look: Look) -> None:
    """Draw the bar; its words stand beside it, so it has none of its own."""
    painter.setPen(look.theme.colour("edge"))
    _draw(painter, track.adjusted(0.5, 0.5, -0.5, -0.5), look.theme.colour("track"))
    painter.setPen(Qt.PenStyle.NoPen)
    low, high = span
    width = max(track.height(), (high - low) * track.width())
    left = track.left() + min(low * track.width(), track.width() - width)
    painter.setOpacity(strength)
    _draw(painter, QRectF(left, track.top(), width, track.height()), look.theme.colour("accent"))
    painter.setOpacity(1)


def _draw(painter: QPainter, room: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
