"""Photos on their way to paper, as SVG pictures around them: Typst takes only text from memory.

They are looked at before: what Typst cannot read inside an SVG picture it leaves out without a word.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator

from micra_assistant.errors import MicraError, PaperError

Photos = Callable[[str], bytes]
"""Gives the JPEG of a photo by its id; MicraError if it cannot."""

_MOST_POINTS = 50_000_000
_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_FRAMES = (0xC0, 0xC1, 0xC2)
"""What marks the head of a picture, in the three ways to write one that cameras and programs use."""
_SCAN = 0xDA
_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


def no_photos(photo: str) -> bytes:
    """Give no photo: for sheets that show none."""
    raise PaperError(f"there is no photo {photo[:12]}… to be set")


def photo_picture(photos: Photos, photo: str) -> bytes | None:
    """Return a photo as an SVG picture, None if it is not there or cannot be read."""
    try:
        return svg_around(photos(photo))
    except MicraError:
        return None


def svg_around(content: bytes) -> bytes | None:
    """Return a JPEG or PNG as an SVG picture; None if it is neither, is not whole, or would fill the memory."""
    kind, size = ("png", _png_size(content)) if content.startswith(_PNG_START) else ("jpeg", _jpeg_size(content))
    if size is None or not 0 < size[0] * size[1] <= _MOST_POINTS:
        return None
    sides = 'width="{}" height="{}"'.format(*size)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{sides}><image {sides} xlink:href="data:image/{kind};base64,{b64encode(content).decode()}"/></svg>'
    ).encode()


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.endswith(_PNG_END):
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_JPEG_START) or not content.rstrip(b"\0").endswith(_JPEG_END):
        return None
    size = None
    for mark, body in _segments(content):
        if mark in _FRAMES and len(body) >= 5:
            size = int.from_bytes(body[3:5]), int.from_bytes(body[1:3])
        if mark == _SCAN:
            return size
    return None


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments up to the first scan: the mark of each, and what it holds."""
    place = len(_JPEG_START)
    while place + 4 <= len(content) and content[place] == 0xFF:
        mark, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4])
        yield mark, content[place + 4 : place + 2 + length]
        place += 2 + length
