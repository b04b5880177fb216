"""What was said on the way to the fault, in order, each with the event that brought it; where the person was last."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.diagnosis.findings import Answered, AnyFinding
from micra_assistant.diagnosis.guide_items import items_of
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.telling import told
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.events import (
    Diagnosed,
    Entered,
    Event,
    FaultSought,
    GuideTaken,
    OptionChosen,
    Redone,
    Ticked,
    Undone,
)
from micra_assistant.jobs.faultfinding.case_of_job import answer_on_the_checklist


class Said(Struct, frozen=True):
    """Something that was found; ``event`` is the id of the event to undo, ``turn`` when it came."""

    event: str
    turn: int
    finding: AnyFinding
    words: str


def said_so_far(bench: OpenJob, model: Model, name: str) -> tuple[Said, ...]:
    """Return what was found with the model called ``name``, on the checklist too, in order."""
    given = (Said(one.id, one.turn, one.finding, one.words) for one in bench.state.found if one.model == name)
    return tuple(sorted([*given, *_on_the_checklist(bench, model)], key=lambda said: said.turn))


def was_finding(bench: OpenJob) -> bool:
    """Whether the person was last at the fault finder, not in the guide."""
    events = {event.id: event for event in bench.history.events}
    for event in reversed(bench.history.events):
        act = event.act
        if isinstance(act, Undone | Redone) and act.event in events:
            act = events[act.event].act
        if isinstance(act, FaultSought | Diagnosed):
            return True
        if not isinstance(act, Entered | Ticked | OptionChosen | GuideTaken):
            return False
    return False


def _on_the_checklist(bench: OpenJob, model: Model) -> Iterator[Said]:
    words = items_of(bench.guide).words
    for test in model.tests:
        answer = answer_on_the_checklist(test, bench.checklist) if test.item in bench.state.since else ""
        if answer and (event := _last_about(bench, test.item)):
            finding = Answered(test.id, answer)
            yield Said(event.id, event.turn, finding, told(model, finding, words))


def _last_about(bench: OpenJob, item: str) -> Event | None:
    """Return the event that brought the tick or the value of an item, None if there is none."""
    counted = (event for event in reversed(bench.history.events) if event.id not in bench.history.out)
    return next((e for e in counted if isinstance(e.act, Ticked | Entered) and e.act.item == item), None)
