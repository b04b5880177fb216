"""What there is to say of a way to get the part."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.option_words import (
    failing_words,
    option_lines,
    origin_words,
    price_words,
    short_origin,
    warranty_words,
)
from micra_assistant.parts.own_failures import OwnFailures
from tests.parts.ways import RATE, option, plain, table, unknown, way

USED = option("used", 300, 700)
SWITCH = option("switch", 1, 1, currency="GBP", market="UK", priced="one owner", year=2017, source="owners")
DEALER = option("dealer", 140, 140, currency="GBP", with_work=True)
CLEAN = option("clean", 0, 150, source="meters")
PAD = unknown("pad")
PARTS = table(USED, SWITCH, DEALER, CLEAN, PAD)
SOURCES = {
    "versa": Source("Manual", SourceKind.MANUAL, Scope.SISTER, Confidence.HIGH),
    "meters": Source("Our estimate", SourceKind.PRACTICE, Scope.GENERAL, Confidence.LOW),
}


def test_a_price_is_in_its_own_currency_and_says_when_it_is_more_than_a_price() -> None:
    prices = [plain(price_words(PARTS, found)) for found in PARTS.options]
    assert prices == ["300 – 700 ₽", "£1", "£140 with the work", "0 – 150 ₽", "not known"]


def test_a_price_that_was_named_stays_as_it_was_named() -> None:
    (quoted,) = table(option("quoted", 1, 1, currency="EUR")).options
    exact = replace(quoted, price=(Decimal("1200.5"), Decimal("1200.5")))
    assert plain(price_words(PARTS, exact)) == "1 200.50 €"


def test_each_price_says_where_and_when_it_was_true_or_that_it_is_ours() -> None:
    origins = [origin_words(PARTS, found) for found in PARTS.options]
    assert origins == ["Russia, 2026", "UK, one owner", "Russia, 2026", "our estimate", ""]


def test_in_a_cell_the_badge_of_the_source_is_before_it() -> None:
    origins = [short_origin(PARTS, found, SOURCES) for found in PARTS.options]
    assert origins == ["M≈ Russia, undated", "UK, 2017", "M≈ Russia, undated", "P*?? our estimate", ""]


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (None, "Warranty not known: counted as none."),
        (0, "No warranty, our estimate."),
        (1, "Warranty 1 month, our estimate."),
        (24, "Warranty 24 months, our estimate."),
    ],
)
def test_a_warranty_is_an_estimate_or_not_known(months: int | None, words: str) -> None:
    assert warranty_words(option("new", 1, 1, warranty_months=months)) == words


def test_how_often_it_fails_is_an_estimate_until_the_shop_has_counted() -> None:
    guessed, nobody = way("used", 1, 1, fails=35.0), way("used", 1, 1)
    (counted,) = compare(table(option("used", 1, 1, fails=35.0)), RATE, own={"used": OwnFailures(14, 3, 20.0)})
    assert [failing_words(found) for found in (guessed, counted, nobody)] == [
        "35 in 100 fail within a year: our estimate, nobody has counted.",
        "Failed: 3 of 14 here.",
        "How often it fails, nobody knows.",
    ]


def test_what_there_is_to_say_beside_the_note() -> None:
    told = way(
        "used",
        1,
        1,
        fails=35.0,
        warranty_months=0,
        delivery="three weeks",
        before_paying=("plug", "number on the case"),
    )
    assert option_lines(told) == (
        "Before you pay: plug; number on the case.",
        "Delivery: three weeks.",
        "No warranty, our estimate.",
        "35 in 100 fail within a year: our estimate, nobody has counted.",
    )
    assert option_lines(way("used", 1, 1)) == ("Warranty, and how often it fails: not known.",)
