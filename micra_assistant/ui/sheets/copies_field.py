"""How many copies."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from micra_assistant.ui.sheets.square_button import square_button
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_MOST = 99
_SIDE = 50


class CopiesField(QWidget):
    """A number with a button on either side, large enough for gloves.

    Signals:
        changed: it is another number.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _("Copies")
        self.number = _Number(words)
        self.number.textChanged.connect(self.changed)
        label = QLabel(words)
        label.setProperty("kind", "eyebrow")
        label.setBuddy(self.number)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(6))
        layout.addWidget(label, 1)
        less = square_button("−", _("One copy less"), partial(self.number.step, -1))
        more = square_button("+", _("One copy more"), partial(self.number.step, 1))
        for widget in (less, self.number, more):
            widget.setFixedWidth(look.size(_SIDE))
            layout.addWidget(widget)

    @property
    def count(self) -> int:
        """How many, 1 while nothing is typed."""
        return max(1, int(self.number.text() or 1))


class _Number(QLineEdit):
    """A number from 1 on; Up and Down change it."""

    def __init__(self, words: str) -> None:
        super().__init__("1")
        self.setObjectName("copies")
        self.setValidator(QIntValidator(1, _MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(words)

    def step(self, by: int) -> None:
        """Make it larger or smaller, as far as that makes sense."""
        self.setText(str(min(max(1, int(self.text() or 1) + by), _MOST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)
