"""Words with a drawn sign before them."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.ui import signs
from micra_assistant.ui.signs import Sign

_SIDE = 0.62
"""How high the sign is, of a line of words."""
_STEP = 0.95
"""How far the words begin from the left, of a line."""


class SignLabel(QLabel):
    """A label of plain words; the sign stands beside its first line, in its colour."""

    def __init__(self, sign: Sign, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._sign = sign
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = self.fontMetrics().height()
        side = line * _SIDE
        words = self.contentsRect()
        top = words.top() + ((line - side) / 2 if self.wordWrap() else (words.height() - side) / 2)
        place = QRectF(words.left() - round(line * _STEP), top, side, side)
        signs.draw(QPainter(self), self._sign, place, self.palette().color(self.foregroundRole()))

    def _make_room(self) -> None:
        self.setContentsMargins(round(self.fontMetrics().height() * _STEP), 0, 0, 0)
