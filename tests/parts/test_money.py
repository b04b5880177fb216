"""Amounts as on a price tag."""

from decimal import Decimal

import pytest

from micra_assistant.number_words import write_with
from micra_assistant.numbers import Numbers
from micra_assistant.parts.currencies import CURRENCIES
from micra_assistant.parts.money import about, rounded, show, show_exactly, show_range, symbol


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
        ("0.49", "EUR", "0.49 €"),
        ("0.5", "EUR", "0.50 €"),
        ("0.10", "GBP", "£0.10"),
        ("0.004", "GBP", "£0.00"),
        ("2.5", "EUR", "2.50 €"),
        ("9.999", "EUR", "10.00 €"),
        ("10.5", "EUR", "11 €"),
        ("2.00", "EUR", "2 €"),
        ("999.5", "EUR", "1 000 €"),
        ("1E+3", "EUR", "1 000 €"),
        ("9.6", "JPY", "¥10"),
        ("12.5", "PLN", "13 zł"),
        ("1200", "CHF", "1 200 CHF"),
    ],
)
def test_a_price_is_grouped_never_torn_apart_and_small_ones_have_their_cents(
    amount: str, currency: str, shown: str
) -> None:
    assert show(Decimal(amount), currency) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("low", "high", "currency", "shown"),
    [
        ("2500", "4000", "RUB", "2 500 – 4 000 ₽"),
        ("0", "150", "RUB", "0 – 150 ₽"),
        ("40", "140", "GBP", "£40 – £140"),
        ("300", "300", "EUR", "300 €"),
        ("300", "300.00", "USD", "$300"),
        ("0.10", "0.45", "GBP", "£0.10 – £0.45"),
        ("0.5", "30", "EUR", "0.50 – 30.00 €"),
        ("33.4", "140.5", "EUR", "33 – 141 €"),
    ],
)
def test_a_range_has_two_ends_or_one(low: str, high: str, currency: str, shown: str) -> None:
    assert show_range(Decimal(low), Decimal(high), currency) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("amount", "shown"), [("0.49", "£0.49"), ("1.49", "£1"), ("1.5", "£2"), ("45.5", "£46"), ("0", "£0")]
)
def test_what_was_worked_out_is_whole_from_one_up(amount: str, shown: str) -> None:
    assert about(Decimal(amount), "GBP") == shown


@pytest.mark.parametrize(
    ("amount", "shown"), [("45.5", "£45.50"), ("45", "£45"), ("145.05", "£145.05"), ("45.00", "£45")]
)
def test_what_was_said_is_shown_with_all_that_was_said(amount: str, shown: str) -> None:
    assert show_exactly(Decimal(amount), "GBP") == shown


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_currency_has_its_sign(currency: str) -> None:
    assert symbol(currency) in show(Decimal(1), currency)


@pytest.mark.parametrize(
    ("amount", "currency", "wanted"),
    [
        ("2.345", "EUR", "2.35"),
        ("2.344", "EUR", "2.34"),
        ("2.5", "JPY", "3"),
        ("0.005", "RUB", "0.01"),
        ("7", "GBP", "7.00"),
    ],
)
def test_an_amount_is_rounded_to_the_smallest_unit_of_its_currency(amount: str, currency: str, wanted: str) -> None:
    assert str(rounded(Decimal(amount), currency)) == wanted


@pytest.mark.parametrize(
    ("numbers", "shown"), [(Numbers.POINT, "1 234.50 €"), (Numbers.COMMA, "1 234,50 €"), (Numbers.SPACE, "1 234,50 €")]
)
def test_the_decimal_mark_is_that_of_the_workshop(numbers: Numbers, shown: str) -> None:
    write_with(numbers.mark)
    assert show_exactly(Decimal("1234.5"), "EUR") == shown.replace(" ", "\N{NO-BREAK SPACE}")
