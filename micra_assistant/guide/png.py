"""PNGs: whole ones, whose points are all there."""

import struct
import zlib
from collections.abc import Iterator

from msgspec.structs import replace

from micra_assistant.errors import PhotoError
from micra_assistant.guide.exif import turn_in
from micra_assistant.guide.photo import AGAIN, AS_RGB, Photo
from micra_assistant.words import _

START = b"\x89PNG\r\n\x1a\n"
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""The bits a colour that a PNG may have, by its kind of colour."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced PNG: the first column and row of each, and how far it is to the next."""


def read_png(content: bytes) -> Photo:
    """Return the PNG that ``content`` begins with; PhotoError, the rest of a sentence, if it is not sound."""
    chunks = _chunks(content)
    photo, points, needs_palette = _head(*next(chunks, (b"", b"", 0))[:2])
    if photo.is_too_large:
        return photo
    turn = 1
    for name, body, end in chunks:
        needs_palette &= name != b"PLTE"
        if name == b"IDAT":
            points.add(body)
        elif name == b"eXIf":
            turn = turn_in(body)
        elif name == b"IEND" and points.are_there and not needs_palette:
            return replace(photo, content=content[:end], turn=turn)
    raise PhotoError(_("it is cut off or damaged: {advice}").format(advice=_(AGAIN)))


def _head(name: bytes, head: bytes) -> "tuple[Photo, _Points, bool]":
    """Return a photo of the size in the first chunk, what counts its points, and whether it needs a palette."""
    if name != b"IHDR" or len(head) != 13:
        raise PhotoError(_("it is damaged: {advice}").format(advice=_(AGAIN)))
    width, height, depth, colour, packing, filters, interlaced = struct.unpack(">IIBBBBB", head)
    if depth not in _DEPTHS.get(colour, ()) or packing or filters or interlaced > 1:
        raise PhotoError(_("it is a PNG of a kind that nobody reads: {advice}").format(advice=_(AS_RGB)))
    photo = Photo(b"", "png", width, height, bytes_a_colour=max(1, depth // 8))
    wanted = 0 if photo.is_too_large else _unpacked(width, height, depth * _CHANNELS[colour], interlaced)
    return photo, _Points(wanted), colour == _PALETTE


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield name and content of each sound chunk of a PNG, and where it ends."""
    place = len(START)
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4])
        body, end = content[place + 8 : place + 8 + length], place + 12 + length
        if content[end - 4 : end] != struct.pack(">I", zlib.crc32(body, zlib.crc32(content[place + 4 : place + 8]))):
            return
        yield content[place + 4 : place + 8], body, end
        place = end


class _Points:
    """The packed points of a PNG, unpacked and counted without keeping them."""

    def __init__(self, wanted: int) -> None:
        self._left = wanted
        self._packed = zlib.decompressobj()

    @property
    def are_there(self) -> bool:
        """Whether all points have come."""
        return self._left <= 0

    def add(self, packed: bytes) -> None:
        """Take some more; PhotoError if they cannot be unpacked."""
        try:
            while packed and not self.are_there:
                self._left -= len(self._packed.decompress(packed, 1_000_000))
                packed = self._packed.unconsumed_tail
        except zlib.error as error:
            raise PhotoError(_("it is damaged: {advice}").format(advice=_(AGAIN))) from error


def _unpacked(width: int, height: int, bits: int, interlaced: int) -> int:
    """Return how many bytes the points of a PNG take unpacked."""
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((len(range(left, width, right)), len(range(top, height, down))) for left, top, right, down in passes)
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns)
