"""JPEGs: whole ones, of the kinds that window and paper show alike."""

import re
import struct
from collections.abc import Iterator

from micra_assistant.errors import PhotoError
from micra_assistant.guide.exif import turn_in
from micra_assistant.guide.photo import AGAIN, AS_RGB, Photo
from micra_assistant.words import _

START = b"\xff\xd8\xff"
_MOST_PASSES = 40
"""A camera writes a JPEG in one pass or in about ten; hundreds are made to keep a program busy."""
_FRAMES = (0xC0, 0xC1, 0xC2)
"""What marks the head of a picture, in the three ways to write one that cameras and programs use."""
_OTHER_FRAMES = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_SCAN, _END, _EXIF = 0xDA, 0xD9, 0xE1
_LONE = (0x01, *range(0xD0, 0xD8), _END)
_BEHIND_A_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def read_jpeg(content: bytes) -> Photo:
    """Return the JPEG that ``content`` begins with; PhotoError, the rest of a sentence, if it is not sound."""
    size, turn, passes = (0, 0), 1, 0
    for mark, body, end in _segments(content):
        if mark in _OTHER_FRAMES:
            raise PhotoError(
                _("it is a JPEG of a rare kind, which cannot be printed: {advice}").format(advice=_(AS_RGB))
            )
        if mark in _FRAMES:
            size = _frame_size(body)
        elif mark == _EXIF and body.startswith(b"Exif\0\0"):
            turn = turn_in(body[6:])
        elif mark == _SCAN:
            passes += 1
        elif mark == _END and passes:
            return Photo(content[:end], "jpeg", *size, turn)
        if passes > _MOST_PASSES:
            raise PhotoError(_("it is kept in more than {most} passes: save it anew").format(most=_MOST_PASSES))
    raise PhotoError(_("it is cut off: {advice}").format(advice=_(AGAIN)))


def _frame_size(body: bytes) -> tuple[int, int]:
    """Return width and height that the head of a JPEG says; PhotoError if it has colours that are not printed alike."""
    if len(body) < 6:
        raise PhotoError(_("it is damaged: {advice}").format(advice=_(AGAIN)))
    if body[0] != 8 or body[5] not in (1, 3):
        raise PhotoError(
            _("it is a JPEG with the colours of a printing press (CMYK) or the like: {advice}").format(advice=_(AS_RGB))
        )
    height, width = struct.unpack(">HH", body[1:5])
    return width, height


def _segments(content: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield the mark of each segment of a JPEG, what it holds, and where it ends; the points of a scan are none."""
    place = 2
    while place + 2 <= len(content) and content[place] == 0xFF:
        mark = content[place + 1]
        if mark == 0xFF:
            place += 1
        elif mark in _LONE:
            place += 2
            yield mark, b"", place
        else:
            body = content[place + 4 : place + 2 + int.from_bytes(content[place + 2 : place + 4])]
            place += 2 + max(2, int.from_bytes(content[place + 2 : place + 4]))
            yield mark, body, place
            if mark == _SCAN:
                found = _BEHIND_A_SCAN.search(content, place)
                place = found.start() if found else len(content)
