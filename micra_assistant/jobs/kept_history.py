"""The history of a job as the records keep it, while other windows write at the same job."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from micra_assistant.errors import LookedUpError
from micra_assistant.jobs.events import AnyAct, Blanked, Event, new_event
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.listing import Job
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.jobs.records.store import Store


class KeptHistory:
    """What happened on a job, as this window knows it; for a guide that is only looked up there is no job.

    Attributes:
        job: the job, None if there is none, and then nothing is kept.
        now: all that happened on it.
    """

    def __init__(self, store: "Store", job: Job | None, known: History, seen: int) -> None:
        """Know what was read from the records; ``seen`` is what Store.last gave before that was read."""
        self._store = store
        self._seen = seen
        self._own: set[str] = set()
        self._keeps = store.keeps
        self.job = job
        self.now = known

    def catch_up(self) -> bool:
        """Take in what others have done, if they have; return whether anything was."""
        last = self._store.last() if self.job else self._seen
        if self._keeps and not self._store.keeps:
            self._go_on_in_copy()
        if self.job is None or last == self._seen:
            return False
        events = self._store.events(self.job.id, self._seen)
        theirs = [event for event in events if event.id not in self._own]
        self._seen = last
        self._own.clear()
        if any(isinstance(event.act, Blanked) for event in theirs):  # what was known before is not so any more
            self.now = History(self._store.events(self.job.id))
        elif theirs:
            self.now = self.now.after(*theirs)
        return bool(theirs)

    def _go_on_in_copy(self) -> None:
        """Give the whole job to a store that went on in a copy: not all that was kept may have come into it."""
        self._keeps = False
        self._store.append(self.now.events)

    def as_events(self, acts: Sequence[AnyAct], who: str, clock: Callable[[], datetime]) -> list[Event]:
        """Return acts as the next events of the job; LookedUpError if there is none, StoreError if it is gone."""
        job = self._store.job(self.job_to_work_on().id)
        first = self.now.state.turn + 1
        return [new_event(job.id, first + place, act, who, clock()) for place, act in enumerate(acts)]

    def add(self, events: Sequence[Event], after: History, attached: Mapping[str, bytes], open_on_car: int) -> None:
        """Keep events with what they refer to, ``after`` which the history is another; StoreError if that cannot be."""
        self._store.append(events, attached, open_on_car)
        self._own.update(event.id for event in events)
        self.now = after

    def job_to_work_on(self) -> Job:
        """Return the job; LookedUpError if there is none."""
        if self.job is None:
            raise LookedUpError(_("This guide is only looked up, nothing is kept: begin a job with it to tick."))
        return self.job
