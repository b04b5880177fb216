"""Prices as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.numbers import Numbers
from micra_assistant.parts.money import MOST_RATE
from micra_assistant.parts.price import Price, PriceError, parse_price, parse_rate

POINT, COMMA, SPACE = Numbers


def price(low: str, high: str = "", currency: str = "") -> Price:
    """Return a price."""
    return Price(Decimal(low), Decimal(high or low), currency)


@pytest.mark.parametrize("numbers", Numbers)
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("2 500 ₽", price("2500", currency="RUB")),
        ("2 500,00", price("2500")),
        ("1'200", price("1200")),
        ("1’200", price("1200")),
        ("12 345 678", price("12345678")),
        ("2\N{THIN SPACE}500\N{NO-BREAK SPACE}₽", price("2500", currency="RUB")),
        ("2\N{NARROW NO-BREAK SPACE}500", price("2500")),
        ("£140", price("140", currency="GBP")),
        ("140 £", price("140", currency="GBP")),
        ("1500р.", price("1500", currency="RUB")),
        ("1500 Р", price("1500", currency="RUB")),
        ("1500 p.", price("1500", currency="RUB")),
        ("€1.234,56", price("1234.56", currency="EUR")),
        ("1 234,5 руб.", price("1234.5", currency="RUB")),
        ("pуб 5", price("5", currency="RUB")),
        ("$ 1,299.99", price("1299.99", currency="USD")),
        ("1,234,567.89", price("1234567.89")),
        ("100 EUR", price("100", currency="EUR")),
        ("¥500", price("500", currency="JPY")),
        ("300-700", price("300", "700")),
        ("300 – 700 ₽", price("300", "700", "RUB")),
        ("300—700", price("300", "700")),
        ("£5 - £10", price("5", "10", "GBP")),
        ("от 300 до 700 руб", price("300", "700", "RUB")),
        ("from 300 to 700", price("300", "700")),
        ("von 300 bis 700 €", price("300", "700", "EUR")),
        ("1,50 – 2,50 €", price("1.50", "2.50", "EUR")),
        ("2,5", price("2.5")),
        ("45.50", price("45.50")),
        ("45,50", price("45.50")),
        ("1.200,50", price("1200.50")),
        ("0.10", price("0.10")),
        ("٢٥٠", price("250")),
        ("12,-", price("12")),
        ("12.– €", price("12", currency="EUR")),
        ("CHF 1'200.--", price("1200", currency="CHF")),
        ("1.200,- €", price("1200", currency="EUR")),
        ("1.200,50 €", price("1200.50", currency="EUR")),
        ("EUR 12", price("12", currency="EUR")),
        ("1 200 р.", price("1200", currency="RUB")),
        ("£9.99", price("9.99", currency="GBP")),
        ("12 450 ₸", price("12450", currency="KZT")),
        ("450 грн", price("450", currency="UAH")),
        ("89,90 zł", price("89.90", currency="PLN")),
        ("1 290 Kč", price("1290", currency="CZK")),
        ("US$ 45", price("45", currency="USD")),
        ("249 SEK", price("249", currency="SEK")),
        ("ab 5 bis 9 €", price("5", "9", "EUR")),
        ("0", price("0")),
    ],
)
def test_what_is_understood_everywhere(typed: str, wanted: Price, numbers: Numbers) -> None:
    assert parse_price(typed, numbers) == wanted


@pytest.mark.parametrize(
    ("typed", "numbers", "answer"),
    [
        ("2.500", POINT, "“2.500” can be read in two ways: type 2500 or 2.50."),
        ("2.500", COMMA, "2500"),
        ("2,500", POINT, "2500"),
        ("2,500 €", COMMA, "“2,500” can be read in two ways: type 2500 or 2,50."),
        ("1,234", COMMA, "“1,234” can be read in two ways: type 1234 or two decimals at most."),
    ],
)
def test_what_depends_on_the_country(typed: str, numbers: Numbers, answer: str) -> None:
    if answer.isdecimal():
        assert parse_price(typed, numbers).low == Decimal(answer)
    else:
        with pytest.raises(PriceError) as asked:
            parse_price(typed, numbers)
        assert str(asked.value) == answer


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-50", "“-50” is not a price. Type a price such as 45.50."),
        ("1e99", "“1e99” is not a number. Type a price such as 45.50."),
        ("1 2 3", "is not a number"),
        ("12,34,5", "is not a number"),
        ("3 for £10", "is not a number"),
        ("free", "is not a number"),
        ("0x10", "is not a number"),
        ("1.5k", "is not a number"),
        ("50p", "is not a number"),
        ("$5 USD", "is not a number"),
        ("500 руб 50", "is not a number"),
        ("", "is not a price"),
        ("₽", "is not a number"),
        ("nan", "is not a number"),
        ("½", "fractions"),
        ("0.123", "more than two decimals"),
        ("700-300", "A range goes up: type 300-700."),
        ("1-2-3", "is not a price"),
        ("from 300", "“from 300” has one end only: type both, such as 300-500, or the amount itself."),
        ("от 500", "has one end only"),
        ("до 700 ₽", "has one end only"),
        ("up to £40", "has one end only"),
        ("ab 12 €", "has one end only"),
        ("500+", "has one end only"),
        ("~500", "“~500” is not exact: type both ends, such as 450-550, or the amount itself."),
        ("ca. 12 €", "is not exact"),
        ("около 500 руб", "is not exact"),
        ("100 kr", "“kr” are crowns of several countries: type SEK, NOK or DKK instead."),
        ("¥500.50", "There is nothing smaller than 1 ¥: type 500 or 501."),
        ("£1.200.50", "is not a number"),
        ("2x500", "is not a number"),
        ("5 000 000 000 ₽", "A price is less than"),
        ("500 + VAT", "is not a number"),
        ("C$5", "is not a number"),
        ("5-", "is not a price"),
        ("£5 - €10", "A price has one currency, not two."),
        ("1000000000", "A price is less than 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000."),
        ("9" * 10**6, "too long"),
    ],
)
def test_what_is_refused_says_why(typed: str, reason: str) -> None:
    with pytest.raises(PriceError) as refused:
        parse_price(typed)
    assert reason in str(refused.value)
    assert len(str(refused.value)) < 160


AMOUNT = st.decimals(0, 10**8, places=2)


@given(AMOUNT, AMOUNT, st.sampled_from(["", "₽", " руб.", "€", " £", "$ "]), st.sampled_from(Numbers))
def test_a_range_is_the_one_that_was_written(one: Decimal, other: Decimal, sign: str, numbers: Numbers) -> None:
    low, high = (f"{end:f}".replace(".", numbers.mark) for end in sorted((one, other)))
    read = parse_price(f"{low} - {high}{sign}", numbers)
    assert (read.low, read.high) == (min(one, other), max(one, other))


@pytest.mark.parametrize(
    ("typed", "rate"), [("45.50", "45.50"), ("45,50", "45.50"), ("£45", "45"), ("999 999", "999999")]
)
def test_a_rate_is_one_amount(typed: str, rate: str) -> None:
    assert parse_rate(typed, "GBP") == Decimal(rate)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("40-50", "A labour rate is one amount, not a range."),
        ("45 €", "The labour rate here is in GBP, not in EUR."),
        (str(MOST_RATE + 1), "A labour rate is 999\N{NO-BREAK SPACE}999 at most."),
        ("forty", "is not a number"),
    ],
)
def test_what_is_no_rate_says_why(typed: str, reason: str) -> None:
    with pytest.raises(PriceError, match=reason):
        parse_rate(typed, "GBP")
