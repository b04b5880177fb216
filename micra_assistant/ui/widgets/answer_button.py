"""A button for an answer that must be meant: a held key or a double tap does not press it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

_PRESSING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerButton(QPushButton):
    """A button that is as wide as it is let, pressed by Space, Enter or a tap. Other keys go to what it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show ``words``, as far as there is room."""
        self._words = words
        self.setText(_literal(words))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESSING_KEYS:
            event.ignore()
        elif not event.isAutoRepeat():
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # Qt would take the second half of a double tap for a press

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = _literal(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def _literal(words: str) -> str:
    """Return ``words`` without the meaning that Qt gives to an ampersand."""
    return words.replace("&", "&&")
