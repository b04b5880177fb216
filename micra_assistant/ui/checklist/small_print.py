"""What is said of a line, below its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def small_print(parent: QWidget) -> QLabel:
    """Return an empty label for it."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", "caption")
    return label
