"""What each option costs once it is fitted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.parts.comparison import Minutes, by_part, compare, fitted_words
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.own_failures import OwnFailures
from tests.parts.ways import option, plain, table, unknown


def drawn(parts: PartsTable, rate: int) -> list[str]:
    """Return each option with its fitted price as a price tag shows it."""
    return [plain(f"{fitted.option.name}: {fitted_words(fitted, 'RUB')}") for fitted in compare(parts, Decimal(rate))]


def test_labour_is_added_to_each_end() -> None:
    parts = table(option("original", 2500, 4000, 60), option("used", 300, 700, 70), option("clean", 0, 150, 0))
    assert drawn(parts, 1200) == [
        "Original: 3 700 – 5 200 ₽",
        "Used: 1 700 – 2 100 ₽",
        "Clean: 0 – 150 ₽",
    ]
    assert drawn(parts, 0) == ["Original: 2 500 – 4 000 ₽", "Used: 300 – 700 ₽", "Clean: 0 – 150 ₽"]


def test_a_third_of_an_hour_loses_nothing_that_can_be_seen() -> None:
    assert drawn(table(option("used", 0, 0, 20)), 100) == ["Used: 33 ₽"]


@given(low=st.integers(0, 10**8), more=st.integers(0, 10**8), minutes=st.integers(0, 10**6), rate=st.integers(0, 10**6))
def test_fitted_is_part_and_labour(low: int, more: int, minutes: int, rate: int) -> None:
    (fitted,) = compare(table(option("used", low, low + more, minutes)), Decimal(rate))
    labour = rate * minutes / 60
    assert fitted.total
    assert [float(fitted.labour), *map(float, fitted.total)] == pytest.approx(
        [labour, low + labour, low + more + labour]
    )


def test_of_the_first_fitting_only_what_is_left_is_work_and_of_later_ones_all() -> None:
    minutes = {"used": Minutes(left=Decimal(15), whole=Decimal(90))}
    used, clean = compare(table(option("used", 0, 0, 60), option("clean", 0, 0, 60)), Decimal(1200), minutes)
    assert [used.labour, used.later_labour] == [300, 1800]
    assert [clean.labour, clean.later_labour] == [1200, 1200], "where no minutes are handed in, those of the table hold"


def test_a_price_with_the_work_needs_no_more_of_it() -> None:
    minutes = {"dealer": Minutes(left=Decimal(15), whole=Decimal(90))}
    (dealer,) = compare(table(option("dealer", 140, 140, 60, with_work=True)), Decimal(1200), minutes)
    assert dealer.total == (Decimal(140), Decimal(140))
    assert dealer.later_labour == 0


def test_consumables_are_part_of_the_total() -> None:
    (clean,) = compare(table(option("clean", 10, 20, 0, consumables=Decimal(5))), Decimal(0))
    assert clean.total == (Decimal(15), Decimal(25))


def test_what_is_not_known_in_the_currency_of_the_table_has_no_total() -> None:
    parts = table(option("used", 300, 700), option("switch", 1, 1, currency="GBP"), unknown("pad"))
    assert drawn(parts, 0) == ["Used: 300 – 700 ₽", "Switch: not in ₽", "Pad: not known"]


def test_own_jobs_change_how_often_it_is_expected_to_fail() -> None:
    parts = table(option("used", 0, 0, fails=35.0), option("pad", 0, 0))
    used, pad = compare(parts, Decimal(0), own={"used": OwnFailures(14, 3, 20.0)})
    assert used.failures == pytest.approx(4 / (1 / 0.43078 + 20), rel=1e-4)
    assert used.own == OwnFailures(14, 3, 20.0)
    assert pad.failures is None, "nobody has even an estimate"


def test_only_ways_to_get_the_same_part_are_compared() -> None:
    parts = table(option("used", 0, 0), option("latch", 0, 0, part="Latch"), option("new", 0, 0))
    groups = by_part(parts, compare(parts, Decimal(0)))
    assert {part: [way.option.id for way in ways] for part, ways in groups.items()} == {
        "Button": ["used", "new"],
        "Latch": ["latch"],
    }
