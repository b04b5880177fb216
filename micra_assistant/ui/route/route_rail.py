"""The checklist panel folded to a rail: how far the job is, and a tap unfolds all lines."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.words import _

WIDTH = 64
"""In pixels at scale 1."""
_DISC = 24


class RouteRail(QAbstractButton):
    """Draws the road with what is done of it in green, and how many lines that are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = 0, 0
        self._look: Look | None = None
        self.setObjectName("rail")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def progress(self) -> tuple[int, int]:
        """How many lines are done, and of how many."""
        return self._progress

    def show_progress(self, progress: tuple[int, int], look: Look) -> None:
        """Show how many lines are done, and of how many."""
        if (progress, look) != (self._progress, self._look):
            self._progress, self._look = progress, look
            words = _("Checklist: {done} of {all} lines done").format(done=progress[0], all=progress[1])
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._look is None:
            return
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(look.size(13)))
        line = painter.fontMetrics().lineSpacing()
        self._draw_frame(painter, look)
        self._draw_road(painter, look, look.size(16), self.height() - 2 * line - look.size(70))
        self._draw_count(painter, look, self.height() - 2 * line - look.size(56), line)
        side = look.size(18)
        place = QRectF((self.width() - side) / 2, self.height() - look.size(32), side, side)
        signs.draw(painter, Sign.NEXT, place, look.theme.colour("ink"))

    def _draw_frame(self, painter: QPainter, look: Look) -> None:
        edge = "accent" if self.hasFocus() or self.isDown() else "edge"
        painter.setPen(QPen(look.theme.colour(edge), look.size(2 if edge == "accent" else 1)))
        painter.setBrush(look.theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.size(10), look.size(10))

    def _draw_road(self, painter: QPainter, look: Look, top: int, bottom: int) -> None:
        done, of = self._progress
        here = top + (bottom - top) * (done / of if of else 0)
        middle, side = self.width() / 2, look.size(_DISC)
        for colour, begin, end in (("good", top, here), ("field-edge", here, bottom)):
            painter.setPen(QPen(look.theme.colour(colour), look.size(4)))
            painter.drawLine(QPointF(middle, begin), QPointF(middle, end))
        is_done = bool(of) and done == of
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.colour("good" if is_done else "accent"))
        disc = QRectF(middle - side / 2, min(here, bottom - side), side, side)
        painter.drawEllipse(disc)
        painter.setBrush(look.theme.colour("card"))
        painter.drawEllipse(disc.center(), look.size(5), look.size(5))

    def _draw_count(self, painter: QPainter, look: Look, top: int, line: int) -> None:
        done, of = self._progress
        painter.setPen(look.theme.colour("good"))
        painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignCenter, str(done))
        painter.setPen(look.theme.colour("muted"))
        words = _("of {all}").format(all=of)
        painter.drawText(QRectF(0, top + line, self.width(), line), Qt.AlignmentFlag.AlignCenter, words)

    def _font(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(True)
        return font


def count_words(done: int, of: int) -> str:
    """Return how many lines are done, in words."""
    return _("{done} of {all}").format(done=done, all=of)
