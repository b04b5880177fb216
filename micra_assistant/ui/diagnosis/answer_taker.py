"""What the person says to the fault finder, and how it becomes acts of the job."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from micra_assistant.jobs.events import Undone
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.workbench import Workbench

if TYPE_CHECKING:
    from micra_assistant.diagnosis.findings import Move
    from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
    from micra_assistant.jobs.faultfinding.inquiry import Inquiry
    from micra_assistant.jobs.faultfinding.intake import Known
    from micra_assistant.jobs.faultfinding.recording import Recorder


class AnswerTaker(QObject):
    """Takes what is said to the question that is shown.

    Attributes:
        search: the search for the fault, None if there is none.
        inquiry: what is asked now, None if nothing is.
        is_telling: whether the person is asked what is known already.

    Signals:
        moved: something else is to be asked, though nothing was done on the job.
    """

    moved = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self.search: FaultSearch | None = None
        self.inquiry: Inquiry | None = None
        self.is_telling = False

    def begin_telling(self) -> None:
        """Ask what is known already, before anything is done for it."""
        self.is_telling = True
        self.moved.emit()

    def tell(self, known: "Sequence[Known]") -> None:
        """Take what is known already, all of it at once; then ask on."""
        from micra_assistant.jobs.faultfinding.intake import tell  # noqa: PLC0415 - loaded already

        search = self.search
        if search:
            self.is_telling = bool(known) and not self._do(lambda _job: tell(search.inquiry(), known))
            self.moved.emit()

    def answer(self, answer: str) -> None:
        """Take an answer to the question."""
        self._record(lambda recorder, job: recorder.answer(job, answer))

    def take_outcome(self, outcome: str) -> None:
        """Take what a repair led to."""
        self._record(lambda recorder, job: recorder.outcome(job, outcome))

    def enter(self, item: str, typed: str, answer: str) -> None:
        """Take a reading that was typed; ``answer`` is what it comes to, empty if nothing."""
        self._record(lambda recorder, job: recorder.reading(job, item, typed, answer), is_answer=bool(answer))

    def leave_out(self, unknown: bool) -> None:
        """Leave out what is asked: nobody knows it, or it cannot be done."""
        self._record(lambda recorder, job: recorder.leave_out(job, unknown=unknown))

    def take_back(self) -> None:
        """Go back to what is advised if something else was chosen, else take the last answer back."""
        if self.search and self.inquiry and not self.inquiry.is_advised:
            self.prefer(None)
        elif self.inquiry and self.inquiry.given:
            self.undo(self.inquiry.given[-1].event)

    def undo(self, event: str) -> None:
        """Take one answer back, named by its event."""
        self._do(lambda job: job.do(Undone(event)))

    def choose_part(self, option: str) -> None:
        """Put a way to get the part into the basket, or take it out."""
        self._do(lambda job: job.toggle_option(option))

    def set_failing(self, failing: bool) -> None:
        """Take that the car shows its complaint now, or does not; the question stays."""
        if self.search and self.inquiry:
            self.search.set_failing(failing, self.inquiry.goal)
            self.moved.emit()

    def prefer(self, move: "Move | None") -> None:
        """Ask for something else than what is advised, or with None for that again."""
        search = self.search
        if search and move == search.chosen:
            search.prefer(move)
            self.moved.emit()
        elif search:
            self._do(lambda _job: search.prefer(move))
            self.moved.emit()

    def accept(self) -> None:
        """Go on although the answers do not fit together."""
        if self.search and self.inquiry:
            self.search.accept(self.inquiry)
            self.moved.emit()

    def _record(self, record: "Callable[[Recorder, OpenJob], object]", *, is_answer: bool = True) -> None:
        from micra_assistant.jobs.faultfinding.recording import Recorder  # noqa: PLC0415 - loaded when it is wanted

        if self.search and self.inquiry:
            recorder = Recorder(self.inquiry, self.search.complaint.faults)
            if self._do(partial(record, recorder)) and is_answer:
                self.prefer(None)

    def _do(self, act: Callable[[OpenJob], object]) -> bool:
        """Do something with the job; return whether it was done."""
        before = self._workbench.shown.state if self._workbench.shown else None
        self._workbench.attempt(act)
        return self._workbench.shown is not None and self._workbench.shown.state is not before
