"""The events of one job in their order, which of them count, and the state that those lead to."""

from collections.abc import Iterable
from copy import copy

from msgspec import Struct

from micra_assistant.jobs.act_limits import size_of
from micra_assistant.jobs.events import UNDOABLE, Event, Redone, Undone
from micra_assistant.jobs.state import JobState

_MARKED_EVERY = 64


class _Walk(Struct):
    """What is undone, and in which order it may be undone and redone."""

    done: dict[str, Event] = {}
    waiting: dict[str, Event] = {}
    out: dict[str, Event] = {}

    def after(self, event: Event) -> "_Walk":
        later = _Walk(self.done.copy(), self.waiting.copy(), self.out.copy())
        later.take(event)
        return later

    def take(self, event: Event) -> None:
        match event.act:
            case Undone(event=target):
                self._undo(target)
            case Redone(event=target):
                self._redo(target)
            case act if isinstance(act, UNDOABLE):
                self.done[event.id] = event
                self.waiting.clear()

    def _undo(self, target: str) -> None:
        if found := self.done.pop(target, None):
            self.waiting[target] = self.out[target] = found

    def _redo(self, target: str) -> None:
        if found := self.out.pop(target, None):
            self.done[target] = found
            self.waiting.pop(target, None)


class History:
    """All that happened on a job.

    Two logs of one job are merged by making a history of the events of both: an event counts once, and all histories
    of the same events are the same.

    Attributes:
        events: all events, in order.
        state: the state that the events which count lead to.
        size: how much the events count against the most that a job may have (see act_limits).
    """

    def __init__(self, events: Iterable[Event] = (), state: JobState | None = None) -> None:
        """Take ``events`` in whatever order they come; ``state`` is what they lead to, if that is known."""
        self.events = tuple(sorted({event.id: event for event in events}.values(), key=lambda event: event.place))
        self.size = size_of(event.act for event in self.events)
        self._walk = _Walk()
        for event in self.events:
            self._walk.take(event)
        self._marks: tuple[JobState, ...] = ()
        self.state = self._replayed_from(0) if state is None else state

    @property
    def out(self) -> frozenset[str]:
        """The ids of the events that are undone."""
        return frozenset(self._walk.out)

    @property
    def to_undo(self) -> Event | None:
        """The event that is undone next, None if there is nothing to undo."""
        return _last(self._walk.done)

    @property
    def to_redo(self) -> Event | None:
        """The event that is redone next, None if nothing was undone since the last act."""
        return _last(self._walk.waiting)

    def after(self, event: Event) -> "History":
        """Return the history once ``event`` has happened."""
        if self.events and event.place <= self.events[-1].place:
            return History((*self.events, event))
        later = copy(self)
        later.events = (*self.events, event)
        later.size = self.size + size_of([event.act])
        later._walk = self._walk.after(event)  # noqa: SLF001 - another history
        changed = self._walk.out.keys() ^ later._walk.out.keys()  # noqa: SLF001
        if changed:
            later.state = later._replayed_from(later._place_of(*changed))  # noqa: SLF001
        else:
            later.state = self.state.after(event)
            later._mark(len(later.events), later.state)  # noqa: SLF001
        return later

    def _place_of(self, event_id: str) -> int:
        """Return where the event of an id stands that is or was undone: it is looked for among the last first."""
        return next(place for place in reversed(range(len(self.events))) if self.events[place].id == event_id)

    def _replayed_from(self, changed: int) -> JobState:
        """Return the state that the events lead to if those before the place ``changed`` count as they did.

        A state is remembered every so many events: what was undone is seldom far back.
        """
        self._marks = self._marks[: changed // _MARKED_EVERY]
        state = self._marks[-1] if self._marks else JobState()
        out = self._walk.out
        for place in range(len(self._marks) * _MARKED_EVERY, len(self.events)):
            event = self.events[place]
            if event.id not in out:
                state = state.after(event)
            self._mark(place + 1, state)
        return state

    def _mark(self, number: int, state: JobState) -> None:
        """Remember the state after so many events, if it is one to be remembered."""
        if number % _MARKED_EVERY == 0:
            self._marks = (*self._marks, state)


def _last(events: dict[str, Event]) -> Event | None:
    return next(reversed(events.values()), None)


def replay(events: Iterable[Event]) -> JobState:
    """Return the state that ``events`` lead to, in whatever order they are given."""
    return History(events).state
