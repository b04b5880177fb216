"""Which way comes cheapest over the years."""

import pytest

from micra_assistant.parts.breakeven import ALWAYS
from micra_assistant.parts.recommending import recommend
from tests.parts.ways import example, way


@pytest.mark.parametrize(
    ("years", "cheapest", "runner_up"),
    [
        (0, "clean", "used"),
        (1, "clean", "used"),
        (2.4, "clean", "analogue"),
        (3, "analogue", "clean"),
        (5, "analogue", "original"),
    ],
)
def test_the_cheapest_of_the_worked_example(years: float, cheapest: str, runner_up: str) -> None:
    found = recommend(example().values(), years)
    assert found
    assert found.runner_up
    assert (found.cheapest.option.id, found.runner_up.option.id) == (cheapest, runner_up)


def test_the_limit_is_that_against_the_runner_up() -> None:
    found = recommend(example().values(), 3)
    assert found
    assert found.pays_below == pytest.approx(0.225, abs=0.001)


def test_ranges_that_overlap_are_noticed_and_others_not() -> None:
    near = recommend([way("a", 100, 300, fails=1.0), way("b", 299, 400, fails=1.0)], 1)
    far = recommend([way("a", 100, 300, fails=1.0), way("b", 301, 400, fails=1.0)], 1)
    assert [near and near.overlaps, far and far.overlaps] == [True, False]


def test_what_cannot_be_compared_is_left_out_and_said() -> None:
    known, unrated, foreign = way("a", 100, 300, fails=1.0), way("b", 1, 1), way("c", 1, 1, currency="GBP", fails=1.0)
    found = recommend([unrated, known, foreign], 1)
    assert found
    assert (found.cheapest, found.runner_up, found.left_out) == (known, None, (unrated, foreign))
    assert (found.pays_below, found.overlaps) == (ALWAYS, False)


def test_of_nothing_known_nothing_is_recommended() -> None:
    assert recommend([way("b", 1, 1)], 1) is None
    assert recommend([], 0) is None
