"""The chart on the screen: its lines are told apart without colour, and it says in words what it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from micra_assistant.parts.comparison import compare
from micra_assistant.parts.cost_chart import chart_years, cost_chart
from micra_assistant.ui.parts.cost_curves import CostCurves
from micra_assistant.ui.parts.curve_pens import curve_pen, draw_sample
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.parts.ways import EXAMPLE, RATE

LOOK = Look(load_theme(ThemeName.LIGHT))


def grey(picture: QPixmap) -> QImage:
    """Return a picture without its colours."""
    return picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_lines_differ_by_their_dashes() -> None:
    dashes = [tuple(curve_pen(number, LOOK).dashPattern()) for number in range(7)]
    assert len({*dashes}) == len(dashes)


def test_a_sample_beside_a_name_is_the_line_of_the_chart() -> None:
    samples = [drawn_sample(number) for number in range(3)]
    assert all(one != other for place, one in enumerate(samples) for other in samples[:place])


def drawn_sample(number: int) -> QImage:
    """Return the sample of a line, without its colours."""
    picture = QPixmap(30, 20)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw_sample(painter, picture.rect(), number, LOOK)
    painter.end()
    return grey(picture)


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("years", [1, 3, 5, 10])
def test_the_years_are_drawn_and_all_is_within_the_chart(qtbot: QtBot, theme: ThemeName, years: int) -> None:
    chart = CostCurves(Look(load_theme(theme), 1.5))
    qtbot.addWidget(chart)
    chart.resize(300, 345)
    blank = chart.grab().toImage()
    chart.show_chart(cost_chart(compare(EXAMPLE, RATE), chart_years(years)), "RUB", years, "said")
    drawn = chart.grab().toImage()
    assert drawn != blank
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Cost over the years", "said")
    margin = drawn.copy(0, 0, drawn.width(), 2)
    assert margin == blank.copy(0, 0, blank.width(), 2)
