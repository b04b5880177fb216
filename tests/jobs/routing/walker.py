"""A mechanic who goes where the route leads, on a job with a shipped guide."""

from collections.abc import Callable, Mapping
from random import Random

from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.guide.model import AnyItem, Count, Guide, Reading
from micra_assistant.jobs.events import Closed, Described, OptionChosen
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch, search_on
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.recording import Recorder
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.routing.changing import tools_ready
from micra_assistant.jobs.routing.route import Route, route_of
from micra_assistant.jobs.routing.stop import Stop
from micra_assistant.jobs.stop_words import CLOSE, READY
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.parts.options import parts_of

COUNTED = "2"
"""How many of anything come off."""
CURES = 0.4
"""How often a repair cures at random."""


class Walker:
    """Does what the route says is now.

    Attributes:
        been: the ids of the stops where something was done, in order.
    """

    def __init__(self, store: Store, guide: Guide, complaint: str = "") -> None:
        self.open_job = begin_job(store, guide, parts_of(guide), Described(complaint=complaint))
        self.been: list[str] = []

    @property
    def search(self) -> FaultSearch:
        """The search for the fault of the job."""
        search = search_on(self.open_job)
        assert search
        return search

    @property
    def inquiry(self) -> Inquiry:
        """What is asked now."""
        return self.search.inquiry()

    @property
    def route(self) -> Route:
        """The route as it is now."""
        search = search_on(self.open_job)
        return route_of(self.open_job, search.inquiry() if search else None)

    @property
    def now(self) -> Stop:
        """The stop to be at."""
        stop = self.route.now
        assert stop
        return stop

    def go(self, *stops: str, values: Mapping[str, str] | None = None) -> None:
        """Do all lines of these stops, each of which must be the one that is now."""
        for stop in stops:
            assert self.now.id == stop, f"{self.now.id} is now, not {stop}"
            self.do_lines(values or {})

    def answer(self, stop: str, answer: str) -> None:
        """Answer what is asked at a stop, which must be the one that is now."""
        assert self.now.id == stop, f"{self.now.id} is now, not {stop}"
        self.give(answer)

    def give(self, answer: str) -> None:
        """Answer what is asked."""
        self.been.append(self.now.id)
        inquiry = self.inquiry
        assert not inquiry.case.open_gates(inquiry.goal), f"{inquiry.goal.id} is asked before its gates"
        recorder = Recorder(inquiry, inquiry.model_name)
        (recorder.outcome if inquiry.repair else recorder.answer)(self.open_job, answer)

    def do_lines(self, values: Mapping[str, str]) -> None:
        """Do all open lines of the stop that is now; nothing may hold any of them."""
        stop = self.now
        self.been.append(stop.id)
        if stop.id == READY:
            tools_ready(self.open_job)
        for line in stop.open_lines:
            self.do_line(line.item, values)

    def do_line(self, item: AnyItem, values: Mapping[str, str]) -> None:
        """Tick a line, or enter a value: one that is given, else one that is right."""
        if isinstance(item, Reading | Count):
            held = self.open_job.enter(item.id, values.get(item.id) or _right(item))
        else:
            held = self.open_job.toggle(item.id)
        assert held is None, f"{item.id} is held by {held.held_by.id if held and held.held_by else None}"

    def choose_part(self, option: str) -> None:
        """Choose a way to get the part."""
        self.open_job.do(OptionChosen(option))

    def close(self) -> Closed:
        """Close the job and return its outcome."""
        self.open_job.do(Closed())
        outcome = self.open_job.state.outcome
        assert outcome
        return outcome


def _right(item: Reading | Count) -> str:
    if isinstance(item, Count):
        return COUNTED
    value = item.low if item.low is not None else item.high
    if value is None:
        return "1"
    return "OL" if value.is_infinite() else f"{value:.2f}"


def outcome_of(*, cures: bool) -> str:
    """Return the answer to a repair."""
    return (Outcome.CURED if cures else Outcome.NO_CHANGE).value


def walk(walker: Walker, random: Random, at_each: Callable[[], None] = lambda: None, most: int = 200) -> None:
    """Go where the route leads, with answers at random, until only closing is left; look ``at_each`` moment."""
    for _stop in range(most):
        at_each()
        now = walker.now
        if now.id == CLOSE:
            return
        if now.open_lines or now.id == READY:
            walker.do_lines({})
        elif walker.inquiry.test:
            walker.give(random.choice(list(walker.inquiry.test.answers)))
        else:
            walker.give(outcome_of(cures=random.random() < CURES))
    raise AssertionError(f"no end after {walker.been}")
