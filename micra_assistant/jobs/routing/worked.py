"""The stops that lie behind: steps where something was done, found or left out, in the order in which it began."""

from collections.abc import Iterator

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import LeftOut, move_of
from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.routing.stop import Stand, Stop, Why
from micra_assistant.jobs.state import JobState, KeptFinding


def worked_stops(guide: Guide, state: JobState, checklist: Checklist, inquiry: Inquiry | None) -> tuple[Stop, ...]:
    """Return the stops where something was done, each with the lines that are done there."""
    begun = {step.id: turn for step in guide.steps if (turn := _begun(step, state))}
    stops = {step: (turn, _stop(guide.step(step), checklist)) for step, turn in begun.items()}
    for turn, stop in _found(state, checklist, inquiry) if inquiry else ():
        stops.setdefault(stop.id, (turn, stop))
    return tuple(stop for _turn, stop in sorted(stops.values(), key=lambda one: one[0]))


def _begun(step: Step, state: JobState) -> int:
    """Return the turn in which something was first done at a step that is still done, 0 if nothing is."""
    return min((state.since[item.id] for item in step.items if item.id in state.since), default=0)


def _stop(step: Step, checklist: Checklist, stand: Stand = Stand.DONE, reason: str = "") -> Stop:
    lines = tuple(line for item in step.items if (line := checklist.line(item.id)).done)
    return Stop(step.id, step.title, stand, Why.WORKED, step=step, lines=lines, reason=reason)


def _found(state: JobState, checklist: Checklist, inquiry: Inquiry) -> Iterator[tuple[int, Stop]]:
    """Yield a stop for each finding about a test or a repair, with the turn in which it came."""
    guide, model = inquiry.open_job.guide, inquiry.model
    for found in state.found:
        stop = _of_finding(guide, model, checklist, found) if found.model == inquiry.model_name else None
        if stop:
            yield found.turn, stop


def _of_finding(guide: Guide, model: Model, checklist: Checklist, found: KeptFinding) -> Stop | None:
    move = move_of(found.finding)
    part = model.find_step(move) if move else None
    if move is None or part is None:
        return None
    stand, reason = (Stand.LEFT_OUT, found.words) if isinstance(found.finding, LeftOut) else (Stand.DONE, "")
    step = guide.find_step(part.step)
    if step:
        return _stop(step, checklist, stand, reason)
    return Stop(move.id, found.words, stand, Why.WORKED, reason=reason)
