"""What is wrong in one model file, each mistake in its line."""

import re
from collections.abc import Collection
from pathlib import Path

from micra_assistant import limits, tomlfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.tomllines import Place, TomlLines
from micra_assistant.words import N_, _

_UNKNOWN = {
    "access": N_("no access “{name}”"),
    "answer": N_("no answer “{name}”"),
    "currency": N_("no currency “{name}”"),
    "fault": N_("no fault “{name}”"),
    "item": N_("no item “{name}”"),
    "option": N_("no option “{name}”"),
    "step": N_("no step “{name}”"),
    "test": N_("no test “{name}”"),
}
"""What is said of a name that is not known, by what it should name."""


class Mistakes:
    """The mistakes in one file, collected before any is reported."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self._lines = TomlLines(tomlfile.read_text(file))

    def add(self, message: str, *place: str | int) -> None:
        """Note a mistake of the value at ``place``, such as ``"tests", 2, "expect", "wire"``.

        GuideError with those so far if there are too many to go on.
        """
        if len(self.mistakes) >= limits.MOST_MISTAKES:
            self.report()
        self.mistakes.append(Mistake(self.file, line_of(self._lines, place), message))

    def check_known(self, what: str, name: str, known: Collection[str], *place: str | int) -> bool:
        """Return whether ``name`` is known; if not, note that there is none, and what may be meant.

        ``what`` it should name is one of those that there are words for.
        """
        if name in known:
            return True
        self.add(asking(_(_UNKNOWN[what]).format(name=name), nearest(name, known)), *place)
        return False

    def report(self) -> None:
        """Raise GuideError if there is any mistake."""
        if self.mistakes:
            raise GuideError(self.mistakes)


_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*(?:\.\s*([\w-]+)\s*)?\]")
_KEY = re.compile(r"\s*\"?([\w-]+)\"?\s*=")


def line_of(lines: TomlLines, place: Place) -> int:
    """Return the line that holds the value at ``place``, also in a table of its own such as ``[tests.expect]``."""
    table, *rest = place
    if len(rest) < 2:
        return lines.line_of(place)
    line = lines.line_of((table, *rest[:2]))
    if not _HEADER.match(lines.lines[line - 1]):
        return line
    return _line_below(lines.lines, line, str(table), [str(part) for part in rest[1:]])


def _line_below(lines: list[str], first: int, table: str, wanted: list[str]) -> int:
    """Return the line of a key of ``[table.wanted]`` below line ``first``, where its table begins, or the nearest."""
    inside, best = False, first
    for number, line in enumerate(lines[first:], first + 1):
        if header := _HEADER.match(line):
            if header[1] != table or not header[2]:
                break
            inside = header[2] == wanted[0]
            best = number if inside else best
        elif inside and len(wanted) > 1 and (key := _KEY.match(line)) and key[1] == wanted[1]:
            return number
    return best
