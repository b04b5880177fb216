"""Links, sources and pictures of a step, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from micra_assistant.ui.three_keys import Key as Three
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.diagram_window import DiagramWindow
from micra_assistant.ui.widgets.text_block import TextBlock
from tests.ui.hands import Hands, Workshop
from tests.ui.in_sight import open_dialog
from tests.ui.three_keys import said

Key = Qt.Key


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands in the first step of a job."""
    hands = workshop.open()
    hands.begin("tailgate")
    hands.press(Key.Key_Escape)
    return hands


def marked() -> str:
    """Return the words of the marked link, or what a marked picture shows."""
    focus = QApplication.focusWidget()
    if isinstance(focus, TextBlock):
        return focus.marked_link.words if focus.marked_link else ""
    return focus.accessibleName() if isinstance(focus, DiagramView) else ""


def test_right_and_left_go_through_them_all(hands: Hands) -> None:
    seen = []
    for _time in range(5):
        hands.press(Key.Key_Right)
        seen.append(marked())
    assert seen == ["P*", "measure", "P*", "The tailgate from behind", "The tailgate from behind"]
    hands.press(Key.Key_Left)
    assert marked() == seen[2]


def test_tab_goes_through_the_links_of_a_paragraph(hands: Hands) -> None:
    hands.press(Key.Key_Right)
    first = marked()
    hands.press(Key.Key_Tab)
    second = marked()
    assert {first, second} == {"P*", "measure"}
    hands.press(Key.Key_Backtab)
    assert marked() == first


def test_enter_follows_the_marked_link(hands: Hands) -> None:
    while marked() != "measure":
        hands.press(Key.Key_Right)
    hands.press(Key.Key_Return)
    assert hands.step == "measure"


def test_space_does_what_the_foot_says_of_the_marked_link(hands: Hands) -> None:
    before = said(hands)
    while marked() != "measure":
        hands.press(Key.Key_Right)
    assert said(hands) == "Show the step · measure"
    hands.press(Key.Key_Space)
    assert hands.step == "measure"
    assert said(hands) != before


def test_enter_on_a_badge_says_where_it_comes_from(hands: Hands) -> None:
    while marked() in ("", "measure"):
        hands.press(Key.Key_Right)
    assert said(hands).startswith("Show where this comes from")
    hands.press(Key.Key_Return)
    assert "meter" in hands.said.lower()
    hands.press(Key.Key_Escape)
    assert hands.said == ""


def test_enter_on_a_picture_enlarges_it(hands: Hands) -> None:
    while marked() != "The tailgate from behind":
        hands.press(Key.Key_Right)
    assert said(hands) == "Show the picture larger · The tailgate from behind"
    hands.press(Key.Key_Return)
    open_dialog(DiagramWindow)
    hands.press(Key.Key_Escape)


def test_the_three_keys_lead_away_from_a_link(hands: Hands) -> None:
    hands.press(Key.Key_Right)
    hands.press(Key.Key_PageDown)
    assert marked() == ""
    assert not said(hands, Three.SPACE).startswith("Show")


def test_the_mark_is_seen_and_moves_nothing(hands: Hands) -> None:
    hands.press(Key.Key_Right)
    block = QApplication.focusWidget()
    assert isinstance(block, TextBlock)
    with_mark, height = block.grab().toImage(), block.height()
    hands.window.body.enter_typing()
    assert block.marked_link is None
    assert block.grab().toImage() != with_mark
    assert block.height() == height


def test_a_tap_on_a_link_marks_nothing(hands: Hands) -> None:
    hands.tap_link("source:meters")
    assert hands.said
    assert marked() == ""
