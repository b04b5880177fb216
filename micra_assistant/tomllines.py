"""Where in the text of a TOML file each of its values stands."""

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""Where in the data: keys and list indices from the top."""

_HEADER = r"\s*+\[(\[)?+([\w\s.\"-]++)\]"
_KEY = r"\s*+([\w-]++)\s*+="


class TomlLines:
    """The lines of one TOML text; looked through once, however many values are asked for."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._first: dict[Place, int] = {}
        for number, place in enumerate(_places(self.lines), 1):
            self._first.setdefault(place, number)

    def line_of(self, place: Place) -> int:
        """Return the line that holds the value at ``place``, or its nearest parent's."""
        above = (place[:depth] for depth in range(len(place), 0, -1))
        return next((self._first[part] for part in above if part in self._first), 1)


def _places(lines: list[str]) -> Iterator[Place]:
    """Yield the place of what begins in each line; one with nothing in it if nothing does."""
    table: Place = ()
    seen: dict[str, int] = {}
    for line in lines:
        if header := re.match(_HEADER, line):
            name = header[2].strip().strip('"')
            seen[name] = seen.get(name, -1) + 1
            table = (name, seen[name]) if header[1] else (name,)
            yield table
        else:
            key = re.match(_KEY, line)
            yield (*table, key[1]) if key else ()
