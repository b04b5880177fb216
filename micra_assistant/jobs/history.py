"""The events of one job in their order, which of them count, and the state that those lead to."""

from collections.abc import Iterable

from msgspec import Struct

from micra_assistant.jobs.events import UNDOABLE, Event, Redone, Undone
from micra_assistant.jobs.state import JobState


class _Walk(Struct):
    """What is undone, and in which order it may be undone and redone."""

    done: list[Event]
    waiting: list[Event]
    out: dict[str, Event]

    def take(self, event: Event) -> None:
        match event.act:
            case Undone(event=target):
                self._undo(target)
            case Redone(event=target):
                self._redo(target)
            case act if isinstance(act, UNDOABLE):
                self.done.append(event)
                self.waiting.clear()

    def _undo(self, target: str) -> None:
        found = next((event for event in reversed(self.done) if event.id == target), None)
        if found:
            self.done.remove(found)
            self.waiting.append(found)
            self.out[target] = found

    def _redo(self, target: str) -> None:
        if found := self.out.pop(target, None):
            self.done.append(found)
            if found in self.waiting:
                self.waiting.remove(found)


class History:
    """All that happened on a job.

    Two logs of one job are merged by making a history of the events of both: an event counts once, and all histories
    of the same events are the same.

    Attributes:
        events: all events, in order.
        out: the ids of the events that are undone.
        to_undo: the event that is undone next, None if there is nothing to undo.
        to_redo: the event that is redone next, None if nothing was undone since the last act.
        state: the state that the events which count lead to.
    """

    def __init__(self, events: Iterable[Event] = (), state: JobState | None = None) -> None:
        """Take ``events`` in whatever order they come; ``state`` is what they lead to, if that is known."""
        self.events = tuple(sorted({event.id: event for event in events}.values(), key=lambda event: event.place))
        walk = _Walk([], [], {})
        for event in self.events:
            walk.take(event)
        self.out = frozenset(walk.out)
        self.to_undo = walk.done[-1] if walk.done else None
        self.to_redo = walk.waiting[-1] if walk.waiting else None
        self.state = _replayed(self.events, self.out) if state is None else state

    def after(self, event: Event) -> "History":
        """Return the history once ``event`` has happened."""
        is_last = not self.events or self.events[-1].place < event.place
        rewrites = isinstance(event.act, Undone | Redone)
        return History((*self.events, event), self.state.after(event) if is_last and not rewrites else None)


def _replayed(events: tuple[Event, ...], out: frozenset[str]) -> JobState:
    state = JobState(turn=max((event.turn for event in events), default=0))
    for event in events:
        if event.id not in out:
            state = state.after(event)
    return state


def replay(events: Iterable[Event]) -> JobState:
    """Return the state that ``events`` lead to, in whatever order they are given."""
    return History(events).state
