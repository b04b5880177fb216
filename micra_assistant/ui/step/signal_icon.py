"""The sign on a callout, drawn: a triangle for harm to people, a disc for everything else."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import SignalWord

_TRIANGLES = (SignalWord.DANGER, SignalWord.WARNING, SignalWord.CAUTION)


class SignalIcon(QWidget):
    """A sign of ``size`` pixels in one colour."""

    def __init__(
        self, signal: SignalWord, colour: QColor, paper: QColor, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signal = signal
        self._colour = colour
        self._paper = paper
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 20, self.height() / 20)
        painter.setBrush(self._colour)
        painter.setPen(QPen(self._colour, 2, j=Qt.PenJoinStyle.RoundJoin))
        if self._signal in _TRIANGLES:
            painter.drawPolygon(QPolygonF([QPointF(10, 2.4), QPointF(18.4, 17.2), QPointF(1.6, 17.2)]))
            self._draw_exclamation(painter, 7.4, 12.2, 14.6)
        elif self._signal is SignalWord.TIP:
            painter.drawEllipse(QRectF(2, 2, 16, 16))
            self._draw_tick(painter)
        else:
            painter.drawEllipse(QRectF(2, 2, 16, 16))
            if self._signal is SignalWord.NOTICE:
                self._draw_exclamation(painter, 5.4, 11.2, 14.4)
            else:
                self._draw_letter_i(painter)

    def _draw_exclamation(self, painter: QPainter, top: float, bottom: float, dot: float) -> None:
        painter.setPen(self._pen())
        painter.drawLine(QPointF(10, top), QPointF(10, bottom))
        painter.drawPoint(QPointF(10, dot))

    def _draw_letter_i(self, painter: QPainter) -> None:
        painter.setPen(self._pen())
        painter.drawPoint(QPointF(10, 5.8))
        painter.drawLine(QPointF(10, 9.2), QPointF(10, 14.4))

    def _draw_tick(self, painter: QPainter) -> None:
        painter.setPen(self._pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(6, 10.4), QPointF(9, 13.2), QPointF(14, 7)]))

    def _pen(self) -> QPen:
        return QPen(self._paper, 2.2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
