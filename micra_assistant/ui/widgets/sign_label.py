"""Words with a drawn sign before or behind them."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionFrame, QWidget

from micra_assistant.ui.style import signs
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.no_limit import NO_LIMIT

_SIDE = 0.62
"""How high the sign is, of a line of words."""
_STEP = 0.95
"""How much room the sign has beside the words, of a line."""

_INSIDE = QStyle.SubElement.SE_ShapedFrameContents


class SignLabel(QLabel):
    """A label of plain words; the sign stands beside its first line, in its colour."""

    def __init__(self, sign: Sign, words: str, *, behind: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._sign = sign
        self._behind = behind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._make_room()

    def show_sign(self, sign: Sign) -> None:
        """Show another sign."""
        if sign is not self._sign:
            self._sign = sign
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the sign alone, unless the words wrap: others need the room more than they do."""
        least = super().minimumSizeHint()
        return least if self.wordWrap() else QSize(self.fontMetrics().height(), least.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line, words = self.fontMetrics().height(), self.contentsRect()
        side = line * _SIDE
        left = words.right() + line * _STEP - side if self._behind else words.left() - round(line * _STEP)
        high = self._words_height(words.width()) if self.wordWrap() else line
        above = 0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(words.height() - high, 0) / 2
        top = words.top() + above + (line - side) / 2
        colour = self.palette().color(self.foregroundRole())
        signs.draw(QPainter(self), self._sign, QRectF(left, top, side, side), colour)

    def _words_height(self, width: int) -> int:
        room = QRect(0, 0, width, NO_LIMIT)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()

    def _make_room(self) -> None:
        """Keep room for the sign inside of what the style has round the words."""
        room = round(self.fontMetrics().height() * _STEP)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        whole, inside = option.rect, self.style().subElementRect(_INSIDE, option, self)
        left, right = inside.left() - whole.left(), whole.right() - inside.right()
        top, bottom = inside.top() - whole.top(), whole.bottom() - inside.bottom()
        before, behind = (0, room) if self._behind else (room, 0)
        self.setContentsMargins(left + before, top, right + behind, bottom)
