"""Disks that fail, to be put in the place of what writes to them, and one that is quick, to test on."""

import errno
import os
from pathlib import Path
from typing import NoReturn

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own there
_ENOUGH = 4_000_000_000


def full(*_: object, **__: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def is_roomy(disk: Path) -> bool:
    """Whether there is such a disk with enough room for a run of all tests, on which programs can be started."""
    if not disk.is_dir() or not os.access(disk, os.W_OK):
        return False
    there = os.statvfs(disk)
    return there.f_bavail * there.f_frsize > _ENOUGH and not there.f_flag & os.ST_NOEXEC
