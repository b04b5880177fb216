"""What a job has found out about its fault: answers that were given, and those that stand on the checklist."""

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Access, Model, Test, WayBack
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Repaired
from micra_assistant.guide.measure import ReadingError
from micra_assistant.guide.model import Complaint, Guide, Reading
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.state import JobState


def complaint_of(guide: Guide, state: JobState) -> Complaint | None:
    """Return the complaint whose model the fault of a job is sought with; None if that has to be asked first.

    It is the one that was sought with last, else the one that the job was begun with, else the only one. Of a job that
    was begun before it was kept which one was chosen, the words tell.
    """
    with_model = [complaint for complaint in guide.complaints if complaint.faults]
    sought = [complaint for complaint in with_model if complaint.faults == state.model]
    begun = [complaint for complaint in with_model if complaint.title in (state.complaint, guide.say(state.complaint))]
    only = with_model if len(with_model) == 1 else []
    return next(iter((*sought, *begun, *only)), None)


def case_of(
    model: Model,
    name: str,
    rate_per_hour: Decimal,
    guide: Guide,
    state: JobState,
    checklist: Checklist | None = None,
) -> Case:
    """Return what a job knows about its fault; ``name`` is the file of the model.

    A reading or a tick on the checklist answers its test, and an answer given by itself holds from when it was given;
    a reading that is typed again counts from then on, as a second look at the car.
    ``checklist`` is that of the state, if it is known already: to make one takes time.
    """
    checklist = checklist or Checklist(guide, state)
    given = [(found.turn, found.finding) for found in state.found if found.model == name]
    found: list[tuple[int, AnyFinding]] = [*given, *_on_the_checklist(model, checklist, state, given)]
    open_now = {opening.item.state for opening in checklist.openings()}
    items = [item.id for item in guide.items if _is_met(checklist.line(item.id), open_now)]
    in_force = [item.id for item in guide.items if item.state and item.state in open_now]
    findings = [finding for _turn, finding in sorted(found, key=lambda one: one[0])]
    begun = {access.id: _begun(access, guide, checklist) for access in model.access}
    closed = [access.id for access in model.access if _is_put_back(access, guide, state, open_now)]
    stays = [back.opened for back in model.backs if not _puts_back(back, guide, checklist)]
    return Case(model, rate_per_hour, findings, items=items, in_force=in_force, begun=begun, closed=closed, stays=stays)


def _puts_back(back: WayBack, guide: Guide, checklist: Checklist) -> bool:
    """Whether what is open on the car is put back by the line that a model names for that, and it is still to do."""
    line, opener = guide.find_item(back.line), guide.find_item(back.opened)
    if line is None or opener is None or checklist.line(line.id).done:
        return False
    return all(one.item.id in line.undoes for one in checklist.openings() if one.item.state == opener.state)


def _is_put_back(access: Access, guide: Guide, state: JobState, open_now: Container[str]) -> bool:
    """Whether access work was seen on the car and is not there any more."""
    leaves = [item.state for name in access.leaves if (item := guide.find_item(name)) and item.state]
    ended = {words for words in leaves if words not in open_now}
    return any(item.state in ended and item.id in state.changes for item in guide.items)


def _begun(access: Access, guide: Guide, checklist: Checklist) -> float:
    """Return the minutes of those steps of access work that are done, all of their lines."""
    steps = [step for name in access.steps if (step := guide.find_step(name)) and step.items]
    done = [step for step in steps if not any(checklist.line(item.id).is_to_do for item in step.items)]
    return float(sum(step.minutes for step in done))


def _is_met(line: Line, open_now: Container[str]) -> bool:
    """Whether a line that is to be done before a test or repair is; ``open_now`` are the states of the car.

    What opens something is met while the car is in that state, whatever brought it there. A reading is a look at the
    car, met once it is measured, be it right or wrong; in a danger or warning it protects hands and must be right.
    """
    if line.item.undo:
        return line.item.state in open_now
    return line.passes or (line.is_measured and not line.item.gate)


def _on_the_checklist(
    model: Model, checklist: Checklist, state: JobState, given: list[tuple[int, AnyFinding]]
) -> Iterator[tuple[int, AnyFinding]]:
    for test in model.tests:
        if test.item in state.since and (answer := answer_on_the_checklist(test, checklist)):
            yield state.counts_from(test.item), Answered(test.id, answer)
        repaired = _repaired_with(model, test, given)
        for item in test.again:
            if item in state.since and (answer := answer_on_the_checklist(test, checklist, item)):
                yield _turn_of_again(state.counts_from(item), repaired), Answered(test.id, answer)


def _repaired_with(model: Model, test: Test, given: Iterable[tuple[int, AnyFinding]]) -> list[int]:
    """Return the turns at which it was said what the repairs that a test is part of led to."""
    repairs = {repair.id for repair in model.repairs if repair.again == test.id}
    return [turn for turn, finding in given if isinstance(finding, Repaired) and finding.repair in repairs]


def _turn_of_again(turn: int, repaired: list[int]) -> int:
    """Return from when a reading that is part of a repair counts: it was taken before anybody said what that led to."""
    before = any(when <= turn for when in repaired)
    return turn if before else max(turn, min(repaired, default=turn))


def answer_on_the_checklist(test: Test, checklist: Checklist, item: str = "") -> str:
    """Return the answer of a test that an item gives, its own if none is named; empty if that gives none."""
    try:
        line = checklist.line(item or test.item)
    except KeyError:
        return ""
    if not isinstance(line.item, Reading):
        return test.ticked if line.done else ""
    if not line.value:
        return ""
    try:
        return answer_typed(test, line.item, line.value, checklist.taken_off(line.item))
    except ReadingError:
        return ""
