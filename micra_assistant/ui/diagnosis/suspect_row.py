"""One suspect: how likely it is, as a bar and in a word; a tap shows what that rests on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from micra_assistant.diagnosis.likelihood import Suspect
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.tap import is_tap

_STEPS = 1000


class SuspectRow(QFrame):
    """A suspect; ``of`` is the share of the likeliest, whose bar is full. ``against`` is what rules it out, if so.

    Attributes:
        is_out: whether it is all but ruled out.
    """

    def __init__(
        self, suspect: Suspect, of: float, basis: str, against: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{suspect.fault.text}: {suspect.word}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._basis = label(basis, "caption")
        self._basis.hide()
        self.is_out = bool(against)
        name = label(suspect.fault.text, "suspect")
        name.setProperty("out", self.is_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.size(2), 0, look.size(2))
        column.setSpacing(look.size(2))
        column.addWidget(name)
        if against:
            column.addWidget(label(against, "caption"))
        else:
            column.addLayout(self._measure(suspect, of, look))
        column.addWidget(self._basis)

    @property
    def basis(self) -> str:
        """What the estimate rests on, empty while it is not shown."""
        return "" if self._basis.isHidden() else self._basis.text()

    @property
    def element(self) -> Element:
        """A group that unfolds what the estimate rests on."""
        return Element(Role.GROUP, is_unfolded=bool(self.basis), press=self.unfold)

    def unfold(self) -> None:
        """Show what the estimate rests on, or hide it."""
        self._basis.setVisible(self._basis.isHidden())
        announce(self, self.basis)

    def _measure(self, suspect: Suspect, of: float, look: Look) -> QHBoxLayout:
        bar = QProgressBar()
        bar.setProperty("kind", "suspect")
        bar.setTextVisible(False)
        bar.setAccessibleName(suspect.word)
        bar.setRange(0, _STEPS)
        bar.setValue(round(_STEPS * suspect.share / of))
        word = label(suspect.word, "caption")
        word.setFixedWidth(look.size(84))
        row = QHBoxLayout()
        row.setSpacing(look.size(10))
        row.addWidget(bar, 1)
        row.addWidget(word)
        return row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.unfold()
