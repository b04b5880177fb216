"""Amounts of money, shown the way a price tag shows them."""

from decimal import ROUND_HALF_UP, Decimal

_SYMBOLS = {"RUB": "₽", "EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
_IN_FRONT = {"GBP", "USD", "JPY"}
CURRENCIES = tuple(_SYMBOLS)

_NARROW = "\N{NO-BREAK SPACE}"


def symbol(currency: str) -> str:
    """Return the sign of ``currency``, such as ``₽``."""
    return _SYMBOLS[currency]


def show(amount: Decimal, currency: str) -> str:
    """Return ``amount`` in whole units of ``currency``, such as ``2 500 ₽`` or ``£140``."""
    number = _grouped(amount)
    sign = symbol(currency)
    return f"{sign}{number}" if currency in _IN_FRONT else f"{number}{_NARROW}{sign}"


def show_range(low: Decimal, high: Decimal, currency: str) -> str:
    """Return both ends, such as ``2 500 – 4 000 ₽``; one amount if they are the same."""
    if low == high:
        return show(low, currency)
    dash = f"{_NARROW}–{_NARROW}"
    if currency in _IN_FRONT:
        return f"{show(low, currency)}{dash}{show(high, currency)}"
    return f"{_grouped(low)}{dash}{show(high, currency)}"


def _grouped(amount: Decimal) -> str:
    whole = amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return f"{whole:,}".replace(",", _NARROW)
