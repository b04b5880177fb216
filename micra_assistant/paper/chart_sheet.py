"""The chart of what ways cost over the years, as data for paper: the same curves as on the screen."""

from collections.abc import Sequence

from msgspec import Struct

from micra_assistant.parts.comparison import Fitted
from micra_assistant.parts.cost_chart import CostChart, chart_years, cost_chart, spread
from micra_assistant.parts.cost_words import crossing_words
from micra_assistant.parts.money import about

_LABEL = 0.075
"""The height of a label at the end of a line, as a share of that of the chart."""


class SheetCurve(Struct, frozen=True):
    """One line: its name, which stands at the height ``label``, and points of years and amount."""

    name: str
    label: float
    points: tuple[tuple[float, float], ...]


class SheetCrossing(Struct, frozen=True):
    """Where another way becomes the cheapest, and that in words."""

    years: float
    amount: float
    words: str


class SheetChart(Struct, frozen=True):
    """The lines, the crossings of the cheapest, and the upright axis: amounts and their words, the last at the top."""

    years: int
    curves: tuple[SheetCurve, ...]
    crossings: tuple[SheetCrossing, ...]
    marks: tuple[tuple[float, str], ...]


def sheet_chart(ways: Sequence[Fitted], currency: str, kept_years: int) -> SheetChart | None:
    """Return the chart of the ways to get one part, None if fewer than two of them can be compared."""
    chart = cost_chart(ways, chart_years(kept_years))
    if len(chart.curves) < 2:
        return None
    top = chart.marks[-1]
    labels = spread([curve.points[-1][1] for curve in chart.curves], top * _LABEL)
    return SheetChart(
        years=chart.years,
        curves=tuple(
            SheetCurve(curve.name, label, curve.points) for curve, label in zip(chart.curves, labels, strict=True)
        ),
        crossings=tuple(_crossings(chart)),
        marks=tuple((float(mark), about(mark, currency)) for mark in chart.marks),
    )


def _crossings(chart: CostChart) -> list[SheetCrossing]:
    told = zip(chart.crossings, crossing_words(chart), strict=True)
    return [SheetCrossing(crossing.years, crossing.amount, words) for crossing, words in told]
