"""What the chart shows of the cost against the years that the car is kept: the same for screen and paper."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import ceil, log10

from msgspec import Struct

from micra_assistant.parts.comparison import Fitted, left_by_readings
from micra_assistant.parts.keeping import keep, middle

_POINTS_PER_YEAR = 12
_CLOSE = 1 / 1024
"""Years; two crossings nearer than this are one."""
_STEPS = (1, 2, 5, 10)
_LEAST_YEARS = 5


class Curve(Struct, frozen=True):
    """The cost of one way, as points of years and amount; ``number`` is its place, by which lines are told apart."""

    number: int
    option: str
    name: str
    points: tuple[tuple[float, float], ...]


class Crossing(Struct, frozen=True):
    """Where another way becomes the cheapest: ids of options before and after."""

    years: float
    amount: float
    before: str
    after: str


class CostChart(Struct, frozen=True):
    """Curves from 0 to ``years``, where the cheapest changes, and the amounts at the marks of the upright axis."""

    years: int
    curves: tuple[Curve, ...]
    crossings: tuple[Crossing, ...]
    marks: tuple[int, ...]


def chart_years(kept: int) -> int:
    """Return how many years a chart shows for a car that is kept so many."""
    return max(_LEAST_YEARS, kept)


def cost_chart(ways: Iterable[Fitted], years: int) -> CostChart:
    """Return the chart of those ways to get one part whose price is known and that have an estimate of failing.

    What readings of the car rule out has no line, unless that is all there is.
    """
    ways = tuple(ways)
    known = tuple(_all_known(left_by_readings(ways) or ways))
    curves = tuple(_curve(number, way, years) for number, way in enumerate(known))
    top = max((amount for curve in curves for _years, amount in curve.points), default=0.0)
    return CostChart(years, curves, tuple(_all_crossings(known, years)), marks_up_to(top))


def marks_up_to(top: float) -> tuple[int, ...]:
    """Return three to seven round amounts from 0 up, the last at or above ``top``."""
    if top <= 0:
        return (0, 1)
    magnitude = 10 ** max(0, int(log10(max(top / 5, 1))))
    step = next(step * magnitude for step in _STEPS if step * magnitude * 5 >= top)
    return tuple(range(0, step * ceil(top / step) + 1, step))


def spread(heights: Sequence[float], least: float) -> list[float]:
    """Return heights for the labels at the ends of lines, in the same order, each at least ``least`` from the next.

    Those too near are pushed up, and all moved down again by what that is on average.
    """
    order = sorted(range(len(heights)), key=heights.__getitem__)
    placed = list(heights)
    for below, above in pairwise(order):
        placed[above] = max(placed[above], placed[below] + least)
    pushed = sum(placed) - sum(heights)
    return [height - pushed / len(placed) for height in placed]


class _Known(Struct, frozen=True):
    """A way of which all is known that its cost is worked out from."""

    way: Fitted
    price: Decimal
    rate: float

    def cost(self, years: float) -> Decimal:
        return keep(self.way, self.price, self.rate, years).total


def _all_known(ways: Iterable[Fitted]) -> Iterator[_Known]:
    for way in ways:
        if way.price and way.failures is not None:
            yield _Known(way, middle(way.price), way.failures)


def _curve(number: int, known: _Known, years: int) -> Curve:
    moments = (count / _POINTS_PER_YEAR for count in range(years * _POINTS_PER_YEAR + 1))
    points = tuple((moment, float(known.cost(moment))) for moment in moments)
    return Curve(number, known.way.option.id, known.way.option.name, points)


def _all_crossings(ways: Sequence[_Known], years: int) -> Iterator[Crossing]:
    """Yield where the cheapest changes; where two lines cross above a third is noise."""
    if ways:
        for count in range(years * _POINTS_PER_YEAR):
            yield from _crossings(ways, count / _POINTS_PER_YEAR, (count + 1) / _POINTS_PER_YEAR)


def _crossings(ways: Sequence[_Known], begin: float, end: float) -> Iterator[Crossing]:
    before, after = _cheapest(ways, begin), _cheapest(ways, end)
    if before is after:
        return
    half = (begin + end) / 2
    if end - begin < _CLOSE:
        yield Crossing(half, float(after.cost(half)), before.way.option.id, after.way.option.id)
        return
    yield from _crossings(ways, begin, half)
    yield from _crossings(ways, half, end)


def _cheapest(ways: Sequence[_Known], years: float) -> _Known:
    return min(ways, key=lambda known: known.cost(years))
