"""Beside the question: who is suspected, who no longer is and why, and what was answered so far."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.diagnosis.explain import ruled_out
from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.ui.diagnosis.suspect_row import SuspectRow
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

Basis = Callable[[Fault], str]
"""What the estimate of a fault rests on, in words."""


class SidePanel(Column):
    """Suspects and answers.

    Signals:
        back_wanted: the last answer is to be taken back.
    """

    back_wanted = Signal()

    def __init__(self, inquiry: Inquiry, basis: Basis, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = list(self._suspects(inquiry, basis))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, look.size(8), 0)
        self._column.setSpacing(look.size(4))
        self._add_rows(_("Suspects"), [row for row in self.rows if not row.is_out])
        self._add_answers(inquiry)
        self._add_rows(_("All but ruled out"), [row for row in self.rows if row.is_out])
        self._column.addStretch(1)

    def _suspects(self, inquiry: Inquiry, basis: Basis) -> Iterator[SuspectRow]:
        against = {out.fault.id: out.because for out in ruled_out(inquiry.case)}
        all_of_them = suspects(inquiry.case)
        for suspect in all_of_them:
            because = against.get(suspect.fault.id, "")
            yield SuspectRow(suspect, all_of_them[0].share, basis(suspect.fault), because, self._look)

    def _add_rows(self, heading: str, rows: list[SuspectRow]) -> None:
        if rows:
            self._column.addWidget(label(heading, "panel-title"))
        for row in rows:
            self._column.addWidget(row)
        self._column.addSpacing(self._look.size(8))

    def _add_answers(self, inquiry: Inquiry) -> None:
        self._column.addWidget(label(_("Found so far"), "panel-title"))
        for answer in inquiry.given:
            self._column.addWidget(label(answer.words, "said"))
        if inquiry.given:
            button = SureButton(_("Take the last one back"))
            button.clicked.connect(self.back_wanted)
            self._column.addWidget(button)
        else:
            self._column.addWidget(label(_("Nothing yet."), "hint"))
        if strange := [answer.words for answer in inquiry.given if answer.finding in inquiry.case.strange]:
            words = _("Not counted, because the list of tests has changed since: {answers}")
            self._column.addWidget(label(words.format(answers="; ".join(strange)), "strange"))
        self._column.addSpacing(self._look.size(8))
