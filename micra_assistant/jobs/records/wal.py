"""The log that SQLite writes to before it writes to the file: found broken before what it holds is passed over.

SQLite itself reads a log up to the first thing wrong in it, and takes that for its end (see “WAL-mode File Format” in
its documentation): right after a power cut, but after damage what was acknowledged later would be gone without a word.
"""

import os
import struct
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from micra_assistant.errors import DamagedError
from micra_assistant.words import _

COMPANIONS = ("-wal", "-shm")
"""What SQLite puts beside a file while it is in use: the log of what was written last, and an index to that."""

HEAD = 32
FRAME_HEAD = 24
_MARKS = (0x377F0682, 0x377F0683)
_WORD = 0xFFFFFFFF
_INDEX_HEAD = struct.Struct("=16xI12x8s")
"""Of the index: how many frames SQLite goes by, and the mark that they have."""


def log_of(file: Path) -> Path:
    """Return the log of a file."""
    return file.with_name(file.name + COMPANIONS[0])


def has_log(file: Path) -> bool:
    """Whether something is in the log of a file."""
    log = log_of(file)
    return log.exists() and log.stat().st_size > 0


def glance(file: Path) -> None:
    """Look at a file that is not open yet; DamagedError if SQLite would throw away what its log holds."""
    if not has_log(file):
        return
    log = log_of(file)
    if not file.exists() or not file.stat().st_size:
        raise DamagedError(
            _("the job records {file} are gone or empty, but their log is still there").format(file=file)
        )
    with log.open("rb") as opened:
        head = opened.read(HEAD)
    if log.stat().st_size > HEAD and not _is_head(head):
        raise DamagedError(_("the log of the job records, {log}, is broken at its beginning").format(log=log))


def compare(file: Path, held: ExitStack) -> None:
    """Look at a file that is open; DamagedError if there is more in its log than SQLite goes by.

    The last transaction may be there in part after a power cut: nobody was told that it is kept. What ``held`` holds
    must stay open until SQLite has let go of the file: on POSIX systems a process that closes a file loses all its
    locks on it, also those that SQLite has put on the index. The next program would then take that for abandoned and
    cut it off under this one.
    """
    log, index = log_of(file), file.with_name(file.name + COMPANIONS[1])
    if not index.exists() or not has_log(file):
        return
    with log.open("rb") as opened:
        head = opened.read(HEAD)
        ends = list(_ends(opened, head))
    if index.stat().st_size < _INDEX_HEAD.size:
        return
    opened_index = os.open(index, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    held.callback(os.close, opened_index)
    frames, mark = _INDEX_HEAD.unpack(os.read(opened_index, _INDEX_HEAD.size))
    if os.name == "nt":  # locks are the handle's there, and an open file cannot be removed
        held.close()
    if mark == head[16:24] and sum(end > frames for end in ends) > 1:
        raise DamagedError(_("the log of the job records, {log}, is broken in the middle").format(log=log))


def _is_head(head: bytes) -> bool:
    """Whether a log begins as SQLite begins one, its checksum included."""
    mark: int = struct.unpack(">I", head[:4])[0]
    if mark not in _MARKS:
        return False
    words = struct.unpack(">6I" if mark & 1 else "<6I", head[:24])
    first = second = 0
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    kept: tuple[int, int] = struct.unpack(">2I", head[24:])
    return (first, second) == kept


def _ends(log: BinaryIO, head: bytes) -> Iterator[int]:
    """Yield the numbers of the frames that end a transaction, of those written since the log was begun anew."""
    size = FRAME_HEAD + int.from_bytes(head[8:12])
    number = 1
    while len(frame := _read(log, HEAD + (number - 1) * size, FRAME_HEAD)) == FRAME_HEAD and frame[8:16] == head[16:24]:
        if any(frame[4:8]):
            yield number
        number += 1


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    return file.read(length)
