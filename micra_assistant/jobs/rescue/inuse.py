"""Whether another program has the job records open."""

import sys
from pathlib import Path

from micra_assistant.errors import StoreError

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
        words = "are open in another window: close it first" if isinstance(error, BlockingIOError) else "are read-only"
        raise StoreError(f"the job records {file} {words}") from error
    except OSError:
        return
