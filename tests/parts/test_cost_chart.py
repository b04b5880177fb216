"""What the chart of the cost against the years shows."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.parts.cost_chart import cost_chart, marks_up_to, spread
from micra_assistant.parts.keeping import keep_middle
from tests.parts.ways import example, way


def test_curves_go_from_the_first_fitting_to_the_last_year() -> None:
    chart = cost_chart(example().values(), 5)
    assert [(curve.number, curve.option) for curve in chart.curves] == [
        (0, "original"),
        (1, "analogue"),
        (2, "used"),
        (3, "clean"),
    ]
    ends = [(curve.points[0], curve.points[-1]) for curve in chart.curves]
    assert [(begin[0], round(begin[1]), end[0], round(end[1])) for begin, end in ends] == [
        (0, 4450, 5, 5225),
        (0, 2350, 5, 4734),
        (0, 1900, 5, 5992),
        (0, 1275, 5, 5694),
    ]


def test_only_where_the_cheapest_changes_is_a_crossing() -> None:
    """Used and original cross too, and used and analogue, but all above the cheapest."""
    (crossing,) = cost_chart(example().values(), 5).crossings
    assert (crossing.before, crossing.after) == ("clean", "analogue")
    ways = example()
    clean, analogue = (keep_middle(ways[name], crossing.years) for name in ("clean", "analogue"))
    assert clean
    assert analogue
    assert [float(clean.total), float(analogue.total)] == pytest.approx([crossing.amount] * 2, abs=1)
    assert crossing.years == pytest.approx(2.5, abs=0.01)


def test_three_cheapest_after_one_another_are_two_crossings() -> None:
    cheap = way("cheap", 0, 0, 0, fails=90.0, consumables=Decimal(100))
    chart = cost_chart([cheap, way("some", 400, 400, 0, fails=20.0), way("dear", 1500, 1500, 0, fails=1.0)], 30)
    assert [(crossing.before, crossing.after) for crossing in chart.crossings] == [("cheap", "some"), ("some", "dear")]


def test_what_nobody_knows_has_no_curve() -> None:
    chart = cost_chart([way("unrated", 1, 1)], 5)
    assert (chart.curves, chart.crossings, chart.marks) == ((), (), (0, 1))


@pytest.mark.parametrize(
    ("top", "marks"),
    [
        (6000, (0, 2000, 4000, 6000)),
        (5992, (0, 2000, 4000, 6000)),
        (10, (0, 2, 4, 6, 8, 10)),
        (3, (0, 1, 2, 3)),
        (0.4, (0, 1)),
        (4999, (0, 1000, 2000, 3000, 4000, 5000)),
    ],
)
def test_marks_are_round(top: float, marks: tuple[int, ...]) -> None:
    assert marks_up_to(top) == marks


@given(st.floats(0.01, 1e12))
def test_marks_are_few_and_reach_the_top(top: float) -> None:
    marks = marks_up_to(top)
    assert marks[-1] >= top
    assert 2 <= len(marks) <= 7


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=8))
def test_labels_keep_their_order_and_a_line_apart(heights: list[float]) -> None:
    placed = sorted(zip(heights, spread(heights, 12), strict=True))
    assert all(above - below >= 12 - 1e-9 for (_, below), (_, above) in pairwise(placed))


def test_labels_that_are_far_apart_stay() -> None:
    assert spread([100, 0, 50], 12) == [100, 0, 50]
    assert spread([50, 50], 12) == [44, 56]
