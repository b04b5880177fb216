"""What the figures of ``parts.toml`` may be; each check raises ValueError with words for the author."""

from decimal import Decimal

from micra_assistant.parts.currencies import CURRENCIES
from micra_assistant.words import _

MOST = 10**9
"""No amount, and no number of minutes, comes to this."""
MOST_WARRANTY_MONTHS = 120
LEAST_FAILS, MOST_FAILS = 0.1, 99
"""Of 100 within a year: nothing lasts for certain, and what always fails is no way to get a part."""

_FIRST_YEAR, _LAST_YEAR = 1980, 2200

Span = tuple[Decimal, Decimal]
"""An amount of money from and to."""


def is_amount(value: Decimal) -> bool:
    """Whether it is a number from 0 up, and not one such as nan, inf or 1e99, which TOML has too."""
    return value.is_finite() and 0 <= value < MOST


def check_price(price: Span | None) -> None:
    """Check that a price goes up from 0 or more; None is one that is not known."""
    low, high = price or (Decimal(0), Decimal(0))
    if not (is_amount(low) and is_amount(high) and low <= high):
        words = _("the price must go up from 0 or more, not from {low} to {high}")
        raise ValueError(words.format(low=low, high=high))


def check_currency(currency: str) -> None:
    """Check that there is a currency of that name."""
    if currency not in CURRENCIES:
        words = _("currency “{currency}” is not known; there is: {names}")
        raise ValueError(words.format(currency=currency, names=", ".join(CURRENCIES)))


def check_year(year: int | None) -> None:
    """Check that a price can be of a year, None for undated."""
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(_("{year} is no year of a price").format(year=year))


def check_warranty(months: int | None) -> None:
    """Check a warranty in months, None if it is not known."""
    if months is not None and not 0 <= months <= MOST_WARRANTY_MONTHS:
        raise ValueError(_("warranty_months must be from 0 to {most}").format(most=MOST_WARRANTY_MONTHS))


def check_fails(fails: float | None) -> None:
    """Check how many of 100 fail within a year, None if nobody knows."""
    if fails is not None and not LEAST_FAILS <= fails <= MOST_FAILS:
        words = _("fails says how many of 100 fail within a year: from {least} to {most}")
        raise ValueError(words.format(least=LEAST_FAILS, most=MOST_FAILS))
