"""The job file that rides in a PDF, found without believing anything that the PDF says.

An attached file is a stream, and the dictionary of a stream always stands in the clear in front of it, whichever
program wrote the PDF: so one pass over the bytes finds all that are attached, and no library has to follow the
references of a file from outside. A locked PDF cannot be read.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from os import SEEK_END
from typing import BinaryIO

from micra_assistant.jobs.jobfile.refusal import DAMAGED, UnusableError
from micra_assistant.words import _

MOST_BYTES_OF_PDF = 300_000_000
MOST_BYTES_ATTACHED = 100_000_000
"""Of a job file once it is unpacked from the PDF; what is in it is looked at by itself."""

_HEAD = b"%PDF-"
_MOST_BEFORE_HEAD = 1024
_ZIP = b"PK\x03\x04"
_MOST_ATTACHED = 1_000
_LONGEST_DICTIONARY = 4_096
_EMBEDDED = re.compile(rb"/EmbeddedFile(?![A-Za-z])")
_BEGIN = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s{0,9}(\d{1,10})(?!\d)(?!\s{1,9}\d{1,9}\s{1,9}R)")
_FILTER = re.compile(rb"/Filter\s{0,9}(?:/(\w{1,40})|\[\s{0,9}/?(\w{0,40})\s{0,9}([^\]]?))")
_LOCKED = re.compile(rb"/Encrypt\s{0,9}[\d<]")
_END, _DEFLATED = b"endstream", b"FlateDecode"


def is_pdf(file: BinaryIO) -> bool:
    """Whether a file is a PDF, with other bytes in front of it perhaps, and no ZIP that has one in it."""
    file.seek(0)
    before, head, _rest = file.read(_MOST_BEFORE_HEAD).partition(_HEAD)
    return bool(head) and _ZIP not in before


def job_in_pdf(file: BinaryIO) -> BinaryIO:
    """Return the ZIP attached to a PDF, the last one if it was changed since; UnusableError if there is none."""
    size = file.seek(0, SEEK_END)
    if size > MOST_BYTES_OF_PDF:
        words = _("it is larger than {count} MB").format(count=MOST_BYTES_OF_PDF // 1_000_000)
        raise UnusableError(words, _("choose a job file"))
    file.seek(0)
    content = file.read(size)
    found = b""
    for packed, is_deflated in _attached(content):
        if _unpacked(packed, is_deflated, len(_ZIP)) == _ZIP:
            found, deflated = packed, is_deflated
    if not found:
        raise _nothing_in(content)
    return BytesIO(_whole(found, deflated))


def _attached(content: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield each attached file as it is packed, and whether it is."""
    for mark in islice(_EMBEDDED.finditer(content), _MOST_ATTACHED):
        start = max(content.rfind(b"obj", mark.start() - _LONGEST_DICTIONARY, mark.start()), 0)
        if begin := _BEGIN.search(content, mark.end(), mark.end() + _LONGEST_DICTIONARY):
            said = content[start : begin.start()]
            if (packing := _packing(said)) in (b"", _DEFLATED):
                yield content[begin.end() : _end(content, begin.end(), said)], packing == _DEFLATED


def _packing(said: bytes) -> bytes:
    """Return how a stream is packed, nothing if it is not; ``?`` if in more ways than one."""
    found = _FILTER.search(said)
    if not found:
        return b""
    return b"?" if found[3] else found[1] or found[2]


def _end(content: bytes, start: int, said: bytes) -> int:
    """Return where a stream ends: as long as it says, else before the next word that ends one."""
    if length := _LENGTH.search(said):
        return start + int(length[1])
    end = content.find(_END, start)
    return end if end >= 0 else len(content)


def _unpacked(packed: bytes, is_deflated: bool, most: int) -> bytes:
    """Return at most so many bytes of what is attached; nothing if it cannot be unpacked."""
    if not is_deflated:
        return packed[:most]
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _whole(packed: bytes, is_deflated: bool) -> bytes:
    content = _unpacked(packed, is_deflated, MOST_BYTES_ATTACHED + 1)
    if not content:
        raise UnusableError(_(DAMAGED))
    if len(content) > MOST_BYTES_ATTACHED:
        words = _("the job in it is larger than {count} MB").format(count=MOST_BYTES_ATTACHED // 1_000_000)
        raise UnusableError(words)
    return content


def _nothing_in(content: bytes) -> UnusableError:
    if _LOCKED.search(content):
        return UnusableError(_("it is a PDF that is locked with a password"), _("save it without one and take that"))
    return UnusableError(
        _("it is a PDF without a job in it"), _("choose one that was saved with its job file, or a ZIP")
    )
