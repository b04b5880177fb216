"""Beside the question: who is suspected, who no longer is and why, and what was answered so far."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.suspicion import Suspicion, suspicions, suspicions_if
from micra_assistant.ui.diagnosis.found_row import FoundRow, judged_reading
from micra_assistant.ui.diagnosis.suspect_row import SuspectRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.words import _

Basis = Callable[[Fault], str]
"""What the estimate of a fault rests on, in words."""


class SidePanel(Column):
    """Suspects before and after the last answer, and the answers.

    Attributes:
        rows: the suspects, the likeliest first.
    """

    def __init__(self, inquiry: Inquiry, basis: Basis, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inquiry, self._basis, self._look = inquiry, basis, look
        self._suspicions = suspicions(inquiry)
        self.rows = [self._row(one) for one in self._suspicions]
        self._mark, self._before = QFrame(), QLabel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, look.size(8), 0)
        self._column.setSpacing(look.size(4))
        self._add_head()
        self._add_rows([row for row in self.rows if not row.is_out])
        self._add_answers()
        if out := [row for row in self.rows if row.is_out]:
            self._column.addWidget(label(_("Ruled out"), "panel-title"))
            self._add_rows(out)
        self._column.addStretch(1)
        self.show_if("")

    def show_if(self, answer: str) -> None:
        """Show what would become of the suspects with an answer that is being typed; as they are if it is empty."""
        shown = suspicions_if(self._inquiry, answer) if answer else self._suspicions
        is_compared = bool(answer or self._inquiry.given)
        self._before.setText(_("before this reading") if answer else _("before the last answer"))
        for legend in (self._mark, self._before):
            legend.setVisible(is_compared)
        for row, suspicion in zip(self.rows, shown, strict=True):
            row.show_suspicion(suspicion, is_compared=is_compared)

    def _row(self, suspicion: Suspicion) -> SuspectRow:
        basis, reason = self._basis(suspicion.fault), self._reason(suspicion)
        return SuspectRow(suspicion, basis, reason, self._look)

    def _reason(self, suspicion: Suspicion) -> str:
        """Return what speaks for or against a suspect: the reading itself, if it is one."""
        given = (answer for answer in reversed(self._inquiry.given) if answer.finding == suspicion.finding)
        read = next((answer.reading for answer in given if answer.reading), None)
        return judged_reading(read) if read else suspicion.reason

    def _add_head(self) -> None:
        self._mark.setObjectName("before")
        self._mark.setFixedSize(self._look.size(4), self._look.size(16))
        self._before.setProperty("kind", "caption")
        head = QHBoxLayout()
        head.setSpacing(self._look.size(6))
        head.addWidget(label(_("Suspects"), "panel-title"), 1)
        for legend in (self._mark, self._before):
            head.addWidget(legend)
        self._column.addLayout(head)

    def _add_rows(self, rows: Sequence[QWidget]) -> None:
        for row in rows:
            self._column.addWidget(row)
        self._column.addSpacing(self._look.size(8))

    def _add_answers(self) -> None:
        given, case = self._inquiry.given, self._inquiry.case
        self._column.addWidget(label(_("Found so far"), "panel-title"))
        if not given:
            self._column.addWidget(label(_("Nothing yet."), "hint"))
        self._add_rows([FoundRow(answer, self._look) for answer in given])
        if strange := [answer.words for answer in given if answer.finding in case.strange]:
            words = _("Not counted, because the list of tests has changed since: {answers}")
            self._column.addWidget(label(words.format(answers="; ".join(strange)), "strange"))
