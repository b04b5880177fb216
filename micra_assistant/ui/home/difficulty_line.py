"""How hard a complaint is to mend: one, two or three dots, a word and the reason."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Difficulty
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.words import _

_DOTS = 3
_DOT, _STEP = 10, 15
"""How wide a dot is, and from one to the next, in pixels at scale 1."""


def difficulty_words(difficulty: Difficulty, why: str) -> str:
    """Return how hard it is, and why."""
    return {
        Difficulty.EASY: _("easy: {why}"),
        Difficulty.MEDIUM: _("medium: {why}"),
        Difficulty.HARD: _("hard: {why}"),
    }[difficulty].format(why=why)


def difficulty_word(difficulty: Difficulty) -> str:
    """Return how hard it is."""
    return {Difficulty.EASY: _("easy"), Difficulty.MEDIUM: _("medium"), Difficulty.HARD: _("hard")}[difficulty]


class DifficultyLine(ShortLine):
    """The dots and the words."""

    def __init__(self, difficulty: Difficulty, why: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(kind="fact", parent=parent)
        self.say(difficulty_words(difficulty, why), difficulty_word(difficulty))
        self._full = list(Difficulty).index(difficulty) + 1
        self._look = look
        self.setContentsMargins(look.size(_DOTS * _STEP + 6), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, ink = QPainter(self), self.palette().color(self.foregroundRole())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, self._look.size(2)))
        side = self._look.size(_DOT) - 2
        for dot in range(_DOTS):
            painter.setBrush(ink if dot < self._full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(dot * self._look.size(_STEP) + 1, (self.height() - side) / 2, side, side))
