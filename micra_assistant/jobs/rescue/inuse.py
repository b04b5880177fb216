"""Whether another program has the job records open."""

import sys
from pathlib import Path

from micra_assistant.errors import StoreError
from micra_assistant.words import _

_FIRST_SHARED = 0x40000002
_SHARED = 510
"""The bytes of a file on which SQLite holds a lock for as long as a file with a log is open."""


def refuse_if_in_use(file: Path) -> None:
    """Raise StoreError if another program has a file of records open; this one must have let go of it.

    Windows does not let anybody take an open file away, so there is no need to ask.
    """
    if sys.platform == "win32" or not file.exists():
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        with file.open("r+b") as opened:
            fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED, _FIRST_SHARED)
    except (BlockingIOError, PermissionError) as error:
        is_open = isinstance(error, BlockingIOError)
        words = _("the job records {file} are open in another window: close it first")
        words = words if is_open else _("the job records {file} are read-only")
        raise StoreError(words.format(file=file)) from error
    except OSError:
        return
