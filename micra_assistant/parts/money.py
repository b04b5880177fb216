"""Amounts of money, shown the way a price tag shows them: one wording for screen, paper and terminal."""

from decimal import ROUND_HALF_UP, Decimal

from micra_assistant.number_words import GAP, grouped

_SYMBOLS = {"RUB": "₽", "EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
_IN_FRONT = {"GBP", "USD", "JPY"}
CURRENCIES = tuple(_SYMBOLS)
MOST_RATE = 999_999
"""The highest labour rate there is."""

_CENT = Decimal("0.01")
_SMALL = 10
"""Below, a price that is rounded to whole units would be another price."""


def symbol(currency: str) -> str:
    """Return the sign of ``currency``, such as ``₽``."""
    return _SYMBOLS[currency]


def show(amount: Decimal, currency: str) -> str:
    """Return a price as on its tag: ``2 500 ₽``, ``£140``, ``£0.45``; from 10 up in whole units."""
    return _tagged(_in_units(amount, cents=_needs_cents(amount)), currency)


def about(amount: Decimal | float, currency: str) -> str:
    """Return an amount that was worked out or estimated: in whole units, with cents only below one."""
    amount = amount if isinstance(amount, Decimal) else Decimal(str(round(amount, 2)))
    return _tagged(_in_units(amount, cents=_needs_cents(amount, below=1)), currency)


def show_exactly(amount: Decimal, currency: str) -> str:
    """Return an amount that somebody has said, such as a labour rate, with all that was said: ``£145.50``."""
    return _tagged(_in_units(amount, cents=amount != amount.to_integral_value()), currency)


def show_range(low: Decimal, high: Decimal, currency: str) -> str:
    """Return both ends alike, such as ``2 500 – 4 000 ₽`` or ``£0.50 – £3.00``; one amount if they are the same."""
    if low == high:
        return show(low, currency)
    cents = _needs_cents(low) or _needs_cents(high)
    ends = _in_units(low, cents=cents), _in_units(high, cents=cents)
    dash = f"{GAP}–{GAP}"
    if currency in _IN_FRONT:
        return dash.join(_tagged(end, currency) for end in ends)
    return _tagged(dash.join(ends), currency)


def _tagged(number: str, currency: str) -> str:
    sign = symbol(currency)
    return f"{sign}{number}" if currency in _IN_FRONT else f"{number}{GAP}{sign}"


def _needs_cents(amount: Decimal, below: int = _SMALL) -> bool:
    return amount < below and amount != amount.to_integral_value()


def _in_units(amount: Decimal, *, cents: bool) -> str:
    shown = amount.quantize(_CENT if cents else Decimal(1), rounding=ROUND_HALF_UP)
    return grouped(shown)
