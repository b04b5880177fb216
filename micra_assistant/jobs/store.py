"""Where events are kept: SQLite, one file, nothing acknowledged before it is on the disk."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Event, decode, encode
from micra_assistant.jobs.schema import APPLICATION_ID, MIGRATIONS, VERSION
from micra_assistant.tomlfile import reason

_BUSY_SECONDS = 5.0


class Job(Struct, frozen=True):
    """A job as the store lists it; ``number`` is its short name in this workshop."""

    number: int
    id: str

    @property
    def name(self) -> str:
        """The number as it is written: ``0042``."""
        return f"{self.number:04}"


class Store(Protocol):
    """What keeps events. ``keeps`` is False if they are gone when the program ends."""

    @property
    def keeps(self) -> bool:
        """Whether what is appended is still there tomorrow."""

    def append(self, events: Iterable[Event]) -> None:
        """Keep ``events``, all or none; those already kept are left as they are. StoreError if it cannot."""

    def events(self, job: str, after_turn: int = 0) -> tuple[Event, ...]:
        """Return the events of a job later than a turn, in their order."""

    def jobs(self) -> tuple[Job, ...]:
        """Return all jobs, the one last worked on first."""

    def last_job(self) -> Job | None:
        """Return the job last worked on, None if there is none."""

    def job(self, job_id: str) -> Job:
        """Return the job that has this id; StoreError if none has."""

    def close(self) -> None:
        """Let go of the file."""


class SqliteStore:
    """A store in one SQLite file, or in memory if ``file`` is None.

    Write-ahead log with ``synchronous=FULL``: an append that has returned survives a power cut.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        with self._explained("open"):
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(file or ":memory:", timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            with self._explained("open"):
                self._prepare()
        except StoreError:
            self._connection.close()
            raise

    @classmethod
    def unkept_copy(cls, file: Path) -> "SqliteStore":
        """Return a store in memory that begins with what ``file`` holds, with nothing if it cannot be read."""
        copy = cls(None)
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as kept:
            if kept.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,):
                kept.backup(copy._connection)
        return copy

    @property
    def keeps(self) -> bool:
        """Whether what is appended is still there tomorrow."""
        return self._file is not None

    def append(self, events: Iterable[Event]) -> None:
        """Keep ``events``, all or none; those already kept are left as they are. StoreError if it cannot."""
        with self._explained("write"), self._transaction():
            for event in events:
                self._connection.execute("INSERT OR IGNORE INTO jobs (id) VALUES (?)", (event.job,))
                self._connection.execute(
                    "INSERT OR IGNORE INTO events (id, job, turn, at, act) VALUES (?, ?, ?, ?, ?)",
                    (event.id, event.job, event.turn, event.at, encode(event.act)),
                )

    def events(self, job: str, after_turn: int = 0) -> tuple[Event, ...]:
        """Return the events of a job later than a turn, in their order."""
        with self._explained("read"):
            rows = self._connection.execute(
                "SELECT id, turn, at, act FROM events WHERE job = ? AND turn > ? ORDER BY turn, id",
                (job, after_turn),
            ).fetchall()
        return tuple(Event(id_, job, turn, at, decode(act)) for id_, turn, at, act in rows)

    def jobs(self) -> tuple[Job, ...]:
        """Return all jobs, the one last worked on first."""
        with self._explained("read"):
            rows = self._connection.execute(
                "SELECT number, jobs.id FROM jobs JOIN events ON events.job = jobs.id"
                " GROUP BY number ORDER BY max(sequence) DESC"
            ).fetchall()
        return tuple(Job(*row) for row in rows)

    def last_job(self) -> Job | None:
        """Return the job last worked on, None if there is none."""
        with self._explained("read"):
            row = self._connection.execute(
                "SELECT number, jobs.id FROM events JOIN jobs ON events.job = jobs.id ORDER BY sequence DESC LIMIT 1"
            ).fetchone()
        return Job(*row) if row else None

    def job(self, job_id: str) -> Job:
        """Return the job that has this id; StoreError if none has."""
        with self._explained("read"):
            row = self._connection.execute("SELECT number, id FROM jobs WHERE id = ?", (job_id,)).fetchone()
        if row is None:
            raise StoreError(f"there is no job {job_id} in the job records")
        return Job(*row)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA synchronous = FULL")
        version = self._pragma("user_version")
        if self._pragma("application_id") != APPLICATION_ID and not self._is_new():
            raise StoreError(f"{self._file} is another program's database; it has been left as it is")
        if version > VERSION:
            raise StoreError(
                f"{self._file} was written by a newer Micra Assistant (records {version}, this one knows {VERSION}):"
                " install the newer program; the file has been left as it is"
            )
        if version == 0:
            self._connection.execute("PRAGMA journal_mode = WAL")
        self._migrate()

    def _is_new(self) -> bool:
        marked = self._pragma("user_version") or self._pragma("application_id")
        return not marked and not self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _migrate(self) -> None:
        """Bring the file up to date; even if it is, a file that cannot be written refuses the transaction now."""
        with self._transaction():
            version = self._pragma("user_version")
            if version == VERSION:
                return
            for statements in MIGRATIONS[version:]:
                for statement in statements:
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {VERSION}")

    def _pragma(self, name: str) -> int:
        value: int = self._connection.execute(f"PRAGMA {name}").fetchone()[0]
        return value

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _explained(self, doing: str) -> Iterator[None]:
        """Turn errors of the disk and the database into sentences."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"cannot {doing} the job records in {self._file or 'memory'}: {reason(error)}") from error
