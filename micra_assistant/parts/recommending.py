"""Which way to get a part comes cheapest over the years, and how sure that is."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from micra_assistant.parts.breakeven import ALWAYS, pays_below
from micra_assistant.parts.comparison import Fitted, left_by_readings
from micra_assistant.parts.keeping import keep_middle, kept_range, middle


class Recommendation(Struct, frozen=True):
    """The cheapest way for a car that is kept so many ``years``, and its runner-up, None if nothing compares.

    Attributes:
        total: what the cheapest costs at the middle of its price.
        pays_below: the share of it that may fail within a year before the runner-up is the better one.
        overlaps: whether the runner-up is the cheaper one at other prices within their ranges.
        left_out: ways that cannot be compared over the years: nobody knows their price or how often they fail.
        ruled_out: ways that readings of this car rule out, which are not compared.
    """

    years: float
    cheapest: Fitted
    total: Decimal
    runner_up: Fitted | None
    pays_below: float
    overlaps: bool
    left_out: tuple[Fitted, ...]
    ruled_out: tuple[Fitted, ...] = ()


def recommend(ways: Iterable[Fitted], years: float) -> Recommendation | None:
    """Return which of several ways to get one part comes cheapest of those that readings of the car do not rule out.

    None if none of them can be worked out.
    """
    every = tuple(ways)
    ways = left_by_readings(every)
    costs = {way.option.id: kept.total for way in ways if (kept := keep_middle(way, years))}
    ranked = sorted((way for way in ways if way.option.id in costs), key=lambda way: costs[way.option.id])
    if not ranked:
        return None
    cheapest, runner_up = ranked[0], ranked[1] if len(ranked) > 1 else None
    return Recommendation(
        years=years,
        cheapest=cheapest,
        total=costs[cheapest.option.id],
        runner_up=runner_up,
        pays_below=_limit(cheapest, costs[runner_up.option.id], years) if runner_up else ALWAYS,
        overlaps=runner_up is not None and _overlap(cheapest, runner_up, years),
        left_out=tuple(way for way in ways if way.option.id not in costs),
        ruled_out=tuple(way for way in every if way.is_ruled_out),
    )


def _limit(cheapest: Fitted, other: Decimal, years: float) -> float:
    return pays_below(cheapest, middle(cheapest.price), other, years) if cheapest.price and years > 0 else ALWAYS


def _overlap(cheapest: Fitted, runner_up: Fitted, years: float) -> bool:
    one, other = kept_range(cheapest, years), kept_range(runner_up, years)
    return bool(one and other and other[0] < one[1])
