"""What stands before and behind the members of a ZIP: how long its list of contents is.

Python believes what a ZIP says of its list, so that is looked at first. A ZIP may gain a comment, or bytes before its
beginning and behind its end, on its way through other programs; as long as its list is whole it is sound all the same.
"""

from os import SEEK_END
from typing import BinaryIO

from msgspec import Struct

from micra_assistant.jobs.jobfile.refusal import DAMAGED, UnusableError
from micra_assistant.words import _, ngettext

_BEGINNING, _END = b"PK\x03\x04", b"PK\x05\x06"
_LARGE_END, _LARGE = b"PK\x06\x06", b"PK\x06\x07"
_END_BYTES, _LARGE_END_BYTES, _LARGE_BYTES = 22, 56, 20
"""How long the end of a ZIP is, and what stands before it in one that may be larger than 4 GB."""
_MOST_BEHIND = 65_536
"""How far behind the end the file may go on, a comment counted: Python looks no further back for it."""
_MOST_LOOKED_AT = 1_000_000
_WITHOUT_END = 2**64
"""How many members a ZIP is taken to have that may be larger than 4 GB and does not say how many."""


class List(Struct, frozen=True):
    """What a ZIP says of its list of contents: ``size`` bytes long, with ``members`` members."""

    size: int
    members: int


def find_list(file: BinaryIO) -> List:
    """Return what a ZIP says of its list of contents; UnusableError if it has no end that could be whole."""
    size = file.seek(0, SEEK_END)
    tail_start = max(size - _MOST_LOOKED_AT, 0)
    tail = _read(file, tail_start, size)
    place = tail.rfind(_END)
    end = tail[place : place + _END_BYTES]
    if place < 0 or len(end) < _END_BYTES:
        raise _no_end(file)
    found = _list(file, end, tail_start + place)
    if not found.members:
        raise _no_job_file()
    _check_behind(len(tail) - place - _END_BYTES, _number(end, 20, 2))
    return found


def _no_end(file: BinaryIO) -> UnusableError:
    is_zip = _read(file, 0, len(_BEGINNING)) == _BEGINNING
    return UnusableError(_(DAMAGED)) if is_zip else _no_job_file()


def _no_job_file() -> UnusableError:
    return UnusableError(_("it is no job file"), _("choose a ZIP that was exported by this program"))


def _list(file: BinaryIO, end: bytes, place: int) -> List:
    """Return the list that the end at ``place`` tells of, or that for large ZIPs before it."""
    before = _read(file, max(place - _LARGE_BYTES - _LARGE_END_BYTES, 0), place)
    if before[-_LARGE_BYTES:].startswith(_LARGE) and before.startswith(_LARGE_END):
        members, size = _number(before, 32, 8), _number(before, 40, 8)
        return List(size, members)
    if before[-_LARGE_BYTES:].startswith(_LARGE):
        return List(0, _WITHOUT_END)
    if _number(end, 4, 4):
        raise UnusableError(_("it is one part of a ZIP that was cut into several"), _("put the parts together first"))
    return List(_number(end, 12, 4), _number(end, 10, 2))


def _check_behind(behind: int, comment: int) -> None:
    """Check what follows the end, of which ``comment`` bytes are meant."""
    if behind < comment:
        raise UnusableError(_(DAMAGED))
    if behind > _MOST_BEHIND:
        why = ngettext(
            "it has {count} byte behind its end, too many to be sure what they are",
            "it has {count} bytes behind its end, too many to be sure what they are",
            behind - comment,
        )
        raise UnusableError(why.format(count=behind - comment), _("export the job again where it was made"))


def _read(file: BinaryIO, start: int, end: int) -> bytes:
    file.seek(start)
    return file.read(end - start)


def _number(record: bytes, start: int, size: int) -> int:
    return int.from_bytes(record[start : start + size], "little")
