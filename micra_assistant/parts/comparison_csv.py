"""The comparison as a table for a spreadsheet."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from micra_assistant.numbers import Numbers
from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.keeping import keep_middle, kept_range
from micra_assistant.parts.money import rounded
from micra_assistant.parts.option_limits import Span
from micra_assistant.parts.option_words import origin_words
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.table_text import table_bytes
from micra_assistant.wholefile import write_whole
from micra_assistant.words import N_, _

_HEADS = (
    *(N_("Part"), N_("Way"), N_("Kind"), N_("Price from"), N_("Price to"), N_("Currency"), N_("Who says so")),
    *(N_("Fitted from"), N_("Fitted to"), N_("Years kept"), N_("Kept from"), N_("Kept to"), N_("Kept, middle")),
    *(N_("Currency of the comparison"), N_("Before you pay")),
)


def save_comparison(table: PartsTable, ways: Sequence[Fitted], years: int, file: Path, numbers: Numbers) -> None:
    """Write the ways with what they cost, kept so many years, to a file; NotSavedError if it cannot be written."""
    rows = [tuple(map(_, _HEADS)), *(tuple(_cells(table, way, years, numbers)) for way in ways)]
    write_whole(file, table_bytes(rows, numbers))


def _cells(table: PartsTable, way: Fitted, years: int, numbers: Numbers) -> Iterator[str]:
    option, kept = way.option, keep_middle(way, years)
    yield from (table.part_of(option), option.name, option.kind)
    yield from _ends(option.amounts, table.currency_of(option), numbers)
    yield from (table.currency_of(option), origin_words(table, option))
    yield from _ends(way.total, table.currency, numbers)
    yield str(years)
    yield from _ends(kept_range(way, years), table.currency, numbers)
    yield _amount(kept.total, table.currency, numbers) if kept else ""
    yield from (table.currency, "; ".join(option.before_paying))


def _ends(span: Span | None, currency: str, numbers: Numbers) -> Iterator[str]:
    """Yield both ends, empty where they are not known."""
    yield from (_amount(end, currency, numbers) for end in span) if span else ("", "")


def _amount(amount: Decimal, currency: str, numbers: Numbers) -> str:
    return f"{rounded(amount, currency):f}".replace(".", numbers.mark)
