"""Whether what a job file has for a photo is a whole JPEG, which can be shown and printed: its parts are walked."""

import re
from collections.abc import Iterator

from micra_assistant.words import N_, _, ngettext

MOST_POINTS = 12_000_000
"""Width times height; a photo is kept at most 1600 wide or high."""

_START = b"\xff\xd8\xff"
_MOST_PARTS = 500
_MOST_SCANS = 40
"""A camera writes a JPEG in one pass or in about ten; hundreds are made to keep a program busy."""
_FRAMES = range(0xC0, 0xC3)
"""What marks the head of a picture, in the three ways to write one that cameras and programs use."""
_TABLES = {0xC4, 0xDB}
"""What the points are packed with: a picture without them is a frame of a film."""
_SCAN, _END = 0xDA, 0xD9
_MARK = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
"""What can only be a mark: within the points, a byte FF that is none is followed by 00, and D0 to D7 go with them."""
_BITS = 8
_COLOURS = (1, 3, 4)
_DAMAGED = N_("it is a damaged JPEG")


def wrong_with_photo(content: bytes) -> str:
    """Return what is wrong with a photo, such as “it is no JPEG”; empty if nothing is."""
    if not content.startswith(_START):
        return _("it is no JPEG")
    parts = list(_parts(content))
    marks = [mark for mark, _body in parts]
    heads = [body for mark, body in parts if mark in _FRAMES]
    is_whole = len(heads) == 1 and marks[-1] == _END and _TABLES.issubset(marks)
    if not is_whole or not 0 < marks.count(_SCAN) <= _MOST_SCANS:
        return _(_DAMAGED)
    return _wrong_with_head(heads[0])


def _wrong_with_head(head: bytes) -> str:
    if len(head) < 6 or head[0] != _BITS or head[5] not in _COLOURS:
        return _(_DAMAGED)
    points = int.from_bytes(head[1:3]) * int.from_bytes(head[3:5])
    if points > MOST_POINTS:
        count = MOST_POINTS // 1_000_000
        return ngettext(
            "it is larger than {count} million point", "it is larger than {count} million points", count
        ).format(count=count)
    return "" if points else _(_DAMAGED)


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the mark of each part and what it holds, up to the end of the picture or to where it makes no sense."""
    place = len(_START) - 1
    is_among_points = False
    for _part in range(_MOST_PARTS):
        found = _MARK.search(content, place) if is_among_points else _MARK.match(content, place)
        if found is None:
            return
        mark, length = found[1][0], int.from_bytes(content[found.end() : found.end() + 2])
        place = found.end() + length
        yield mark, content[found.end() + 2 : place]
        if mark == _END or length < 2:
            return
        is_among_points = mark == _SCAN
