"""What is open on the car of an open job, in the colours of the strip that says so while it is worked on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.words import ngettext


class OpenOnCar(QFrame):
    """States of the car, and how many things are to be put back."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open-on-car")
        self._states = ShortLine()
        self._count = QLabel()
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size(10), 0, look.size(10), 0)
        row.addWidget(self._states, 1)
        row.addWidget(self._count)
        self.setFixedHeight(look.size(42))

    @property
    def words(self) -> str:
        """All that it says, empty if nothing is open."""
        return ", ".join(filter(None, (self._states.text(), self._count.text())))

    def show_open(self, states: Sequence[str], count: int) -> None:
        """Show what is open, as far as it is known, and how much that is."""
        self._states.say(", ".join(states))
        words = ngettext("{count} to put back", "{count} to put back", count)
        self._count.setText(words.format(count=count) if count else "")

    def show_states(self, are_shown: bool) -> None:
        """Show what is open, or only how much that is."""
        self._states.setVisible(are_shown)
