"""A row of the put-back list behind its number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from micra_assistant.jobs.put_back import PutBack
from micra_assistant.ui.history.put_back_row import PutBackRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.letting_go import let_go


class NumberedRow(Flowing, QWidget):
    """The number, which is left out where one thing alone is read from afar, and the row.

    Attributes:
        row: the row.
    """

    def __init__(self, row: PutBack, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = PutBackRow(row, look.of_lines, self)
        self._number = QLabel(self)
        self._number.setProperty("kind", "number")
        self._number.setFixedWidth(look.size(34))
        if look.far:
            self._number.hide()
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, look.size(4))
        layout.setSpacing(look.size(8))
        layout.addWidget(self._number)
        layout.addWidget(self.row, 1)

    def show_row(self, number: int, row: PutBack, *, current: bool) -> None:
        """Show how far a thing is put back, and its number."""
        self._number.setText(str(number))
        self.row.show_row(row, current=current)

    def drop(self) -> None:
        """Let go of the row: what it says stands in another, or nowhere any more."""
        self.row.let_go()
        let_go(self)
