"""The events of one job in their order, which of them count, and the state that those lead to."""

from collections.abc import Iterable, Set
from copy import copy
from operator import attrgetter

from msgspec import Struct

from micra_assistant.jobs.act_limits import size_of
from micra_assistant.jobs.events import UNDOABLE, Event, Redone, Undone
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.state_changes import Replay

_MARKED_EVERY = 64
_UNDOABLE = frozenset(UNDOABLE)
_PLACE = attrgetter("turn", "id")


class _Walk(Struct):
    """What is undone, and in which order it may be undone and redone."""

    done: dict[str, Event] = {}
    waiting: dict[str, Event] = {}
    out: dict[str, Event] = {}

    def copy(self) -> "_Walk":
        return _Walk(self.done.copy(), self.waiting.copy(), self.out.copy())

    def take(self, events: Iterable[Event]) -> None:
        for event in events:
            match event.act:
                case Undone(event=target):
                    self._undo(target)
                case Redone(event=target):
                    self._redo(target)
                case act if type(act) in _UNDOABLE:
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
        self.events = _in_order(events)
        self.size = size_of(event.act for event in self.events)
        self._walk = _Walk()
        self._walk.take(self.events)
        self._marks: tuple[JobState, ...] = ()
        self.state = self._replayed_from(0) if state is None else state

    @property
    def out(self) -> Set[str]:
        """The ids of the events that are undone."""
        return self._walk.out.keys()

    @property
    def to_undo(self) -> Event | None:
        """The event that is undone next, None if there is nothing to undo."""
        return _last(self._walk.done)

    @property
    def to_redo(self) -> Event | None:
        """The event that is redone next, None if nothing was undone since the last act."""
        return _last(self._walk.waiting)

    def after(self, *events: Event) -> "History":
        """Return the history once ``events``, in whatever order, have happened, here or in another window."""
        newer = _in_order(events)
        if newer and self.events and newer[0].place <= self.events[-1].place:
            return History((*self.events, *newer))
        later = copy(self)
        later._add(newer)  # noqa: SLF001 - another history
        return later

    def _add(self, newer: tuple[Event, ...]) -> None:
        """Take in events that are later than all there are."""
        known, former = len(self.events), self._walk
        self.events = (*self.events, *newer)
        self.size += size_of(event.act for event in newer)
        self._walk = former.copy()
        self._walk.take(newer)
        changed = former.out.keys() ^ self._walk.out.keys()
        self.state = self._replayed_from(self._first_of(changed)) if changed else self._played(self.state, known)

    def _first_of(self, ids: Set[str]) -> int:
        """Return where the first event of these ids stands, all of which there are: the last are looked at first."""
        left = set(ids)
        place = len(self.events)
        while left:
            place -= 1
            left.discard(self.events[place].id)
        return place

    def _replayed_from(self, changed: int) -> JobState:
        """Return the state that the events lead to if those before the place ``changed`` count as they did.

        A state is remembered every so many events: what was undone is seldom far back.
        """
        self._marks = self._marks[: changed // _MARKED_EVERY]
        return self._played(self._marks[-1] if self._marks else JobState(), len(self._marks) * _MARKED_EVERY)

    def _played(self, state: JobState, start: int) -> JobState:
        """Return what the events from a place on make of a state, and remember states on the way."""
        marks, out, replay = list(self._marks), self._walk.out, Replay(state)
        while start < len(self.events):
            end = min(start - start % _MARKED_EVERY + _MARKED_EVERY, len(self.events))
            replay.play(event for event in self.events[start:end] if event.id not in out)
            if end % _MARKED_EVERY == 0:
                marks.append(replay.state)
            start = end
        self._marks = tuple(marks)
        return replay.state


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted({event.id: event for event in events}.values(), key=_PLACE))


def _last(events: dict[str, Event]) -> Event | None:
    return next(reversed(events.values()), None)


def replay(events: Iterable[Event]) -> JobState:
    """Return the state that ``events`` lead to, in whatever order they are given."""
    return History(events).state
