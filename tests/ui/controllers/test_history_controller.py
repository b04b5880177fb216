"""Undo and redo, what is to be put back, the timeline, and being called away, as a person meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from micra_assistant.jobs.events import CalledAway, CameBack, ToolsOut
from micra_assistant.ui.history.away_view import AwayView
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.history.timeline_view import TimelineView
from micra_assistant.ui.widgets.tick_box import Mark
from tests.spaces import spaced
from tests.ui.hands import Hands, Workshop
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def undo(hands: Hands) -> None:
    """Undo by key."""
    hands.press(Key.Key_Z, held=CONTROL)


def redo(hands: Hands) -> None:
    """Redo by key."""
    hands.press(Key.Key_Y, held=CONTROL)


# undo and redo


def test_undo_takes_back_a_tick_and_shows_where_it_was(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.turn(2)
    undo(hands)
    assert (hands.step, hands.marked, hands.row("doors").mark) == ("look", "doors", Mark.EMPTY)
    assert hands.said == "Undone: Ticked: Doors lock   Ctrl+Y does it again."
    redo(hands)
    assert (hands.row("doors").mark, hands.said) == (Mark.DONE, "Redone: Ticked: Doors lock")


def test_any_number_of_acts_is_undone_and_redone(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.fill_in("battery", "11")
    hands.fill_in("battery", "12.6")
    hands.turn(1)
    hands.press(Key.Key_Space)
    hands.pass_gate("negative-off")
    for _ in range(4):
        undo(hands)
    assert (hands.typed("battery"), hands.window.body.strip.words) == ("", "")
    for _ in range(4):
        redo(hands)
    assert (hands.typed("battery"), hands.window.body.strip.words) == ("12.6", "negative off")


def test_there_is_an_end_to_it(hands: Hands) -> None:
    undo(hands)
    assert hands.said == "There is nothing to undo."
    redo(hands)
    assert hands.said == "There is nothing to redo."


def test_undo_goes_on_after_a_restart(workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_Space)
    workshop.close()
    hands = workshop.open()
    undo(hands)
    assert hands.row("doors").mark is Mark.EMPTY


def test_in_a_field_undo_is_that_of_the_field(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.tap(hands.field("battery"))
    hands.type("12", then=Key.Key_Shift)
    undo(hands)
    assert hands.row("doors").mark is Mark.DONE


# the car


@pytest.fixture
def apart(hands: Hands) -> Hands:
    """Return hands at a car that is taken apart."""
    hands.turn(1)
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.tap(hands.row("panel"))
    return hands


def test_a_tap_on_the_strip_shows_how_all_of_it_goes_back(apart: Hands) -> None:
    apart.tap(apart.window.body.strip)
    rows = [(row.accessibleName(), spaced(row.caption)) for row in apart.aside(PutBackView).rows]
    assert rows == [
        ("Fit the panel", ""),
        ("Press home the clips", "11 clips came off"),
        ("Connect the negative", ""),
    ]


def test_what_is_put_back_there_is_put_back_everywhere(apart: Hands) -> None:
    apart.press(Key.Key_F6)
    apart.press(Key.Key_Space)
    assert apart.window.body.strip.words == "negative off, clips out · 11\u00a0clips"
    apart.press(Key.Key_Space)
    apart.type("10")
    assert apart.window.body.strip.words == "negative off, clips out · 1\u00a0clip"
    apart.tap(apart.button("Back to the job"))
    apart.turn(2)
    assert (apart.row("panel-on").mark, apart.typed("clips-home")) == (Mark.DONE, "10")


def test_undo_shows_in_the_list(apart: Hands) -> None:
    apart.press(Key.Key_F6)
    apart.press(Key.Key_Space)
    assert apart.aside(PutBackView).rows[0].mark is Mark.DONE
    undo(apart)
    assert apart.aside(PutBackView).rows[0].mark is Mark.EMPTY


# the timeline


def test_all_that_happened_can_be_read(hands: Hands) -> None:
    hands.window.workbench.shown.who = "Ann"  # type: ignore[union-attr]
    hands.press(Key.Key_Space)
    undo(hands)
    hands.press(Key.Key_T, held=CONTROL)
    view = hands.window.body.aside
    assert isinstance(view, TimelineView)
    browser = view.findChild(QTextBrowser)
    assert browser is not None
    told = browser.toPlainText()
    assert "Ticked: Doors lock" in told
    assert "Undone: Ticked: Doors lock" in told
    assert "Ann" in told
    hands.tap(hands.button("Back to the job"))
    assert hands.window.body.aside is None


# called away


def test_one_key_keeps_where_one_was_and_coming_back_shows_it(apart: Hands) -> None:
    apart.press(Key.Key_F8)
    assert apart.aside(AwayView).title.startswith("Called away")
    assert "Open on the car: negative off, clips out · 11 clips, panel off" in apart.text
    apart.press(Key.Key_Space)
    assert apart.aside(AwayView).title == "Where you were"
    assert "YOU WERE HERE\nIgnition off" in apart.text
    apart.press(Key.Key_Space)
    assert (apart.window.body.aside, apart.step) == (None, "power-off")
    assert apart.window.workbench.shown is not None
    acts = [type(event.act) for event in apart.window.workbench.shown.history.events[-2:]]
    assert acts == [CalledAway, CameBack]


def test_what_was_being_typed_is_kept_first(hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.6", then=Key.Key_F8)
    hands.press(Key.Key_Space, Key.Key_Space)
    assert hands.typed("battery") == "12.6"
    assert hands.row("battery").mark is Mark.DONE


def test_the_tools_at_the_car_are_remembered(workshop: Workshop) -> None:
    head = workshop.guides / "button" / "guide.toml"
    head.write_text(head.read_text(encoding="utf-8") + '\n[[tools]]\nname = "Torch"\n', encoding="utf-8")
    hands = workshop.open()
    hands.press(Key.Key_F8)
    hands.tap(hands.aside(AwayView).tools[0])
    hands.press(Key.Key_Space)
    assert "Tools at the car: Torch" in hands.text
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.state.tools_out == ("Torch",)
    assert ToolsOut(("Torch",)) in [event.act for event in hands.window.workbench.shown.history.events]


def test_a_window_that_was_closed_meanwhile_still_knows(workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_F8)
    workshop.close()
    hands = workshop.open()
    assert hands.aside(AwayView).title.startswith("Called away")


def test_keys_change_nothing_while_one_is_away(hands: Hands) -> None:
    hands.press(Key.Key_F8)
    hands.turn(1)
    hands.press(Key.Key_Down)
    assert (hands.step, hands.aside(AwayView).title[:11]) == ("look", "Called away")


# putting back with the three keys


@pytest.mark.parametrize(
    ("typed", "words", "back"),
    [("10", "Keep 10 clips: the line stays open", 10), ("11", "Keep 11 clips", 11)],
)
def test_space_keeps_a_count_and_says_whether_that_is_all(hands: Hands, typed: str, words: str, back: int) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.press(Key.Key_F6)
    assert said(hands) == "Count · Press home the clips"
    hands.press(Key.Key_Space)
    assert said(hands) == "Type how many go back · Press home the clips"
    hands.press(*(Key(ord(digit)) for digit in typed))
    assert said(hands) == f"{words} · Press home the clips"
    hands.press(Key.Key_Space)
    assert hands.window.workbench.shown
    assert hands.window.workbench.shown.checklist.line("clips-home").number == back
    clips = next(row for row in hands.aside(PutBackView).rows if row.item.id == "clips-home")
    assert clips.property("back") is (back == 11)
