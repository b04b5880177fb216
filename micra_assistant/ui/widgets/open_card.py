"""What is open on the car, in the colours of the strip that always says so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signed_words import SignedWords
from micra_assistant.ui.style.signs import Sign


class OpenCard(QFrame):
    """A heading and what is open, side by side as far as there is room. More may be added below to ``column``."""

    def __init__(self, heading: str, states: Sequence[str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open-now")
        words = SignedWords(Sign.OPEN, own_line=True)
        words.show_words(heading, states)
        self.setAccessibleName(f"{heading} {', '.join(states)}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.size(16), look.size(10), look.size(16), look.size(10))
        self.column.setSpacing(look.size(6))
        self.column.addWidget(words)

    @property
    def words(self) -> str:
        """What the card says."""
        return self.accessibleName()
