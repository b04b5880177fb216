"""Puts sound job records in the place of broken ones, or of those that somebody wants no more.

Nothing is thrown away: what was there is kept aside under a name of its own. The new records are made complete beside
the old ones first; then the old ones are kept aside, taken away, and the new ones put in their place. A program that is
killed on the way leaves the old records where they were, or none and new ones that are put in place by the next (see
``placing``).
"""

import os
import shutil
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from micra_assistant.jobs.records.blanking import blank_again
from micra_assistant.jobs.records.soundness import Contents, check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import COMPANIONS
from micra_assistant.jobs.rescue.backups import Backup, Backups
from micra_assistant.jobs.rescue.inuse import refuse_if_in_use
from micra_assistant.jobs.rescue.placing import explained, put, ready_for
from micra_assistant.jobs.rescue.salvage import salvage
from micra_assistant.private import make_private_folder
from micra_assistant.wholefile import keep_on_disk

_TIME = "%Y-%m-%d-%H%M%S"
_ALL = ("", *COMPANIONS)

REPLACED = "replaced"
"""What the name of records says that were sound and gave way to a backup."""


class Recovery(Struct, frozen=True):
    """What was brought back.

    Attributes:
        kept_aside: the broken file, as it was, under its new name; None if there was none.
        backup: what it was begun from, None if there was none.
        salvaged: how many events could be read from the broken file that are not in the backup.
        missing: how many more it held at least.
        last: when the last event that was brought back happened, in UTC, as Event.at; empty if there is none.
        jobs, events: how many there are now.
    """

    kept_aside: Path | None
    backup: Backup | None
    salvaged: int
    missing: int
    last: str
    jobs: int
    events: int


def recover(file: Path, backups: Backups, now: datetime) -> Recovery:
    """Put the newest good backup in the place of broken records, with all that can still be read from those.

    StoreError, and everything as it was, if that cannot be done. The broken file must not be open.
    """
    backup = backups.newest_good(now)
    with _Workplace(file) as new:
        if backup:
            new.take(backup.file)
        with closing(SqliteStore(new.file)) as store:
            found = salvage(file, store)
            blank_again(store)
            last = store.last_time()
        contents = new.check()
        aside = new.put_in_place("damaged", now)
    missing = max(0, found.known - contents.events)
    return Recovery(aside, backup, found.events, missing, last, contents.jobs, contents.events)


def restore(file: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the records; return where those are kept now, None if there were none.

    StoreError, and everything as it was, if that cannot be done. The records must not be open.
    """
    check(backup)
    with _Workplace(file) as new:
        new.take(backup)
        SqliteStore(new.file).close()
        new.check()
        return new.put_in_place(REPLACED, now)


def kept_as(file: Path, why: str, now: datetime) -> Path:
    """Return the name that records are kept aside under if that is done now: one that nothing has."""
    at = now
    while any((aside := _aside(file, why, at)).with_name(aside.name + companion).exists() for companion in _ALL):
        at += timedelta(seconds=1)
    return aside


class _Workplace:
    """A folder beside the records where new ones are made."""

    def __init__(self, file: Path) -> None:
        self._records = file
        self._folder = file.with_name(f"{file.stem}-new")
        self.file = self._folder / file.name

    def __enter__(self) -> "_Workplace":
        refuse_if_in_use(self._records)
        with explained(self._records):
            self._clear()
            make_private_folder(self._folder)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._clear()

    def take(self, backup: Path) -> None:
        """Begin with a backup."""
        with explained(self._records):
            shutil.copyfile(backup, self.file)

    def check(self) -> Contents:
        """Return what is in the new records; StoreError if they are not sound."""
        return check(self.file)

    def put_in_place(self, why: str, now: datetime) -> Path | None:
        """Keep the old records aside, and put the new ones in their place; return where the old ones are."""
        with explained(self._records):
            keep_on_disk(self.file)
            self.file.replace(ready_for(self._records))
            keep_on_disk(self._records.parent)
            aside = _keep_aside(self._records, why, now)
            put(ready_for(self._records), self._records)
            return aside

    def _clear(self) -> None:
        if self._folder.exists():
            shutil.rmtree(self._folder)


def _keep_aside(file: Path, why: str, now: datetime) -> Path | None:
    """Take the records away, to another name; return it, None if there were none.

    What is beside them gets its second name first, so that they are never anywhere without their log.
    """
    there = [companion for companion in _ALL if file.with_name(file.name + companion).exists()]
    if not there:
        return None
    aside = kept_as(file, why, now)
    for companion in set(there) & set(COMPANIONS):
        _name_again(file.with_name(file.name + companion), aside.with_name(aside.name + companion))
    keep_on_disk(file.parent)
    if file.exists():
        file.rename(aside)
    return aside


def _aside(file: Path, why: str, at: datetime) -> Path:
    return file.with_name(f"{file.stem}-{why}-{at.strftime(_TIME)}{file.suffix}")


def _name_again(file: Path, name: Path) -> None:
    """Give a file a second name; where a disk knows no second names, copy it."""
    try:
        os.link(file, name)
    except OSError:
        shutil.copy2(file, name)
        keep_on_disk(name)
