"""A small button on a note or photo, that keeps the window's keys to the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class NoteButton(QPushButton):
    """A button to tap; Tab reaches it, and Enter presses it: Space is the window's."""

    def __init__(self, words: str, about: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "small")
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
