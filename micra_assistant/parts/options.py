"""The ways to get the part, read from ``parts.toml`` of a guide."""

from collections.abc import Collection
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from micra_assistant import tomlfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide import folders
from micra_assistant.parts.money import CURRENCIES
from micra_assistant.words import _

PARTS_FILE = folders.PARTS_FILE

_MOST = 10**9


def _is_amount(value: Decimal) -> bool:
    """Whether it is a number from 0 up, and not one such as nan, inf or 1e99, which TOML has too."""
    return value.is_finite() and 0 <= value < _MOST


class OptionKind(StrEnum):
    """Which way to get the part."""

    ORIGINAL = "original"
    ANALOGUE = "analogue"
    USED = "used"
    REPAIR = "repair"


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to get the part: its price from and to, and the minutes it takes to fit."""

    id: str
    name: str
    kind: OptionKind
    price: tuple[Decimal, Decimal]
    minutes: int
    benefits: tuple[str, ...] = ()
    drawbacks: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        low, high = self.price
        if not (_is_amount(low) and _is_amount(high) and low <= high):
            words = _("the price must go up from 0 or more, not from {low} to {high}")
            raise ValueError(words.format(low=low, high=high))
        if not 0 <= self.minutes < _MOST:
            raise ValueError(_("minutes must be 0 or more"))


class PartsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The options for one part. ``priced`` says when, ``market`` where the prices were true."""

    part: str
    currency: str
    market: str
    priced: str
    source: str
    rate_per_hour: Decimal
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        if self.currency not in CURRENCIES:
            words = _("currency “{currency}” is not known; there is: {names}")
            raise ValueError(words.format(currency=self.currency, names=", ".join(CURRENCIES)))
        names = [option.id for option in self.options]
        if len(set(names)) < len(names):
            raise ValueError(_("two options have the same id: {names}").format(names=", ".join(names)))
        if not _is_amount(self.rate_per_hour):
            raise ValueError(_("rate_per_hour must be 0 or more"))


def read_parts(folder: Path, sources: Collection[str] | None = None) -> PartsTable | None:
    """Return the options of the guide in ``folder``, None if it needs no part.

    ``sources`` are the ids there are; None leaves them unchecked. GuideError with every mistake found.
    """
    file = folder / PARTS_FILE
    if not file.exists():
        return None
    table = tomlfile.read(file, PartsTable)
    if sources is not None and table.source not in sources:
        line = tomlfile.line_of(tomlfile.read_text(file), ("source",))
        words = _("no source “{name}” in sources.toml").format(name=table.source)
        words = tomlfile.asking(words, tomlfile.nearest(table.source, sources))
        raise GuideError([Mistake(file, line, words)])
    return table
