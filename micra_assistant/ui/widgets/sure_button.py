"""A button that is meant when it is pressed: a held key or the second half of a double tap does not press it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

_PRESSING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SureButton(QPushButton):
    """A button pressed by Space, Enter or a tap. Other keys go to what it stands in."""

    def __init__(self, words: str, kind: str = "finder", parent: QWidget | None = None) -> None:
        super().__init__(literal(words), parent)
        if kind:
            self.setProperty("kind", kind)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESSING_KEYS:
            event.ignore()
        elif not event.isAutoRepeat():
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # Qt would take the second half of a double tap for a press


def literal(words: str) -> str:
    """Return ``words`` without the meaning that Qt gives to an ampersand."""
    return words.replace("&", "&&")
