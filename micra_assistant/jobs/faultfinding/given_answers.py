"""The answers given on the way to the fault, each with the event that brought it; where the person was last."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Model, Test
from micra_assistant.diagnosis.findings import Answered, AnyFinding
from micra_assistant.diagnosis.guide_items import words_of_items
from micra_assistant.diagnosis.telling import told
from micra_assistant.guide.model import Reading
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.events import (
    Diagnosed,
    Entered,
    Event,
    FaultSought,
    GuideTaken,
    MoveChosen,
    OptionChosen,
    Redone,
    Ticked,
    Undone,
    WaitBegun,
    WaitLeftOut,
)
from micra_assistant.jobs.faultfinding.case_of_job import answer_on_the_checklist
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import KeptFinding


class GivenAnswer(Struct, frozen=True):
    """Something that was found.

    Attributes:
        event: the id of the event to undo.
        turn: when it came.
        finding, words: what was found.
        reading: the line of the checklist that was read for it, None if none was.
    """

    event: str
    turn: int
    finding: AnyFinding
    words: str
    reading: Line | None = None


def answers_given(open_job: OpenJob, model: Model, name: str) -> tuple[GivenAnswer, ...]:
    """Return what was found with the model called ``name``, on the checklist too, in order."""
    given = [_given(open_job, model, found) for found in open_job.state.found if found.model == name]
    return tuple(sorted([*given, *_on_the_checklist(open_job, model)], key=lambda answer: answer.turn))


def was_finding(open_job: OpenJob) -> bool:
    """Whether the person was last at the fault finder, not in the guide."""
    events = {event.id: event for event in open_job.history.events}
    for event in reversed(open_job.history.events):
        act = event.act
        if isinstance(act, Undone | Redone) and act.event in events:
            act = events[act.event].act
        if isinstance(act, FaultSought | Diagnosed | MoveChosen):
            return True
        if not isinstance(act, Entered | Ticked | WaitBegun | WaitLeftOut | OptionChosen | GuideTaken):
            return False
    return False


def _given(open_job: OpenJob, model: Model, found: KeptFinding) -> GivenAnswer:
    return GivenAnswer(found.id, found.turn, found.finding, found.words, _read_before(open_job, model, found))


def _read_before(open_job: OpenJob, model: Model, found: KeptFinding) -> Line | None:
    """Return the reading that was kept before an answer was given which it does not tell by itself."""
    test = model.find_test(found.finding.test) if isinstance(found.finding, Answered) else None
    state = open_job.state
    if test is None or test.item not in state.since or state.counts_from(test.item) > found.turn:
        return None
    if answer_on_the_checklist(test, open_job.checklist):
        return None
    return _reading(open_job, test.item)


def _reading(open_job: OpenJob, item: str) -> Line | None:
    line = open_job.checklist.line(item)
    return line if isinstance(line.item, Reading) and line.value else None


def _on_the_checklist(open_job: OpenJob, model: Model) -> Iterator[GivenAnswer]:
    words = words_of_items(open_job.guide)
    for test, item in _items_of_tests(model):
        answer = answer_on_the_checklist(test, open_job.checklist, item) if item in open_job.state.since else ""
        if answer and (event := _last_about(open_job, item)):
            finding = Answered(test.id, answer)
            yield GivenAnswer(event.id, event.turn, finding, told(model, finding, words), _reading(open_job, item))


def _last_about(open_job: OpenJob, item: str) -> Event | None:
    """Return the event that brought the tick or the value of an item, None if there is none."""
    counted = (event for event in reversed(open_job.history.events) if event.id not in open_job.history.out)
    return next((e for e in counted if isinstance(e.act, Ticked | WaitLeftOut | Entered) and e.act.item == item), None)


def _items_of_tests(model: Model) -> Iterator[tuple[Test, str]]:
    """Yield each test with every item that answers it."""
    for test in model.tests:
        yield from ((test, item) for item in (test.item, *test.again))
