"""The number of a card, in a circle: the same on the card, on the drawn car and on the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.style.look import Look


class NumberBadge(QWidget):
    """A number in a circle, blue while its card is marked."""

    def __init__(self, number: int, look: Look, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._look = look
        self._is_marked = False
        self.setFixedSize(look.size(side), look.size(side))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_marked(self, is_marked: bool) -> None:
        """Show whether its card is marked."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self._is_marked else "note"))
        painter.drawEllipse(QRectF(self.rect()))
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(round(self.height() * (0.52 if self.number < 100 else 0.4)))
        painter.setFont(font)
        painter.setPen(theme.colour("accent-ink" if self._is_marked else "card"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.number))
