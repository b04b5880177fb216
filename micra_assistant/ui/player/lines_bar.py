"""How far the job is: a piece for each line while there is room for that, else one bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_HEIGHT, _HEIGHT_OF_NEXT, _GAP, _LEAST_PIECE = 8, 14, 2, 4
"""In pixels at scale 1."""


class LinesBar(QWidget):
    """Draws what is done lit, the next in white and taller, the rest dim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = 0, 0
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_progress(self, progress: tuple[int, int], look: Look) -> None:
        """Show how many lines are done, and of how many."""
        if (progress, look) == (self._progress, self._look):
            return
        self._progress, self._look = progress, look
        words = _("Checklist: {done} of {all} lines done").format(done=progress[0], all=progress[1])
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        done, of = self._progress
        if self._look is None or not of:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        look, gap = self._look, self._look.size(_GAP)
        pieces = of if self.width() / of >= look.size(_LEAST_PIECE) + gap else 1
        wide = self.width() / pieces
        for place in range(pieces):
            self._draw(painter, place * wide, wide - gap, self._colour(place) if pieces == of else "bar-raised")
        if pieces == 1:
            self._draw(painter, 0, wide * done / of, "bar-muted")

    def _colour(self, place: int) -> str:
        done = self._progress[0]
        return "bar-muted" if place < done else "bar-ink" if place == done else "bar-raised"

    def _draw(self, painter: QPainter, left: float, wide: float, meaning: str) -> None:
        if self._look and wide > 0:
            high = self._look.size(_HEIGHT_OF_NEXT if meaning == "bar-ink" else _HEIGHT)
            painter.setBrush(self._look.theme.colour(meaning))
            painter.drawRoundedRect(QRectF(left, (self.height() - high) / 2, wide, high), 2, 2)
