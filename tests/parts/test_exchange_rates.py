"""Rates of exchange, typed by hand, and sums of several currencies."""

from datetime import date
from decimal import Decimal

import pytest

from micra_assistant.numbers import Numbers
from micra_assistant.parts.exchange_rates import (
    MOST_RATES,
    ExchangeError,
    ExchangeRate,
    exchanged,
    missing_words,
    parse_rates,
    rates_words,
    sum_of,
)
from micra_assistant.parts.money import Money

DAY = date(2026, 11, 28)
POUND = ExchangeRate("GBP", Decimal("98.50"), "RUB", DAY)
EURO = ExchangeRate("EUR", Decimal("0.875"), "GBP", date(2026, 11, 1))


@pytest.mark.parametrize(
    ("typed", "numbers", "wanted"),
    [
        ("1 GBP = 98.50 RUB, 2026-11-28", Numbers.POINT, (POUND,)),
        ("1 gbp=98,50 rub 2026-11-28", Numbers.COMMA, (POUND,)),
        ("1GBP = 98.50RUB, 2026-11-28; 1 EUR = 0.8750 GBP, 2026-11-01;", Numbers.POINT, (POUND, EURO)),
        ("", Numbers.POINT, ()),
    ],
)
def test_rates_are_typed_with_their_day(typed: str, numbers: Numbers, wanted: tuple[ExchangeRate, ...]) -> None:
    assert parse_rates(typed, numbers) == wanted


@pytest.mark.parametrize("numbers", Numbers)
def test_what_is_shown_can_be_typed(numbers: Numbers) -> None:
    assert parse_rates(rates_words((POUND, EURO), numbers), numbers) == (POUND, EURO)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("98.50", "type one with its day, such as 1 GBP = 98.50 RUB, 2026-11-28."),
        ("1 GBP = 98.50 RUB", "with its day"),
        ("1 GBP = 98.50 RUB, 28.11.2026", "with its day"),
        ("1 GBP = 98.50 RUB, 2026-13-28", "with its day"),
        ("1 GBP = -5 RUB, 2026-11-28", "with its day"),
        ("1 GBP = 0 RUB, 2026-11-28", "with its day"),
        ("1 GBP = 1e9 RUB, 2026-11-28", "with its day"),
        ("1 GBP = 1 GBP, 2026-11-28", "with its day"),
        ("2 GBP = 98 RUB, 2026-11-28", "with its day"),
        ("1 XXX = 98 RUB, 2026-11-28", "currency “XXX” is not known"),
        ("1 GBP = 98 RUB, 2026-11-28; 1 RUB = 0.01 GBP, 2026-11-28", "GBP and RUB stand here twice"),
        ("1 GBP = 98 RUB, 2026-11-28;" * (MOST_RATES + 1), "12 rates of exchange at most"),
        ("9" * 10_000, "is no rate of exchange"),
    ],
)
def test_what_is_no_rate_is_refused_with_an_example(typed: str, reason: str) -> None:
    with pytest.raises(ExchangeError) as refused:
        parse_rates(typed, Numbers.POINT)
    assert reason in str(refused.value)
    assert len(str(refused.value)) < 200


def test_a_rate_counts_in_both_directions() -> None:
    assert exchanged(Money(Decimal(6), "GBP"), "RUB", [POUND]) == (Decimal(591), POUND)
    assert exchanged(Money(Decimal(197), "RUB"), "GBP", [POUND]) == (Decimal(2), POUND)
    assert exchanged(Money(Decimal(5), "RUB"), "RUB", []) == (Decimal(5), None)
    assert exchanged(Money(Decimal(5), "USD"), "RUB", [POUND]) is None


def test_a_sum_says_what_it_lacks_and_how_old_its_rates_are() -> None:
    amounts = [
        Money(Decimal(amount), currency) for amount, currency in ((100, "RUB"), (6, "GBP"), (9, "USD"), (1, "USD"))
    ]
    found = sum_of(amounts, "RUB", [POUND])
    assert found.total == Money(Decimal("691.00"), "RUB")
    assert list(missing_words(found)) == [
        "What is in $ is not in this sum: type a rate of exchange to ₽ in the settings.",
        "Exchanged at a rate of 2026-11-28, typed by hand.",
    ]
    assert list(missing_words(sum_of(amounts[:1], "RUB", []))) == []
