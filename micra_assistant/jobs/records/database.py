"""The file that the job records are in: opened, brought up to date, written in transactions, its errors in words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import msgspec
from msgspec.structs import replace

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.records.presence import Fate, Presence
from micra_assistant.jobs.records.reasons import in_words, is_busy
from micra_assistant.jobs.records.schema import APPLICATION_ID, MIGRATIONS, VERSION
from micra_assistant.jobs.records.soundness import check_all, means_damage, open_in_use, open_to_read
from micra_assistant.jobs.records.sums import SumError, teach
from micra_assistant.jobs.records.wal import compare, glance, has_log, log_of
from micra_assistant.jobs.records.witness import Witness, is_other, read, refuse_less, refuse_other_file, write
from micra_assistant.private import make_private_file, make_private_folder
from micra_assistant.words import N_, _

_BUSY_SECONDS = 10.0
"""For so long another program's writing is waited for."""

_AGAIN_SECONDS = 0.02
_EXPLAINED = (sqlite3.Error, OSError, UnicodeError, OverflowError, msgspec.DecodeError, SumError)

_CANNOT = {
    "open": N_("cannot open the job records in {place}: {why}"),
    "read": N_("cannot read the job records in {place}: {why}"),
    "write": N_("cannot write the job records in {place}: {why}"),
}
_WITH_LOSSES = (Fate.WRITTEN_OVER, Fate.CUT_OFF, Fate.LOG_CUT_OFF)
"""After these nothing more may be written to a file: it would be spoilt by what is missing."""

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
        self._is_broken = self._is_written_over = False
        self._before_migration = before_migration
        self._presence: Presence | None = None
        self._witness = Witness()
        self._held = ExitStack()
        with self.explained("open"):
            if file is not None:
                make_private_folder(file.parent)
                glance(file)
                refuse_other_file(file)
                make_private_file(file)
            self._had_log = file is not None and has_log(file)
            self.connection = teach(sqlite3.connect(file or ":memory:", timeout=_BUSY_SECONDS, isolation_level=None))
        try:
            with self.explained("open"):
                _patiently(self._prepare)
        except StoreError:
            self._let_go(untouched=self._had_log)
            raise
        if file is not None:
            self._presence = Presence(file)
            self._witness = read(file)
            self._say_what_is_there()

    def take_from(self, file: Path) -> None:
        """Begin with what ``file`` holds, with nothing if it cannot be read."""
        for way in (open_in_use, open_to_read) if log_of(file).exists() else (open_to_read,):
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
        """Do all of something or nothing of it, while nobody else writes; one within another is part of that."""
        if self.is_within_transaction:
            yield self.connection
            return
        _patiently(lambda: self.connection.execute("BEGIN IMMEDIATE"))
        try:
            yield self.connection
            self.connection.execute("COMMIT")
            if self._presence:
                self._presence.note_log()
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def last(self) -> int:
        """Return the sequence of the event that was kept last."""
        number: int = self.connection.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()[0]
        return number

    def fate(self) -> Fate:
        """Return what became of the file since it was opened."""
        if self.file is None or self._presence is None:
            return Fate.THERE
        fate = self._presence.fate()
        if self._presence.was_written_to and is_other(self.file):
            self._is_written_over = True
        return Fate.WRITTEN_OVER if fate is Fate.THERE and self._is_written_over else fate

    def bear_witness(self, kept: int) -> None:
        """Note beside the file that the event of this sequence is kept."""
        if kept > self._witness.kept:
            self._say(replace(self._witness, kept=kept))

    def settle(self) -> None:
        """Bring what is in the log into the file, unless somebody is in the way; it is kept either way."""
        if self.file is None:
            return
        last = self.last()
        _busy, in_log, in_file = self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if in_log == in_file:
            self._say(self._settled_at(last))

    def leave_no_trace(self) -> bool:
        """Leave nothing in the file, or in its log, of what was taken out of it; False if somebody is reading it."""
        if self.file is None:
            return True
        self.connection.execute("VACUUM")
        is_in_use: int = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not is_in_use

    def copy(self) -> "Database":
        """Return in memory what is kept, read from the file that was opened, wherever that is now.

        DamagedError if it cannot be read as it was written.
        """
        memory = Database(None)
        with self.explained("read"):
            self.connection.backup(memory.connection)
            check_all(memory.connection, _("the job records"))
        return memory

    @contextmanager
    def explained(self, doing: str) -> Iterator[None]:
        """Turn errors of the disk and the database into sentences."""
        try:
            yield
        except _EXPLAINED as error:
            place = self.file.parent if self.file else None
            words = _(_CANNOT[doing]).format(place=self.file or _("memory"), why=in_words(error, place))
            if not means_damage(error):
                raise StoreError(words) from error
            self._is_broken = True
            raise DamagedError(words) from error

    def close(self) -> None:
        """Let go of the file; a broken one is left as it is, and so is one that has taken its place."""
        fate = self.fate()
        is_elsewhere = fate in (Fate.GONE, Fate.REPLACED)
        if is_elsewhere:  # what is in the log goes into the file first, wherever that is
            with suppress(sqlite3.Error):
                self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        log = self._log_in_the_way() if is_elsewhere or fate is Fate.WRITTEN_OVER else None
        self._let_go(untouched=not is_elsewhere and (self._is_broken or fate in _WITH_LOSSES))
        if log:
            with suppress(OSError):
                log.rename(_name_aside(log))

    def _log_in_the_way(self) -> Path | None:
        """Return our log if it lies beside the file of somebody else, which it must not fall to."""
        if self.file and self.file.exists() and self._presence and self._presence.owns_log:
            return log_of(self.file)
        return None

    @property
    def is_within_transaction(self) -> bool:
        """Whether nobody else can write just now."""
        try:
            return self.connection.in_transaction
        except sqlite3.ProgrammingError:  # it is closed
            return False

    def _let_go(self, *, untouched: bool) -> None:
        """Close; the last to close would write what is in the log into the file, unless somebody only looks on."""
        looker_on = self._presence = None
        if untouched and self.file is not None:
            with suppress(sqlite3.Error):
                looker_on = open_in_use(self.file)
                looker_on.execute("SELECT 1 FROM sqlite_master").fetchone()
        self.connection.close()
        if looker_on:
            looker_on.close()
        self._held.close()

    def _prepare(self) -> None:
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("PRAGMA fullfsync = ON")
        version = self.pragma("user_version")
        if self.pragma("application_id") != APPLICATION_ID and not self._is_new():
            self._refuse_another_program()
        if version > VERSION:
            words = _(
                "{file} was written by a newer Micra Assistant (records {version}, this one knows {known}):"
                " install the newer program; the file has been left as it is"
            )
            raise StoreError(words.format(file=self.file, version=version, known=VERSION))
        if self.file is not None and self._had_log:
            compare(self.file, self._held)
        if self.file is not None and version:
            refuse_less(self.file, self.last)
        if 0 < version < VERSION and self._before_migration:
            self._before_migration(self.connection)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self._migrate()

    def _refuse_another_program(self) -> None:
        """Raise DamagedError if there were job records in this file, as the note beside it says, StoreError if not."""
        if self.file is not None and read(self.file).kept:
            words = _(
                "{file} is another program's database, or its beginning was written over: there were job records in it"
            )
            raise DamagedError(words.format(file=self.file))
        words = _("{file} is another program's database; it has been left as it is")
        raise StoreError(words.format(file=self.file))

    def _say_what_is_there(self) -> None:
        """Note how much is in a file that was just opened."""
        if self._had_log:
            self._say(replace(self._witness, kept=self.last()))
        else:
            self.settle()

    def _say(self, witness: Witness) -> None:
        if self.file is not None and witness != self._witness:
            self._witness = witness
            write(self.file, witness)

    def _settled_at(self, last: int) -> Witness:
        found = self.connection.execute("SELECT id FROM events WHERE sequence = ?", (last,)).fetchone()
        return Witness(last, last, found[0] if found else "")

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


def _patiently(act: Callable[[], object]) -> None:
    """Do something, again for some time while another program is in the way."""
    end = monotonic() + _BUSY_SECONDS
    while True:
        try:
            act()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or monotonic() > end:
                raise
            sleep(_AGAIN_SECONDS)
        else:
            return


def _name_aside(log: Path) -> Path:
    """Return a name for a log that nothing has."""
    numbers = (log.with_name(f"{log.name}-aside-{number}") for number in count(1))
    return next(name for name in numbers if not name.exists())
