"""Quotes as people type them, field by field."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.numbers import Numbers
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.parts.typed_quote import QuoteError, TypedQuote, read_quote

TODAY = date(2026, 11, 29)
LEEDS = TypedQuote(supplier="Leeds", price="12.50")


def read(typed: TypedQuote, numbers: Numbers = Numbers.POINT) -> Quote:
    """Return a quote typed in Britain."""
    return read_quote(typed, "GBP", numbers, TODAY)


def test_what_was_not_said_is_not_made_up() -> None:
    assert read(LEEDS) == Quote("Leeds", Decimal("12.50"), "GBP")


def test_all_of_it() -> None:
    typed = TypedQuote(
        supplier="  Иванов  и сын ",
        price="1 200 р.",
        kind="Б/У",
        part="Latch",
        tax="без НДС",
        carriage="300",
        delivery="3 days",
        condition="scratched",
        number="25570-AX600",
        on="28.11.2026",
        contact="https://example.org/1?a=b",
        note="ring first",
        warranty_months="3",
    )
    assert read(typed) == Quote(
        "Иванов и сын",
        Decimal(1200),
        "RUB",
        OptionKind.USED,
        "Latch",
        Tax.OUT,
        Decimal(300),
        "3 days",
        "scratched",
        "25570-AX600",
        date(2026, 11, 28),
        "https://example.org/1?a=b",
        "ring first",
        3,
    )


@pytest.mark.parametrize(
    ("currency", "price", "wanted"),
    [
        ("EUR", "9", "EUR"),
        ("€", "9", "EUR"),
        ("руб.", "9", "RUB"),
        ("gbp", "£9", "GBP"),
        ("", "9 zł", "PLN"),
        ("", "9", "GBP"),
    ],
)
def test_the_currency_stands_beside_the_price_or_alone(currency: str, price: str, wanted: str) -> None:
    assert read(replace(LEEDS, currency=currency, price=price)).currency == wanted


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("supplier", " ", "Say who asks that price, such as Nissan Leeds."),
        ("supplier", "x" * 81, "80 letters, not 81"),
        ("supplier", "Le\N{ZERO WIDTH SPACE}eds", "cannot be seen"),
        ("price", "", "Type a price such as 45.50."),
        ("price", "-5", "is not a price"),
        ("price", "2.500", "can be read in two ways"),
        ("price", "300-700", "one amount, not a range"),
        ("price", "9999999999", "A price is less than"),
        ("currency", "XXX", "“XXX” is no currency"),
        ("kind", "new?", "type original, analogue, used or repair"),
        ("tax", "maybe", "type in, out or unknown"),
        ("carriage", "5 €", "Carriage is in the currency of the price, GBP."),
        ("carriage", "1-2", "one amount"),
        ("on", "11/12/2026", "type one such as 2026-11-29"),
        ("on", "2026-02-30", "type one such as"),
        ("on", "2027-01-01", "is still to come"),
        ("warranty_months", "long", "type a number such as 12"),
        ("warranty_months", "-1", "type a number such as 12"),
        ("note", "x" * 501, "500 letters"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(field: str, typed: str, reason: str) -> None:
    with pytest.raises(QuoteError) as refused:
        read(replace(LEEDS, **{field: typed}))
    assert refused.value.field == field
    assert reason in str(refused.value)


def test_two_currencies_are_refused() -> None:
    with pytest.raises(QuoteError, match="The price itself is in GBP: leave one"):
        read(replace(LEEDS, price="£5", currency="EUR"))


@pytest.mark.parametrize(("on", "months"), [("1989-01-01", ""), ("", "121")])
def test_what_is_absurd_is_refused(on: str, months: str) -> None:
    with pytest.raises(QuoteError, match="This quote cannot be"):
        read(replace(LEEDS, on=on, warranty_months=months))
