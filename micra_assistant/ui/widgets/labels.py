"""Plain words on the pages of the fault finder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def label(words: str, kind: str) -> QLabel:
    """Return a label that wraps its words, in the style of a kind."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setIndent(0)
    made.setProperty("kind", kind)
    return made
