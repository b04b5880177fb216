"""What is wrong with what was typed, below its field: seen and heard as soon as it is known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.ui.screen_reader.announcing import announce


class RefusalLabel(QLabel):
    """Words that wrap; hidden while nothing is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setProperty("kind", "refusal")
        self.hide()

    @property
    def words(self) -> str:
        """What is wrong, empty if nothing is."""
        return "" if self.isHidden() else self.text()

    def say(self, words: str) -> None:
        """Say what is wrong; nothing if nothing is."""
        is_new = words != self.words
        self.setText(words)
        self.setVisible(bool(words))
        if is_new:
            announce(self, words)
