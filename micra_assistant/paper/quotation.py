"""The quotation for the customer: part, what is used up and work, with and without tax, and until when it holds.

It is for the whole repair, from a shut car to a shut car, and so the same whenever it is printed: what is done is to be
paid as what is still to do.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.joined_quotes import QuotedOption
from micra_assistant.parts.money import show_in_full
from micra_assistant.parts.option_limits import Span
from micra_assistant.parts.option_words import months_words
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.quotes import Tax
from micra_assistant.words import _

VALID_DAYS = 14


class SheetQuotationLine(Struct, frozen=True):
    """One line: what it is, and what it costs without and with tax."""

    words: str
    without_tax: str
    with_tax: str


class SheetQuotation(Struct, frozen=True):
    """What is offered to the customer.

    Attributes:
        part, way: which part, and the way to get it; empty if none was chosen.
        lines: the last is the sum; empty if the price is not known.
        tax: how much of the sum is tax, empty if the workshop has no rate for it.
        valid: until when it holds.
        remarks: warranty, delivery, and what the figures rest on.
    """

    part: str
    way: str
    lines: tuple[SheetQuotationLine, ...]
    tax: str
    valid: str
    remarks: tuple[str, ...]


def quotation(
    table: PartsTable | None, ways: Iterable[Fitted], chosen: str, tax_percent: Decimal | None, printed: date
) -> SheetQuotation:
    """Return the quotation for the way that was chosen; an empty one if none was."""
    way = next((way for way in ways if way.option.id == chosen), None)
    valid = (printed + timedelta(days=VALID_DAYS)).isoformat()
    if table is None or way is None:
        return SheetQuotation("", "", (), "", valid, ())
    part = table.part_of(way.option)
    if way.price is None:
        return SheetQuotation(part, way.option.name, (), "", valid, ())
    untaxed = dict(_untaxed(part, way, way.price, tax_percent or Decimal(0)))
    total = _sum(untaxed.values())
    lines = [
        _line(words, without_tax, table.currency, tax_percent)
        for words, without_tax in (*untaxed.items(), (_("Together"), total))
    ]
    return SheetQuotation(
        part=part,
        way=way.option.name if not isinstance(way.option, QuotedOption) else "",
        lines=tuple(lines),
        tax=_tax_words(total, table.currency, tax_percent),
        valid=valid,
        remarks=tuple(_remarks(way, tax_percent)),
    )


def _untaxed(part: str, way: Fitted, price: Span, percent: Decimal) -> Iterator[tuple[str, Span]]:
    """Yield what the customer pays for, without tax."""
    low, high = (_without_tax(end, way, percent) for end in price)
    yield part, (low, high)
    if way.option.consumables:
        used = way.option.consumables * 100 / (100 + percent)
        yield _("What is used up"), (used, used)
    if way.later_labour:
        yield _("Work"), (way.later_labour, way.later_labour)


def _without_tax(price: Decimal, way: Fitted, percent: Decimal) -> Decimal:
    """Return a price without the tax in it; where nobody said whether it is in it, it is: nothing is asked twice.

    By hand: 120 with 20 % in it are 100.
    """
    if isinstance(way.option, QuotedOption) and way.option.quote.tax is Tax.OUT and not percent:
        return price
    return price * 100 / (100 + percent)


def _sum(spans: Iterable[Span]) -> Span:
    known = list(spans)
    return sum((low for low, _high in known), Decimal(0)), sum((high for _low, high in known), Decimal(0))


def _line(words: str, without_tax: Span, currency: str, percent: Decimal | None) -> SheetQuotationLine:
    share = (100 + (percent or Decimal(0))) / 100
    with_tax = (without_tax[0] * share, without_tax[1] * share)
    return SheetQuotationLine(
        words, _shown(without_tax, currency), "" if percent is None else _shown(with_tax, currency)
    )


def _shown(span: Span, currency: str) -> str:
    low, high = (show_in_full(end, currency) for end in span)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def _tax_words(total: Span, currency: str, percent: Decimal | None) -> str:
    if percent is None:
        return ""
    tax = (total[0] * percent / 100, total[1] * percent / 100)
    return _("Of that tax, {percent} per cent: {amount}").format(percent=f"{percent:f}", amount=_shown(tax, currency))


def _remarks(way: Fitted, percent: Decimal | None) -> Iterator[str]:
    option = way.option
    if isinstance(option, QuotedOption) and option.warranty_months:
        yield _("Warranty on the part: {months}.").format(months=months_words(option.warranty_months))
    if option.delivery:
        yield _("Delivery: {delivery}.").format(delivery=option.delivery)
    if way.labour < way.later_labour:
        yield _("It is for the whole repair: the work that is done already is in it.")
    if way.price and way.price[0] != way.price[1]:
        yield _("The price of the part is a range, not yet that of a supplier.")
    if percent is None:
        yield _("No tax is added and none is shown: the workshop has set none.")
    elif not isinstance(option, QuotedOption) or option.quote.tax is Tax.UNKNOWN:
        yield _("Whether tax is in the price of the part was not said: it is taken to be in it.")
