"""Plain words on the pages of the fault finder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.number_words import untorn


def label(words: str, kind: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps its words, but for numbers and their units, in the style of a kind."""
    made = QLabel(untorn(words), parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setIndent(0)
    made.setProperty("kind", kind)
    return made
