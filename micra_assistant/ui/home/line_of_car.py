"""A field of the line that says which car it is."""

from PySide6.QtGui import QKeyEvent

from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.ui.widgets.typed_field import ENTER


class CarField(LineField):
    """A field without a label: what it is for stands in it while it is empty. Enter goes on to the next one."""

    def __init__(self, words: str, longest: int, text: str = "") -> None:
        super().__init__()
        self.setMaxLength(max(longest, len(text)))
        self.setText(text)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setProperty("kind", "which-car")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)
