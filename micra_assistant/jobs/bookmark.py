"""Where a job was left: the last steps and what was done at them, what is open on the car, which tools are out."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.guide.model import Guide, Step
from micra_assistant.jobs.checklist import Checklist, Line, Opening
from micra_assistant.jobs.events import (
    CalledAway,
    ItemAct,
    Noted,
    PhotoAdded,
    StepShown,
)
from micra_assistant.jobs.history import History


class LastStep(Struct, frozen=True):
    """A step that was worked at, and its lines."""

    step: Step
    lines: tuple[Line, ...]


class Bookmark(Struct, frozen=True):
    """Where a job was left.

    Attributes:
        steps: where the person stood, last; before it the last other step at which anything was done, or else was read.
        openings: what is open on the car.
        tools_out: the tools that lie at the car.
    """

    steps: tuple[LastStep, ...]
    openings: tuple[Opening, ...]
    tools_out: tuple[str, ...]


def bookmark(guide: Guide, history: History) -> Bookmark:
    """Return where a job stands."""
    checklist = Checklist(guide, history.state)
    last = _last_step(guide, history)
    before = next((step for step in (*_worked_at(guide, history), *_read(guide, history)) if step is not last), None)
    return Bookmark(
        tuple(_with_lines(checklist, step) for step in (before, last) if step),
        checklist.car_now(),
        history.state.tools_out,
    )


def _with_lines(checklist: Checklist, step: Step) -> LastStep:
    return LastStep(step, tuple(checklist.line(item.id) for item in step.items))


def _last_step(guide: Guide, history: History) -> Step:
    """Return the step where a job stands; the first if the guide no longer has the one that was."""
    return guide.find_step(history.state.step) or guide.steps[0]


def _worked_at(guide: Guide, history: History) -> Iterator[Step]:
    """Return the steps at which something was done that counts, the last first."""
    for event in reversed(history.events):
        match event.act:
            case act if isinstance(act, ItemAct) and event.id not in history.out:
                known = guide.find_step_of(act.item)
            case Noted(step=name) | PhotoAdded(step=name) if event.id not in history.out:
                known = guide.find_step(name)
            case _:
                known = None
        if known:
            yield known


def _read(guide: Guide, history: History) -> Iterator[Step]:
    """Return the steps that were shown, the last first."""
    for event in reversed(history.events):
        if isinstance(event.act, StepShown | CalledAway) and (step := guide.find_step(event.act.step)):
            yield step
