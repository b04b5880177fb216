"""Finding the fault with the person: what is asked is worked out here and shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.errors import GuideError, StoreError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.faultfinding.case_of_job import complaint_of
from micra_assistant.jobs.faultfinding.given_answers import was_finding
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import JobState
from micra_assistant.ui.actions import Action
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.diagnosis.answer_taker import AnswerTaker
from micra_assistant.ui.diagnosis.kept_marks import KeptMarks
from micra_assistant.ui.drafts import Drafts
from micra_assistant.ui.key_names import first_key
from micra_assistant.ui.keys.way_on import WayOn
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.jobs.faultfinding.inquiry import Inquiry
    from micra_assistant.jobs.faultfinding.search_options import SearchOptions
    from micra_assistant.ui.diagnosis.card import Card
    from micra_assistant.ui.diagnosis.question_view import QuestionView


class DiagnosisController(Controller):
    """Shows the fault finder for the open job.

    Attributes:
        answering: what takes what the person says.
    """

    def __init__(self, common: Common, drafts: Drafts, way_on: WayOn) -> None:
        super().__init__(common)
        self._drafts = drafts
        self._way_on = way_on
        self._view: QuestionView | None = None
        self._shown: tuple[JobState, Look, SearchOptions, bool] | None = None
        self._guide: Guide | None = None
        self._is_choosing = False
        self.answering = AnswerTaker(self._workbench)
        self._marks = KeptMarks(drafts, self.answering)
        self.answering.moved.connect(self.refresh)

    @property
    def heading(self) -> str:
        """What stands above the question."""
        title = self.answering.search.complaint.title if self.answering.search else ""
        return _("Find the fault  ·  {complaint}").format(complaint=title)

    @property
    def has_choice(self) -> bool:
        """Whether the guide knows several complaints."""
        return self._workbench.shown is not None and len(_with_model(self._workbench.shown)) > 1

    def show(self) -> None:
        """Show what is asked next; the job remembers that its fault is sought."""
        self._body.enter_typing()
        open_job = self._workbench.shown
        if open_job is None:
            self._body.messages.say(_("Begin a job first."))
        elif not _with_model(open_job):
            words = _("This guide has no list of faults: find the fault with it step by step.")
            self._body.messages.say(words)
        elif (complaint := self._complaint(open_job)) is None:
            self.ask_complaint()
        else:
            self._seek(open_job, complaint)

    def go_on(self, job: OpenJob) -> None:
        """Show what is asked next if a job was left at that."""
        if job.job and not (job.state.is_closed or job.state.away) and was_finding(job):
            self.show()

    def ask_complaint(self) -> None:
        """Ask which of the complaints of the guide it is."""
        from micra_assistant.ui.diagnosis.choice_card import ChoiceCard  # noqa: PLC0415 - loaded when it is wanted

        if open_job := self._workbench.shown:
            self.answering.search, self._guide, self._is_choosing = None, open_job.guide, True
            complaints = {complaint.faults: complaint for complaint in _with_model(open_job)}
            card = ChoiceCard(tuple(complaints.values()), self._appearance.look)
            card.answered.connect(lambda name: self._seek_in_open(complaints, name))
            self._open_view().show_card(_("Find the fault"), card)

    def basis(self, fault: Fault) -> str:
        """Return what the estimate of a fault rests on, in words."""
        return self.answering.search.basis(fault) if self.answering.search else ""

    def refresh(self) -> None:
        """Show how the search stands, if it is shown."""
        view, search, open_job = self._view, self.answering.search, self._workbench.shown
        if view is None or view is not self._body.aside or open_job is None:
            return
        if self._guide is not open_job.guide:
            self._show_with(open_job.guide, view)
            return
        if search is None:
            return
        if search.open_job is not open_job:
            self.show()
            return
        look = self._appearance.look
        shown = (open_job.state, look, search.preferred, self.answering.is_telling)
        if self._shown is None or self._shown[0] is not shown[0] or self._shown[1:] != shown[1:]:
            is_other_look, marked = self._shown is not None and self._shown[1] != look, view.marked_name
            if is_other_look:
                view.let_go()
                view = self._open_view()
            self._shown, self.answering.inquiry = shown, search.inquiry()
            self._show(view, self.answering.inquiry, is_told=is_other_look)
            if is_other_look:
                view.mark_named(marked)

    def _show_with(self, guide: Guide, view: "QuestionView") -> None:
        """Show the same with another text of the guide: the question, which complaint it is, or what is amiss."""
        self._guide, is_choosing, marked = guide, self._is_choosing, view.marked_name
        self.ask_complaint() if is_choosing else self.show()
        if self._view:
            self._view.mark_named(marked)

    def _complaint(self, open_job: OpenJob) -> Complaint | None:
        """Return the complaint whose fault is sought: in a guide that is only looked up, the one chosen here."""
        former = self.answering.search
        is_chosen = former and former.open_job is open_job and open_job.job is None
        if former and is_chosen and former.complaint in open_job.guide.complaints:
            return former.complaint
        return complaint_of(open_job.guide, open_job.state)

    def _seek_in_open(self, complaints: Mapping[str, Complaint], name: str) -> None:
        if open_job := self._workbench.shown:
            self._seek(open_job, complaints[name])

    def _seek(self, open_job: OpenJob, complaint: Complaint) -> None:
        """Show what is asked for a complaint, or why that cannot be."""
        from micra_assistant.jobs.faultfinding.fault_search import FaultSearch  # noqa: PLC0415 - loaded when wanted

        self._guide, self._is_choosing = open_job.guide, False
        try:
            self.answering.search = search = FaultSearch(open_job, complaint)
        except GuideError as error:
            self._show_faulty(complaint, error)
            return
        except StoreError as error:
            self._body.messages.say_problem(str(error))
            return
        can_be_kept = open_job.job is not None and not open_job.state.is_closed
        is_first = search.is_new and not search.inquiry().given
        self.answering.is_telling = can_be_kept and (is_first or self._marks.are_there(search))
        if can_be_kept:
            self._workbench.attempt(lambda _: search.begin())
        self._open_view()
        self.refresh()

    def _show_faulty(self, complaint: Complaint, error: GuideError) -> None:
        from micra_assistant.ui.diagnosis.faulty_card import FaultyCard  # noqa: PLC0415 - loaded when it is wanted

        self.answering.search = None
        words = _("The list of faults “{file}” cannot be used").format(file=complaint.faults)
        self._open_view().show_card(complaint.title, FaultyCard(words, str(error), self._appearance.look))

    def _open_view(self) -> "QuestionView":
        """Return a new view, which is in sight."""
        from micra_assistant.ui.diagnosis.question_view import QuestionView  # noqa: PLC0415 - loaded when it is wanted

        self._view = view = QuestionView(self._appearance.look)
        self._shown = None
        view.guide_wanted.connect(self._body.show_job_view)
        view.back_wanted.connect(self.answering.take_back)
        view.complaint_wanted.connect(self.ask_complaint)
        self._body.show_aside(view)
        return view

    def _show(self, view: "QuestionView", inquiry: "Inquiry", *, is_told: bool) -> None:
        from micra_assistant.ui.diagnosis.pages import add_panels, next_card  # noqa: PLC0415 - loaded when it is wanted

        look = self._appearance.look
        if card := next_card(view, inquiry, self.answering, look, first_key(self._actions[Action.FIND_FAULT])):
            self._connect(card)
            view.show_card(self.heading, card, has_choice=self.has_choice, tells=not is_told)
            self._follow(card, inquiry)
        add_panels(view, inquiry, self.answering, self.basis, look)
        view.lead = self._lead(inquiry)
        view.keys_changed.emit()

    def _lead(self, inquiry: "Inquiry") -> KeyAct | None:
        """Return where Space leads while nothing is marked: to what is to be done first, or to the end.

        None leaves it to the card: what was told there as known must not be left behind.
        """
        from micra_assistant.jobs.faultfinding.inquiry import Stage  # noqa: PLC0415 - loaded already

        if inquiry.stage in (Stage.CURED, Stage.HAND_OVER):
            return self._way_on.to_the_end()
        if inquiry.stage is Stage.DOUBT or self.answering.is_telling:
            return None
        return self._way_on.to_what_comes_first(inquiry)

    def _connect(self, card: "Card") -> None:
        """Let what a card leads to be shown."""
        from micra_assistant.ui.diagnosis.end_card import EndCard  # noqa: PLC0415 - loaded already, as the one below
        from micra_assistant.ui.diagnosis.gate_card import GateCard  # noqa: PLC0415

        card.step_wanted.connect(self._show_step)
        card.diagram_wanted.connect(self._body.step.diagram_wanted)
        match card:
            case GateCard():
                card.item_wanted.connect(self._show_item)
            case EndCard():
                card.close_wanted.connect(self._actions[Action.CLOSE_JOB].trigger)
                card.put_back_wanted.connect(self._actions[Action.PUT_BACK].trigger)
                card.print_wanted.connect(self._actions[Action.PREVIEW_FAULT_RECORD].trigger)

    def _follow(self, card: "Card", inquiry: "Inquiry") -> None:
        """Let what is half typed in a card, or marked there, outlive it."""
        from micra_assistant.ui.diagnosis.ask_card import AskCard  # noqa: PLC0415 - loaded already
        from micra_assistant.ui.diagnosis.intake_card import IntakeCard  # noqa: PLC0415 - loaded already

        if isinstance(card, IntakeCard) and self.answering.search:
            self._marks.follow(card, self.answering.search)
        job = inquiry.open_job.job.id if inquiry.open_job.job else ""
        for field in card.fields if isinstance(card, AskCard) else ():
            self._drafts.follow(field.field, job, f"finder {field.reading.id}")
            if field.typed:
                field.typing.emit(field.reading.id, field.typed)

    def _show_item(self, item: str) -> None:
        """Show a line of the guide that must be done first; the chip leads back."""
        if open_job := self._workbench.shown:
            self._body.show_job_view()
            self._workbench.show_line(open_job.guide.step_of(item).id, item)

    def _show_step(self, step: str) -> None:
        """Show how it is done, in the guide; the chip leads back."""
        self._body.show_job_view()
        self._workbench.go_to(step)


def _with_model(open_job: OpenJob) -> list[Complaint]:
    return [complaint for complaint in open_job.guide.complaints if complaint.faults]
