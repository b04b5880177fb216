"""Backups of the job records: whole copies that were checked, so many of each kind."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.records.reasons import in_words
from micra_assistant.jobs.records.soundness import Contents, check, check_all, means_damage
from micra_assistant.private import make_private_file, make_private_folder
from micra_assistant.system_words import reason
from micra_assistant.words import _

_TIME = "%Y-%m-%d-%H%M%S"
_NAME = r"jobs-(\d{4}-\d\d-\d\d-\d{6})-([a-z-]+)\.sqlite3"
_PARTIAL = ".partial"
_ABANDONED_SECONDS = 3600
_PAGES_AT_ONCE = 256
_SOON = timedelta(minutes=1)
"""So far ahead a backup may be that was made just now: two of one second are kept under two times."""


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    MIGRATION = "migration"
    BY_HAND = "by-hand"


KEPT = {Reason.DAILY: 7, Reason.MIGRATION: 3, Reason.BY_HAND: 3}
"""How many backups of each kind are kept."""


class Backup(Struct, frozen=True):
    """A backup.

    Attributes:
        at: when it was made, by the clock on the wall.
        jobs, events: how many are in it, 0 if it is not good.
        size: in bytes.
        good: whether it is sound from beginning to end.
    """

    file: Path
    at: datetime
    reason: Reason
    jobs: int
    events: int
    size: int
    good: bool


class _BackupName(Struct, frozen=True):
    """A file that is named as a backup is."""

    file: Path
    at: datetime
    reason: Reason


class Stopped(Exception):  # noqa: N818 - it is no error
    """The backup was broken off because somebody asked for it."""


class Backups:
    """The backups in a folder, which is made with the first of them. All times are those of the clock on the wall.

    ``stop`` may be asked while a backup is made whether to break it off: Stopped is raised then.
    """

    def __init__(self, folder: Path, stop: Callable[[], bool] = lambda: False) -> None:
        self.folder = folder
        self._stop = stop

    def make(self, source: Path | sqlite3.Connection, why: Reason, now: datetime) -> Backup:
        """Make a backup of ``source``, check it, and let go of the oldest of its kind.

        DamagedError, and no backup, if what was copied is broken; StoreError if it cannot be made. What is there stays.
        """
        with self._explained():
            make_private_folder(self.folder)
            self._clear_away_partials()
            file, at = self._free_name(why, now)
            partial = file.with_name(file.name + _PARTIAL)
            try:
                backup = self._copy_and_check(source, partial, _BackupName(file, at, why))
            finally:
                partial.unlink(missing_ok=True)
            self._rotate(backup, now)
        return backup

    def list(self, now: datetime) -> tuple[Backup, ...]:
        """Return all backups, each checked from beginning to end, newest first."""
        return tuple(map(_looked_at, self._by_age(now)))

    def newest_good(self, now: datetime) -> Backup | None:
        """Return the newest backup that is sound, None if there is none."""
        return next((backup for backup in map(_looked_at, self._by_age(now)) if backup.good), None)

    def due(self, now: datetime) -> bool:
        """Whether there is no daily backup of this day. A clock put back costs one more backup, and stops none."""
        return all(named.reason is not Reason.DAILY or named.at.date() != now.date() for named in self._named())

    @property
    def exist(self) -> bool:
        """Whether there is any backup, sound or not."""
        return bool(self._named())

    def _copy_and_check(self, source: Path | sqlite3.Connection, partial: Path, named: _BackupName) -> Backup:
        if isinstance(source, Path):
            with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as connection:
                return self._copy_and_check(connection, partial, named)
        from micra_assistant.wholefile import keep_on_disk  # noqa: PLC0415 - the step is painted first

        self._copy(source, partial)
        found = self._checked(partial, source)
        keep_on_disk(partial)
        partial.replace(named.file)
        keep_on_disk(self.folder)
        return _backup(named, found)

    def _copy(self, source: sqlite3.Connection, target: Path) -> None:
        """Copy the records as they are at one moment, while others may go on writing; into one file with no log."""
        make_private_file(target)
        with closing(sqlite3.connect(target, isolation_level=None)) as copy, _held_still(source):
            copy.execute("PRAGMA synchronous = OFF")  # it is brought to the disk at the end, in one go
            source.backup(copy, pages=_PAGES_AT_ONCE, progress=self._go_on, sleep=0)
            copy.execute("PRAGMA journal_mode = DELETE")
            _leave_drafts_out(copy)

    def _checked(self, copy: Path, source: sqlite3.Connection) -> Contents:
        """Return what is in a copy; if it is broken, find out which of the two is at fault."""
        try:
            return check(copy)
        except DamagedError as error:
            check_all(source, _("the job records"))
            words = _("a backup in {folder} was not sound and was thrown away: is that disk failing?").format(
                folder=self.folder
            )
            raise StoreError(words) from error

    def _go_on(self, status: int, remaining: int, total: int) -> None:  # noqa: ARG002 - as SQLite calls it
        if self._stop():
            raise Stopped

    def _named(self) -> tuple[_BackupName, ...]:
        """Return all files that are named as backups are, none if the folder cannot be read."""
        try:
            return tuple(named for file in self.folder.iterdir() if (named := _named(file)))
        except OSError:
            return ()

    def _by_age(self, now: datetime) -> tuple[_BackupName, ...]:
        """Return all of them, newest first; one from the future has its time from a wrong clock, and is oldest."""
        soon = now + _SOON
        return tuple(sorted(self._named(), key=lambda named: (named.at <= soon, named.at), reverse=True))

    def _free_name(self, why: Reason, now: datetime) -> tuple[Path, datetime]:
        at = now.replace(microsecond=0, tzinfo=None)
        while (file := self.folder / f"jobs-{at.strftime(_TIME)}-{why}.sqlite3").exists():
            at += timedelta(seconds=1)
        return file, at

    def _rotate(self, made: Backup, now: datetime) -> None:
        others = [named for named in self._by_age(now) if named.reason is made.reason and named.file != made.file]
        for named in others[KEPT[made.reason] - 1 :]:
            named.file.unlink(missing_ok=True)

    def _clear_away_partials(self) -> None:
        """Remove what a killed program left; what another one may just be writing stays."""
        now = datetime.now().timestamp()  # noqa: DTZ005 - an age only
        for partial in self.folder.glob(f"*{_PARTIAL}*"):
            with suppress(FileNotFoundError):
                if abs(now - partial.stat().st_mtime) > _ABANDONED_SECONDS:
                    partial.unlink()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if means_damage(error):
                raise DamagedError(_("the job records are damaged: {why}").format(why=reason(error))) from error
            raise StoreError(
                _("cannot back up the job records to {folder}: {why}").format(
                    folder=self.folder, why=in_words(error, self.folder)
                )
            ) from error


def look_at(file: Path) -> Backup:
    """Return a copy of records, whatever it is called, checked from beginning to end; StoreError if it is not sound."""
    found = check(file)
    named = _named(file) or _BackupName(file, datetime.fromtimestamp(file.stat().st_mtime), Reason.BY_HAND)  # noqa: DTZ006
    return _backup(named, found)


@contextmanager
def _held_still(source: sqlite3.Connection) -> Iterator[None]:
    """Let ``source`` see the records as they are now until this is over; who writes is not held up."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
    finally:
        source.execute("ROLLBACK")


def _named(file: Path) -> _BackupName | None:
    found = re.fullmatch(_NAME, file.name)
    if found and found[2] in list(Reason):
        with suppress(ValueError):
            at = datetime.strptime(found[1], _TIME)  # noqa: DTZ007 - as the clock on the wall said
            return _BackupName(file, at, Reason(found[2]))
    return None


def _leave_drafts_out(copy: sqlite3.Connection) -> None:
    """Take out what was only half typed: it is not to come back months later."""
    copy.execute("PRAGMA secure_delete = ON")
    if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'drafts'").fetchone():
        copy.execute("DELETE FROM drafts")


def _looked_at(named: _BackupName) -> Backup:
    try:
        return _backup(named, check(named.file))
    except StoreError:
        return _backup(named, None)


def _backup(named: _BackupName, found: Contents | None) -> Backup:
    """Return a backup with what was ``found`` in it, None if it is not good."""
    size = 0
    with suppress(OSError):
        size = named.file.stat().st_size
    contents = found or Contents(0, 0)
    return Backup(named.file, named.at, named.reason, contents.jobs, contents.events, size, found is not None)
