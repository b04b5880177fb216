"""A field of the line that says which car it is."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.ui.widgets.typed_field import ENTER


class CarField(LineField):
    """A field without a label: what it is for stands in it while it is empty. Enter goes on to the next one.

    While it is empty, Space is one of the three keys: no words begin with it. Ctrl+Enter is for the place, always.
    """

    def __init__(self, words: str, longest: int, text: str = "") -> None:
        super().__init__()
        self.setMaxLength(max(longest, len(text)))
        self.setText(text)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setProperty("kind", "which-car")

    @property
    def takes_space(self) -> bool:
        """Whether Space types a space."""
        return bool(self.text())

    def event(self, event: QEvent) -> bool:
        """Leave Space to the window while nothing stands here."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space and not self.takes_space:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in ENTER:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)
