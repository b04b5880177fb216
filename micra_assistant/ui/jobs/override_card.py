"""What is still open on a car whose job is to be closed, and the deliberate way to close it all the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.jobs.given_reasons import is_reason
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.check_box import CheckBox
from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.ui.widgets.open_card import OpenCard
from micra_assistant.words import _

_MOST_LETTERS = 300


class OverrideCard(OpenCard):
    """What is open, a tick, and a field for the reason.

    Signals:
        changed: the tick or the reason was changed.
    """

    changed = Signal()

    def __init__(self, states: Sequence[str], reason: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(_("Still open on the car. Put it back before the job is closed:"), states, look, parent)
        self._tick = CheckBox(_("Close all the same"), look)
        self._tick.setChecked(bool(reason))
        self._reason = LineField(reason)
        self._reason.setMaxLength(_MOST_LETTERS)
        self._reason.setPlaceholderText(_("Why? It is kept with the job."))
        self._reason.setAccessibleName(_("Why is the job closed all the same?"))
        self._reason.setVisible(bool(reason))
        self.column.addWidget(self._tick)
        self.column.addWidget(self._reason)
        self._tick.toggled.connect(self._on_tick)
        self._reason.textChanged.connect(self._on_reason)

    @property
    def reason(self) -> str:
        """Why the job is closed all the same; empty while nobody has said so."""
        words = self._reason.text().strip()
        return words if self._tick.isChecked() and is_reason(words) else ""

    @property
    def field(self) -> LineField:
        """The field for the reason."""
        return self._reason

    @property
    def stops(self) -> list[QWidget]:
        """The tick and the field."""
        return [self._tick, self._reason]

    @property
    def typed(self) -> tuple[bool, str]:
        """How the tick and the field are."""
        return self._tick.isChecked(), self._reason.text()

    def _on_reason(self, words: str) -> None:
        """Tell of the reason; words that come from elsewhere mean the tick too."""
        if words:
            self._tick.setChecked(True)
        self.changed.emit()

    def _on_tick(self, ticked: bool) -> None:
        if not ticked:
            self._reason.clearFocus()  # before it is gone, or Qt would mark something else
        self._reason.setVisible(ticked)
        if ticked:
            self._reason.setFocus()
        self.changed.emit()
