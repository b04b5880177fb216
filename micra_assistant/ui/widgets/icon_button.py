"""A button with a sign instead of words, in the colour that its words would have."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign, wear

_SIDE = 24
"""Of the sign, in pixels at scale 1."""


class IconButton(QPushButton):
    """Shows a sign; ``words`` are for the tooltip and for those who do not see it."""

    def __init__(self, sign: Sign, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        self.setToolTip(words)
        wear(self, sign)

    def show_look(self, look: Look) -> None:
        """Let the sign grow with the words around it."""
        side = look.size(_SIDE)
        self.setIconSize(QSize(side, side))
