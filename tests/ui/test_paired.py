"""Guide, checklist panel and parts table in one window; head and CAR NOW leave the rest its room."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.parts.parts_dock import PartsDock
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.painted_text import painted_texts

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def place_of(hands: Hands, widget: QWidget) -> QRect:
    """Return where a widget lies in the window; it must be in sight, and whole."""
    place = QRect(widget.mapTo(hands.window, QPoint()), widget.size())
    assert widget.isVisible()
    assert hands.window.rect().contains(place)
    return place


def test_guide_checklist_panel_and_parts_table_are_in_sight_at_once(hands: Hands) -> None:
    body = hands.window.body
    assert not body.parts.isVisible()
    hands.press(Key.Key_F4)
    (dock,) = body.findChildren(PartsDock)
    step, route, parts = (place_of(hands, part) for part in (body.step, body.route, dock))
    assert not any(one.intersects(other) for one, other in combinations((step, route, parts), 2))
    assert not body.route.is_folded
    assert {"Checklist", "Look at the car"} <= set(hands.text.splitlines())
    assert body.checklist.marked_row is not None
    marked = place_of(hands, body.checklist.marked_row)
    assert step.contains(marked)
    hands.press(Key.Key_F4)
    assert not body.parts.isVisible()


def test_two_ways_can_be_compared_and_chosen_below_the_step(hands: Hands) -> None:
    hands.press(Key.Key_F4)
    (dock,) = hands.window.body.findChildren(PartsDock)
    room = dock.viewport()
    for row in hands.window.body.parts.rows[:2]:
        amounts = [text for text in painted_texts(row) if text.words in (row.shown.price, row.shown.fitted)]
        assert len(amounts) == 2
        parts = [*(text.room.toRect() for text in amounts), row.choose.geometry()]
        assert all(room.rect().contains(part.translated(row.mapTo(room, QPoint()))) for part in parts)


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("larger", [0, 9])
@pytest.mark.parametrize("size", [(800, 600), (1024, 600), (1366, 768), (1920, 1080)])
def test_head_and_car_now_take_little_of_the_height(workshop: Workshop, size: tuple[int, int], larger: int) -> None:
    hands = workshop.open(*size)
    hands.press(*[Key.Key_Plus] * larger, held=CONTROL)
    settle()
    body = hands.window.body
    head, strip = place_of(hands, body.header), place_of(hands, body.strip)
    assert head.bottom() + 1 == strip.top()
    assert head.height() + strip.height() <= 0.22 * hands.window.height()
    assert strip.height() >= body.strip.fontMetrics().height()


@pytest.mark.walk(first=4)
@pytest.mark.parametrize(
    ("size", "larger"),
    [
        *((size, larger) for size in ((800, 600), (1024, 600), (1366, 768), (1920, 1080)) for larger in (0, 20)),
        *((size, 0) for size in ((640, 360), (1080, 1920), (3840, 2160), (5120, 1440))),
    ],
)
def test_head_car_now_and_foot_take_no_more_than_two_fifths_of_the_height(
    workshop: Workshop, size: tuple[int, int], larger: int
) -> None:
    hands = workshop.open(*size)
    hands.press(*[Key.Key_Plus] * larger, held=CONTROL)
    settle()
    body = hands.window.body
    head, strip, foot = (place_of(hands, part) for part in (body.header, body.strip, body.foot))
    assert head.height() + strip.height() + foot.height() <= 0.4 * hands.window.height()
    assert foot.bottom() == hands.window.rect().bottom()


def test_the_strip_is_one_line_of_48_pixels_whatever_is_open(hands: Hands) -> None:
    strip, step = hands.window.body.strip, hands.window.body.step
    before = (strip.geometry(), step.geometry().top())
    assert strip.height() == 48
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.tap(hands.row("panel"))
    hands.window.frame.resize(640, 768)
    settle()
    assert (strip.height(), hands.button("+").text()) == (48, "+1")
    hands.window.frame.resize(1366, 768)
    settle()
    assert (strip.geometry(), step.geometry().top()) == before


def test_power_stands_first_however_late_it_went(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    assert hands.window.body.strip.words == "negative off, clips out · 11\u00a0clips"
    hands.tap(hands.row("negative-on"))
    assert hands.window.body.strip.words == "clips out · 11\u00a0clips"


def test_a_message_lies_over_neither_head_nor_strip_nor_the_marked_line(hands: Hands) -> None:
    body = hands.window.body
    hands.press(Key.Key_PageDown)
    hands.tap(hands.row("panel"))
    assert hands.said == "First: Negative off"
    assert body.checklist.marked_row is not None
    said = place_of(hands, body.messages)
    for part in (body.header, body.strip, body.checklist.marked_row):
        assert not said.intersects(place_of(hands, part))


@pytest.mark.parametrize("larger", [0, 9])
def test_the_parts_table_scrolls_where_the_window_is_too_low_for_all_of_it(workshop: Workshop, larger: int) -> None:
    hands = workshop.open(1024, 480)
    hands.press(*[Key.Key_Plus] * larger, held=CONTROL)
    hands.open_parts()
    settle()
    panel = hands.window.body.parts
    assert panel.height() >= panel.heightForWidth(panel.width())
    (dock,) = hands.window.body.findChildren(PartsDock)
    step = place_of(hands, hands.window.body.step)
    assert not place_of(hands, dock).intersects(step)
