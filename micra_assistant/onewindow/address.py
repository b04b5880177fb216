"""Where the window with a folder of records listens: nobody but its user can reach that place, or take it first."""

import os
import sys
from _blake2 import blake2b  # the module around it takes ten times as long to load
from collections.abc import Iterator, Mapping
from stat import S_ISDIR, S_ISVTX, S_IWGRP, S_IWOTH

_VERSION = 1
"""Of what is said there: programs that say something else do not meet."""
_LONGEST = 100
"""Bytes of an address; Linux takes 107 (unix(7)), macOS 103."""


def address_of(folder: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the address for a folder of records, whichever way the folder is written; empty if none is safe.

    It is a socket in a folder of the user's own, which need not be there yet, or a named pipe on Windows.
    """
    name = f"{mark_of(folder)}-{_VERSION}"
    if sys.platform == "win32":
        user = mark_of(os.path.expanduser("~"))  # noqa: PTH111 - pathlib loads slowly
        return rf"\\.\pipe\micra-assistant-{user}-{name}"
    for base in _bases(environment):
        address = os.path.join(base, f"micra-assistant-{os.geteuid()}", name)  # noqa: PTH118 - likewise
        if len(os.fsencode(address)) <= _LONGEST and _can_hold_folder(base):
            return address if is_private(os.path.dirname(address)) else ""  # noqa: PTH120 - likewise
    return ""


def mark_of(folder: str) -> str:
    """Return 16 letters that stand for a folder, wherever links lead; it need not be there."""
    place = os.path.normcase(os.path.realpath(folder))
    return blake2b(os.fsencode(place), digest_size=8).hexdigest()


def is_private(folder: str) -> bool:
    """Return whether only the user can put anything in a folder; one that is not there yet is as good."""
    try:
        there = os.lstat(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return S_ISDIR(there.st_mode) and _is_own(there) and not there.st_mode & (S_IWGRP | S_IWOTH)


def _bases(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield where a program may put its sockets; a start from elsewhere, as over SSH, has no name for the first."""
    if named := environment.get("XDG_RUNTIME_DIR"):
        yield named
    if sys.platform == "linux":
        yield f"/run/user/{os.geteuid()}"
    yield environment.get("TMPDIR") or "/tmp"  # noqa: S108 - what is made there is the user's own, or is not used
    yield "/tmp"  # noqa: S108 - likewise


def _can_hold_folder(base: str) -> bool:
    """Return whether a folder that the user makes in ``base`` stays where it is: nobody else may move it."""
    try:
        there = os.stat(base)  # noqa: PTH116 - likewise
    except (OSError, ValueError):
        return False
    is_safe = _is_own(there) or bool(there.st_mode & S_ISVTX)
    return S_ISDIR(there.st_mode) and is_safe and os.access(base, os.W_OK | os.X_OK)


def _is_own(there: os.stat_result) -> bool:
    return sys.platform != "win32" and there.st_uid == os.geteuid()
