"""Finding the fault with the person: what is asked is worked out here, what is said becomes acts of the job."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.errors import GuideError, MicraError, StoreError
from micra_assistant.guide.model import Complaint
from micra_assistant.jobs.events import FaultSought, Undone
from micra_assistant.jobs.faultfinding.case_of_job import complaint_of
from micra_assistant.jobs.faultfinding.given_answers import was_finding
from micra_assistant.jobs.faultfinding.suggested_outcome import SuggestedOutcome, suggested_outcome
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import JobState
from micra_assistant.ui.actions import Action
from micra_assistant.ui.style.look import Look

if TYPE_CHECKING:
    from micra_assistant.diagnosis.findings import Move
    from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
    from micra_assistant.jobs.faultfinding.inquiry import Aim, Inquiry
    from micra_assistant.jobs.faultfinding.recording import Recorder
    from micra_assistant.ui.diagnosis.question_view import QuestionView
    from micra_assistant.ui.main_window import MainWindow


class DiagnosisController(QObject):
    """Shows the fault finder for the open job, and records what is said to it.

    Attributes:
        window: the window it works for.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self._view: QuestionView | None = None
        self._search: FaultSearch | None = None
        self._shown: tuple[JobState, Look, Aim] | None = None
        self._inquiry: Inquiry | None = None

    @property
    def handlers(self) -> dict[Action, Callable[[], object]]:
        """What the actions of this controller do."""
        return {Action.FIND_FAULT: self.show}

    @property
    def heading(self) -> str:
        """What stands above the question."""
        title = self._search.complaint.title if self._search else ""
        return self.tr("Find the fault  ·  %1").replace("%1", title)

    @property
    def has_choice(self) -> bool:
        """Whether the guide knows several complaints."""
        return self.window.open_job is not None and len(_with_model(self.window.open_job)) > 1

    def show(self) -> None:
        """Show what is asked next; the job remembers that its fault is sought."""
        window = self.window
        window.body.step.setFocus()
        open_job = window.open_job
        if open_job is None:
            window.body.messages.say(self.tr("Begin a job first."))
        elif not _with_model(open_job):
            window.body.messages.say(self.tr("This guide has no list of faults: find the fault with it step by step."))
        elif (complaint := self._complaint(open_job)) is None:
            self.ask_complaint()
        else:
            self._seek(complaint)

    def ask_complaint(self) -> None:
        """Ask which of the complaints of the guide it is."""
        from micra_assistant.ui.diagnosis.choice_card import ChoiceCard  # noqa: PLC0415 - loaded when it is wanted

        if open_job := self.window.open_job:
            self._search = None
            complaints = {complaint.faults: complaint for complaint in _with_model(open_job)}
            card = ChoiceCard(tuple(complaints.values()), self.window.look)
            card.answered.connect(lambda name: self._seek(complaints[name]))
            self._open_view().show_card(self.tr("Find the fault"), card)

    def verdict(self, job: OpenJob) -> SuggestedOutcome:
        """Return what the search for the fault of a job suggests for its outcome, nothing without a sound model."""
        from micra_assistant.jobs.faultfinding.fault_search import FaultSearch  # noqa: PLC0415 - loaded when it is wanted

        complaint = self._complaint(job)
        if complaint is None:
            return SuggestedOutcome()
        try:
            case = FaultSearch(job, complaint).inquiry().case
        except MicraError:
            return SuggestedOutcome()
        return suggested_outcome(case, complaint.faults)

    def basis(self, fault: Fault) -> str:
        """Return what the estimate of a fault rests on, in words."""
        return self._search.basis(fault) if self._search else ""

    def refresh(self, open_job: OpenJob) -> None:
        """Show how the search stands, if it is shown."""
        view, search = self._view, self._search
        if view is None or view is not self.window.body.aside or search is None:
            return
        if search.open_job is not open_job or search.guide is not open_job.guide:
            self.show()
            return
        look = self.window.look
        shown = (open_job.state, look, search.preferred)
        if self._shown is None or self._shown[0] is not shown[0] or self._shown[1:] != shown[1:]:
            view = view if self._shown is None or self._shown[1] == look else self._open_view()
            self._shown, self._inquiry = shown, search.inquiry()
            self._show(view, self._inquiry)

    # what the person says

    def answer(self, answer: str) -> None:
        """Take an answer to the question."""
        self._record(lambda recorder, open_job: recorder.answer(open_job, answer))

    def take_outcome(self, outcome: str) -> None:
        """Take what a repair led to."""
        self._record(lambda recorder, open_job: recorder.outcome(open_job, outcome))

    def enter(self, item: str, typed: str, answer: str) -> None:
        """Take a reading that was typed; ``answer`` is what it comes to, empty if nothing."""
        self._record(lambda recorder, open_job: recorder.reading(open_job, item, typed, answer), is_answer=bool(answer))

    def leave_out(self, unknown: bool) -> None:
        """Leave out what is asked: nobody knows it, or it cannot be done."""
        self._record(lambda recorder, open_job: recorder.leave_out(open_job, unknown=unknown))

    def take_back(self) -> None:
        """Go back to what is advised if something else was chosen, else take the last answer back."""
        if self._search and self._inquiry and not self._inquiry.is_advised:
            self.prefer(None)
        elif self._inquiry and self._inquiry.said:
            self.undo(self._inquiry.said[-1].event)

    def undo(self, event: str) -> None:
        """Take one answer back, named by its event."""
        self._do(lambda job: job.do(Undone(event)))

    def choose_part(self, option: str) -> None:
        """Put a way to get the part into the basket, or take it out."""
        self._do(lambda job: job.toggle_option(option))

    def set_failing(self, failing: bool) -> None:
        """Take that the car shows its complaint now, or does not; the question stays."""
        if self._search and self._inquiry:
            self._search.set_failing(failing)
            self.prefer(None if failing else self._inquiry.goal)

    def prefer(self, move: "Move | None") -> None:
        """Ask for something else than what is advised, or with None for that again."""
        if self._search and self.window.open_job:
            self._search.prefer(move)
            self.refresh(self.window.open_job)

    def accept(self) -> None:
        """Go on although the answers do not fit together."""
        if self._search and self._inquiry and self.window.open_job:
            self._search.accept(self._inquiry)
            self.refresh(self.window.open_job)

    def _record(self, record: "Callable[[Recorder, OpenJob], object]", *, is_answer: bool = True) -> None:
        from micra_assistant.jobs.faultfinding.recording import Recorder  # noqa: PLC0415 - loaded when it is wanted

        if self._search and self._inquiry:
            recorder = Recorder(self._inquiry, self._search.complaint.faults)
            if self._do(partial(record, recorder)) and is_answer:
                self.prefer(None)

    def _do(self, act: Callable[[OpenJob], object]) -> bool:
        """Do something with the job and show what comes of it; return whether it was done."""
        open_job = self.window.open_job
        before = open_job.state if open_job else None
        self.window.attempt(act)
        self.window.show_state()
        if open_job:
            self.refresh(open_job)
        return open_job is not None and open_job.state is not before

    # from state to view

    def show_item(self, item: str) -> None:
        """Show a line of the guide that must be done first, and say how to come back."""
        if open_job := self.window.open_job:
            self.window.body.show_job_view()
            self.window.show_line(open_job.guide.step_of(item).id, item)
            self._say_way_back()

    def _complaint(self, open_job: OpenJob) -> Complaint | None:
        """Return the complaint whose fault is sought: in a guide that is only looked up, the one chosen here."""
        former = self._search
        if (
            former
            and former.open_job is open_job
            and open_job.job is None
            and former.complaint in open_job.guide.complaints
        ):
            return former.complaint
        return complaint_of(open_job.guide, open_job.state)

    def _seek(self, complaint: Complaint) -> None:
        """Show what is asked for a complaint, or why that cannot be."""
        from micra_assistant.jobs.faultfinding.fault_search import FaultSearch  # noqa: PLC0415 - loaded when it is wanted

        open_job = self.window.open_job
        if open_job is None:
            return
        try:
            self._search = FaultSearch(open_job, complaint)
        except GuideError as error:
            self._show_faulty(complaint, error)
            return
        except StoreError as error:
            self.window.say_problem(str(error))
            return
        is_new = open_job.state.model != complaint.faults or not was_finding(open_job)
        if is_new and open_job.job and not open_job.state.is_closed:
            self.window.attempt(lambda job: job.do(FaultSought(complaint.faults)))
        self._open_view()
        self.refresh(open_job)

    def _show_faulty(self, complaint: Complaint, error: GuideError) -> None:
        from micra_assistant.ui.diagnosis.faulty_card import FaultyCard  # noqa: PLC0415 - loaded when it is wanted

        self._search = None
        words = self.tr("The list of faults “%1” cannot be used").replace("%1", complaint.faults)
        self._open_view().show_card(complaint.title, FaultyCard(words, str(error), self.window.look))

    def _open_view(self) -> "QuestionView":
        """Return a new view, which is in sight."""
        from micra_assistant.ui.diagnosis.question_view import QuestionView  # noqa: PLC0415 - loaded when it is wanted

        self._view = view = QuestionView(self.window.look)
        self._shown = None
        view.guide_wanted.connect(self.window.body.show_job_view)
        view.back_wanted.connect(self.take_back)
        view.step_wanted.connect(self._on_step)
        view.complaint_wanted.connect(self.ask_complaint)
        self.window.body.show_aside(view)
        return view

    def _show(self, view: "QuestionView", inquiry: "Inquiry") -> None:
        from micra_assistant.ui.diagnosis.pages import show_inquiry  # noqa: PLC0415 - loaded when it is wanted

        show_inquiry(view, inquiry, self)

    def _on_step(self) -> None:
        """Show how it is done, in the guide, with the part for it in the basket, and say how to come back."""
        if self._inquiry:
            repair, open_job = self._inquiry.repair, self.window.open_job
            if repair and repair.option and open_job and not (open_job.state.option or open_job.state.is_closed):
                self.choose_part(repair.option)
            self.window.body.show_job_view()
            self.window.go_to(self._inquiry.step)
            self._say_way_back()

    def _say_way_back(self) -> None:
        self.window.body.messages.say(self.tr("F2 leads back to the question."))


def _with_model(open_job: OpenJob) -> list[Complaint]:
    return [complaint for complaint in open_job.guide.complaints if complaint.faults]
