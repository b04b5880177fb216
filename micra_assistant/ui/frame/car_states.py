"""States of the car in one line, as many as there is room for: what the work rests on is filled."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign

_SIGN, _AFTER_SIGN, _AFTER_WORDS, _ROUND = 0.62, 0.35, 0.7, 0.3
"""The sign, the room behind it and behind words, and round what is filled, in parts of a line's height."""


class CarStates(QWidget):
    """Draws states behind a sign; those that the work rests on are filled, and in capitals.

    Signals:
        overflowed: there is no room for so many of them; carries how many.
    """

    overflowed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[str, ...] = ()
        self._firm = 0
        self._hidden = 0
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_states(self, states: Sequence[str], firm: int) -> None:
        """Show states; the first ``firm`` are filled."""
        self._states, self._firm = tuple(states), firm
        self.setToolTip(escape("\n".join(self._told())))
        self._count_hidden()
        self.update()

    def show_look(self, look: Look) -> None:
        """Draw in the colours and sizes of a look."""
        self._look = look
        self._count_hidden()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_hidden()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for place, words in enumerate(self._told()[: len(self._states) - self._hidden]):
            left += self._draw(painter, left, words, self._look, filled=place < self._firm)

    def _told(self) -> list[str]:
        return [words.upper() if place < self._firm else words for place, words in enumerate(self._states)]

    def _count_hidden(self) -> None:
        """Count what there is no room for; the first state is always seen, cut short if need be."""
        line, room, fitting = self.fontMetrics().height(), self.width(), 0
        for place, words in enumerate(self._told()):
            besides = _SIGN + _AFTER_SIGN + _AFTER_WORDS + (2 * _ROUND if place < self._firm else 0)
            room -= round(self.fontMetrics().horizontalAdvance(words) + line * besides)
            if room < 0:
                break
            fitting += 1
        hidden = len(self._states) - max(fitting, min(1, len(self._states)))
        if hidden != self._hidden:
            self._hidden = hidden
            self.overflowed.emit(hidden)
            self.update()

    def _draw(self, painter: QPainter, left: float, words: str, look: Look, *, filled: bool) -> float:
        """Draw a state, and return how wide it is with the room behind it."""
        line = self.fontMetrics().height()
        side = line * _SIGN
        round_it = line * _ROUND if filled else 0
        room = self.width() - left - side - line * (_AFTER_SIGN + _AFTER_WORDS) - 2 * round_it
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(max(room, line)))
        wide = side + line * _AFTER_SIGN + self.fontMetrics().horizontalAdvance(shown)
        ink = look.theme.colour("strip" if filled else "strip-ink")
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.theme.colour("strip-ink"))
            high = min(self.height(), line * 1.6)
            box = QRectF(left, (self.height() - high) / 2, wide + 2 * round_it, high)
            painter.drawRoundedRect(box, look.size(6), look.size(6))
            left += round_it
        signs.draw(painter, Sign.OPEN, QRectF(left, (self.height() - side) / 2, side, side), ink)
        painter.setPen(ink)
        words_room = QRectF(left + side + line * _AFTER_SIGN, 0, self.width(), self.height())
        painter.drawText(words_room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return wide + 2 * round_it + line * _AFTER_WORDS
