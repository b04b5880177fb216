"""How long the work of a model takes: as long as the steps of the guide that do it.

With access work goes putting back: of each thing that it opens, the last step of the guide that puts it back.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from micra_assistant.diagnosis.entries import AccessEntry, ModelEntry, RepairEntry, TestEntry
from micra_assistant.guide.model import Guide, Step


def with_minutes_of_steps(entry: ModelEntry, guide: Guide) -> ModelEntry:
    """Return a model with the minutes of its steps where its author names steps and no minutes.

    What takes steps whose minutes the guide does not say is left without. A step that puts back counts once: with the
    test or the repair whose step it is, else with the first access work that opens what it puts back.
    """
    taken = {test.step for test in entry.tests}
    taken.update(step for repair in entry.repairs for step in (repair.step, *repair.steps))
    return replace(
        entry,
        access=tuple(_timed_access(access, guide, taken) for access in entry.access),
        tests=tuple(_timed(test, guide, (test.step,)) for test in entry.tests),
        repairs=tuple(_timed(repair, guide, repair.steps or (repair.step,)) for repair in entry.repairs),
    )


def put_back_steps(guide: Guide, steps: Iterable[str]) -> tuple[Step, ...]:
    """Return the steps that put back what these steps open, in the order of the guide."""
    opened = {item.id for name in steps if (step := guide.find_step(name)) for item in step.items if item.undo}
    last = {opener: step.id for step in guide.steps for item in step.items for opener in item.undoes}
    back = {step for opener, step in last.items() if opener in opened}
    return tuple(step for step in guide.steps if step.id in back)


def _timed_access(access: AccessEntry, guide: Guide, taken: set[str]) -> AccessEntry:
    if not access.steps:
        return access
    back = [step.id for step in put_back_steps(guide, access.steps) if step.id not in taken]
    taken.update(back)
    return replace(access, minutes=_minutes(guide, (*access.steps, *back)))


def _timed(part: TestEntry | RepairEntry, guide: Guide, steps: tuple[str, ...]) -> TestEntry | RepairEntry:
    return part if part.minutes is not None else replace(part, minutes=_minutes(guide, steps))


def _minutes(guide: Guide, steps: Iterable[str]) -> float | None:
    """Return the minutes of steps, None if the guide says none."""
    return float(sum(step.minutes for step in _known(guide, steps))) or None


def _known(guide: Guide, steps: Iterable[str]) -> Iterator[Step]:
    return (step for name in dict.fromkeys(steps) if (step := guide.find_step(name)))
