"""What is said of a line, below its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def small_print() -> QLabel:
    """Return an empty label for it."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", "caption")
    return label
