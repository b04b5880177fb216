"""Several things side by side, each with a drawn sign before it, on as many lines as they need."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.signs import Sign

_SIDE, _AFTER_SIGN, _AFTER_WORDS = 0.62, 0.9, 0.55
"""The sign, the room for it and the room behind words, in parts of a line's height."""


class _Placed(NamedTuple):
    words: str
    left: int
    line: int
    signed: bool


class SignedWords(QLabel):
    """A heading and what belongs to it. The heading may have lines of its own, nothing else is split over two lines."""

    def __init__(self, sign: Sign, *, own_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._own_line = own_line
        self._heading = ""
        self._things: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, heading: str, things: Sequence[str]) -> None:
        """Show a heading and things, as plain words."""
        self._heading, self._things = heading, tuple(things)
        self.setText(f"{heading} {', '.join(things)}")
        self.setToolTip(escape(self.text()))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = 1 + max((placed.line for placed in self._placed(width)), default=0)
        return lines * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        width = 40 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, metrics = QPainter(self), self.fontMetrics()
        ink, high = self.palette().color(self.foregroundRole()), metrics.lineSpacing()
        painter.setPen(ink)
        for words, left, line, signed in self._placed(self.width()):
            if signed:
                side = high * _SIDE
                signs.draw(painter, self._sign, QRectF(left, line * high + (high - side) / 2, side, side), ink)
            start = left + (round(high * _AFTER_SIGN) if signed else 0)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - start)
            painter.drawText(start, line * high + metrics.ascent(), shown)

    def _placed(self, width: int) -> list[_Placed]:
        """Return where everything stands if there is ``width`` for it."""
        metrics, headings = self.fontMetrics(), self._heading_lines(width)
        placed = [_Placed(words, 0, line, signed=False) for line, words in enumerate(headings)]
        behind, before = (round(metrics.lineSpacing() * part) for part in (_AFTER_WORDS, _AFTER_SIGN))
        left, line = metrics.horizontalAdvance(headings[-1]) + behind, len(headings) - 1
        if self._own_line:
            left, line = 0, len(headings)
        for thing in self._things:
            needs = before + metrics.horizontalAdvance(thing)
            if left and left + needs > width:
                left, line = 0, line + 1
            placed.append(_Placed(thing, left, line, signed=True))
            left += needs + behind
        return placed

    def _heading_lines(self, width: int) -> list[str]:
        """Return the heading on as many lines as it needs."""
        lines = [""]
        for word in self._heading.split(" "):
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
