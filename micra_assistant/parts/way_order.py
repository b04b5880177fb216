"""In which order ways to get a part are listed: by what the amounts are worth, not by how they are written."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.keeping import keep_middle
from micra_assistant.words import N_, _

_UNKNOWN = Decimal("Infinity")


class WayOrder(StrEnum):
    """What ways are put in order by."""

    GUIDE = "guide"
    PRICE = "price"
    FITTED = "fitted"
    KEPT = "kept"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_WORDS[self])


_WORDS = {
    WayOrder.GUIDE: N_("as in the guide"),
    WayOrder.PRICE: N_("by price"),
    WayOrder.FITTED: N_("by cost fitted"),
    WayOrder.KEPT: N_("by cost over the years"),
}


def in_order(ways: Iterable[Fitted], order: WayOrder, years: int) -> tuple[Fitted, ...]:
    """Return ways in an order, the cheapest first; those whose amount is not known come last, as in the guide."""
    return tuple(ways) if order is WayOrder.GUIDE else tuple(sorted(ways, key=lambda way: _amount(way, order, years)))


def _amount(way: Fitted, order: WayOrder, years: int) -> Decimal:
    if order is WayOrder.KEPT:
        kept = keep_middle(way, years)
        return kept.total if kept else _UNKNOWN
    span = way.price if order is WayOrder.PRICE else way.total
    return span[0] if span else _UNKNOWN
