"""Tables that come from a spreadsheet: quotes, or a comparison in which somebody has typed the prices of today."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from micra_assistant.numbers import NumberError, Numbers, decimal_of, tidy
from micra_assistant.parts.money import rounded
from micra_assistant.parts.options import Option, PartsTable
from micra_assistant.parts.quotes import Quote
from micra_assistant.parts.quotes_csv import (
    MOST_ROWS,
    BadRow,
    QuotesRead,
    quote_error_words,
    read_quotes,
    rows_in,
)
from micra_assistant.parts.table_text import Row
from micra_assistant.parts.typed_quote import QuoteError, TypedQuote, read_quote
from micra_assistant.words import N_, _

_HEADS = {
    "part": N_("Part"),
    "way": N_("Way"),
    "kind": N_("Kind"),
    "low": N_("Price from"),
    "high": N_("Price to"),
    "currency": N_("Currency"),
}
_NEEDED = {"way", "low"}


class _Said(Struct, frozen=True):
    """What a row of a comparison says of a way, as text."""

    way: str
    low: str
    part: str = ""
    kind: str = ""
    high: str = ""
    currency: str = ""


def read_any_table(file: Path, table: PartsTable, numbers: Numbers, today: date) -> QuotesRead:
    """Return the quotes in a table of quotes or in a comparison; QuotesFileError if it is neither.

    A row of a comparison is a quote if its price is another one than in ``table``: the way is then its supplier, and
    ``today`` its day. What ``table`` says already is left out.
    """
    rows = rows_in(file, lambda head: bool(_column(head)))
    columns = [_column(head) for head in rows[0].cells] if rows else []
    if not {*columns} >= _NEEDED:
        return read_quotes(file, table.currency, numbers, today)
    quotes: list[Quote] = []
    bad: list[BadRow] = []
    for row in rows[1 : MOST_ROWS + 1]:
        try:
            if quote := _quote(_said(columns, row), table, numbers, today):
                quotes.append(quote)
        except QuoteError as error:
            bad.append(BadRow(row.line, quote_error_words(error)))
    return QuotesRead(tuple(quotes), tuple(bad))


def _column(head: str) -> str:
    said = head.strip().casefold()
    return next((name for name, words in _HEADS.items() if said in (words.casefold(), _(words).casefold())), "")


def _said(columns: list[str], row: Row) -> _Said:
    cells: Mapping[str, str] = {name: cell.strip() for name, cell in zip(columns, row.cells, strict=False) if name}
    return _Said(**{"way": "", "low": "", **cells})


def _quote(said: _Said, table: PartsTable, numbers: Numbers, today: date) -> Quote | None:
    """Return what is new in a row, None if nothing is; QuoteError if that can be no quote."""
    known = next((option for option in table.options if _is_of(option, said, table)), None)
    if known and _says_the_same(known, said, table, numbers):
        return None
    price = said.low if said.high in ("", said.low) else f"{said.low} - {said.high}"
    typed = TypedQuote(
        supplier=said.way,
        price=price,
        currency=said.currency,
        kind=said.kind,
        part="" if said.part == table.part else said.part,
        on=today.isoformat(),
    )
    return read_quote(typed, table.currency, numbers, today)


def _is_of(option: Option, said: _Said, table: PartsTable) -> bool:
    return option.name == said.way and said.part in ("", table.part_of(option))


def _says_the_same(option: Option, said: _Said, table: PartsTable, numbers: Numbers) -> bool:
    if not said.low:
        return True
    currency = table.currency_of(option)
    if option.amounts is None or said.currency not in ("", currency):
        return False
    try:
        typed = tuple(decimal_of(tidy(end), numbers) for end in (said.low, said.high or said.low))
    except NumberError:
        return False
    return typed == tuple(rounded(end, currency) for end in option.amounts)
