"""Lets a store that is being worked with go on with other records: recovered ones, or those of a backup."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.records.soundness import check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import has_log
from micra_assistant.jobs.rescue.backups import Backup, Backups, Reason
from micra_assistant.jobs.rescue.placing import finish, refuse_to_begin_anew
from micra_assistant.private import shut

if TYPE_CHECKING:
    from micra_assistant.jobs.rescue.recovery import Recovery


def open_records(file: Path, backups: Backups, now: datetime) -> SqliteStore:
    """Return the store of the program, after what a killed one left undone; what is migrated is backed up first.

    StoreError if there is none that keeps anything, DamagedError if a recovery is called for.
    """
    shut(file.parent)
    finish(file)
    refuse_to_begin_anew(file, backups)
    store = SqliteStore(file, lambda connection: _keep_former(backups, connection, now))
    store.when_lost = lambda lost: _salvage(lost, store)
    return store


def to_copy(file: Path, backups: Backups, error: StoreError, now: datetime) -> Path | None:
    """Return what to begin a copy with after ``error``: the records, or the newest good backup if they are damaged.

    Records that are sound and only lack what was in their log are better than a backup that holds less.
    """
    if not isinstance(error, DamagedError):
        return file
    backup = backups.newest_good(now)
    if not has_log(file) and _events_in(file) > (backup.events if backup else 0):
        return file
    return backup.file if backup else None


def _salvage(file: Path, store: SqliteStore) -> None:
    from micra_assistant.jobs.rescue.salvage import salvage  # noqa: PLC0415 - wanted when something is broken only

    salvage(file, store)


class Changeover:
    """Changes what is behind ``store``. If that cannot be done, the store goes on with what there was."""

    def __init__(self, store: SqliteStore, file: Path, backups: Backups) -> None:
        self._store = store
        self._file = file
        self._backups = backups

    def recover(self, now: datetime) -> "Recovery":
        """Go on with recovered records, and with what was done in the meantime and could not be kept."""
        from micra_assistant.jobs.rescue.recovery import recover  # noqa: PLC0415 - wanted when something is broken only

        events, attached = ((), {}) if self._store.keeps else self._store.unkept()
        numbers = {job: self._store.job(job).number for job in {event.job for event in events}}
        with self._away(now):
            finish(self._file)
            done = recover(self._file, self._backups, now)
        self._store.number_jobs(numbers)
        self._store.append(events, attached)
        return done

    def save_copy(self, now: datetime) -> None:
        """Make a backup of a copy in memory: it holds what was kept in records that were taken away."""
        self._backups.make(self._store.connection, Reason.DAILY, now)

    def restore(self, backup: Backup, now: datetime) -> Path | None:
        """Go on with a backup; return where the records are that there were."""
        from micra_assistant.jobs.rescue.recovery import restore  # noqa: PLC0415 - as above

        with self._away(now):
            return restore(self._file, backup.file, now)

    @contextmanager
    def _away(self, now: datetime) -> Iterator[None]:
        """Let go of the file while it is replaced."""
        if self._store.keeps:
            self._store.close()
        try:
            yield
        except StoreError as error:
            self._come_back(error, now)
            raise
        self._store.change_to(self._file)

    def _come_back(self, error: StoreError, now: datetime) -> None:
        if not self._store.keeps:
            return
        try:
            self._store.change_to(self._file)
        except StoreError:
            self._store.change_to_copy(to_copy(self._file, self._backups, error, now))


def _events_in(file: Path) -> int:
    """Return how many events are in a file, 0 if it is not sound."""
    try:
        return check(file).events
    except StoreError:
        return 0


def _keep_former(backups: Backups, connection: Connection, now: datetime) -> None:
    backups.make(connection, Reason.MIGRATION, now)
