"""What a way costs over the years, by the worked example and by hand."""

from decimal import Decimal
from typing import Any

import pytest

from micra_assistant.parts.comparison import Minutes, compare
from micra_assistant.parts.keeping import keep, keep_middle, kept_range, middle
from tests.parts.simulated import check, random_car
from tests.parts.ways import RATE, example, option, table, way


@pytest.mark.parametrize(
    ("years", "original", "analogue", "used", "clean"),
    [
        (0, 4450, 2350, 1900, 1275),
        (1, 4512, 2739, 2718, 2159),
        (3, 4797, 3736, 4355, 3926),
        (5, 5225, 4734, 5992, 5694),
    ],
)
def test_the_worked_example(years: int, original: int, analogue: int, used: int, clean: int) -> None:
    costs = [kept and round(kept.total) for kept in (keep_middle(way, years) for way in example().values())]
    assert costs == [original, analogue, used, clean]


def test_the_range_is_that_of_the_price() -> None:
    ranges = [kept_range(way, 3) for way in example().values()]
    assert [ends and tuple(map(round, ends)) for ends in ranges] == [
        (4010, 5585),
        (3209, 4264),
        (3897, 4814),
        (3695, 4157),
    ]


def test_the_make_up_done_by_hand() -> None:
    """Half fail within a year: 0.6931 a year, 1.3863 in two. Without warranty each is bought.

    Part 100; consumables 10; work now 20 min of 1200/h = 400; parts again 100 * 1.3863; work again
    (10 + 90 min = 1800 + visit 50) * 1.3863 = 2578.5.
    """
    parts = table(option("used", 100, 100, 60, fails=50.0, consumables=Decimal(10)), visit=Decimal(50))
    (used,) = compare(parts, RATE, {"used": Minutes(Decimal(20), Decimal(90))})
    kept = keep_middle(used, 2)
    assert kept
    assert [kept.part, kept.consumables, kept.labour] == [100, 10, 400]
    assert [round(kept.later_parts, 2), round(kept.later_work, 1)] == [Decimal("138.63"), Decimal("2578.5")]
    assert kept.total == kept.part + kept.consumables + kept.labour + kept.later_parts + kept.later_work
    assert [kept.failures, kept.bought_again] == pytest.approx([1.3863, 1.3863], abs=1e-4)


def test_within_the_warranty_the_part_is_free_and_the_work_is_not() -> None:
    kept = keep_middle(way("new", 100, 100, fails=50.0, warranty_months=120), 2)
    assert kept
    assert kept.later_parts == 0
    assert kept.later_work > 1600


@pytest.mark.parametrize("unknown", [{}, {"fails": 5.0, "currency": "GBP"}])
def test_what_is_not_known_costs_nothing_that_could_be_said(unknown: dict[str, Any]) -> None:
    assert keep_middle(way("new", 100, 200, **unknown), 2) is None
    assert kept_range(way("new", 100, 200, **unknown), 2) is None


def test_the_first_fitting_needs_no_estimate() -> None:
    assert kept_range(way("new", 100, 200), 0) == (Decimal(1300), Decimal(1400))
    assert middle((Decimal(100), Decimal(200))) == 150


def test_sums_are_safe_at_the_edges() -> None:
    dearest = table(option("new", 999_999_999, 999_999_999, 10**8, fails=99.0, warranty_months=1))
    (new,) = compare(dearest, Decimal(999_999))
    kept = keep(new, Decimal(999_999_999), new.failures or 0, 30)
    assert kept.total.is_finite()
    assert kept.failures == pytest.approx(138.155, abs=1e-3)


@pytest.mark.parametrize("seed", range(30))
def test_it_costs_what_simulated_cars_cost(seed: int) -> None:
    check(random_car(seed), seed)
