"""Reads what is left of a SQLite file without SQLite: every record on every page that can be made out.

A page of a table says itself where its records lie, so neither the head of the file nor the way to a page is needed
(see “Database File Format” in SQLite's documentation). The file is only read.
"""

from collections.abc import Iterator
from contextlib import suppress
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO

from micra_assistant.jobs.records.wal import FRAME_HEAD, HEAD, log_of

Value = str | bytes | int | None
Record = tuple[int, tuple[Value, ...]]
"""A row id, and the columns."""

_PAGE_SIZES = {1 if size == 65536 else size: size for size in (1 << power for power in range(9, 17))}
_USUAL_SIZE = 4096
_FILE_HEAD = 100
_LEAF_OF_TABLE = 13
_PAGE_HEAD = 8
_CELL_HEAD = 35
_FIRST_TEXT = 12
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_CONSTANTS = {0: None, 8: 0, 9: 1}
_BROKEN = (LookupError, ValueError, OverflowError, OSError)
"""What comes of reading where no record is, or where the disk can no longer be read."""


def records(file: Path) -> Iterator[Record]:
    """Yield every record of every table that can be read in ``file`` and its log, some perhaps more than once."""
    log = log_of(file)
    in_log = log.read_bytes() if log.exists() else b""
    if not file.exists():
        yield from _Carver(BytesIO(), in_log).records()
        return
    with file.open("rb") as opened:
        yield from _Carver(opened, in_log).records()


class _Carver:
    """A file and its log, taken apart into pages."""

    def __init__(self, file: BinaryIO, log: bytes) -> None:
        self._file = file
        head = file.read(_FILE_HEAD)
        in_log, in_head = int.from_bytes(log[8:12]), int.from_bytes(head[16:18])
        self._size = in_log if in_log in _PAGE_SIZES.values() else _PAGE_SIZES.get(in_head, _USUAL_SIZE)
        self._pages = -(-file.seek(0, SEEK_END) // self._size)
        self._frames = list(self._committed(log))
        self._newest = dict(self._frames)

    def records(self) -> Iterator[Record]:
        for number in range(1, self._pages + 1):
            with suppress(OSError):
                yield from self._records_of(self._read(number))
        for _, page in self._frames:
            yield from self._records_of(page)

    def _committed(self, log: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield number and content of the pages in the log, up to the end of the last transaction."""
        waiting: list[tuple[int, bytes]] = []
        for start in range(HEAD, len(log), FRAME_HEAD + self._size):
            head = log[start : start + FRAME_HEAD]
            if head[8:16] != log[16:24]:  # written before the log was begun anew
                return
            content = log[start + FRAME_HEAD : start + FRAME_HEAD + self._size]
            waiting.append((int.from_bytes(head[:4]), content))
            if any(head[4:8]):
                yield from waiting
                waiting.clear()

    def _page(self, number: int) -> bytes:
        if (page := self._newest.get(number)) is not None:
            return page
        if not 1 <= number <= self._pages:
            raise ValueError(number)
        return self._read(number)

    def _read(self, number: int) -> bytes:
        self._file.seek((number - 1) * self._size)
        return self._file.read(self._size)

    def _records_of(self, page: bytes) -> Iterator[Record]:
        if len(page) < _PAGE_HEAD or page[0] != _LEAF_OF_TABLE:
            return
        count = int.from_bytes(page[3:5])
        for place in range(_PAGE_HEAD, min(_PAGE_HEAD + 2 * count, len(page) - 1), 2):
            with suppress(*_BROKEN):
                yield self._record(page, int.from_bytes(page[place : place + 2]))

    def _record(self, page: bytes, start: int) -> Record:
        length, at = _number(page, start)
        row, at = _number(page, at)
        payload = self._payload(page, at, length)
        head_length, place = _number(payload, 0)
        values = []
        value_at = head_length
        while place < head_length:
            kind, place = _number(payload, place)
            value, value_at = _value(payload, value_at, kind)
            values.append(value)
        return row, tuple(values)

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """Return the bytes of a record, those on other pages included."""
        if length <= self._size - _CELL_HEAD:
            return _exactly(page[at : at + length], length)
        if length > (self._pages + len(self._frames)) * self._size:
            raise ValueError(length)
        least = (self._size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._size - 4)
        here = here if here <= self._size - _CELL_HEAD else least
        parts, next_page = [page[at : at + here]], int.from_bytes(page[at + here : at + here + 4])
        for missing in range(length - here, 0, 4 - self._size):
            more = self._page(next_page)
            parts.append(more[4 : 4 + missing])
            next_page = int.from_bytes(more[:4])
        return _exactly(b"".join(parts), length)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return a number written in one to nine bytes, and where it ends."""
    value = data[at]
    if value < 128:
        return value, at + 1
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 127
        if data[place] < 128:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    """Return a column and where it ends; ValueError if it is of no kind that the records have."""
    if kind >= _FIRST_TEXT:
        length = (kind - _FIRST_TEXT) // 2
        end = at + length
        content = _exactly(payload[at:end], length)
        return (content.decode() if kind % 2 else content), end
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    return _CONSTANTS[kind], at


def _exactly(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError(length)
    return data
