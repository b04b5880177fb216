"""What the part costs, as data for the sheet: ``resources/print/guide.typ`` prints the table of it."""

from decimal import Decimal

from msgspec import Struct

from micra_assistant.parts import money
from micra_assistant.parts.comparison import Fitted, compare, fitted_words
from micra_assistant.parts.options import PartsTable


class SheetOption(Struct, frozen=True):
    """A row of the parts table, amounts as words."""

    id: str
    name: str
    price: str
    fitted: str
    benefits: str
    drawbacks: str
    note: str
    chosen: bool


class SheetParts(Struct, frozen=True):
    """The parts table and what its prices are worth."""

    part: str
    priced: str
    source: str
    rate: str
    options: tuple[SheetOption, ...]


def sheet_parts(table: PartsTable, rate_per_hour: Decimal, chosen: str) -> SheetParts:
    """Return the table as it is printed, with labour at ``rate_per_hour``; ``chosen`` is the id of an option."""
    rows = tuple(_row(fitted, table.currency, chosen) for fitted in compare(table, rate_per_hour))
    rate = money.show_exactly(rate_per_hour, table.currency)
    return SheetParts(table.part, f"{table.market}, {table.priced}", table.source, rate, rows)


def _row(fitted: Fitted, currency: str, chosen: str) -> SheetOption:
    option = fitted.option
    return SheetOption(
        id=option.id,
        name=option.name,
        price=money.show_range(*option.price, currency),
        fitted=fitted_words(fitted, currency),
        benefits="; ".join(option.benefits),
        drawbacks="; ".join(option.drawbacks),
        note=option.note,
        chosen=option.id == chosen,
    )
