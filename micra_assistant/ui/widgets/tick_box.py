"""The box of a checklist line: empty, ticked, wrong, waiting or held."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.judging import Verdict
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style.theme import Theme
from micra_assistant.words import _


class Mark(StrEnum):
    """What a box shows."""

    EMPTY = "empty"
    DONE = "done"
    WRONG = "wrong"
    WAITING = "waiting"
    HELD = "held"


def mark_word(mark: Mark) -> str:
    """Return what a box shows, for those who do not see it."""
    return {
        Mark.EMPTY: _("empty"),
        Mark.DONE: _("done"),
        Mark.WRONG: _("wrong"),
        Mark.WAITING: _("waiting"),
        Mark.HELD: _("held"),
    }[mark]


def mark_of(line: Line) -> Mark:
    """Return the mark for a line. Nothing but a done line that is right gets DONE."""
    if line.is_wrong or line.verdict is Verdict.UNREADABLE:
        return Mark.WRONG
    if line.verdict in (Verdict.WAITING, Verdict.ASKED, Verdict.UNLIKE):
        return Mark.WAITING
    if line.done and not line.asked_again:
        return Mark.DONE
    return Mark.HELD if line.held_by else Mark.EMPTY


_FILLS = {Mark.DONE: "good", Mark.WRONG: "bad", Mark.WAITING: "strip"}
_STROKES = {
    Mark.DONE: ((0.25, 0.52), (0.43, 0.70), (0.76, 0.31)),
    Mark.WRONG: ((0.30, 0.30), (0.70, 0.70)),
    Mark.WAITING: ((0.28, 0.5), (0.72, 0.5)),
}
_EDGE, _LEAST_EDGE = 1 / 24, 2
"""How wide the edge is, as part of the box, and at the least in pixels: it is seen from two metres too."""


class TickBox(QWidget):
    """A square that shows a mark by shape as well as by colour."""

    def __init__(self, theme: Theme, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._mark = Mark.EMPTY
        self.setFixedSize(size, size)

    @property
    def mark(self) -> Mark:
        """What the box shows."""
        return self._mark

    @property
    def element(self) -> Element:
        """A picture of its mark."""
        return Element(Role.PICTURE, mark_word(self._mark))

    def show_mark(self, mark: Mark) -> None:
        """Show ``mark``."""
        if mark is not self._mark:
            self._mark = mark
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(_LEAST_EDGE, self._size * _EDGE)
        inset = 0.75 * width
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        fill = _FILLS.get(self._mark)
        edge = fill if fill and self._mark is not Mark.WAITING else "field-edge"
        painter.setPen(QPen(self._theme.colour(edge), width))
        painter.setBrush(self._theme.colour(fill or "field"))
        radius = self._size * 0.22
        painter.drawRoundedRect(box, radius, radius)
        self._draw_sign(painter, box)

    def _draw_sign(self, painter: QPainter, box: QRectF) -> None:
        if self._mark is Mark.HELD:
            self._draw_lock(painter, box)
        elif self._mark in _STROKES:
            ink = "strip-ink" if self._mark is Mark.WAITING else "good-ink" if self._mark is Mark.DONE else "card"
            _draw_strokes(painter, box, _STROKES[self._mark], self._theme.colour(ink), self._size * 0.12)
            if self._mark is Mark.WRONG:
                _draw_strokes(painter, box, ((0.70, 0.30), (0.30, 0.70)), self._theme.colour(ink), self._size * 0.12)

    def _draw_lock(self, painter: QPainter, box: QRectF) -> None:
        ink = self._theme.colour("muted")
        side = box.width()
        body = QRectF(box.left() + side * 0.28, box.top() + side * 0.46, side * 0.44, side * 0.30)
        bow = QRectF(box.left() + side * 0.35, box.top() + side * 0.24, side * 0.30, side * 0.40)
        painter.setPen(QPen(ink, side * 0.07))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(bow, 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(body, 2, 2)


def draw_tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Draw the tick of what is done into a box."""
    _draw_strokes(painter, box, _STROKES[Mark.DONE], ink, box.width() * 0.12)


def _draw_strokes(
    painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...], ink: QColor, width: float
) -> None:
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    placed = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    painter.drawPolyline(QPolygonF(placed))
