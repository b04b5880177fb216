"""Amounts of money, shown the way a price tag shows them: one wording for screen, paper and terminal."""

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from micra_assistant.number_words import GAP, grouped
from micra_assistant.parts.currencies import QUOTED, rounds_to

MOST_RATE = 999_999
"""The highest labour rate there is."""

_SMALL = 10
"""Below, a price that is rounded to whole units would be another price."""


class Money(Struct, frozen=True):
    """An amount in a currency, named by its code of ISO 4217."""

    amount: Decimal
    currency: str


def symbol(currency: str) -> str:
    """Return the sign of ``currency``, such as ``₽``."""
    return QUOTED[currency].sign


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Return an amount in the smallest units of its currency, halves up: 2.345 € is 2.35, 2.5 ¥ are 3."""
    return amount.quantize(rounds_to(currency), rounding=ROUND_HALF_UP)


def show(amount: Decimal, currency: str) -> str:
    """Return a price as on its tag: ``2 500 ₽``, ``£140``, ``£0.45``; from 10 up in whole units."""
    return _tagged(_in_units(amount, currency, cents=_needs_cents(amount)), currency)


def about(amount: Decimal | float, currency: str) -> str:
    """Return an amount that was worked out or estimated: in whole units, with cents only below one."""
    amount = amount if isinstance(amount, Decimal) else Decimal(str(round(amount, 2)))
    return _tagged(_in_units(amount, currency, cents=_needs_cents(amount, below=1)), currency)


def show_exactly(amount: Decimal, currency: str) -> str:
    """Return an amount that somebody has said, such as a labour rate, with all that was said: ``£145.50``."""
    return _tagged(_in_units(amount, currency, cents=amount != amount.to_integral_value()), currency)


def show_in_full(amount: Decimal, currency: str) -> str:
    """Return an amount as on a bill, to the smallest unit of its currency: ``£145.00``, ``¥1 400``."""
    return _tagged(_in_units(amount, currency, cents=True), currency)


def show_range(low: Decimal, high: Decimal, currency: str) -> str:
    """Return both ends alike, such as ``2 500 – 4 000 ₽`` or ``£0.50 – £3.00``; one amount if they are the same."""
    if low == high:
        return show(low, currency)
    cents = _needs_cents(low) or _needs_cents(high)
    ends = _in_units(low, currency, cents=cents), _in_units(high, currency, cents=cents)
    dash = f"{GAP}–{GAP}"
    if QUOTED[currency].in_front:
        return dash.join(_tagged(end, currency) for end in ends)
    return _tagged(dash.join(ends), currency)


def _tagged(number: str, currency: str) -> str:
    sign = symbol(currency)
    return f"{sign}{number}" if QUOTED[currency].in_front else f"{number}{GAP}{sign}"


def _needs_cents(amount: Decimal, below: int = _SMALL) -> bool:
    return amount < below and amount != amount.to_integral_value()


def _in_units(amount: Decimal, currency: str, *, cents: bool) -> str:
    unit = rounds_to(currency) if cents else Decimal(1)
    return grouped(amount.quantize(unit, rounding=ROUND_HALF_UP))
