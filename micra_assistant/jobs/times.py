"""How long the steps of a job took, by the times of its events."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from msgspec import Struct

from micra_assistant.jobs.events import CalledAway, CameBack, Closed, Event, Opened, Reopened, StepShown

LONGEST_PAUSE = timedelta(minutes=30)
"""A longer silence is counted as this long: the person was at lunch, or the PC was off."""


class _Mark(Struct, frozen=True, order=True):
    """From when on somebody was at a step; ``step`` is empty while nobody was at work."""

    time: datetime
    place: int
    step: str


def step_times(events: Iterable[Event], first_step: str = "") -> dict[str, timedelta]:
    """Return the time spent at each step that was shown, by its id, in order of the first visit.

    ``first_step`` is where a job begins of which no step is shown yet. Time away or after the job was closed does not
    count. No minute counts twice, also where a clock was put back or two logs were merged.
    """
    marks = list(_marks(sorted(events, key=lambda event: event.place), first_step))
    times = {mark.step: timedelta(0) for mark in marks if mark.step}
    for mark, following in pairwise(sorted(marks)):
        if mark.step and mark.place < following.place:
            times[mark.step] += min(following.time - mark.time, LONGEST_PAUSE)
    return times


def _marks(events: Iterable[Event], step: str) -> Iterator[_Mark]:
    at_work = True
    for place, event in enumerate(events):
        match event.act:
            case StepShown(step=shown):
                step = shown
            case CalledAway(step=left):
                step, at_work = left, False
            case Closed():
                at_work = False
            case CameBack() | Reopened() | Opened():
                at_work = True
        yield _Mark(event.time, place, step if at_work else "")
