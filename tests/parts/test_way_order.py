"""Ways are put in order by what amounts are worth."""

from micra_assistant.parts.comparison import compare
from micra_assistant.parts.way_order import WayOrder, in_order
from tests.parts.ways import EXAMPLE, RATE, option, table, unknown


def names(order: WayOrder, years: int) -> list[str]:
    """Return the worked example in an order."""
    return [way.option.id for way in in_order(compare(EXAMPLE, RATE), order, years)]


def test_each_order() -> None:
    assert names(WayOrder.GUIDE, 3) == ["original", "analogue", "used", "clean"]
    assert names(WayOrder.PRICE, 3) == ["clean", "used", "analogue", "original"]
    assert names(WayOrder.FITTED, 3) == ["clean", "used", "analogue", "original"]
    assert names(WayOrder.KEPT, 3) == ["analogue", "clean", "used", "original"]
    assert names(WayOrder.KEPT, 5) == ["analogue", "original", "clean", "used"]


def test_nine_is_less_than_a_hundred_and_what_is_not_known_is_last() -> None:
    ways = compare(table(unknown("pad"), option("dear", 100, 100), option("cheap", 9, 9)), RATE)
    for order in (WayOrder.PRICE, WayOrder.FITTED):
        assert [way.option.id for way in in_order(ways, order, 3)] == ["cheap", "dear", "pad"]


def test_every_order_has_a_name() -> None:
    assert len({order.words for order in WayOrder}) == len(WayOrder)
