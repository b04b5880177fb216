"""All lines of the guide, unfolded over whatever is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QTreeWidgetItemIterator

from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.route.all_lines import AllLines
from micra_assistant.ui.three_keys import Key as ThreeKey
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.three_keys import said as said_of

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def unfold(hands: Hands) -> AllLines:
    """Unfold all lines by their key."""
    hands.press(Key.Key_L, held=CONTROL)
    lines = hands.window.findChild(AllLines)
    assert lines is not None
    assert lines.isVisible()
    return lines


def entries(lines: AllLines) -> list[QTreeWidgetItem]:
    """Return all entries, from the top."""
    walk = QTreeWidgetItemIterator(lines.tree)
    found = []
    while entry := walk.value():
        found.append(entry)
        walk += 1
    return found


def said(entry: QTreeWidgetItem) -> str:
    """Return what an entry says to those who do not see it."""
    return str(entry.data(0, Qt.ItemDataRole.AccessibleTextRole) or entry.text(0))


def test_every_line_stands_there_by_chapter_with_its_state(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.fill_in("battery", "12")
    words = [said(entry) for entry in entries(unfold(hands))]
    assert words[:7] == [
        "Get ready",
        "Look at the car",
        "done, Doors lock",
        "wrong, Battery, rested",
        "Take the power off",
        "empty, Ignition off",
        "empty, Negative off",
    ]
    assert "held, Clips out" in words
    assert len(words) == 2 + 4 + 12


def test_a_line_that_is_chosen_is_shown(hands: Hands) -> None:
    lines = unfold(hands)
    place = next(entry for entry in entries(lines) if entry.text(0) == "Released")
    lines.tree.setCurrentItem(place)
    settle()
    hands.press(Key.Key_Space)
    assert (hands.step, hands.marked, lines.isVisible()) == ("measure", "released", False)


def test_the_three_keys_do_what_the_foot_says(hands: Hands) -> None:
    lines = unfold(hands)
    assert said_of(hands) == "Show it · Look at the car"
    hands.press(Key.Key_PageDown)
    assert said_of(hands) == "Show it · Doors lock"
    assert said_of(hands, ThreeKey.BACK) == "Up · Look at the car"
    hands.press(Key.Key_PageUp, Key.Key_PageDown, Key.Key_PageDown)
    hands.press(Key.Key_Space)
    assert (hands.marked, lines.isVisible()) == ("battery", False)
    assert not hands.line("doors").done


def test_what_is_chosen_stays_so_whatever_is_done_meanwhile(hands: Hands) -> None:
    unfold(hands)
    hands.press(Key.Key_PageDown)
    assert said_of(hands) == "Show it · Doors lock"
    hands.window.workbench.attempt(lambda job: job.toggle("ignition"))
    settle()
    assert said_of(hands) == "Show it · Doors lock"


def test_the_strip_and_the_foot_stay_in_sight(hands: Hands) -> None:
    lines, body = unfold(hands), hands.window.body
    place = lines.geometry()
    assert place.top() > body.strip.mapTo(body, body.strip.rect().bottomLeft()).y()
    assert place.bottom() < body.foot.geometry().top()


def test_a_tap_on_a_step_leads_there(hands: Hands) -> None:
    lines = unfold(hands)
    place = next(entry for entry in entries(lines) if entry.text(0) == "Close up")
    lines.tree.scrollToItem(place)
    hands.tap(lines.tree.viewport(), lines.tree.visualItemRect(place).center())
    assert hands.step == "close"


def test_escape_and_its_key_fold_it(hands: Hands) -> None:
    lines = unfold(hands)
    hands.press(Key.Key_Escape)
    assert not lines.isVisible()
    hands.press(Key.Key_Space)
    assert hands.line("doors").done
    unfold(hands)
    hands.choose("all-lines")
    assert not lines.isVisible()


def test_no_key_of_the_job_works_behind_it(hands: Hands) -> None:
    lines = unfold(hands)
    hands.press(Key.Key_PageDown)
    assert (hands.step, lines.isVisible()) == ("look", True)


def test_the_window_closes_by_its_key_all_the_same(workshop: Workshop) -> None:
    hands = workshop.open()
    unfold(hands)
    hands.press(Key.Key_Q, held=Qt.KeyboardModifier.ControlModifier)
    assert not hands.window.frame.isVisible()


def test_it_unfolds_over_another_view_and_leads_to_the_job(hands: Hands) -> None:
    hands.press(Key.Key_F6)
    assert hands.aside(PutBackView)
    lines = unfold(hands)
    place = next(entry for entry in entries(lines) if entry.text(0) == "Measure")
    lines.tree.setCurrentItem(place)
    hands.press(Key.Key_Return)
    settle()
    assert (hands.window.body.aside, hands.step) == (None, "measure")


def test_it_shows_what_is_done_meanwhile(hands: Hands) -> None:
    lines = unfold(hands)
    hands.window.workbench.attempt(lambda job: job.toggle("doors"))
    assert "done, Doors lock" in [said(entry) for entry in entries(lines)]


def test_they_lie_under_the_strip_at_every_size_of_the_window(hands: Hands) -> None:
    lines, body = unfold(hands), hands.window.body
    for width, height in ((1366, 768), (900, 600)):
        hands.window.frame.resize(width, height)
        settle()
        place = lines.geometry()
        assert place.top() > body.strip.mapTo(body, body.strip.rect().bottomLeft()).y()
        assert place.bottom() < body.foot.geometry().top()
