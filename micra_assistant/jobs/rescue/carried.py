"""A copy of all records that is carried out of the house, on a stick or another disk, and the way back from it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from micra_assistant.jobs.rescue.backups import Backup, Backups, Reason, look_at
from micra_assistant.words import N_, _

FOLDER = "micra-assistant-backups"
"""Where the copies lie on the stick, so that they do not lie about among other files."""
SAME_DISK = N_("It lies on the same disk as the records: a stick or another disk would outlive that.")


def carry_out(records: Path, to: Path, now: datetime, stop: Callable[[], bool] = lambda: False) -> Backup:
    """Copy the records to a folder of their own in ``to``, read the copy through from beginning to end, and return it.

    The newest copies are kept there, as beside the records. StoreError if it cannot be done, DamagedError if the
    records are broken, Stopped if it was broken off.
    """
    folder = to if to.name == FOLDER else to / FOLDER
    return Backups(folder, stop).make(records, Reason.BY_HAND, now)


def brought(file: Path) -> Backup:
    """Return a copy that somebody brings, read through from beginning to end; StoreError if it is no sound one."""
    return look_at(file)


def said_of(copy: Backup, records: Path) -> str:
    """Return what there is to say of a copy beside where it is, empty if nothing is."""
    with suppress(OSError):
        if _disk_of(copy.file) == _disk_of(records):
            return _(SAME_DISK)
    return ""


def _disk_of(file: Path) -> object:
    """Return what tells one disk from another."""
    return file.stat().st_dev
