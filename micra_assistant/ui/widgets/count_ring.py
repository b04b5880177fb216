"""A ring that fills while something waits, with the time that is left in it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from micra_assistant.time_words import countdown, wait_words
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_WIDTH = 0.1
"""Of the ring, in parts of its side."""
_TIME, _OF = 0.3, 0.085
"""Sizes of letters, in the same parts."""
_ROOM_FOR_OF = 150
"""From this side on, in pixels, it says of how much."""
_TOP, _FULL = 90 * 16, 360 * 16


class CountRing(QWidget):
    """Draws how much of a wait is over."""

    def __init__(self, look: Look, side: int, parent: QWidget | None = None, *, keeps_room: bool = True) -> None:
        """Make a ring with a ``side`` in pixels; one that ``keeps_room`` moves nothing when it goes."""
        super().__init__(parent)
        self._look = look
        self._left = self._whole = 0
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_room)
        self.setSizePolicy(policy)
        self.setFixedSize(side, side)

    @property
    def part(self) -> float:
        """How much of the wait is over, from 0 to 1."""
        return 1 - self._left / self._whole if self._whole else 0.0

    @property
    def words(self) -> str:
        """What stands in it."""
        return countdown(self._left)

    def show_time(self, left: int, whole: int) -> None:
        """Show that so many seconds are left of a wait."""
        if (left, whole) == (self._left, self._whole):
            return
        self._left, self._whole = left, whole
        self.setAccessibleName(_("Wait: still {time}").format(time=wait_words(left)))
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, theme = self.width(), self._look.theme
        wide = side * _WIDTH
        ring = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(theme.colour("track"), wide))
        painter.drawEllipse(ring)
        painter.setPen(theme.colour("edge"))
        for out in (wide / 2 - 0.5, 0.5 - wide / 2):
            painter.drawEllipse(ring.adjusted(-out, -out, out, out))
        painter.setPen(QPen(theme.colour("accent"), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self.part:
            painter.drawArc(ring, _TOP, -round(_FULL * self.part))
        middle = QPointF(side / 2, side / 2)
        self._write(painter, self.words, middle, _TIME, theme.colour("ink"))
        if side >= _ROOM_FOR_OF:
            of = _("left of {time}").format(time=countdown(self._whole))
            below = middle + QPointF(0, side * (_TIME + _OF) * 0.6)
            self._write(painter, of, below, _OF, theme.colour("muted"))

    def _write(self, painter: QPainter, words: str, middle: QPointF, size: float, ink: QColor) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(self.width() * size)))
        font.setBold(size == _TIME)
        painter.setFont(font)
        painter.setPen(ink)
        high = painter.fontMetrics().height()
        room = QRectF(0, middle.y() - high / 2, self.width(), high)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
