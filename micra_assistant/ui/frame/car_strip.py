"""The strip that says what is open on the car now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from micra_assistant.jobs.checklist import Opening
from micra_assistant.ui.style.signed_words import SignedWords
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _, ngettext


class CarStrip(QFrame):
    """What is open, in the order of the guide; gone when nothing is.

    Signals:
        tapped: the person wants to see how it is put back.
    """

    tapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._states = SignedWords(Sign.OPEN)
        self._count = SignLabel(Sign.NEXT, "", behind=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 5, 18, 5)
        layout.addWidget(self._states, 1)
        layout.addWidget(self._count)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def words(self) -> str:
        """What the strip says, in plain words."""
        return self._states.accessibleName()

    def show_openings(self, openings: tuple[Opening, ...]) -> None:
        """Show what is open on the car."""
        states = [opening.words for opening in openings]
        self._states.show_words(_("CAR NOW"), states)
        self._states.setAccessibleName(", ".join(states))
        self._states.setToolTip(", ".join(states))
        count = len(states)
        self._count.setText(ngettext("1 thing to put back", "{count} things to put back", count).format(count=count))
        self.setVisible(bool(states))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.tapped.emit()
