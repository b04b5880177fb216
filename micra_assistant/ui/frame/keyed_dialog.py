"""A dialog in which no key but its own ends it: Enter presses what is marked, Ctrl+Enter accepts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from micra_assistant.ui.widgets.typed_field import ENTER


class KeyedDialog(QDialog):
    """Has no default button. It can be marked itself, and then nothing in it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif isinstance(focus := self.focusWidget(), QAbstractButton) and not event.isAutoRepeat():
            focus.click()
