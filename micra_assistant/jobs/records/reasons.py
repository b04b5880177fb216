"""Why the job records cannot be read or written, in words."""

import errno
import shutil
import sqlite3
from pathlib import Path

from micra_assistant.system_words import reason
from micra_assistant.words import _

_PRIMARY = 0xFF
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
"""What SQLite says when a disk is full, and at other times too."""

_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
_READ_ONLY_ERRORS = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL_ERRORS = (errno.ENOSPC, errno.EDQUOT)
_LITTLE_ROOM = 1 << 20
"""With less than this free, in bytes, a disk is full."""


def code_of(error: BaseException) -> int:
    """Return what kind of error SQLite calls it, 0 if it is none of SQLite's."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


def is_busy(error: BaseException) -> bool:
    """Whether another program holds the records just now."""
    return code_of(error) in _BUSY


def in_words(error: Exception, place: Path | None) -> str:
    """Return why something on the disk of ``place`` went wrong."""
    if is_busy(error):
        return _("another program is writing to them; try again in a moment")
    if place and _is_full(error, place):
        return _("the disk is full, make room on it ({why})").format(why=reason(error))
    if _is_read_only(error):
        return _("they are protected against writing, take that away from file, folder and drive ({why})").format(
            why=reason(error)
        )
    return reason(error)


def _is_full(error: Exception, place: Path) -> bool:
    if isinstance(error, OSError) and error.errno in _FULL_ERRORS:
        return True
    return code_of(error) in _NO_ROOM and _free(place) < _LITTLE_ROOM


def _is_read_only(error: Exception) -> bool:
    is_refused = isinstance(error, OSError) and error.errno in _READ_ONLY_ERRORS
    return is_refused or code_of(error) in _READ_ONLY


def _free(place: Path) -> int:
    """Return how many bytes are free where ``place`` is, or would be."""
    for folder in (place, *place.parents):
        try:
            return shutil.disk_usage(folder).free
        except FileNotFoundError:
            continue
        except OSError:
            break
    return _LITTLE_ROOM
