"""A button of the foot: what it does, and below it its key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.sure_button import literal

_KEY = 13
_LEAST = 44


class FootButton(QPushButton):
    """Shows as much of its words as there is room for."""

    def __init__(self, words: str, key: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self.setProperty("kind", "foot")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str) -> None:
        """Say what it does."""
        self.setText(literal(words))
        self.setAccessibleName(words or self._key)
        self.setAccessibleDescription(self._key)
        self.setToolTip(f"{words}\n{self._key}".strip())
        self._words = words

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.size(_LEAST), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = self.rect().adjusted(*(self._look.size(edge) for edge in (6, 6, -6, -6)))
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, words)
        font = self.font()
        font.setBold(False)
        font.setPixelSize(self._look.size(_KEY))
        painter.setFont(font)
        key = painter.fontMetrics().elidedText(self._key, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, key)
