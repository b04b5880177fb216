"""How long the line of a shape in a drawing is: quickly told, and rather too much than too little."""

import re
from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree as ET

_NUMBER = re.compile(
    r"([+-]?+(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)(?:e[+-]?+[0-9]++)?+)(%|in|cm|mm|pc|pt|em|ex)?+", re.IGNORECASE
)
_UNITS_OF_ONE = 1_000
"""A hundredth of the widest drawing, or ten inches."""
_MOST = 1e12
_COMMAND = re.compile(r"([a-df-z])([^a-df-z]*+)", re.IGNORECASE)
_SIDES = ("width", "height", "r", "rx", "ry")
_AROUND = 7
"""A circle is not quite so many times as long as it is wide from its middle."""
_LETTER = 100
"""About how long the outline of a letter is."""

Point = tuple[float, float]


def numbers(said: str) -> list[float]:
    """Return the numbers in a text, such as the list of the points of a line, in units of the drawing."""
    return [_number(*found) for found in _NUMBER.findall(said)]


def length(element: ET.Element) -> float:
    """Return how long the line is that an element is drawn with, in units of the drawing; of no element in it."""
    match str(element.tag).rpartition("}")[2]:
        case "path":
            return _path(element.get("d", ""))
        case "polyline" | "polygon":
            return 2 * _way(_points(numbers(element.get("points", ""))))
        case "line":
            ends = [numbers(element.get(name, "0")) for name in ("x1", "y1", "x2", "y2")]
            x1, y1, x2, y2 = (end[0] if end else 0.0 for end in ends)
            return abs(x1 - x2) + abs(y1 - y2)
        case "text" | "tspan":
            return _LETTER * len((element.text or "") + (element.tail or ""))
        case _:
            return _AROUND * sum(sum(map(abs, numbers(element.get(name, "")))) for name in _SIDES)


def _path(said: str) -> float:
    """Return the length of a path: a curve is no longer than the way over the points that pull at it."""
    here: Point = (0.0, 0.0)
    whole = reach = 0.0
    bends = 0
    for command, values in _COMMAND.findall(said):
        given = numbers(values)
        there, together = _points(given), sum(map(abs, given))
        reach = max(reach, 2 * max(map(abs, given), default=0)) if command.isupper() else reach + together
        bends += len(there) if command in "tT" else 0  # the point that pulls is not said: it swings out further
        if command in "MLCSQT":
            whole += 3 * _way([here, *there])
            here = there[-1] if there else here
        elif command in "zZ":  # back to where it began, and from there to the next point
            whole += 2 * reach
        else:
            whole += together * (_AROUND if command in "aA" else 2)
    return whole * (1 + bends)


def _way(points: Iterable[Point]) -> float:
    return sum(abs(x - to_x) + abs(y - to_y) for (x, y), (to_x, to_y) in pairwise(points))


def _points(given: list[float]) -> list[Point]:
    return list(zip(given[::2], given[1::2], strict=False))


def _number(digits: str, unit: str) -> float:
    return max(-_MOST, min(float(digits) * (_UNITS_OF_ONE if unit else 1), _MOST))
