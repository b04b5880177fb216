"""Plain words on the pages of the fault finder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(words: str, kind: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps its words, in the style of a kind."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setIndent(0)
    made.setProperty("kind", kind)
    return made
