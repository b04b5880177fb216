"""What happened on a job, one line an event."""

from collections.abc import Mapping
from itertools import zip_longest

from msgspec import Struct

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.act_words import Teller
from micra_assistant.jobs.events import (
    Blanked,
    CalledAway,
    Closed,
    Described,
    Event,
    GuideTaken,
    ItemAct,
    Noted,
    Opened,
    PhotoAdded,
    Redone,
    Removed,
    Reopened,
    StepShown,
    StopLeftOut,
    StopTakenUp,
    Undone,
)
from micra_assistant.jobs.history import History
from micra_assistant.workshop.values import Distance


class Entry(Struct, frozen=True):
    """A line of the timeline.

    Attributes:
        event, at, by: id, time and person of the event.
        step: the title of the step it is about, or where the person was; empty if it is about the job as a whole.
        words: what happened.
        undone: whether it no longer counts.
        is_step: whether the person went to the step, and that is all.
        step_id: the id of the step if the guide has it, else empty.
    """

    event: str
    at: str
    by: str
    step: str
    words: str
    undone: bool = False
    is_step: bool = False
    step_id: str = ""


class Timeline:
    """Everything that happened, in order, put in words when it is asked for; of steps only walked through, the last."""

    def __init__(
        self, guide: Guide, history: History, options: Mapping[str, str], distance: Distance = Distance.KM
    ) -> None:
        self._guide = guide
        self._out = history.out
        self._teller = Teller(guide, history, options, distance)
        self._places = _places(guide, history)
        followed = zip_longest(history.events, history.events[1:])
        self._events = [event for event, following in followed if not _is_passed_by(event, following)]

    def __len__(self) -> int:
        return len(self._events)

    def entries(self, start: int = 0, end: int | None = None) -> tuple[Entry, ...]:
        """Return what happened from a place on, all or up to another place."""
        return tuple(map(self._entry, self._events[start:end]))

    def _entry(self, event: Event) -> Entry:
        step = self._places[event.id]
        return Entry(
            event=event.id,
            at=event.at,
            by=event.by,
            step=self._teller.step(step),
            words=self._teller.words(event.act),
            undone=event.id in self._out,
            is_step=isinstance(event.act, StepShown),
            step_id=step if self._guide.find_step(step) else "",
        )


def timeline(
    guide: Guide, history: History, options: Mapping[str, str], distance: Distance = Distance.KM
) -> tuple[Entry, ...]:
    """Return everything that happened, as Timeline tells it."""
    return Timeline(guide, history, options, distance).entries()


def _is_passed_by(event: Event, following: Event | None) -> bool:
    return isinstance(event.act, StepShown) and following is not None and isinstance(following.act, StepShown)


def _places(guide: Guide, history: History) -> dict[str, str]:
    """Return by event the step that it is about; what the guide does not know happened where the person was."""
    places: dict[str, str] = {}
    here = guide.steps[0].id
    for event in history.events:
        match event.act:
            case StepShown(step=step) | CalledAway(step=step):
                place = here = step
            case Noted(step=step) | PhotoAdded(step=step):
                place = step
            case act if isinstance(act, ItemAct):
                item = act.item
                known = guide.find_step_of(item)
                place = known.id if known else here
            case Removed(event=other) | Undone(event=other) | Redone(event=other):
                place = places.get(other, here)
            case Opened() | Described() | GuideTaken() | Closed() | Reopened() | Blanked():
                place = ""
            case StopLeftOut(stop=stop) | StopTakenUp(stop=stop):
                place = stop if guide.find_step(stop) else here
            case _:
                place = here
        places[event.id] = place
    return places
