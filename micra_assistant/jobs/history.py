"""The events of one job in their order, which of them count, and the state that those lead to."""

from collections.abc import Iterable
from copy import copy

from msgspec import Struct

from micra_assistant.jobs.events import UNDOABLE, Event, Redone, Undone
from micra_assistant.jobs.limits import size_of
from micra_assistant.jobs.state import JobState


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
        size: how much the events count against the most that a job may have (see limits).
    """

    def __init__(self, events: Iterable[Event] = (), state: JobState | None = None) -> None:
        """Take ``events`` in whatever order they come; ``state`` is what they lead to, if that is known."""
        self.events = tuple(sorted({event.id: event for event in events}.values(), key=lambda event: event.place))
        self.size = size_of(event.act for event in self.events)
        self._walk = _Walk()
        for event in self.events:
            self._walk.take(event)
        self.state = _replayed(self.events, self.out) if state is None else state

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
        rewrites = isinstance(event.act, Undone | Redone)
        later.state = _replayed(later.events, later.out) if rewrites else self.state.after(event)
        return later


def _last(events: dict[str, Event]) -> Event | None:
    return next(reversed(events.values()), None)


def _replayed(events: tuple[Event, ...], out: frozenset[str]) -> JobState:
    state = JobState(turn=max((event.turn for event in events), default=0))
    for event in events:
        if event.id not in out:
            state = state.after(event)
    return state


def replay(events: Iterable[Event]) -> JobState:
    """Return the state that ``events`` lead to, in whatever order they are given."""
    return History(events).state
