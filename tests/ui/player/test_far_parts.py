"""The parts table from afar: all the room is its own while it has the keys."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.ui.parts.parts_dock import PartsDock
from micra_assistant.ui.widgets.bringing_into_sight import is_in_sight
from tests.ui.hands import Hands, settle
from tests.ui.player.test_player import from_afar, head
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key


def dock(hands: Hands) -> PartsDock:
    """Return where the parts table lies."""
    (found,) = hands.window.body.findChildren(PartsDock)
    return found


@pytest.fixture
def afar(hands: Hands) -> Hands:
    """Return hands at the parts table of a job that is seen from afar."""
    from_afar(hands)
    hands.press(Key.Key_F4)
    settle()
    return hands


def marked_is_in_sight(hands: Hands) -> bool:
    """Return whether the way to get a part that is marked is seen."""
    marked = hands.window.body.parts.ways.marked
    return marked is not None and is_in_sight(marked.choose)


def test_it_has_all_the_room_and_the_marked_way_is_in_sight(afar: Hands) -> None:
    assert dock(afar).height() > 0.5 * afar.window.height()
    assert marked_is_in_sight(afar)
    afar.press(Key.Key_PageDown)
    assert marked_is_in_sight(afar)
    assert said(afar).startswith("Choose “")


def test_escape_leads_back_into_the_step_and_only_then_out_of_it(afar: Hands) -> None:
    afar.press(Key.Key_Escape)
    settle()
    assert afar.window.body.step.height() > 100
    assert said(afar) == "Tick · Doors lock"
    assert head(afar)
    afar.press(Key.Key_Escape)
    assert head(afar) is None


def test_the_step_has_all_the_room_while_it_has_the_keys(hands: Hands) -> None:
    hands.press(Key.Key_F4)
    hands.window.body.step.setFocus()
    from_afar(hands)
    settle()
    assert dock(hands).height() == 0
    assert hands.window.body.step.height() > 0.5 * hands.window.height()
    hands.press(Key.Key_F4)
    settle()
    assert marked_is_in_sight(hands)
    hands.press(Key.Key_Escape, Key.Key_Escape)
    settle()
    assert head(hands) is None
    assert dock(hands).height() > 100


@pytest.mark.parametrize("key", [Key.Key_F4, Key.Key_F11])
def test_the_step_has_its_room_again(afar: Hands, key: Qt.Key) -> None:
    afar.press(key)
    settle()
    assert afar.window.body.step.height() > 100
    assert not dock(afar).isVisible() or dock(afar).height() <= 0.45 * afar.window.height()
