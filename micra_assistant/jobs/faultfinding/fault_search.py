"""One search for a fault: with which model, and what the person prefers for the moment."""

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from micra_assistant.diagnosis.contradiction import fit
from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.diagnosis.findings import Answered, Move
from micra_assistant.diagnosis.guide_items import words_of_items
from micra_assistant.diagnosis.telling import move_words
from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Complaint
from micra_assistant.jobs.events import Diagnosed, FaultSought, MoveChosen
from micra_assistant.jobs.faultfinding.case_of_job import case_of, complaint_of
from micra_assistant.jobs.faultfinding.given_answers import was_finding
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.learned_model import LearnedModel, learned_model, with_prices
from micra_assistant.jobs.faultfinding.search_options import SearchOptions
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.rate import rate_of
from micra_assistant.parts.asked_prices import as_asked
from micra_assistant.parts.options import PartsTable

AskedRate = Callable[[str], Decimal | None]
"""Returns the labour rate that was asked for in a currency, None if none was."""


def _as_usual(_currency: str) -> None:
    """Ask for no rate."""


class FaultSearch:
    """A search on one open job for the fault behind one complaint. GuideError if the model has mistakes.

    What is found is kept with the job, and what was chosen instead of the advice too, if there is a checklist.

    Attributes:
        options: how the fault is sought, at the author's labour rate.
    """

    def __init__(
        self,
        open_job: OpenJob,
        complaint: Complaint,
        rate: AskedRate = _as_usual,
        known: LearnedModel | None = None,
        *,
        has_checklist: bool = True,
    ) -> None:
        """Reckon with the labour rate of the job, unless ``rate`` gives another one for a currency.

        A part costs what its chosen quote asks.
        ``known`` is the model if it was read already. Without a checklist, answers stand by themselves, what must be
        done first is asked anew for each step, and answers that contradict themselves are not asked about.
        """
        self.open_job = open_job
        self.guide = open_job.guide
        self.complaint = complaint
        self._priced = _asked(open_job)
        self._known = known or learned_model(open_job.causes, open_job.guide, complaint, self._priced)
        self._rate = rate
        model = self._known.model
        options = SearchOptions(model, self._known.name, model.rate_per_hour, _failed_last(open_job, self._known.name))
        self.options = options if has_checklist else replace(options, accepted=0.0, passed=frozenset())

    @property
    def preferred(self) -> SearchOptions:
        """How the fault is sought, at the labour rate of the job and what is asked for its part now."""
        self._take_prices()
        model, job = self._known.model, self.open_job
        asked = self._rate(model.currency)
        rate = rate_of(job.workshop(), model, job.state.outcome) if asked is None else asked
        return replace(self.options, rate_per_hour=rate)

    @property
    def has_checklist(self) -> bool:
        """Whether the checklist of the job says what is done, and takes the answers that it has a line for."""
        return self.options.passed is None

    @property
    def chosen(self) -> Move | None:
        """What was chosen on the job instead of what is advised, and is still left to do; None if nothing is."""
        state, options = self.open_job.state, self.options
        if state.chosen is None or state.model != options.name:
            return None
        case = case_of(options.model, options.name, options.rate_per_hour, self.guide, state)
        return state.chosen if case.is_left(state.chosen) else None

    def basis(self, fault: Fault) -> str:
        """Return what the estimate of a fault rests on."""
        return self._known.basis(fault.id)

    @property
    def is_new(self) -> bool:
        """Whether nobody has looked for the fault with this model on the job before."""
        acts = (event.act for event in self.open_job.history.events)
        return not any(isinstance(act, FaultSought | Diagnosed) and act.model == self._known.name for act in acts)

    def begin(self) -> None:
        """Let the job remember that its fault is sought, unless that was done last; raises what OpenJob.do does."""
        if self.open_job.state.model != self._known.name or not was_finding(self.open_job):
            self.open_job.do(FaultSought(self._known.name))

    def inquiry(self) -> Inquiry:
        """Return what is asked now."""
        return Inquiry(self.open_job, self.preferred)

    def prefer(self, move: Move | None) -> None:
        """Do something else than what is advised, or with None what is advised again; raises what OpenJob.do does."""
        if self.has_checklist and move != self.chosen:
            words = move_words(self._known.model, move, words_of_items(self.guide)) if move else ""
            self.open_job.do(MoveChosen(self._known.name, move, words))
        self.options = replace(self.options, chosen=None if self.has_checklist else move)

    def set_failing(self, failing: bool, goal: Move) -> None:
        """Say whether the car shows its complaint now; with a checklist the question, which is ``goal``, stays."""
        is_kept = self.has_checklist and not failing
        self.options = replace(self.options, failing=failing, chosen=goal if is_kept else None)

    def pass_gate(self, item: str, goal: Move) -> None:
        """Say, without a checklist, that an item is done that must be done before a goal."""
        passed = self.options.passed or frozenset()
        self.options = replace(self.options, passed=passed | {item}, chosen=goal)

    def go_on_from(self, done: Move) -> None:
        """Prefer what is advised once a test or a repair is done; without a checklist its gates do not hold for long.

        Whether there is still no power, and the like, is asked anew for the next step.
        """
        passed = self.options.passed
        model = self.options.model
        ended = {*model.step(done).gates, *(back.line for back in model.backs)}
        still = None if passed is None else passed - ended
        self.options = replace(self.options, chosen=None, passed=still)

    def _take_prices(self) -> None:
        """Reckon with other prices if the job has them since: a quote was chosen, or asks something else."""
        if self._priced != (priced := _asked(self.open_job)):
            self._known = with_prices(self._known, self.guide, self.complaint, priced)
            self._priced = priced
            self.options = replace(self.options, model=self._known.model)

    def accept(self, inquiry: Inquiry) -> None:
        """Go on although the findings contradict themselves, until they do so much more."""
        self.options = replace(self.options, accepted=fit(inquiry.case) / inquiry.case.model.doubt)


def search_on(open_job: OpenJob) -> FaultSearch | None:
    """Return the search for the fault of a job, None if its complaint is not known, or has no sound model."""
    complaint = complaint_of(open_job.guide, open_job.state)
    if complaint is None:
        return None
    try:
        return FaultSearch(open_job, complaint)
    except MicraError:
        return None


def _failed_last(open_job: OpenJob, name: str) -> bool:
    """Return whether the car showed its complaint at the last answer."""
    findings = [found.finding for found in reversed(open_job.state.found) if found.model == name]
    return next((finding.failing for finding in findings if isinstance(finding, Answered)), True)


def _asked(job: OpenJob) -> PartsTable | None:
    """Return the ways of the guide alone, at the price of the quote that was chosen; None if it needs no part."""
    ways = job.ways
    return as_asked(job.parts, ways, job.state.option, job.workshop().exchange) if job.parts and ways else None
