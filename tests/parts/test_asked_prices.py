"""The way like a chosen quote costs what the supplier asks, wherever that is reckoned with."""

from datetime import date
from decimal import Decimal

from micra_assistant.parts.asked_prices import as_asked
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.parts.joined_quotes import quote_option_id, with_quotes
from micra_assistant.parts.option_limits import Span
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from tests.parts.ways import option, table, unknown

GUIDE = table(option("used", 300, 700), unknown("pad"))
POUND = ExchangeRate("GBP", Decimal(100), "RUB", date(2026, 11, 28))
USED = {"1": Quote("Ivanov", Decimal(450), "RUB", OptionKind.USED)}


def prices(quotes: dict[str, Quote], chosen: str, *rates: ExchangeRate) -> list[Span | None]:
    """Return what the ways of the guide cost."""
    asked = as_asked(GUIDE, with_quotes(GUIDE, quotes), chosen, rates)
    assert [way.id for way in asked.options] == ["used", "pad"]
    return [way.amounts for way in asked.options]


def test_the_chosen_quote_is_the_price_of_the_way_like_it() -> None:
    assert prices(USED, quote_option_id("1")) == [(Decimal(450), Decimal(450)), None]


def test_what_was_not_chosen_changes_nothing() -> None:
    assert prices(USED, "used") == prices(USED, "") == [(Decimal(300), Decimal(700)), None]


def test_a_quote_of_another_kind_changes_nothing() -> None:
    other = {"1": Quote("Ivanov", Decimal(450), "RUB", OptionKind.ANALOGUE)}
    assert prices(other, quote_option_id("1")) == [(Decimal(300), Decimal(700)), None]


def test_another_currency_is_exchanged_or_left() -> None:
    pounds = {"1": Quote("Leeds", Decimal(6), "GBP", OptionKind.REPAIR)}
    assert prices(pounds, quote_option_id("1")) == [(Decimal(300), Decimal(700)), None]
    pounds = {"1": Quote("Leeds", Decimal(6), "GBP", OptionKind.USED)}
    assert prices(pounds, quote_option_id("1"), POUND) == [(Decimal(600), Decimal(600)), None]
    assert prices(pounds, quote_option_id("1")) == [(Decimal(300), Decimal(700)), None]


def test_what_had_no_price_has_one_then() -> None:
    pad = {"1": Quote("Ivanov", Decimal(75), "RUB", OptionKind.REPAIR)}
    assert prices(pad, quote_option_id("1")) == [(Decimal(300), Decimal(700)), (Decimal(75), Decimal(75))]
