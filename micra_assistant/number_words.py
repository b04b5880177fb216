"""Numbers as they are shown: in groups that no country reads otherwise, with the decimal mark of the workshop."""

import re
from decimal import Decimal

GAP = "\N{NO-BREAK SPACE}"
"""Between what must not be torn apart at the end of a line: the groups of a number, a number and its unit."""

_mark = "."


_TORN = r"(?<=\d) (?=(?:[kM]?Ω|m?[VA]|kPa|bar|Nm|rpm|[WlsmhC%₽€£$]|mm|cm|km|mi|min|ms|°C?)(?![\w/]))"
"""The blank between a number and its unit, where a line could end."""


def write_with(mark: str) -> None:
    """Let all numbers be shown with this decimal mark from now on."""
    global _mark  # noqa: PLW0603 - as the words: one for window, sheets and commands
    _mark = mark


def grouped(number: int | Decimal) -> str:
    """Return a number in groups of three: ``84 000``, ``1 234,50`` where the decimal mark is a comma."""
    return f"{number:,}".replace(",", GAP).replace(".", _mark)


def in_one(number: object, unit: str) -> str:
    """Return a number and its unit, or the name of what is counted, as no line tears them apart: ``13.8 Ω``."""
    return f"{number}{GAP}{unit}"


def untorn(words: str) -> str:
    """Return words that people wrote, with every number held to its unit."""
    return re.sub(_TORN, GAP, words)
