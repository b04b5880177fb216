"""Whether the figures of an English text stand in its translation, where 0.5 may be written 0,5 and 1,000 as 1 000."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from micra_assistant.guide.evidence import values_in

_FIGURE = re.compile(r"\d++(?:[.,]\d++)*+")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f.,']\d{3})++(?:[.,]\d++)?+(?!\d)")


def lost_values(english: str, here: str) -> Iterator[str]:
    """Yield each value of ``english`` of which a figure is not in ``here``; the unit may be another word there."""
    there = set(_readings(here))
    for value in values_in(english):
        if not {Decimal(figure.replace(",", "")) for figure in _FIGURE.findall(value)} <= there:
            yield value


def _readings(words: str) -> Iterator[Decimal]:
    """Yield every number that a figure of ``words`` can be read as."""
    for figure in (*_FIGURE.findall(words), *_GROUPED.findall(words)):
        for written in (figure.replace(",", "."), figure.replace(",", ""), *_ungrouped(figure)):
            try:
                yield Decimal(written)
            except InvalidOperation:
                continue


def _ungrouped(figure: str) -> Iterator[str]:
    yield re.sub(r"\D", "", figure)
    *groups, last = re.split(r"[.,]", figure)
    yield re.sub(r"\D", "", "".join(groups)) + "." + last
