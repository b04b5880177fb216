"""The window that stands open from test to test: the same, or another one if anything in it is not as at first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.diagnosis.finder import FAULTY_GUIDE
from tests.ui.hands import Hands, settle
from tests.ui.one_window import Standing, nothing
from tests.ui.small_guide import GUIDE


def say(hands: Hands) -> None:
    """Leave words in the window."""
    words = QLabel("Left by a test", hands.window.body)
    words.show()


def test_a_job_begins_in_it_as_in_another_one(hands: Hands, standing: Standing) -> None:
    hands.fill_in("battery", "12.6")
    hands.turn(1)
    again = standing.begun(GUIDE, nothing)
    assert again.window is hands.window
    assert (again.step, again.typed("battery")) == ("look", "")


@pytest.mark.parametrize(
    "leave",
    [
        say,
        lambda hands: hands.window.frame.resize(1000, 700),
        lambda hands: hands.press(Qt.Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier),
        lambda hands: hands.window.frame.close(),
    ],
    ids=["words", "size", "look", "closed"],
)
def test_what_is_left_otherwise_ends_it(hands: Hands, standing: Standing, leave: Callable[[Hands], object]) -> None:
    leave(hands)
    settle()
    first = hands.window
    assert standing.begun(GUIDE, nothing).window is not first


def test_another_guide_has_another_window(hands: Hands, standing: Standing) -> None:
    assert standing.begun(FAULTY_GUIDE, nothing).window is not hands.window
