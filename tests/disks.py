"""Disks that fail, to be put in the place of what writes to them."""

import errno
import os
from typing import NoReturn


def full(*_: object, **__: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
