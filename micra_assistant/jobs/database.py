"""The file that the job records are in: opened, brought up to date, written in transactions, its errors in words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import msgspec

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.rescue.log import compare, glance, has_log, log_of
from micra_assistant.jobs.rescue.soundness import means_damage, open_to_read
from micra_assistant.jobs.schema import APPLICATION_ID, MIGRATIONS, VERSION
from micra_assistant.jobs.sums import SumError, teach
from micra_assistant.tomlfile import reason

_BUSY_SECONDS = 5.0
_EXPLAINED = (sqlite3.Error, OSError, UnicodeError, OverflowError, msgspec.DecodeError, SumError)

BeforeMigration = Callable[[sqlite3.Connection], None]
"""Keeps a copy of the records before they are brought to a newer form; StoreError, and they stay, if it cannot."""


class Database:
    """A SQLite file, or one in memory if ``file`` is None.

    Write-ahead log with ``synchronous=FULL``: a transaction that has ended survives a power cut. Raises StoreError if
    the file cannot be used, and DamagedError if it is broken; either way it is left as it is.

    Attributes:
        file: the file.
        connection: the way to it.
    """

    def __init__(self, file: Path | None, before_migration: BeforeMigration | None = None) -> None:
        self.file = file
        self._is_broken = False
        self._before_migration = before_migration
        with self.explained("open"):
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                glance(file)
            self._had_log = file is not None and has_log(file)
            self.connection = teach(sqlite3.connect(file or ":memory:", timeout=_BUSY_SECONDS, isolation_level=None))
        try:
            with self.explained("open"):
                self._prepare()
        except StoreError:
            self._let_go(untouched=self._had_log)
            raise

    def take_from(self, file: Path) -> None:
        """Begin with what ``file`` holds, with nothing if it cannot be read."""
        for way in (_open_in_use, open_to_read) if log_of(file).exists() else (open_to_read,):
            with suppress(sqlite3.Error), closing(way(file)) as kept:
                (mark,), (version,) = (
                    kept.execute(f"PRAGMA {n}").fetchone() for n in ("application_id", "user_version")
                )
                if mark == APPLICATION_ID and version <= VERSION:
                    kept.backup(self.connection)
                    self._migrate()
                    return

    def pragma(self, name: str) -> int:
        """Return a number that SQLite keeps about the file."""
        value: int = self.connection.execute(f"PRAGMA {name}").fetchone()[0]
        return value

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all of something or nothing of it."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @contextmanager
    def explained(self, doing: str) -> Iterator[None]:
        """Turn errors of the disk and the database into sentences."""
        try:
            yield
        except _EXPLAINED as error:
            words = f"cannot {doing} the job records in {self.file or 'memory'}: {reason(error)}"
            if not means_damage(error):
                raise StoreError(words) from error
            self._is_broken = True
            raise DamagedError(words) from error

    def close(self) -> None:
        """Let go of the file; a broken one is left as it is."""
        self._let_go(untouched=self._is_broken)

    def _let_go(self, *, untouched: bool) -> None:
        """Close; the last to close would write what is in the log into the file, unless somebody only looks on."""
        looker_on = None
        if untouched and self.file is not None:
            with suppress(sqlite3.Error):
                looker_on = _open_in_use(self.file)
                looker_on.execute("SELECT 1 FROM sqlite_master").fetchone()
        self.connection.close()
        if looker_on:
            looker_on.close()

    def _prepare(self) -> None:
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("PRAGMA fullfsync = ON")
        version = self.pragma("user_version")
        if self.pragma("application_id") != APPLICATION_ID and not self._is_new():
            raise StoreError(f"{self.file} is another program's database; it has been left as it is")
        if version > VERSION:
            raise StoreError(
                f"{self.file} was written by a newer Micra Assistant (records {version}, this one knows {VERSION}):"
                " install the newer program; the file has been left as it is"
            )
        if self.file is not None and self._had_log:
            compare(self.file)
        if 0 < version < VERSION and self._before_migration:
            self._before_migration(self.connection)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self._migrate()

    def _is_new(self) -> bool:
        marked = self.pragma("user_version") or self.pragma("application_id")
        return not marked and not self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _migrate(self) -> None:
        """Bring the file up to date; even if it is, a file that cannot be written refuses the transaction now."""
        with self.transaction():
            version = self.pragma("user_version")
            if version == VERSION:
                self.connection.execute("DELETE FROM jobs WHERE FALSE")
                return
            for statements in MIGRATIONS[version:]:
                for statement in statements:
                    self.connection.execute(statement)
            self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.connection.execute(f"PRAGMA user_version = {VERSION}")


def _open_in_use(file: Path) -> sqlite3.Connection:
    """Return a way to a file that others may be writing to, for reading only."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
