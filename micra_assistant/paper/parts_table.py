"""What the part costs, as data for the sheet: ``resources/print/guide.typ`` prints the table of it."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from micra_assistant.paper.chart_sheet import SheetChart, sheet_chart
from micra_assistant.parts import money
from micra_assistant.parts.comparison import Fitted, by_part, fitted_words
from micra_assistant.parts.cost_words import advice_words, heard_sentences, kept_head, kept_words
from micra_assistant.parts.option_words import heard_words, option_lines, origin_words, price_words
from micra_assistant.parts.options import PartsTable

_NO_CHECKS: Mapping[str, str] = MappingProxyType({})


class SheetOption(Struct, frozen=True):
    """A row of the parts table, amounts as words.

    ``origin`` says where and when the price was true, ``source`` is the id behind it; both empty if none is known.
    ``more`` is what there is to say beside the note, ``heard`` what readings of this car do to it.
    """

    id: str
    part: str
    name: str
    price: str
    origin: str
    source: str
    fitted: str
    kept: str
    benefits: str
    drawbacks: str
    note: str
    more: str
    heard: str
    chosen: bool


class SheetPart(Struct, frozen=True):
    """The ways to get one part, in ``advice`` which comes cheapest, and in ``readings`` what those of this car say."""

    part: str
    advice: str
    readings: str
    options: tuple[SheetOption, ...]


class SheetParts(Struct, frozen=True):
    """The parts table and what its prices are worth; ``kept`` is the head of the cost over the years."""

    part: str
    priced: str
    source: str
    estimates: str
    rate: str
    kept: str
    parts: tuple[SheetPart, ...]

    @property
    def options(self) -> tuple[SheetOption, ...]:
        """The ways to get all parts."""
        return tuple(option for part in self.parts for option in part.options)


class SheetComparison(Struct, frozen=True):
    """The ways to get all parts, and for each part the chart of its ways, None where nothing can be compared."""

    parts: SheetParts
    charts: tuple[SheetChart | None, ...]


def sheet_comparison(
    table: PartsTable,
    ways: tuple[Fitted, ...],
    rate_per_hour: Decimal,
    chosen: str,
    years: int,
    checks: Mapping[str, str] = _NO_CHECKS,
) -> SheetComparison:
    """Return the comparison as it is printed; the rest as ``sheet_parts``."""
    charts = tuple(sheet_chart(group, table.currency, years) for group in by_part(table, ways).values())
    return SheetComparison(sheet_parts(table, ways, rate_per_hour, chosen, years, checks), charts)


def sheet_parts(
    table: PartsTable,
    ways: tuple[Fitted, ...],
    rate_per_hour: Decimal,
    chosen: str,
    years: int,
    checks: Mapping[str, str] = _NO_CHECKS,
) -> SheetParts:
    """Return a table as it is printed, its ``ways`` compared with labour at a rate; ``chosen`` is an option's id.

    ``years`` is how long the car is kept, ``checks`` by quote how its part number agrees with the one on the old part.
    """
    return SheetParts(
        part=table.part,
        priced=f"{table.market}, {table.priced}",
        source=table.source,
        estimates=table.estimates,
        rate=money.show_exactly(rate_per_hour, table.currency),
        kept=kept_head(years),
        parts=tuple(
            SheetPart(
                part,
                advice_words(group, years, table.currency),
                " ".join(heard_sentences(group)),
                tuple(_row(table, way, chosen, years, checks.get(way.option.id, "")) for way in group),
            )
            for part, group in by_part(table, ways).items()
        ),
    )


def _row(table: PartsTable, fitted: Fitted, chosen: str, years: int, check: str) -> SheetOption:
    option = fitted.option
    return SheetOption(
        id=option.id,
        part=table.part_of(option),
        name=option.name,
        price=price_words(table, option),
        origin=origin_words(table, option),
        source=table.source_of(option),
        fitted=fitted_words(fitted, table.currency),
        kept=kept_words(fitted, years, table.currency),
        benefits="; ".join(option.benefits),
        drawbacks="; ".join(option.drawbacks),
        note=option.note,
        more=" ".join(filter(None, (check, *option_lines(fitted)))),
        heard=heard_words(fitted),
        chosen=option.id == chosen,
    )
