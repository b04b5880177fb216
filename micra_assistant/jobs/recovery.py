"""Puts sound job records in the place of broken ones, or of those that somebody wants no more.

Nothing is thrown away: what was there is kept aside under a name of its own. The new records are made complete beside
the old ones first; then the old ones are kept aside, taken away, and the new ones put in their place. A program that is
killed on the way leaves the old records where they were, or none and new ones that ``finish`` puts in place.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.backups import Backup, Backups, keep_on_disk
from micra_assistant.jobs.log import COMPANIONS
from micra_assistant.jobs.soundness import Contents, check
from micra_assistant.jobs.store import SqliteStore
from micra_assistant.tomlfile import reason

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
    from micra_assistant.jobs.salvage import salvage  # noqa: PLC0415 - wanted when something is broken only

    backup = backups.newest_good(now)
    with _Workplace(file) as new:
        if backup:
            new.take(backup.file)
        with closing(SqliteStore(new.file)) as store:
            found = salvage(file, store)
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


def finish(file: Path) -> None:
    """Put new records in place if a program was killed while it did so; a look at one file if it was not.

    StoreError if they cannot be put there.
    """
    if not file.exists() and _ready(file).exists():
        with _explained(file):
            _put(_ready(file), file)


def refuse_to_begin_anew(file: Path, backups: Backups) -> None:
    """Raise DamagedError if there are no records but backups of some: they are lost, this is no first start."""
    if (not file.exists() or not file.stat().st_size) and backups.exist:
        raise DamagedError(f"the job records {file} are gone or empty, although there are backups of them")


class _Workplace:
    """A folder beside the records where new ones are made."""

    def __init__(self, file: Path) -> None:
        self._records = file
        self._folder = file.with_name(f"{file.stem}-new")
        self.file = self._folder / file.name

    def __enter__(self) -> "_Workplace":
        from micra_assistant.jobs.inuse import refuse_if_in_use  # noqa: PLC0415 - as above

        refuse_if_in_use(self._records)
        with _explained(self._records):
            self._clear()
            self._folder.mkdir(parents=True)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._clear()

    def take(self, backup: Path) -> None:
        """Begin with a backup."""
        with _explained(self._records):
            shutil.copyfile(backup, self.file)

    def check(self) -> Contents:
        """Return what is in the new records; StoreError if they are not sound."""
        return check(self.file)

    def put_in_place(self, why: str, now: datetime) -> Path | None:
        """Keep the old records aside, and put the new ones in their place; return where the old ones are."""
        with _explained(self._records):
            keep_on_disk(self.file)
            self.file.replace(_ready(self._records))
            keep_on_disk(self._records.parent)
            aside = _keep_aside(self._records, why, now)
            self._records.unlink(missing_ok=True)
            _put(_ready(self._records), self._records)
            return aside

    def _clear(self) -> None:
        if self._folder.exists():
            shutil.rmtree(self._folder)


def _ready(file: Path) -> Path:
    """Return where new records wait that are complete."""
    return file.with_name(f"{file.stem}-ready{file.suffix}")


def _put(ready: Path, file: Path) -> None:
    """Let new records take the place of old ones that are away already; their log must not fall to the new ones."""
    keep_on_disk(file.parent)
    for companion in COMPANIONS:
        file.with_name(file.name + companion).unlink(missing_ok=True)
    keep_on_disk(file.parent)
    ready.replace(file)
    keep_on_disk(file.parent)


def _keep_aside(file: Path, why: str, now: datetime) -> Path | None:
    """Give the files of the records a second name; return it, None if there are none."""
    there = [companion for companion in _ALL if file.with_name(file.name + companion).exists()]
    if not there:
        return None
    aside = kept_as(file, why, now)
    for companion in there:
        _name_again(file.with_name(file.name + companion), aside.with_name(aside.name + companion))
    keep_on_disk(file.parent)
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


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"cannot put job records in the place of {file}: {reason(error)}") from error
