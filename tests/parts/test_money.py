"""Amounts as on a price tag."""

from decimal import Decimal

import pytest

from micra_assistant.parts.money import CURRENCIES, show, show_range, symbol


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("2500", "RUB", "2 500 ₽"),
        ("999", "RUB", "999 ₽"),
        ("0", "RUB", "0 ₽"),
        ("1234567", "EUR", "1 234 567 €"),
        ("140", "GBP", "£140"),
        ("1400", "USD", "$1 400"),
        ("1400", "JPY", "¥1 400"),
        ("0.49", "EUR", "0 €"),
        ("0.5", "EUR", "1 €"),
        ("2.5", "EUR", "3 €"),
        ("999.5", "EUR", "1 000 €"),
        ("1E+3", "EUR", "1 000 €"),
    ],
)
def test_an_amount_is_whole_grouped_and_never_torn_apart(amount: str, currency: str, shown: str) -> None:
    assert show(Decimal(amount), currency) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("low", "high", "currency", "shown"),
    [
        ("2500", "4000", "RUB", "2 500 – 4 000 ₽"),
        ("0", "150", "RUB", "0 – 150 ₽"),
        ("40", "140", "GBP", "£40 – £140"),
        ("300", "300", "EUR", "300 €"),
        ("300", "300.00", "USD", "$300"),
    ],
)
def test_a_range_has_two_ends_or_one(low: str, high: str, currency: str, shown: str) -> None:
    assert show_range(Decimal(low), Decimal(high), currency) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_currency_has_its_sign(currency: str) -> None:
    assert symbol(currency) in show(Decimal(1), currency)
