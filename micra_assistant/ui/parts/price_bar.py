"""A price from and to as a bar between nothing and the dearest way, the paler the older the price."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.parts.ways_shown import Span
from micra_assistant.ui.style.look import Look

_HEIGHT = 10


class PriceBar(QWidget):
    """The bar; its words stand beside it, so it has none of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span: Span | None = None
        self._strength = 1.0
        self.setFixedHeight(look.size(_HEIGHT))

    def show_span(self, span: Span | None, strength: float) -> None:
        """Show a price; only the track if it is not known."""
        self._span, self._strength = span, strength
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        self._draw(painter, track, "track")
        if self._span:
            low, high = self._span
            width = max(track.height(), (high - low) * track.width())
            left = min(low * track.width(), track.width() - width)
            painter.setOpacity(self._strength)
            self._draw(painter, QRectF(left, 0, width, track.height()), "accent")

    def _draw(self, painter: QPainter, room: QRectF, colour: str) -> None:
        painter.setBrush(self._look.theme.colour(colour))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
