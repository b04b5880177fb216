"""Rates of exchange as somebody looked them up: typed by hand, each with its day, and sums of several currencies."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.numbers import NumberError, Numbers, decimal_of, tidy, written
from micra_assistant.parts.currencies import QUOTED
from micra_assistant.parts.money import Money, rounded, symbol
from micra_assistant.words import _, all_of

MOST_RATES = 12
_LEAST, _MOST = Decimal("0.000001"), Decimal(10**6)
_EXAMPLE = "1 GBP = {amount} RUB, 2026-11-28"
_TYPED = r"1 ?([a-z]{3}) ?= ?([^a-z=]+) ?([a-z]{3})[ ,]+([0-9]{4}-[0-9]{2}-[0-9]{2})"


class ExchangeError(MicraError):
    """What was typed is no rate of exchange."""


class ExchangeRate(Struct, frozen=True):
    """What 1 of a currency was worth in another one on a day."""

    currency: str
    amount: Decimal
    other: str
    on: date


class Sum(Struct, frozen=True):
    """A sum of several currencies; ``missing`` are those that there is no rate for, and that are not in it.

    ``oldest`` is the day of the oldest rate that was used, None if none was.
    """

    total: Money
    missing: tuple[str, ...] = ()
    oldest: date | None = None


def parse_rates(typed: str, numbers: Numbers) -> tuple[ExchangeRate, ...]:
    """Return the rates of ``1 GBP = 98.50 RUB, 2026-11-28; 1 EUR = …``; ExchangeError, with an example, if not."""
    rates = tuple(_rate(part.strip(), numbers) for part in typed.split(";") if part.strip())
    if len(rates) > MOST_RATES:
        raise ExchangeError(_("There are {most} rates of exchange at most.").format(most=MOST_RATES))
    pairs = [frozenset((rate.currency, rate.other)) for rate in rates]
    if twice := next((pair for pair in pairs if pairs.count(pair) > 1), None):
        words = _("{currencies} stand here twice: leave one rate.")
        raise ExchangeError(words.format(currencies=all_of(sorted(twice))))
    return rates


def _rate(typed: str, numbers: Numbers) -> ExchangeRate:
    try:
        found = re.fullmatch(_TYPED, tidy(typed).lower())
        if not found:
            raise ExchangeError(_not_so(typed, numbers))
        currency, other = found[1].upper(), found[3].upper()
        amount, on = decimal_of(found[2].strip(), numbers), date.fromisoformat(found[4])
    except (NumberError, ValueError) as error:
        raise ExchangeError(_not_so(typed, numbers)) from error
    for code in (currency, other):
        if code not in QUOTED:
            words = _("currency “{currency}” is not known; there is: {names}")
            raise ExchangeError(words.format(currency=code, names=", ".join(QUOTED)))
    if currency == other or not _LEAST <= amount <= _MOST:
        raise ExchangeError(_not_so(typed, numbers))
    return ExchangeRate(currency, amount, other, on)


def _not_so(typed: str, numbers: Numbers) -> str:
    words = _("“{typed}” is no rate of exchange: type one with its day, such as {example}.")
    return words.format(typed=typed[:60], example=_EXAMPLE.format(amount="98.50".replace(".", numbers.mark)))


def rates_words(rates: Iterable[ExchangeRate], numbers: Numbers) -> str:
    """Return rates as they can be typed."""
    return "; ".join(
        f"1 {rate.currency} = {written(rate.amount, numbers)} {rate.other}, {rate.on.isoformat()}" for rate in rates
    )


def exchanged(money: Money, into: str, rates: Iterable[ExchangeRate]) -> tuple[Decimal, ExchangeRate | None] | None:
    """Return an amount in another currency, not rounded, and the rate by which; None if there is none.

    By hand: with 1 GBP = 98.50 RUB, £6 are 591 ₽, and 197 ₽ are £2.
    """
    if money.currency == into:
        return money.amount, None
    for rate in rates:
        if (rate.currency, rate.other) == (money.currency, into):
            return money.amount * rate.amount, rate
        if (rate.other, rate.currency) == (money.currency, into):
            return money.amount / rate.amount, rate
    return None


def sum_of(amounts: Iterable[Money], into: str, rates: Iterable[ExchangeRate]) -> Sum:
    """Return a sum in one currency, rounded once at its end, and what it lacks."""
    known = tuple(rates)
    told = [(money, exchanged(money, into, known)) for money in amounts]
    total = sum((found[0] for _money, found in told if found), Decimal(0))
    days = [found[1].on for _money, found in told if found and found[1]]
    missing = dict.fromkeys(money.currency for money, found in told if not found)
    return Sum(Money(rounded(total, into), into), tuple(missing), min(days, default=None))


def missing_words(found: Sum) -> Iterator[str]:
    """Yield what a sum does not say: what there is no rate for, and how old the oldest rate is."""
    into = symbol(found.total.currency)
    for currency in found.missing:
        words = _("What is in {currency} is not in this sum: type a rate of exchange to {into} in the settings.")
        yield words.format(currency=symbol(currency), into=into)
    if found.oldest:
        yield _("Exchanged at a rate of {date}, typed by hand.").format(date=found.oldest.isoformat())
