"""How often the one of two ways may fail before the other is the better one: solved, not read off."""

from decimal import Decimal

from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.keeping import keep
from micra_assistant.parts.lifetime import failure_rate

ALWAYS = 1.0
"""The share that is no limit: it pays however often it fails."""

_MOST_SHARE = 0.999
_HALVINGS = 30


def pays_below(way: Fitted, price: Decimal, limit: Decimal, years: float) -> float:
    """Return which share of a way may fail within a year so that, kept so many years, it costs no more than ``limit``.

    ``price`` is what the part costs each time, ``limit`` what the other way costs over the same years. The cost only
    grows with the share, so it is halved into: ``ALWAYS`` if it is within the limit even if 999 in 1,000 fail, 0 if it
    is not even if none does.
    """

    def pays(share: float) -> bool:
        return keep(way, price, failure_rate(share), years).total <= limit

    if pays(_MOST_SHARE):
        return ALWAYS
    low, high = 0.0, _MOST_SHARE
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        low, high = (half, high) if pays(half) else (low, half)
    return low
