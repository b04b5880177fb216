"""How often a way may fail before another is the better one."""

from decimal import Decimal

import pytest

from micra_assistant.parts.breakeven import ALWAYS, pays_below
from micra_assistant.parts.keeping import keep, keep_middle, middle
from micra_assistant.parts.lifetime import failure_rate
from tests.parts.ways import example, way


def limit(name: str, other: str, years: float) -> float:
    """Return the share of one way of the example that may fail before another is the better one."""
    ways = example()
    cost, price = keep_middle(ways[other], years), ways[name].price
    assert cost
    assert price
    return pays_below(ways[name], middle(price), cost.total, years)


@pytest.mark.parametrize(
    ("years", "used", "clean"), [(1, 0.75, 0.68), (2, 0.51, 0.54), (3, 0.40, 0.47), (5, 0.30, 0.42)]
)
def test_the_worked_example(years: int, used: float, clean: float) -> None:
    assert limit("used", "original", years) == pytest.approx(used, abs=0.005)
    assert limit("clean", "analogue", years) == pytest.approx(clean, abs=0.005)


def test_there_both_cost_the_same() -> None:
    ways = example()
    share = limit("used", "original", 3)
    original = keep_middle(ways["original"], 3)
    assert original
    used = keep(ways["used"], Decimal(500), failure_rate(share), 3)
    assert float(used.total) == pytest.approx(float(original.total), abs=0.01)


def test_what_is_dearer_even_if_it_never_fails_never_pays() -> None:
    assert pays_below(way("new", 500, 500), Decimal(500), Decimal(1699), 3) == 0


def test_what_is_cheaper_however_often_it_fails_always_pays() -> None:
    assert pays_below(way("used", 1, 1, 0), Decimal(1), Decimal(100), 3) == ALWAYS
