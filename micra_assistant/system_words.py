"""Why a file cannot be read or written, as the system or SQLite says it, in the language of the person if it is known.

Windows speaks the language that it was installed in; elsewhere both speak English.
"""

from micra_assistant.words import N_, _

_OF_THE_SYSTEM = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Input/output error"),
    N_("Device or resource busy"),
    N_("Too many open files"),
    N_("Too many levels of symbolic links"),
    N_("Invalid argument"),
    N_("Broken pipe"),
    N_("Stale file handle"),
    N_("No such device"),
    N_("No such device or address"),
    N_("Host is down"),
    N_("Transport endpoint is not connected"),
)
_OF_SQLITE = (
    N_("file is not a database"),
    N_("database disk image is malformed"),
    N_("disk I/O error"),
    N_("unable to open database file"),
    N_("attempt to write a readonly database"),
    N_("database or disk is full"),
    N_("database is locked"),
    N_("access permission denied"),
    N_("locking protocol"),
    N_("out of memory"),
)
_KNOWN = frozenset((*_OF_THE_SYSTEM, *_OF_SQLITE))


def reason(error: Exception) -> str:
    """Return why a file could not be read or written, in words."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _(said) if said in _KNOWN else said
