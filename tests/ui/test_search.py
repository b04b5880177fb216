"""Searching from the window."""

import re
import shutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from micra_assistant.ui.search.search_results import SearchResults
from micra_assistant.ui.three_keys import Key as ThreeKey
from tests.builders import rewrite
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at a window that has two guides: a second one in which the power is called the juice."""
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    for page in (workshop.guides / "key").glob("*.md"):
        page.write_text(page.read_text(encoding="utf-8").replace("Take the power", "Take the juice"), encoding="utf-8")
    hands = workshop.open()
    hands.begin("button")
    return hands


@pytest.fixture
def search(hands: Hands, qtbot: QtBot) -> Callable[[str], SearchResults]:
    """Return what types a line into the field and waits until it is found."""

    def find(line: str) -> SearchResults:
        hands.press(Key.Key_F, held=CONTROL)
        qtbot.waitUntil(lambda: bool(hands.window.frame.findChildren(SearchResults)))
        hands.type(line[:-1], then=Key.Key_Shift)
        hands.type(line[-1], then=Key.Key_Shift)
        (results,) = hands.window.frame.findChildren(SearchResults)
        qtbot.waitUntil(lambda: bool(results.hits or results.words) and "Reading" not in results.words)
        settle()
        return results

    return find


def marked(hands: Hands) -> list[str]:
    """Return the words that are marked in the step being read."""
    texts = [label.text() for label in hands.window.body.step.findChildren(QLabel)]
    return [word for text in texts for word in re.findall(r"background-color[^>]*>([^<]*)<", text)]


def test_enter_opens_the_best_hit_with_its_words_marked(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    results = search("spanner")
    assert [(hit.guide, hit.step) for hit in results.hits] == [("button", "power-off"), ("key", "power-off")]
    hands.press(Key.Key_Return)
    assert (hands.step, marked(hands), results.isVisible()) == ("power-off", ["spanner"], False)
    hands.turn(1)
    hands.turn(-1)
    assert marked(hands) == []


def test_a_hit_in_the_checklist_marks_its_line(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    search("released")
    hands.press(Key.Key_Return)
    assert (hands.step, hands.marked) == ("measure", "released")


def test_arrows_choose_and_a_tap_opens(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    results = search("negative")
    steps = [hit.step for hit in results.hits]
    assert results.chosen == results.hits[0]
    hands.press(Key.Key_Down)
    hands.turn(1)
    hands.press(Key.Key_Up)
    assert results.chosen == results.hits[1]
    assert hands.step == "look", "the keys are the field's, not the window's"
    hands.tap(next(row for row in results.findChildren(QLabel) if row.isVisible()))
    assert hands.step == steps[0]


def test_the_key_that_opens_a_hit_is_named_where_space_types_a_space(
    hands: Hands, search: Callable[[str], SearchResults]
) -> None:
    search("spanner")
    assert said(hands) == "Open what is marked"
    key = hands.window.body.foot.buttons[ThreeKey.SPACE]
    assert key.accessibleDescription() == "(Enter)"
    hands.tap(key)
    assert hands.step == "power-off"


def test_where_nothing_is_found_no_key_says_that_it_opens_it(
    hands: Hands, search: Callable[[str], SearchResults]
) -> None:
    key = hands.window.body.foot.buttons[ThreeKey.SPACE]
    search("qqqxxx")
    assert (key.said, key.isEnabled()) == (("Open what is marked", "Nothing is marked."), False)
    search("spanner")
    assert key.isEnabled()
    hands.window.body.header.search.selectAll()
    hands.press(Key.Key_Delete)
    assert not key.isEnabled()


def test_escape_leaves_the_field_and_space_ticks_again(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    results = search("spanner")
    hands.press(Key.Key_Escape)
    assert (results.isVisible(), hands.window.body.header.search.text()) == (False, "")
    hands.press(Key.Key_Space)
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.state.ticked == {"doors"}


def test_another_guide_is_only_looked_up(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    hands.press(Key.Key_Space)
    search("juice")
    hands.press(Key.Key_Return)
    assert (hands.step, marked(hands)) == ("power-off", ["juice"])
    assert "Looking up" in hands.text
    hands.press(Key.Key_Space)
    assert "only looked up" in hands.said
    hands.tap(hands.button("Back to the job"))
    assert ("Job 0001" in hands.text, hands.step) == (True, "look")
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.state.ticked == {"doors"}


def test_from_a_guide_looked_up_a_hit_leads_back_into_the_job(
    hands: Hands, search: Callable[[str], SearchResults]
) -> None:
    search("juice")
    hands.press(Key.Key_Return)
    search("spanner")
    hands.press(Key.Key_Up, Key.Key_Down, Key.Key_Return)
    assert "Job 0001" in hands.text


def test_a_part_shows_the_parts(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    assert not hands.window.body.parts.isVisible()
    search("used part")
    hands.press(Key.Key_Return)
    assert hands.window.body.parts.isVisible()


def test_what_is_not_there_is_said(search: Callable[[str], SearchResults]) -> None:
    results = search("zzzz")
    assert (results.hits, results.chosen) == ([], None)
    assert results.words == "No guide has: zzzz. Try fewer or other words."


def test_a_line_without_words_finds_nothing(search: Callable[[str], SearchResults]) -> None:
    assert search("?!").words == "Nothing found. Try fewer or other words."


def test_a_misspelt_word_is_put_right_and_said(search: Callable[[str], SearchResults]) -> None:
    assert search("spannr the").words == "Nothing for “spannr”, showing “spanner”."


def test_a_guide_written_since_is_found(
    workshop: Workshop, hands: Hands, search: Callable[[str], SearchResults], qtbot: QtBot
) -> None:
    results = search("zzzz")
    page = workshop.guides / "key" / "20-measure.md"
    rewrite(page, "Close up", "Zzzz it up")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_F, held=CONTROL)
    hands.type("zzzz", then=Key.Key_Shift)
    qtbot.waitUntil(lambda: [hit.guide for hit in results.hits] == ["key"])


@pytest.mark.parametrize("size", [(860, 480), (1366, 768)])
def test_the_hits_stay_inside_the_window(
    hands: Hands, search: Callable[[str], SearchResults], size: tuple[int, int]
) -> None:
    hands.window.frame.resize(*size)
    settle()
    results = search("negative")
    settle()
    assert hands.window.rect().contains(results.geometry())


def test_words_are_marked_once_and_only_those_looked_for_last(
    hands: Hands, search: Callable[[str], SearchResults]
) -> None:
    for line, words in (("spanner", ["spanner"]), ("spanner", ["spanner"]), ("clamp", ["clamp"])):
        search(line)
        hands.press(Key.Key_Return)
        assert marked(hands) == words


def test_the_chosen_hit_stays_chosen_while_guides_are_read(
    hands: Hands, search: Callable[[str], SearchResults], qtbot: QtBot
) -> None:
    results = search("negative")
    hands.press(Key.Key_Down)
    hands.window.body.header.search.entered.emit()
    qtbot.waitUntil(lambda: "Reading" not in results.words)
    assert results.chosen == results.hits[1]


def test_the_hits_follow_the_window(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    results = search("negative")
    hands.window.frame.resize(860, 480)
    settle()
    assert hands.window.rect().contains(results.geometry())


def test_a_menu_leaves_the_field_as_it_is(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    results = search("spanner")
    field = hands.window.body.header.search
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert results.isVisible()


def test_keys_in_an_empty_list_choose_nothing(hands: Hands, search: Callable[[str], SearchResults]) -> None:
    results = search("zzzz")
    hands.press(Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert (results.chosen, hands.step) == (None, "look")
    results = search("negative")
    assert results.chosen == results.hits[0]
