"""Brings back from a broken file of job records what can still be read and is not elsewhere."""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Event, decode
from micra_assistant.jobs.records.attached import is_fingerprint, is_whole
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.sums import event_sum
from micra_assistant.jobs.rescue.carving import Value, records

_ID = re.compile(r"[0-9a-f]{32}")
_COLUMNS = 6
"""Of an event, without its checksum."""

_ATTACHMENTS_AT_ONCE = 20


class Salvage(Struct, frozen=True):
    """What was found in a broken file.

    Attributes:
        events: how many were brought back.
        known: how many the file held at least, as their numbers say.
    """

    events: int
    known: int


def salvage(file: Path, store: SqliteStore) -> Salvage:
    """Put into ``store`` every event and attachment that can be read in ``file`` and that it does not have.

    The file is only read. StoreError if the store cannot keep them.
    """
    found = _Found(store)
    for row, columns in records(file):
        found.take(row, columns)
    found.finish()
    return Salvage(len(found.events), found.last)


class _Found:
    """What comes out of a broken file, record by record; a record that is not whole and sensible is none."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._attached: dict[str, bytes] = {}
        self._numbers: dict[str, int] = {}
        self._known = store.event_ids()
        self._before = 0
        self.events: dict[tuple[Value, ...], tuple[int, Event]] = {}
        self.last = 0

    def take(self, row: int, columns: tuple[Value, ...]) -> None:
        match columns:
            case [None, str(id_), str(job), int(turn), str(at), str(act), *rest] if len(rest) <= 2:
                self._take_event(row, (id_, job, turn, at, act, *rest))
            case [None, str(job), *_] if _ID.fullmatch(job):
                self._numbers[job] = row
            case [str(name), bytes(content)]:
                self._take_attachment(name, content)

    def finish(self) -> None:
        """Keep the events in the order in which they were kept before, and give their jobs the numbers they had."""
        self._flush()
        events = [event for _, event in sorted(self.events.values(), key=lambda found: found[0])]
        jobs = {event.job for event in events}
        self._store.number_jobs({job: number for job, number in self._numbers.items() if job in jobs and number > 0})
        self._store.append(events)

    def _take_event(self, row: int, columns: tuple[Value, ...]) -> None:
        is_known = str(columns[0]) in self._known
        event = None if is_known else _event(columns)
        if not (is_known or event):
            return
        if row == self._before + 1:  # one that stands alone may be a number gone wrong
            self.last = max(self.last, row)
        self._before = row
        if event and not self._store.has_event(event):
            self.events.setdefault(columns[1:5], (row, event))

    def _take_attachment(self, name: str, content: bytes) -> None:
        if not self._store.has_attachment(name) and is_fingerprint(name) and is_whole(name, content):
            self._attached[name] = content
            if len(self._attached) >= _ATTACHMENTS_AT_ONCE:
                self._flush()

    def _flush(self) -> None:
        self._store.append((), self._attached)
        self._attached = {}


def _event(columns: tuple[Value, ...]) -> Event | None:
    """Return an event, None if a column says what no event says."""
    id_, job, turn, at, act, by = (*columns, "")[:_COLUMNS]  # at first there was no name
    with suppress(StoreError, ValueError):
        columns_sum = event_sum(str(id_), str(job), int(str(turn)), str(at), str(act), str(by))
        if len(columns) > _COLUMNS and columns[_COLUMNS] not in (None, columns_sum):
            return None
        if _ID.fullmatch(str(id_)) and _ID.fullmatch(str(job)) and isinstance(by, str) and int(str(turn)) > 0:
            datetime.fromisoformat(str(at))
            return Event(str(id_), str(job), int(str(turn)), str(at), decode(str(act)), by)
    return None
