"""How much a price is still worth after years: what is old or undated fades, and says so."""

from enum import StrEnum

from micra_assistant.parts.options import Option, PartsTable
from micra_assistant.words import ngettext

_FRESH, _AGEING = 1, 4
"""Years up to which a price is fresh, and up to which it is only ageing."""


class Age(StrEnum):
    """How far a price can be trusted for its age, best first."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"
    UNDATED = "undated"


STRENGTH = {Age.FRESH: 1.0, Age.AGEING: 0.8, Age.OLD: 0.6, Age.UNDATED: 0.6}
"""How strongly a price of that age is drawn, from 0 to 1; its words are always drawn in full."""


def age_of(table: PartsTable, option: Option, this_year: int) -> Age:
    """Return how old the price of an option is in ``this_year``; one of a coming year is fresh."""
    year = table.year_of(option)
    if year is None:
        return Age.UNDATED
    past = this_year - year
    return Age.FRESH if past <= _FRESH else Age.AGEING if past <= _AGEING else Age.OLD


def age_words(table: PartsTable, option: Option, this_year: int) -> str:
    """Return how old a price is that is no longer fresh: ``8 years old``; empty if it is, or is undated."""
    year = table.year_of(option)
    if year is None or age_of(table, option, this_year) is Age.FRESH:
        return ""
    past = this_year - year
    return ngettext("{count} year old", "{count} years old", past).format(count=past)
