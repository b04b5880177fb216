"""Where events are kept: SQLite, one file, nothing acknowledged before it is on the disk."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from micra_assistant.errors import DamagedError, GoneError, StoreError
from micra_assistant.jobs.events import Event, encode
from micra_assistant.jobs.records.attached import is_scribbled
from micra_assistant.jobs.records.database import BeforeMigration, Database
from micra_assistant.jobs.records.event_rows import SELECT, events_in, insert
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.job_rows import JobRows
from micra_assistant.jobs.records.kept_drafts import KeptDrafts
from micra_assistant.jobs.records.listing import Job, JobRow
from micra_assistant.jobs.records.presence import Fate
from micra_assistant.jobs.records.schema import EARLIEST
from micra_assistant.jobs.records.staying import OF_THE_LOG, following
from micra_assistant.jobs.records.sums import SumError
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.jobs.records.causes import Causes
    from micra_assistant.jobs.records.fittings import Fittings

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class SqliteStore:
    """A store in one SQLite file, or in memory if ``file`` is None.

    ``before_migration`` is called before the file is brought to a newer form. ``when_damaged`` may be set: it is called
    when the file turns out to be broken, before DamagedError is raised, and when it was taken away or replaced: then
    the store has gone on in memory by itself. ``when_lost`` may be set: it is called with the file when that cannot
    be read as a whole any more, and may append what can.
    """

    _database: Database
    _connection: sqlite3.Connection

    def __init__(self, file: Path | None, before_migration: BeforeMigration | None = None) -> None:
        self._copied = self._attached = self._last_kept = 0
        self.when_damaged: Callable[[DamagedError], None] | None = None
        self.when_lost: Callable[[Path], object] | None = None
        self._begin(Database(file, before_migration))

    @classmethod
    def unkept_copy(cls, file: Path | None) -> "SqliteStore":
        """Return a store in memory that begins with what ``file`` holds, with nothing if it cannot be read."""
        copy = cls(None)
        copy.change_to_copy(file)
        return copy

    @property
    def file(self) -> Path | None:
        """The file, None if there is none."""
        return self._database.file

    @property
    def keeps(self) -> bool:
        """Whether what is appended is still there tomorrow."""
        return self._database.file is not None

    @property
    def connection(self) -> sqlite3.Connection:
        """The way to the records, for a backup of them."""
        return self._connection

    @property
    def _rows(self) -> JobRows:
        """The list of jobs."""
        return JobRows(self._database, self._explained, self.events)

    @property
    def causes(self) -> "Causes":
        """The causes that closed jobs have confirmed."""
        from micra_assistant.jobs.records.causes import Causes  # noqa: PLC0415 - the step is painted first

        return Causes(self._database, self._explained)

    @property
    def fittings(self) -> "Fittings":
        """What was fitted on closed jobs."""
        from micra_assistant.jobs.records.fittings import Fittings  # noqa: PLC0415 - likewise

        return Fittings(self._database, self._explained)

    @property
    def drafts(self) -> KeptDrafts:
        """What was typed and not yet entered."""
        return KeptDrafts(self._database)

    def change_to(self, file: Path) -> None:
        """Go on with other records; StoreError, and all as before, if they cannot be used."""
        self._change_to(Database(file))

    def change_to_copy(self, file: Path | None) -> None:
        """Go on in memory, beginning with what ``file`` holds, with nothing if it cannot be read."""
        memory = Database(None)
        if file is not None:
            memory.take_from(file)
        self._change_to(memory)
        self._mark_copied()

    def append(
        self, events: Iterable[Event], attached: Mapping[str, bytes] = _NOTHING, left_open: int | None = None
    ) -> None:
        """Keep ``events`` and what they refer to by id, all or none; what is already kept is left as it is.

        ``left_open`` is how many things are open on the car after them, for the list. StoreError if it cannot.
        """
        with self._alone() as connection:
            connection.executemany("INSERT OR IGNORE INTO attachments (id, content) VALUES (?, ?)", attached.items())
            kept = [event for event in events if self._keep(connection, event)]
            for job in dict.fromkeys(event.job for event in kept if self._rows.changes(event)):
                self._rows.make(job)
            if left_open is not None:
                jobs = [(left_open, job) for job in {event.job for event in kept}]
                connection.executemany("UPDATE jobs SET left_open = ? WHERE id = ?", jobs)

    def alone(self) -> AbstractContextManager[object]:
        """Let nobody else write until this is over; what is appended meanwhile is kept at its end, all or none.

        StoreError if it cannot be kept, or another program does not let go of the records for too long.
        """
        return self._alone()

    def number_jobs(self, numbers: Mapping[str, int]) -> None:
        """Give jobs that are not there yet, by id, the numbers they have elsewhere, unless others have them here."""
        with self._alone() as connection:
            connection.executemany("INSERT OR IGNORE INTO jobs (id, number) VALUES (?, ?)", numbers.items())

    def unkept(self) -> tuple[tuple[Event, ...], dict[str, bytes]]:
        """Return what was appended since this copy was made, events and attachments."""
        with self._explained("read"):
            rows = self._connection.execute(f"{SELECT} WHERE sequence > ? ORDER BY sequence", (self._copied,))
            attached = self._connection.execute(
                "SELECT id, content FROM attachments WHERE rowid > ?", (self._attached,)
            )
            return events_in(rows), dict(attached.fetchall())

    def events(self, job: str, after: int = 0) -> tuple[Event, ...]:
        """Return the events of a job, in their order: all, or those kept since ``last`` gave ``after``."""
        with self._explained("read"):
            rows = self._connection.execute(
                # among the newest ones that of a job are found by their sequence, among all by the index of jobs
                f"{SELECT} WHERE {'+' if after else ''}job = ? AND sequence > ? ORDER BY turn, id",
                (job, after),
            )
            return events_in(rows)

    def has_event(self, event: Event) -> bool:
        """Whether an event is kept, under whatever id."""
        same = event.job, event.turn, event.at, encode(event.act)
        with self._explained("read"):
            return bool(
                self._connection.execute(
                    "SELECT 1 FROM events WHERE job = ? AND turn = ? AND at = ? AND act = ?", same
                ).fetchone()
            )

    def event_ids(self) -> frozenset[str]:
        """Return the ids of all events."""
        with self._explained("read"):
            return frozenset(chain.from_iterable(self._connection.execute("SELECT id FROM events")))

    def last_time(self) -> str:
        """Return when the event that was kept last happened, as Event.at; empty if there is none."""
        with self._explained("read"):
            row = self._connection.execute("SELECT at FROM events ORDER BY sequence DESC LIMIT 1").fetchone()
        return str(row[0]) if row else ""

    def jobs_of(self, events: Sequence[str]) -> set[str]:
        """Return the ids of the jobs that have events of these ids."""
        with self._explained("read"):
            rows = self._connection.execute(
                "SELECT DISTINCT job FROM events WHERE id IN (SELECT value FROM json_each(?))",
                (msgspec.json.encode(events).decode(),),
            ).fetchall()
        return {job for (job,) in rows}

    def attachment(self, name: str) -> bytes:
        """Return what is attached under an id; StoreError if nothing is, DamagedError if it is not what was."""
        with self._explained("read"):
            row = self._connection.execute("SELECT content FROM attachments WHERE id = ?", (name,)).fetchone()
            if row is None:
                raise StoreError(_("the job records hold nothing under {name}…").format(name=name[:12]))
            content: bytes = row[0]
            if is_scribbled(name, content):
                raise SumError(_("a photo or a guide's text in them is not as it was written"))
        return content

    def has_attachment(self, name: str) -> bool:
        """Whether something is attached under an id."""
        with self._explained("read"):
            return bool(self._connection.execute("SELECT 1 FROM attachments WHERE id = ?", (name,)).fetchone())

    def rows(self, query: JobQuery, start: int = 0, most: int = -1) -> tuple[JobRow, ...]:
        """Return the jobs that a query finds, from the one at ``start`` on, all or at ``most`` so many."""
        return self._rows.asked_for(query, start, most)

    def numbers(self, query: JobQuery) -> list[int]:
        """Return the numbers of all jobs in the order of a query; those that have nothing to order by come last."""
        return self._rows.numbers(query)

    def found(self, query: JobQuery) -> set[int]:
        """Return the numbers of the jobs that a query finds."""
        return self._rows.found(query)

    def rows_of(self, numbers: Sequence[int]) -> dict[int, JobRow]:
        """Return the jobs that have these numbers, by number."""
        return self._rows.of_numbers(numbers)

    def row(self, job_id: str) -> JobRow | None:
        """Return the job of an id, None if there is none."""
        return self._rows.of_job(job_id)

    def last_job(self) -> JobRow | None:
        """Return the job last worked on, None if there is none."""
        return next(iter(self.rows(JobQuery(), 0, 1)), None)

    def job(self, job_id: str) -> Job:
        """Return the job that has this id; StoreError if none has."""
        with self._explained("read"):
            row = self._connection.execute("SELECT number, id FROM jobs WHERE id = ?", (job_id,)).fetchone()
        if row is None:
            raise StoreError(_("there is no job {job_id} in the job records").format(job_id=job_id))
        return Job(*row)

    def last(self) -> int:
        """Return a number that grows with every event that is kept, by whatever program."""
        self._stay_with_file()
        with self._explained("read"):
            return self._database.last()

    def settle(self) -> None:
        """Do what makes the loss of the log harmless; to be called when nothing was kept for some seconds."""
        self._stay_with_file()
        with self._explained("write"):
            self._database.settle()

    def leave_no_trace(self) -> bool:
        """Leave nothing in the file of what was taken out of the records; False if another program is in the way."""
        self._stay_with_file()
        with self._explained("write"):
            return self._database.leave_no_trace()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _change_to(self, database: Database) -> None:
        former = self._database
        try:
            self._begin(database)
        except StoreError:
            self._database, self._connection = former, former.connection
            raise
        former.close()
        self._copied = self._attached = 0

    def _begin(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection
        try:
            self._rows.make_missing()
        except StoreError:
            self._database.close()
            raise

    @contextmanager
    def _alone(self) -> Iterator[sqlite3.Connection]:
        if self._database.is_within_transaction:
            yield self._connection
            return
        self._stay_with_file()
        self._last_kept = 0
        with self._explained("write"), self._database.transaction() as connection:
            yield connection
        self._database.bear_witness(self._last_kept)

    def _stay_with_file(self) -> None:
        """Go on in memory, and have it said, if the file is not where it was; GoneError if nobody is there to say it.

        What was kept so far is in the copy, if it can still be read. Nothing needs to be said if only the log is gone.
        """
        fate, file = self._database.fate(), self._database.file
        if fate is Fate.THERE or file is None or self._database.is_within_transaction:
            return
        error = GoneError(_("the job records {file} are not kept any more: {why}").format(file=file, why=_(fate)))
        if self.when_damaged is None and fate not in OF_THE_LOG:
            raise error
        database = following(self._database, fate)
        if self.when_damaged is None and not (database and database.file):
            raise error
        self._change_to(database or Database(None))
        if database is None and self.when_lost:
            with suppress(StoreError):
                self.when_lost(file)
        if self.when_damaged and not self.keeps:
            self.when_damaged(error)

    @contextmanager
    def _explained(self, doing: str) -> Iterator[None]:
        try:
            with self._database.explained(doing):
                yield
        except DamagedError as error:
            if self.when_damaged:
                self.when_damaged(error)
            raise

    def _keep(self, connection: sqlite3.Connection, event: Event) -> bool:
        """Keep an event unless it is kept already; say which."""
        if connection.execute("SELECT 1 FROM events WHERE id = ?", (event.id,)).fetchone():
            return False
        connection.execute("INSERT OR IGNORE INTO jobs (id) VALUES (?)", (event.job,))
        sequence = insert(connection, event)
        connection.execute(
            "UPDATE jobs SET last = :last, worked ="
            " coalesce((SELECT at FROM events WHERE job = :job AND at >= :earliest"
            " ORDER BY turn DESC, id DESC LIMIT 1), '') WHERE id = :job",
            {"last": sequence, "job": event.job, "earliest": EARLIEST},
        )
        self._last_kept = sequence
        return True

    def _mark_copied(self) -> None:
        """Remember how much was there when the copy was made."""
        self._copied, self._attached = (
            self._connection.execute(f"SELECT coalesce(max({name}), 0) FROM {table}").fetchone()[0]
            for name, table in (("sequence", "events"), ("rowid", "attachments"))
        )
