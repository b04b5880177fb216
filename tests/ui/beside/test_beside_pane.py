"""The right-hand side: the picture, and what the marked reading says."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.jobs.reading_scale import BandKind
from micra_assistant.ui.beside.meter_scale import MeterScale
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.ui.hands import Hands, settle

pytestmark = pytest.mark.thorough

Key = Qt.Key


def kind_of(scale: MeterScale) -> BandKind | None:
    """Return what the scale says of the value, None if it has no place there."""
    return scale.band.kind if scale.band else None


def test_it_has_the_picture_of_the_step(hands: Hands) -> None:
    beside = hands.window.body.step.beside
    (picture,) = beside.findChildren(DiagramView)
    assert (picture.isVisible(), beside.scale.isVisible()) == (True, False)
    assert picture.width() > 350


def test_all_of_the_picture_is_seen_however_wide_and_low_the_window(hands: Hands) -> None:
    hands.window.frame.resize(3400, 700)
    settle()
    (picture,) = hands.window.body.step.beside.findChildren(DiagramView)
    assert picture.width() > 700
    assert picture.visibleRegion().boundingRect().height() == picture.height() > 240


def test_the_picture_is_as_large_in_other_colours(hands: Hands) -> None:
    beside = hands.window.body.step.beside
    (before,) = (picture.size() for picture in beside.findChildren(DiagramView))
    hands.press(Key.Key_F9)
    assert [picture.size() for picture in beside.findChildren(DiagramView)] == [before]


def test_the_words_take_the_width_of_a_step_with_neither_picture_nor_reading(hands: Hands) -> None:
    wide = hands.window.body.step.width()
    hands.turn(1)
    assert not hands.window.body.step.beside.isVisible()
    assert hands.window.body.step.width() > wide + 300


def test_a_marked_reading_has_a_scale_that_follows_what_is_typed(hands: Hands) -> None:
    hands.press(Key.Key_Down)
    scale = hands.window.body.step.beside.scale
    assert (hands.marked, scale.isVisible(), scale.band) == ("battery", True, None)
    assert scale.accessibleDescription() == "bad: 12.4\u00a0V or less; good: 12.4 to 13\u00a0V; bad: 13\u00a0V or more"
    hands.tap(hands.field("battery"))
    hands.type("12", then=Key.Key_Shift)
    assert kind_of(scale) is BandKind.BAD
    assert scale.accessibleDescription().endswith("12\u00a0V is bad")
    hands.type(".6", then=Key.Key_Shift)
    assert kind_of(scale) is BandKind.GOOD


def test_limits_are_as_short_as_beside_the_field(hands: Hands) -> None:
    hands.tap(hands.field("released"))
    scale = hands.window.body.step.beside.scale
    assert scale.accessibleDescription() == "bad: 1\u00a0MΩ or less; good: 1\u00a0MΩ or more"
    assert "1 MΩ or more" in hands.text


def test_a_value_that_waits_for_another_has_no_place_on_the_scale(hands: Hands) -> None:
    hands.press(Key.Key_PageDown, Key.Key_PageDown)
    hands.fill_in("pressed", "1.2")
    hands.press(Key.Key_Down, Key.Key_Up)
    hands.tap(hands.field("pressed"))
    scale = hands.window.body.step.beside.scale
    assert kind_of(scale) is None
    hands.fill_in("leads", "0.3")
    hands.tap(hands.field("pressed"))
    assert kind_of(scale) is BandKind.GOOD


def test_a_reading_stays_on_its_scale_while_ticks_are_marked_and_goes_with_its_value(hands: Hands) -> None:
    hands.fill_in("battery", "12")
    hands.press(Key.Key_Up)
    scale = hands.window.body.step.beside.scale
    assert (hands.marked, scale.isVisible(), kind_of(scale)) == ("doors", True, BandKind.BAD)
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert kind_of(scale) is None
    hands.press(Key.Key_PageDown, Key.Key_PageUp)
    assert not scale.isVisible()
