"""The chart of what ways cost against the years that the car is kept."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.parts.cost_chart import CostChart, Curve, spread
from micra_assistant.parts.money import about
from micra_assistant.ui.parts.curve_pens import curve_pen
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_HEIGHT = 230
_LEAST_WIDTH = 240
_GAP = 6
_NAMES_SHARE = 0.36
"""How much of the width the names at the ends of the lines have at the most."""
_DOT, _RING = 4.0, 9.0


class CostCurves(QWidget):
    """A line for each way with its name at the end, the years chosen, and numbered rings where the cheapest changes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = CostChart(1, (), (), (0, 1))
        self._currency = "EUR"
        self._years = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.suit(look)

    def suit(self, look: Look) -> None:
        """Be drawn in a look."""
        self._look = look
        self.setMinimumSize(look.size(_LEAST_WIDTH), look.size(_HEIGHT))
        self.update()

    def show_chart(self, chart: CostChart, currency: str, years: int, words: str) -> None:
        """Show a chart at so many years; ``words`` say the same to those who do not see it."""
        self._chart, self._currency, self._years = chart, currency, years
        self.setAccessibleName(_("Cost over the years"))
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join((words, *(curve.name for curve in chart.curves))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room(painter.fontMetrics().height())
        self._draw_axes(painter, room)
        self._draw_years(painter, room)
        for curve in self._chart.curves:
            self._draw_curve(painter, room, curve)
        self._draw_names(painter, room)
        self._draw_crossings(painter, room)

    def _room(self, line: float) -> QRectF:
        """Return where the lines are: right of the amounts, left of the names, above the years."""
        metrics = QFontMetricsF(self.font())
        left = max(metrics.horizontalAdvance(about(mark, self._currency)) for mark in self._chart.marks) + 2 * _GAP
        longest = max((metrics.horizontalAdvance(curve.name) for curve in self._chart.curves), default=0.0)
        right = min(longest + 2 * _GAP, self.width() * _NAMES_SHARE)
        return QRectF(left, line / 2 + _GAP, self.width() - left - right, self.height() - 2 * line - 2 * _GAP)

    def _at(self, room: QRectF, years: float, amount: float) -> QPointF:
        top = self._chart.marks[-1]
        return QPointF(
            room.left() + room.width() * years / self._chart.years, room.bottom() - room.height() * amount / top
        )

    def _draw_axes(self, painter: QPainter, room: QRectF) -> None:
        line = painter.fontMetrics().height()
        theme = self._look.theme
        for mark in self._chart.marks:
            left = self._at(room, 0, mark)
            painter.setPen(QPen(theme.colour("edge"), self._look.scale))
            painter.drawLine(QLineF(left, self._at(room, self._chart.years, mark)))
            painter.setPen(theme.colour("muted"))
            place = QRectF(0, left.y() - line / 2, room.left() - _GAP, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, about(mark, self._currency))
        for years in range(self._chart.years + 1):
            place = QRectF(self._at(room, years, 0).x() - line, room.bottom() + _GAP, 2 * line, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, str(years))

    def _draw_years(self, painter: QPainter, room: QRectF) -> None:
        x = self._at(room, self._years, 0).x()
        painter.setPen(QPen(self._look.theme.colour("ink"), 2 * self._look.scale))
        painter.drawLine(QLineF(x, room.top(), x, room.bottom()))

    def _draw_curve(self, painter: QPainter, room: QRectF, curve: Curve) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(curve_pen(curve.number, self._look))
        painter.drawPolyline(QPolygonF([self._at(room, *point) for point in curve.points]))
        years, amount = next(point for point in curve.points if point[0] >= self._years)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(curve_pen(curve.number, self._look).color())
        radius = _DOT * self._look.scale
        painter.drawEllipse(self._at(room, years, amount), radius, radius)

    def _draw_names(self, painter: QPainter, room: QRectF) -> None:
        metrics, left = painter.fontMetrics(), room.right() + _GAP
        for curve, y in zip(self._chart.curves, self._name_heights(room, metrics.height()), strict=True):
            painter.setPen(curve_pen(curve.number, self._look).color())
            name = metrics.elidedText(curve.name, Qt.TextElideMode.ElideRight, int(self.width() - left))
            place = QRectF(left, y - metrics.height() / 2, self.width() - left, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def _name_heights(self, room: QRectF, line: float) -> Iterator[float]:
        """Yield where each name stands: at the end of its line, none over another, all within the chart."""
        ends = [-self._at(room, *curve.points[-1]).y() for curve in self._chart.curves]
        heights = [-height for height in spread(ends, line)]
        over = max(0.0, room.top() - min(heights, default=room.top()))
        return (height + over for height in heights)

    def _draw_crossings(self, painter: QPainter, room: QRectF) -> None:
        theme, radius = self._look.theme, _RING * self._look.scale
        for number, crossing in enumerate(self._chart.crossings, 1):
            place = self._at(room, crossing.years, crossing.amount)
            painter.setPen(QPen(theme.colour("ink"), 2 * self._look.scale))
            painter.setBrush(theme.colour("card"))
            painter.drawEllipse(place, radius, radius)
            ring = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number))
