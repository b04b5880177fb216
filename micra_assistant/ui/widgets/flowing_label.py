"""Plain words that wrap where a layout gives them what width there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from micra_assistant.ui.widgets.flowing import Flowing


class FlowingLabel(Flowing, QLabel):
    """Words that wrap, and are nothing but words."""

    def __init__(self, words: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
