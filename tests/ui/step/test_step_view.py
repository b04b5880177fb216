"""A step that is longer than the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.hands import Hands
from tests.ui.one_window import begun

Key = Qt.Key

PAGES = {
    "10-get-ready.md": "# Long {: #long-page }\n\n## Long {: #long }\n\n" + "Words.\n\n" * 40 + "- [ ] Done {: #done }",
    "20-measure.md": "# Short {: #short-page }\n\n## Short {: #short }\n\nWords.",
}


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at a step of two screenfuls and more, before a short one."""
    return begun(request, PAGES)


def scrolled(hands: Hands) -> int:
    """Return how far the step is scrolled down."""
    area = hands.window.body.step.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar().value()


def test_pagedown_shows_all_of_a_step_before_it_goes_on(hands: Hands) -> None:
    places = []
    while hands.step == "long":
        places.append(scrolled(hands))
        hands.press(Key.Key_PageDown)
    assert places == sorted(set(places))
    assert len(places) > 2
    assert (hands.step, scrolled(hands)) == ("short", 0)


def test_pageup_goes_to_the_top_of_a_step_before_it_goes_back(hands: Hands) -> None:
    hands.press(Key.Key_PageDown)
    hands.press(Key.Key_PageUp)
    assert (hands.step, scrolled(hands)) == ("long", 0)
    hands.turn(1)
    hands.press(Key.Key_PageUp)
    assert (hands.step, scrolled(hands)) == ("long", 0)


def test_more_below_is_said_until_the_end_is_seen(hands: Hands) -> None:
    said = []
    while hands.step == "long":
        said.append("more below" in hands.text)
        hands.press(Key.Key_PageDown)
    assert said == [True] * (len(said) - 1) + [False]
    assert "more below" not in hands.text


def test_next_goes_on_at_once(hands: Hands) -> None:
    hands.turn(1)
    assert hands.step == "short"


def test_space_shows_a_line_that_is_out_of_sight_before_it_ticks_it(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    before = scrolled(hands)
    assert (before > 0, hands.line("done").done) == (True, False)
    hands.press(Key.Key_Space)
    assert (scrolled(hands), hands.line("done").done) == (before, True)
