"""How often a part is bought again over the years."""

from math import exp, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.parts.lifetime import MOST_YEARS, at_least, failure_rate, purchases


def plainly_at_least(count: int, mean: float) -> float:
    """Return the same by the plain sum, which is good as long as nothing under- or overflows."""
    term = total = exp(-mean)
    for number in range(1, count):
        term *= mean / number
        total += term
    return 1 - total


def test_a_share_within_a_year_is_a_rate() -> None:
    assert failure_rate(0.0) == 0
    assert failure_rate(0.5) == pytest.approx(0.693147)
    assert failure_rate(1e-15) == pytest.approx(1e-15, rel=1e-6, abs=0), "a tiny share is not rounded away"


def test_without_warranty_every_failure_is_bought() -> None:
    assert purchases(0.5, 3, 0) == 1.5


def test_the_example_done_by_hand() -> None:
    """One term each: 1 - exp(-1) = 0.63212; 1 - exp(-0.5) * (1 + 0.5) = 0.09020; the third begins at the end."""
    assert purchases(0.5, 3, 1) == pytest.approx(0.63212 + 0.09020, abs=1e-5)


@pytest.mark.parametrize("warranty", [3, 3.5, 100])
def test_within_the_warranty_nothing_is_bought_again(warranty: float) -> None:
    assert purchases(2.0, 3, warranty) == 0


@given(count=st.integers(1, 60), mean=st.floats(0.01, 40))
def test_the_chance_of_so_many_is_that_of_the_plain_sum(count: int, mean: float) -> None:
    assert isclose(at_least(count, mean), plainly_at_least(count, mean), abs_tol=1e-12, rel_tol=1e-9)


@pytest.mark.parametrize(
    ("count", "mean", "chance"),
    [(1, 1e-300, 1e-300), (50, 1e-3, 0.0), (1, 1e4, 1.0), (10_000, 1e4, 0.5), (2000, 1e3, 0.0)],
)
def test_nothing_overflows_at_the_edges(count: int, mean: float, chance: float) -> None:
    assert at_least(count, mean) == pytest.approx(chance, rel=1e-6, abs=0.002)


def test_a_small_chance_is_not_lost_against_one() -> None:
    """P(N >= 2) of a mean of 1e-9 is half its square; a difference from 1 would have nothing left of it."""
    assert at_least(2, 1e-9) == pytest.approx(5e-19, rel=1e-6, abs=0)


@given(share=st.floats(0, 0.99), years=st.floats(0, MOST_YEARS), warranty=st.floats(0, 10))
def test_a_warranty_saves_and_never_costs(share: float, years: float, warranty: float) -> None:
    rate = failure_rate(share)
    bought = purchases(rate, years, warranty)
    assert 0 <= bought <= rate * years + 1e-9
    assert bought <= purchases(rate, years, warranty / 2) + 1e-9


@pytest.mark.parametrize("warranty", [1e-9, 1e-4, 1 / 365])
def test_a_warranty_of_hardly_any_time_ends_soon_and_hardly_saves(warranty: float) -> None:
    """A year of repeats comes every 1 / rate + warranty, so nearly as many as without."""
    rate = failure_rate(0.99)
    wanted = rate * MOST_YEARS / (1 + rate * warranty)
    assert purchases(rate, MOST_YEARS, warranty) == pytest.approx(wanted, rel=0.001)
