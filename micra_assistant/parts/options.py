"""The ways to get a part, read from ``parts.toml`` of a guide."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant import tomlfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide import folders
from micra_assistant.guide.model import Guide
from micra_assistant.parts.option_limits import (
    MOST,
    Span,
    check_currency,
    check_fails,
    check_price,
    check_warranty,
    check_year,
    is_amount,
)
from micra_assistant.parts.reading_rules import ReadingRule
from micra_assistant.tomllines import Place, TomlLines
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.guide.wording import Say

PARTS_FILE = folders.PARTS_FILE


class OptionKind(StrEnum):
    """Which way to get the part."""

    ORIGINAL = "original"
    ANALOGUE = "analogue"
    USED = "used"
    REPAIR = "repair"


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to get a part: its price from and to, and the minutes it takes to fit.

    Where ``part``, ``currency``, ``market``, ``priced``, ``year`` or ``source`` are left out, those of the table hold.

    Attributes:
        with_work: whether the price is for the part and fitting it together.
        delivery: how soon it comes, in words.
        warranty_months: how long one that fails is replaced for nothing, None if that is not known.
        fails: of 100 fitted, how many fail within a year; None if nobody has even an estimate.
        consumables: what is used up beside the part, each time it is fitted.
        before_paying: what to check before it is paid for.
    """

    id: str
    name: str
    kind: OptionKind
    price: Span | Literal["unknown"]
    minutes: int
    benefits: tuple[str, ...] = ()
    drawbacks: tuple[str, ...] = ()
    note: str = ""
    part: str = ""
    currency: str = ""
    market: str = ""
    priced: str = ""
    year: int | None = None
    source: str = ""
    with_work: bool = False
    delivery: str = ""
    warranty_months: int | None = None
    fails: float | None = None
    consumables: Decimal = Decimal(0)
    before_paying: tuple[str, ...] = ()

    @property
    def amounts(self) -> Span | None:
        """The price from and to, None if it is not known."""
        return None if isinstance(self.price, str) else self.price

    @property
    def is_guessed(self) -> bool:
        """Whether it says what only a guess can say."""
        return self.fails is not None or self.warranty_months is not None or self.consumables > 0

    @property
    def fitted_as(self) -> str:
        """The id of the option that takes just as long to fit: its own."""
        return self.id

    def source_in(self, table_source: str) -> str:
        """Return the id of the source of the price in a table with that source of its own."""
        return self.source or table_source

    def with_consumables(self, price: Span) -> Span:
        """Return what is paid each time at a price: that and what is used up beside it."""
        return price[0] + self.consumables, price[1] + self.consumables

    def __post_init__(self) -> None:
        check_price(self.amounts)
        if not 0 <= self.minutes < MOST:
            raise ValueError(_("minutes must be 0 or more"))
        if not is_amount(self.consumables):
            raise ValueError(_("consumables must be 0 or more"))
        if self.currency:
            check_currency(self.currency)
        check_year(self.year)
        check_warranty(self.warranty_months)
        check_fails(self.fails)


class PartsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The ways to get a part, and those to get others that the same complaint may need.

    ``priced`` says when, ``market`` where the prices were true, ``source`` where they come from.

    Attributes:
        year: of the prices; None if they are undated.
        estimates: the source that says whose guess all is that is in no other: minutes, rate, failures, warranty.
        visit: what a failure costs beside part, consumables and work, such as towing.
        spares: the lines that count what may break when it comes off.
        used_up: what of the tools of the guide is used up.
        number_at: the line of the guide at which the number on the old part is written down; empty if there is none.
        readings: what readings of the car say of the ways.
    """

    part: str
    currency: str
    market: str
    priced: str
    source: str
    rate_per_hour: Decimal
    options: tuple[Option, ...]
    year: int | None = None
    estimates: str = ""
    visit: Decimal = Decimal(0)
    number_at: str = ""
    spares: tuple[str, ...] = ()
    used_up: tuple[str, ...] = ()
    readings: tuple[ReadingRule, ...] = ()

    def __post_init__(self) -> None:
        check_currency(self.currency)
        names = [option.id for option in self.options]
        if len(set(names)) < len(names):
            raise ValueError(_("two options have the same id: {names}").format(names=", ".join(names)))
        if not is_amount(self.rate_per_hour):
            raise ValueError(_("rate_per_hour must be 0 or more"))
        if not is_amount(self.visit):
            raise ValueError(_("visit must be 0 or more"))
        check_year(self.year)
        if not self.estimates and (guessed := next((option for option in self.options if option.is_guessed), None)):
            words = _("“{option}” has estimates: say whose in “estimates”, an entry of sources.toml")
            raise ValueError(words.format(option=guessed.id))

    def part_of(self, option: Option) -> str:
        """Return what is got with an option."""
        return option.part or self.part

    def currency_of(self, option: Option) -> str:
        """Return the currency of the price of an option."""
        return option.currency or self.currency

    def source_of(self, option: Option) -> str:
        """Return the id of the source of the price of an option; empty if no price is known."""
        return option.source_in(self.source) if option.amounts else ""

    def is_estimate(self, option: Option) -> bool:
        """Whether the price of an option is the author's own estimate."""
        return bool(self.estimates) and self.source_of(option) == self.estimates

    def year_of(self, option: Option) -> int | None:
        """Return the year of the price of an option, None if that is undated."""
        return option.year if option.priced or option.year else self.year

    def comparable(self, option: Option) -> Span | None:
        """Return the price of an option in the currency of the table; None if it is not known in that."""
        return option.amounts if self.currency_of(option) == self.currency else None

    def paid(self, option: Option) -> Span | None:
        """Return what is paid for an option and used up beside it; None if the price is not known in that currency."""
        price = self.comparable(option)
        return option.with_consumables(price) if price else None


def parts_in(table: PartsTable, say: "Say") -> PartsTable:
    """Return the options in another language."""
    return replace(
        table,
        part=say(table.part),
        used_up=tuple(map(say, table.used_up)),
        market=say(table.market),
        priced=say(table.priced),
        options=tuple(_option_in(option, say) for option in table.options),
        readings=tuple(replace(rule, says=say(rule.says)) for rule in table.readings),
    )


def _option_in(option: Option, say: "Say") -> Option:
    lists = (option.benefits, option.drawbacks, option.before_paying)
    benefits, drawbacks, before_paying = (tuple(map(say, said)) for said in lists)
    words = (option.note, option.part, option.market, option.priced, option.delivery)
    note, part, market, priced, delivery = (said and say(said) for said in words)
    return replace(
        option,
        name=say(option.name),
        benefits=benefits,
        drawbacks=drawbacks,
        before_paying=before_paying,
        note=note,
        part=part,
        market=market,
        priced=priced,
        delivery=delivery,
    )


def parts_of(guide: Guide) -> PartsTable | None:
    """Return the options of a guide in its language, None if it needs no part; GuideError as ``read_parts``."""
    table = read_parts(guide.folder)
    return parts_in(table, guide.say) if table else None


def read_parts(folder: Path, sources: Collection[str] | None = None) -> PartsTable | None:
    """Return the options of the guide in ``folder``, None if it needs no part.

    ``sources`` are the ids there are; None leaves them unchecked. GuideError with every mistake found.
    """
    file = folder / PARTS_FILE
    if not file.exists():
        return None
    table = tomlfile.read_kept(file, PartsTable)
    if sources is not None and (wrong := [*_lost_sources(table, sources), *_without_source(table)]):
        lines = TomlLines(tomlfile.read_text(file))
        raise GuideError(Mistake(file, lines.line_of(place), words) for place, words in wrong)
    return table


def _lost_sources(table: PartsTable, sources: Collection[str]) -> Iterator[tuple[Place, str]]:
    yield from ((place, _lost(name, sources)) for place, name in _named(table) if name not in sources)


def _without_source(table: PartsTable) -> Iterator[tuple[Place, str]]:
    """Yield each way whose price is known and that does not itself say where it comes from."""
    for number, option in enumerate(table.options):
        if option.amounts and not option.source:
            words = _("“{option}” has a price: say in “source” where it comes from, an entry of sources.toml")
            yield ("options", number, "price"), words.format(option=option.id)


def _named(table: PartsTable) -> Iterator[tuple[Place, str]]:
    """Yield each source that the file names, and where."""
    yield ("source",), table.source
    if table.estimates:
        yield ("estimates",), table.estimates
    for number, option in enumerate(table.options):
        if option.source:
            yield ("options", number, "source"), option.source


def _lost(name: str, sources: Collection[str]) -> str:
    words = _("no source “{name}” in sources.toml").format(name=name)
    return tomlfile.asking(words, tomlfile.nearest(name, sources))
