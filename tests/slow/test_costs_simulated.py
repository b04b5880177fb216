"""What ways cost over the years, held against a thousand kinds of simulated cars."""

import pytest

from tests.parts.simulated import check, random_car

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("hundred", range(10))
def test_a_hundred_ways_cost_what_simulated_cars_cost(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        check(random_car(seed), seed)
