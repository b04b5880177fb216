"""Window and terminal ask the same after the same answers, and leave the same acts in the job."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.findings import Move, MoveKind, Outcome
from micra_assistant.guide.model import Reading, Tick
from micra_assistant.jobs.events import AnyAct, Undone
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.faultfinding.fault_search import FaultSearch
from micra_assistant.jobs.faultfinding.inquiry import Inquiry, Stage
from micra_assistant.jobs.faultfinding.question import GO_ON
from micra_assistant.jobs.faultfinding.recording import Recorder
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.ways_to_open import begin_job
from tests.examples import fewer_examples
from tests.jobs.faultfinding.talks import SHIPPED, no_own_rate

pytestmark = pytest.mark.thorough

VALUES = ("0.4", "OL", "12", "2.9", "0")
"""What is typed as a reading."""
UNKNOWN, CANNOT, FAILING, OTHER, TYPED = 90, 91, 92, 93, 94
"""What is said instead of an answer; a smaller number is that of an answer."""
SAID = st.one_of(st.integers(0, 7), st.integers(0, 7), st.integers(0, 7), st.integers(UNKNOWN, TYPED))


class Window:
    """Does with a search what the window does with it."""

    def __init__(self, search: FaultSearch) -> None:
        self.search, self.open_job = search, search.open_job
        search.begin()

    @property
    def inquiry(self) -> Inquiry:
        """What is asked now."""
        return self.search.inquiry()

    def say(self, number: int) -> None:
        """Say something, as the card in sight lets one say it."""
        inquiry = self.inquiry
        recorder = Recorder(inquiry, self.search.complaint.faults)
        match inquiry.stage:
            case Stage.DOUBT:
                doubted = inquiry.doubted
                if number < len(doubted):
                    self.open_job.do(Undone(doubted[number].event))
                else:
                    self.search.accept(inquiry)
            case _ if number in (UNKNOWN, CANNOT):
                recorder.leave_out(self.open_job, unknown=number == UNKNOWN)
                self.search.prefer(None)
            case _ if number == FAILING:
                self.search.set_failing(not inquiry.case.failing, inquiry.goal)
            case _ if number == OTHER:
                self.search.prefer(other(inquiry))
            case Stage.GATE:
                self._pass(inquiry, number)
            case Stage.TEST:
                self._answer(inquiry, recorder, number)
            case _:
                recorder.outcome(self.open_job, list(Outcome)[number % len(Outcome)])
                self.search.prefer(None)

    def _answer(self, inquiry: Inquiry, recorder: Recorder, number: int) -> None:
        assert inquiry.test
        if number == TYPED and (reading := plain_reading(inquiry)):
            typed = VALUES[len(inquiry.given) % len(VALUES)]
            answer = answer_typed(inquiry.test, reading, typed)
            recorder.reading(self.open_job, reading.id, typed, answer)
            if not answer:
                return
        else:
            recorder.answer(self.open_job, list(inquiry.test.answers)[number % len(inquiry.test.answers)])
        self.search.prefer(None)

    def _pass(self, inquiry: Inquiry, number: int) -> None:
        """Do the first line that must be done, in the guide."""
        assert inquiry.gate
        gate = self.open_job.checklist.line(inquiry.gate.id).held_by or inquiry.gate
        if isinstance(gate, Reading) and self.open_job.checklist.taken_off(gate) is None:
            gate = self.open_job.guide.find_item(gate.minus) or gate
        if isinstance(gate, Tick):
            self.open_job.toggle(gate.id)
        else:
            self.open_job.enter(gate.id, VALUES[number % len(VALUES)])


def other(inquiry: Inquiry) -> Move:
    """Return the last test or repair that is left."""
    left = [Move(MoveKind.TEST, test.id) for test in inquiry.case.tests_left()]
    return [*left, *(Move(MoveKind.REPAIR, repair.id) for repair in inquiry.case.repairs_left())][-1]


def plain_reading(inquiry: Inquiry) -> Reading | None:
    """Return the reading that answers the test alone, None if there is none or it asks what a lone number means."""
    item = inquiry.readings[0] if len(inquiry.readings) == 1 else None
    return item if item and not item.minus else None


def say_in_words(now: Conversation, number: int) -> None:
    """Say the same in words."""
    answers = list(now.answers)
    if now.contradicts:
        now.answer(answers[number] if number < len(answers) - 1 else GO_ON)
    elif number in (UNKNOWN, CANNOT):
        now.skip(unknown=number == UNKNOWN)
    elif number == FAILING:
        now.set_failing(failing=not now.case.failing)
    elif number == OTHER:
        now.choose(other(now.inquiry))
    elif not answers:
        now.type(VALUES[number % len(VALUES)])
    elif number == TYPED and now.asked.kind is MoveKind.TEST and plain_reading(now.inquiry):
        now.type(VALUES[len(now.inquiry.given) % len(VALUES)])
    else:
        now.answer(answers[number % len(answers)])


def search_in(store: Store, name: str) -> FaultSearch:
    """Return a search in a new job with a shipped guide."""
    guide, complaint, known = SHIPPED[name]
    return FaultSearch(begin_job(store, replace(guide, fingerprint="")), complaint, no_own_rate, known)


def acts_of(search: FaultSearch) -> Iterator[AnyAct]:
    """Yield what was done on a job; what was undone by its place."""
    places = {event.id: f"{place}" for place, event in enumerate(search.open_job.history.events)}
    for event in search.open_job.history.events[1:]:
        yield Undone(places[event.act.event]) if isinstance(event.act, Undone) else event.act


@pytest.mark.walk
@pytest.mark.parametrize("name", SHIPPED)
@fewer_examples(0.1)
@given(st.lists(SAID, min_size=12, max_size=25))
def test_window_and_terminal_go_the_same_way(name: str, said: list[int]) -> None:
    with closing(SqliteStore(None)) as one, closing(SqliteStore(None)) as other_store:
        window = Window(search_in(one, name))
        spoken = search_in(other_store, name)
        now = Conversation(spoken)
        for number in said:
            asked = window.inquiry
            assert (asked.stage, asked.asked, asked.goal) == (
                now.inquiry.stage,
                now.inquiry.asked,
                now.inquiry.goal,
            )
            if now.end or asked.stage is Stage.HAND_OVER:
                break
            window.say(number)
            say_in_words(now, number)
            assert list(acts_of(window.search)) == list(acts_of(spoken))
