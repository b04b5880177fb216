"""What is open on the car, in the colours of the strip that always says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.look import Look
from micra_assistant.ui.signs import Sign, in_words


class OpenCard(QFrame):
    """A heading and what is open, side by side as far as there is room. More may be added below to ``column``."""

    def __init__(self, heading: str, states: Sequence[str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open-now")
        unbroken = (escape(state).replace(" ", "&nbsp;") for state in states)
        words = QLabel(parent=self)
        sign = in_words(Sign.OPEN, words)
        words.setText(f"{escape(heading)}<br>" + " &nbsp; ".join(f"{sign}&nbsp;{state}" for state in unbroken))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        self.setAccessibleName(f"{heading} {', '.join(states)}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.size(16), look.size(10), look.size(16), look.size(10))
        self.column.setSpacing(look.size(6))
        self.column.addWidget(words)

    @property
    def words(self) -> str:
        """What the card says."""
        return self.accessibleName()
