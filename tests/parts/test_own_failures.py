"""What a workshop's own jobs say of how often a part fails."""

from math import exp

import pytest

from micra_assistant.parts.lifetime import failure_rate
from micra_assistant.parts.own_failures import OwnFailures, learned_rate

QUARTER = 1 - exp(-0.25)
"""A share of which a quarter of a failure comes a year."""


@pytest.mark.parametrize(
    ("failed", "years", "rate"), [(0, 0.0, 0.25), (3, 12.0, 0.25), (0, 12.0, 1 / 16), (9, 6.0, 1.0)]
)
def test_failures_and_years_are_added_to_the_estimate(failed: int, years: float, rate: float) -> None:
    """By hand: (1 + failed) / (1 / 0.25 + years)."""
    assert learned_rate(QUARTER, OwnFailures(14, failed, years)) == pytest.approx(rate)


def test_without_own_jobs_the_estimate_holds() -> None:
    assert learned_rate(QUARTER, None) == pytest.approx(failure_rate(QUARTER))


def test_many_years_count_more_than_any_estimate() -> None:
    own = OwnFailures(1000, 100, 1000.0)
    assert learned_rate(0.01, own) == pytest.approx(learned_rate(0.9, own), rel=0.12)
