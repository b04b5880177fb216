"""The stops that lie behind: steps where something was done, found or left out, in the order in which it began."""

from collections.abc import Iterator

from micra_assistant.diagnosis.findings import Answered, LeftOut, Repaired, move_of
from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.stop import Stand, Stop, Why, move_id, title_on_car
from micra_assistant.jobs.state import JobState


def worked_stops(guide: Guide, state: JobState, checklist: Checklist, inquiry: Inquiry | None) -> tuple[Stop, ...]:
    """Return the stops where something was done, each with the lines that are done there."""
    begun = {step.id: turn for step in guide.steps if (turn := _begun(step, state))}
    stops = {step: (turn, _stop(guide.step(step), checklist)) for step, turn in begun.items()}
    for turn, stop in _found(state, checklist, inquiry) if inquiry else ():
        stops.setdefault(stop.id, (turn, stop))
    return tuple(stop for _turn, stop in sorted(stops.values(), key=lambda one: one[0]))


def has_begun(open_job: OpenJob, inquiry: Inquiry | None) -> bool:
    """Whether the work has begun: something was done or found, more than to know the complaint."""
    guide, state = open_job.guide, open_job.state
    complaint = inquiry.complaint_step if inquiry else ""
    if open_job.checklist.taken_apart() or any(_begun(step, state) for step in guide.steps if step.id != complaint):
        return True
    return any(isinstance(one.finding, Answered | Repaired) and not one.finding.told for one in state.found)


def _begun(step: Step, state: JobState) -> int:
    """Return the turn in which something was first done at a step that is still done, 0 if nothing is."""
    return min((state.since[item.id] for item in step.items if item.id in state.since), default=0)


def _stop(step: Step, checklist: Checklist) -> Stop:
    lines = tuple(line for item in step.items if (line := checklist.line(item.id)).done)
    return Stop(step.id, title_on_car(step, lines), Stand.DONE, Why.WORKED, step=step, lines=lines)


def _found(state: JobState, checklist: Checklist, inquiry: Inquiry) -> Iterator[tuple[int, Stop]]:
    """Yield a stop for each finding about a test or a repair, with the turn in which it came."""
    for found in state.found:
        move = move_of(found.finding)
        part = inquiry.model.find_step(move) if move else None
        if move is None or part is None or found.model != inquiry.model_name:
            continue
        step = inquiry.open_job.guide.find_step(part.step)
        if not isinstance(found.finding, LeftOut):
            done = Stop(move_id(move), found.words, Stand.DONE, Why.WORKED)
            yield found.turn, _stop(step, checklist) if step else done
        elif move in inquiry.case.left_out:
            title, reason = inquiry.name(move), found.reason or found.words
            left = Stop(move_id(move), title, Stand.LEFT_OUT, Why.WORKED, step=step, reason=reason, event=found.id)
            yield found.turn, left
