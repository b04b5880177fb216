"""What an hour of work costs on a job: the one place where it is settled, for window, sheets and commands alike."""

from decimal import Decimal
from typing import Protocol

from msgspec.structs import replace

from micra_assistant import limits
from micra_assistant.jobs.events import Closed
from micra_assistant.parts.currencies import CURRENCIES
from micra_assistant.workshop.values import Workshop

MOST = 10**9
"""No rate comes to this, be it an author's."""


class Priced(Protocol):
    """What has prices, and labour at a rate of its author's: a parts table, a fault model."""

    @property
    def currency(self) -> str:
        """The currency of all its amounts."""

    @property
    def rate_per_hour(self) -> Decimal:
        """What the author takes an hour of work to cost."""


def rate_of(workshop: Workshop, priced: Priced | None, outcome: Closed | None = None) -> Decimal:
    """Return what an hour costs in the currency of ``priced``: what the job was closed with, if it is.

    Else it is the workshop's rate in that currency, else the author's; 0 if there are no prices.
    """
    if priced is None:
        return Decimal(0)
    if outcome and outcome.rate is not None and outcome.currency == priced.currency:
        return outcome.rate
    return workshop.rates.get(priced.currency, priced.rate_per_hour)


def with_rate(closed: Closed, workshop: Workshop, priced: Priced | None, former: Closed | None) -> Closed:
    """Return an outcome that keeps the rate of today; one that puts right a ``former`` one keeps that one's."""
    if priced is None:
        return replace(closed, rate=None, currency="", price=None)
    return replace(closed, rate=rate_of(workshop, priced, former), currency=priced.currency)


def is_rate(rate: Decimal | None, currency: str) -> bool:
    """Whether an outcome can have kept that: an amount in a currency there is, or neither."""
    if rate is None:
        return not currency
    return currency in CURRENCIES and is_amount(rate)


def is_amount(amount: Decimal) -> bool:
    """Whether an outcome can have kept such an amount of money."""
    return limits.is_number(amount) and 0 <= amount < MOST
