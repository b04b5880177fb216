"""Quotes among the ways to get the part."""

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from micra_assistant.parts.comparison import Minutes, compare
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.parts.joined_quotes import with_quotes
from micra_assistant.parts.option_words import option_lines, origin_words, price_words, short_origin
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.price_age import Age, age_of
from micra_assistant.parts.quotes import Quote, Tax
from micra_assistant.parts.recommending import recommend
from tests.parts.ways import EXAMPLE, RATE, option, plain, table

IVANOV = Quote("Ivanov", Decimal(250), "RUB", OptionKind.USED, on=date(2026, 11, 28), tax=Tax.IN)
POUND = ExchangeRate("GBP", Decimal("98.50"), "RUB", date(2026, 11, 28))

NO_GUESSES = replace(table(option("used", 300, 700)), estimates="")


def test_a_quote_is_compared_at_once_with_the_estimates_of_the_way_like_it() -> None:
    joined = with_quotes(EXAMPLE, {"7": IVANOV})
    *_others, way = compare(joined, RATE)
    assert (way.option.id, way.option.name, way.price) == ("quote-7", "Ivanov", (Decimal(250), Decimal(250)))
    assert (way.option.minutes, way.option.fails) == (60, 5.0)
    assert (found := recommend(compare(joined, RATE), 0))
    assert found.cheapest.option.id == "clean"


def test_it_takes_as_long_to_fit_as_the_way_like_it() -> None:
    joined = with_quotes(EXAMPLE, {"7": IVANOV})
    *_others, way = compare(joined, RATE, {EXAMPLE.options[0].id: Minutes(Decimal(30), Decimal(90))})
    assert (way.labour, way.later_labour) == (RATE / 2, RATE * 3 / 2)


def test_it_has_no_source_in_print_and_says_whose_and_how_old_it_is() -> None:
    joined = with_quotes(EXAMPLE, {"7": IVANOV})
    option = joined.options[-1]
    assert joined.source_of(option) == ""
    assert not joined.is_estimate(option)
    assert origin_words(joined, option) == "quote, 2026-11-28"
    assert short_origin(joined, option, {}) == "quote, 2026"
    assert (age_of(joined, option, 2026), age_of(joined, option, 2030)) == (Age.FRESH, Age.AGEING)


def test_the_warranty_is_that_of_the_supplier() -> None:
    joined = with_quotes(NO_GUESSES, {"7": Quote("Ivanov", Decimal(250), "RUB", warranty_months=3)})
    assert "Warranty, as the supplier says: 3 months." in option_lines(compare(joined, RATE)[-1])


def test_tax_and_carriage_are_paid_too_and_what_is_not_known_is_said() -> None:
    """By hand: 100 plus 20 % is 120, and 5.50 for carriage."""
    out = Quote("Leeds", Decimal(100), "RUB", tax=Tax.OUT, carriage=Decimal("5.50"))
    with_tax, without = with_quotes(EXAMPLE, {"1": out}, Decimal(20)), with_quotes(EXAMPLE, {"1": out})
    assert with_tax.options[-1].amounts == (Decimal("125.50"), Decimal("125.50"))
    assert without.options[-1].amounts == (Decimal("105.50"), Decimal("105.50"))
    assert without.options[-1].drawbacks == ("tax comes on top: its rate is not set",)
    assert with_tax.options[-1].drawbacks == ()


def test_another_currency_is_compared_by_a_rate_and_not_without_one() -> None:
    joined = with_quotes(EXAMPLE, {"1": Quote("Leeds", Decimal(6), "GBP")})
    assert compare(joined, RATE)[-1].price is None
    way = compare(joined, RATE, exchange=[POUND])[-1]
    assert way.price == (Decimal(591), Decimal(591))
    assert plain(price_words(joined, way.option)) == "£6"
    assert "Compared at 98.50 ₽ for £1, a rate of 2026-11-28." in plain(" ".join(option_lines(way)))


def test_a_quote_for_a_part_that_the_guide_does_not_have_has_no_estimates() -> None:
    way = compare(with_quotes(EXAMPLE, {"1": Quote("Leeds", Decimal(6), "RUB", part="Latch")}), RATE)[-1]
    assert (way.option.minutes, way.failures) == (0, None)


def test_a_blanked_supplier_has_a_name_all_the_same() -> None:
    assert with_quotes(EXAMPLE, {"1": Quote("", Decimal(6), "RUB")}).options[-1].name == "Blanked supplier"
