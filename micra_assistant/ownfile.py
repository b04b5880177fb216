"""The one door through which a file of a guide is read: a plain file of its own folder, not too large.

A guide may come from anybody. A link in its folder could lead to any file of the user, which would then go into job
files; a pipe would keep the program waiting, a device would fill its memory. So what is opened is looked at, and only
then read: its name could come to mean another file at any time. A hard link cannot be told from a file and is read as
one. The folder itself may be a link: that is its owner's choice.
"""

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from micra_assistant.number_words import grouped
from micra_assistant.words import _

_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)  # not every system has each of them
_AT_ONCE = 1_000_000


def read(file: Path, folder: Path, most: int) -> bytes:
    """Return what ``file`` in ``folder`` holds, at most ``most`` bytes.

    OSError, its ``strerror`` in words, if it cannot be read, leads out of the folder, is no plain file or is larger.
    """
    _check_kind(file.stat(), most)
    opened = os.open(file, _FLAGS)
    try:
        there = os.fstat(opened)
        _check_kind(there, most)
        _check_place(file, folder, there)
        return _content(opened, most)
    finally:
        os.close(opened)


def read_text(file: Path, folder: Path, most: int) -> str:
    """Return the text of ``file`` as ``read`` does, every line break as one; UnicodeDecodeError if it is none."""
    content = read(file, folder, most)
    if (place := content.find(0)) >= 0:
        raise UnicodeDecodeError("utf-8", content, place, place + 1, _("a text has no zero bytes"))
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def is_own(file: Path, folder: Path) -> bool:
    """Whether ``file`` is a plain file that lies in ``folder``, wherever links lead."""
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, links in a circle
        return False


def _check_kind(there: os.stat_result, most: int) -> None:
    if S_ISDIR(there.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not S_ISREG(there.st_mode):
        raise OSError(errno.EINVAL, _("it is no plain file: put one in its place"))
    if there.st_size > most:
        raise _too_large(most)


def _check_place(file: Path, folder: Path, there: os.stat_result) -> None:
    """Check that what was opened is the file that the name leads to, and that this lies in the folder."""
    try:
        place = file.resolve(strict=True)
        is_own = place.is_relative_to(folder.resolve()) and os.path.samestat(place.lstat(), there)
    except RuntimeError:  # links in a circle
        is_own = False
    if not is_own:
        raise OSError(errno.EPERM, _("it leads out of the folder: copy the file here"))


def _content(opened: int, most: int) -> bytes:
    """Return all there is; a file may be longer than it says."""
    parts: list[bytes] = []
    left = most + 1
    while left and (part := os.read(opened, min(left, _AT_ONCE))):
        parts.append(part)
        left -= len(part)
    if not left:
        raise _too_large(most)
    return b"".join(parts)


def _too_large(most: int) -> OSError:
    return OSError(errno.EFBIG, _("it is too large: at most {most} bytes").format(most=grouped(most)))
