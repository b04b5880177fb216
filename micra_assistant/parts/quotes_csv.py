"""Quotes as a table that goes to a spreadsheet and back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from micra_assistant import ownfile
from micra_assistant.errors import MicraError
from micra_assistant.numbers import Numbers
from micra_assistant.parts.quotes import Quote
from micra_assistant.parts.table_text import Row, letters_of, rows_of, table_bytes
from micra_assistant.parts.typed_quote import QuoteError, QuoteField, TypedQuote, as_typed, read_quote
from micra_assistant.system_words import reason
from micra_assistant.wholefile import write_whole
from micra_assistant.words import N_, _

_HEADS = {
    QuoteField.SUPPLIER: N_("Supplier"),
    QuoteField.PRICE: N_("Price"),
    QuoteField.CURRENCY: N_("Currency"),
    QuoteField.KIND: N_("Kind"),
    QuoteField.PART: N_("Part"),
    QuoteField.TAX: N_("Tax"),
    QuoteField.CARRIAGE: N_("Carriage"),
    QuoteField.DELIVERY: N_("Delivery"),
    QuoteField.CONDITION: N_("Condition"),
    QuoteField.NUMBER: N_("Part number"),
    QuoteField.ON: N_("Day"),
    QuoteField.CONTACT: N_("Link or phone"),
    QuoteField.NOTE: N_("Note"),
    QuoteField.WARRANTY_MONTHS: N_("Months of warranty"),
}
_MOST_BYTES = 5_000_000
MOST_ROWS = 500


class QuotesFileError(MicraError):
    """A file is no table of quotes, or cannot be read."""


class BadRow(Struct, frozen=True):
    """A row that is no quote: the line of the file at which it begins, and what is wrong."""

    line: int
    why: str


class QuotesRead(Struct, frozen=True):
    """What came in of a table, and what did not."""

    quotes: tuple[Quote, ...]
    bad: tuple[BadRow, ...]


def save_quotes(quotes: Iterable[Quote], file: Path, numbers: Numbers) -> None:
    """Write quotes to a file, whole or not at all; NotSavedError if it cannot be written."""
    rows = [tuple(_(head) for head in _HEADS.values()), *(_cells(quote, numbers) for quote in quotes)]
    write_whole(file, table_bytes(rows, numbers))


def _cells(quote: Quote, numbers: Numbers) -> tuple[str, ...]:
    typed = as_typed(quote, numbers)
    return tuple(getattr(typed, field) for field in QuoteField)


def read_quotes(file: Path, currency: str, numbers: Numbers, today: date) -> QuotesRead:
    """Return the quotes in a file, each row for itself; QuotesFileError if it is no table of quotes at all.

    Where a row names no currency, its price is in ``currency``.
    """
    rows = rows_in(file, lambda head: bool(_field(head)))
    fields = [_field(head) for head in rows[0].cells] if rows else []
    if not {QuoteField.SUPPLIER, QuoteField.PRICE} <= set(fields):
        heads = f"{_(_HEADS[QuoteField.SUPPLIER])}, {_(_HEADS[QuoteField.PRICE])}"
        words = _("{file} is no table of quotes: its first line must have the columns {heads}")
        raise QuotesFileError(words.format(file=file, heads=heads))
    return _read_rows(fields, rows[1:], currency, numbers, today)


def rows_in(file: Path, known: Callable[[str], bool]) -> list[Row]:
    """Return the rows of a table that are not empty, the first with the heads, some of which are ``known``.

    QuotesFileError if it cannot be read.
    """
    place = file.absolute()
    try:
        content = ownfile.read(place, place.parent, _MOST_BYTES)
    except OSError as error:
        words = _("{file} cannot be taken in: {why}").format(file=file, why=reason(error))
        raise QuotesFileError(words) from error
    try:
        text = letters_of(content)
    except UnicodeDecodeError as error:
        words = _("{file} cannot be taken in: it is no text; save the table as CSV UTF-8").format(file=file)
        raise QuotesFileError(words) from error
    return [row for row in rows_of(text, known) if not row.is_sound or any(row.cells)]


def _field(head: str) -> QuoteField | None:
    said = head.strip().casefold()
    return next(
        (field for field, words in _HEADS.items() if said in (field, _(words).casefold(), words.casefold())), None
    )


def _read_rows(
    fields: Sequence[QuoteField | None], rows: Sequence[Row], currency: str, numbers: Numbers, today: date
) -> QuotesRead:
    quotes: list[Quote] = []
    bad: list[BadRow] = []
    for row in rows[:MOST_ROWS]:
        try:
            quotes.append(read_quote(_typed(fields, row), currency, numbers, today))
        except QuoteError as error:
            bad.append(BadRow(row.line, quote_error_words(error)))
        except QuotesFileError as error:
            bad.append(BadRow(row.line, str(error)))
    if len(rows) > MOST_ROWS:
        words = _("From here on nothing was taken in: a job has {most} quotes at most.").format(most=MOST_ROWS)
        bad.append(BadRow(rows[MOST_ROWS].line, words))
    return QuotesRead(tuple(quotes), tuple(bad))


def quote_error_words(error: QuoteError) -> str:
    """Return what is wrong with a quote, behind the head of its column."""
    return _("{column}: {why}").format(column=_(_HEADS[error.field]), why=error)


def _typed(fields: Sequence[QuoteField | None], row: Row) -> TypedQuote:
    if not row.is_sound:
        raise QuotesFileError(_("From here on the file is no sound CSV: a quotation mark is not closed."))
    if any(row.cells[len(fields) :]):
        words = _("This row has {count} cells, and there are {columns} columns: put a text with the mark in quotes.")
        raise QuotesFileError(words.format(count=len(row.cells), columns=len(fields)))
    said = {str(field): cell for field, cell in zip(fields, row.cells, strict=False) if field}
    return TypedQuote(**said)
