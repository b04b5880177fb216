"""A customer's data blanked: taken out of the acts that are kept of a closed job, which stay otherwise as they are.

The acts keep their ids, turns and times, so that records elsewhere still go with them. An act more says who did it and
when. What is left of the data elsewhere in the data folder is cleared away after that (see ``rescue.traces``): until
that is done, also after a power cut, the job is marked as one that may have left traces.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec import Struct

from micra_assistant.errors import MicraError, StoreError
from micra_assistant.jobs.events import Blanked, Described, Event, Opened, PhotoAdded, encode, new_event
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.privacy import View, without_customer
from micra_assistant.jobs.records.event_rows import act_in
from micra_assistant.jobs.records.listing import row_values
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.sums import IN_SQL, event_sum
from micra_assistant.words import _


class StillWorkedOnError(MicraError):
    """The customer's data of a job cannot be blanked: it is still worked on."""


class Blanking(Struct, frozen=True):
    """What is to be blanked of a job, wherever it is kept.

    ``marks`` are the acts that say that it was blanked.
    """

    job: str
    marks: tuple[Event, ...]

    def view(self, known: Collection[str] = ()) -> View:
        """Return how acts are told that were kept where only those of the marks are ``known``, by their ids."""
        acts = {mark.id: mark.act for mark in self.marks if isinstance(mark.act, Blanked)}
        complaints = {complaint for act in acts.values() for complaint in act.complaints}
        return without_customer(complaints, notes=any(act.notes for id_, act in acts.items() if id_ not in known))


def blanking_of(events: Sequence[Event]) -> Blanking | None:
    """Return what was blanked of the job that has these events, None if nothing was."""
    marks = tuple(event for event in events if isinstance(event.act, Blanked))
    return Blanking(marks[0].job, marks) if marks else None


def blank(
    store: SqliteStore, job: str, by: str = "", complaints: Collection[str] = (), *, notes: bool = False
) -> Blanking:
    """Take the customer's data out of all acts of a closed job, with ``notes`` its notes and photos too.

    ``complaints`` are those that its guide words: they stay. StillWorkedOnError if the job is open; StoreError, and
    nothing blanked, if it cannot be read or kept.
    """
    if not store.keeps:
        raise StoreError(_("nothing is kept just now, so nothing can be blanked: put the job records right first"))
    with store.alone():
        events = store.events(job)
        if not replay(events).is_closed:
            raise StillWorkedOnError(_("This job is open: close it first, then its customer's data can be blanked."))
        blanking = _blanking(events, by, complaints, notes=notes)
        store.append(blanking.marks)
        store.connection.execute("PRAGMA secure_delete = ON")
        blank_rows(store.connection, job, blanking.view())
        store.connection.execute("UPDATE jobs SET traces = 1 WHERE id = ?", (job,))
    return blanking


def _blanking(events: Sequence[Event], by: str, complaints: Collection[str], *, notes: bool) -> Blanking:
    """Return what is to be blanked now, or what was blanked before if there is nothing more."""
    said = {event.act.complaint for event in events if isinstance(event.act, Opened | Described)}
    act = Blanked(notes, tuple(sorted(said.intersection(complaints) - {""})))
    last = events[-1]
    blanking = Blanking(last.job, (new_event(last.job, last.turn + 1, act, by),))
    before = blanking_of(events)
    view = blanking.view()
    return before if before and all(view(event) == event for event in events) else blanking


def blank_again(store: SqliteStore) -> None:
    """Blank what was brought back into the records from older ones, before the acts that say that it was blanked."""
    with store.alone():
        jobs = store.connection.execute("SELECT id FROM jobs WHERE blanked").fetchall()
        for (job,) in jobs:
            if blanking := blanking_of(store.events(job)):
                blank_rows(store.connection, job, _before(blanking))
        store.connection.executemany("UPDATE jobs SET traces = 1 WHERE id = ?", jobs)


def _before(blanking: Blanking) -> View:
    view, last = blanking.view(), max(mark.place for mark in blanking.marks)
    return lambda event: view(event) if event.place < last else event


def unfinished(store: SqliteStore) -> tuple[Blanking, ...]:
    """Return what was blanked in the records and may have left traces elsewhere; StoreError if they cannot be read."""
    with store.alone():
        jobs = store.connection.execute("SELECT id FROM jobs WHERE traces").fetchall()
        found = (blanking_of(store.events(job)) for (job,) in jobs)
        return tuple(blanking for blanking in found if blanking)


def finish(store: SqliteStore, blankings: Iterable[Blanking]) -> None:
    """Remember that nothing is left anywhere of what was blanked; StoreError if that cannot be kept."""
    with store.alone():
        jobs = [(blanking.job,) for blanking in blankings]
        store.connection.executemany("UPDATE jobs SET traces = 0 WHERE id = ?", jobs)


def blank_copy(connection: sqlite3.Connection, blanking: Blanking) -> None:
    """Blank a job in a copy of the records, of whatever version, as it is blanked in the records; within a transaction.

    StoreError if there is an act in it that this program does not know.
    """
    found = connection.execute("SELECT id FROM events WHERE job = ?", (blanking.job,)).fetchall()
    known = {id_ for (id_,) in found}
    for mark in blanking.marks:
        if mark.id not in known:
            _add(connection, mark)
    blank_rows(connection, blanking.job, blanking.view(known))
    if "traces" in _columns(connection, "jobs"):
        connection.execute("UPDATE jobs SET traces = 0 WHERE id = ?", (blanking.job,))


def is_cleared(connection: sqlite3.Connection, blanking: Blanking) -> bool:
    """Whether a copy of the records was blanked, or made after the records themselves were cleared."""
    found = connection.execute("SELECT id FROM events WHERE job = ?", (blanking.job,)).fetchall()
    if not {mark.id for mark in blanking.marks} <= {id_ for (id_,) in found}:
        return False
    if "traces" not in _columns(connection, "jobs"):
        return True
    return not connection.execute("SELECT 1 FROM jobs WHERE id = ? AND traces", (blanking.job,)).fetchone()


def blank_rows(connection: sqlite3.Connection, job: str, view: View) -> None:
    """Rewrite what is kept of a job as ``view`` tells it; photos that no act names any more go, and so do drafts."""
    kept = [
        Event(id_, job, turn, at, act_in(act))
        for id_, turn, at, act in connection.execute("SELECT id, turn, at, act FROM events WHERE job = ?", (job,))
    ]
    less = [view(event) for event in kept]
    changed = [(encode(new.act), new.id) for new, event in zip(less, kept, strict=True) if new != event]
    connection.executemany("UPDATE events SET act = ? WHERE id = ?", changed)
    if "sum" in _columns(connection, "events"):
        sums = f"UPDATE events SET sum = {IN_SQL} WHERE id = ? AND sum IS NOT NULL"
        connection.executemany(sums, [(id_,) for _sum, id_ in changed])
    _rewrite_row(connection, job, sorted(less, key=lambda event: event.place))
    _remove_photos(connection, kept)
    if _columns(connection, "drafts"):
        connection.execute("DELETE FROM drafts WHERE job = ?", (job,))


def _add(connection: sqlite3.Connection, event: Event) -> None:
    values = (event.id, event.job, event.turn, event.at, encode(event.act), event.by)
    names = ("id", "job", "turn", "at", "act", "by", "sum")
    there = _columns(connection, "events")
    row = {name: value for name, value in zip(names, (*values, event_sum(*values)), strict=True) if name in there}
    holders = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO events ({', '.join(row)}) VALUES ({holders})", tuple(row.values()))


def _rewrite_row(connection: sqlite3.Connection, job: str, events: Sequence[Event]) -> None:
    """Make the row of a job anew, as far as the records have one; how much was left open on the car stays."""
    there = _columns(connection, "jobs") - {"left_open"}
    (number,) = connection.execute("SELECT number FROM jobs WHERE id = ?", (job,)).fetchone()
    values = {name: value for name, value in row_values(number, tuple(events)).items() if name in there}
    if values:
        settings = ", ".join(f"{name} = :{name}" for name in values)
        connection.execute(f"UPDATE jobs SET {settings} WHERE id = :id", {**values, "id": job})


def _remove_photos(connection: sqlite3.Connection, before: Iterable[Event]) -> None:
    photos = [event.act.photo for event in before if isinstance(event.act, PhotoAdded)]
    if photos and _columns(connection, "attachments"):
        connection.execute(
            "DELETE FROM attachments WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN"
            " (SELECT json_extract(act, '$.photo') FROM events WHERE json_extract(act, '$.act') = 'photo-added')",
            (msgspec.json.encode(photos).decode(),),
        )


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the columns of a table, none if it is not there."""
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
