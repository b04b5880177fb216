"""A line for words in the checklist: typed, kept by Enter, doubted, taken back, and still there half typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from micra_assistant.jobs.events import Entered
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import Files
from tests.ui.hands import Hands, Workshop
from tests.ui.one_window import begun

pytestmark = pytest.mark.thorough

Key = Qt.Key
GUIDE: Files = {
    "10-part.md": """
        # The part {: #the-part }

        ## Read it {: #read-it }

        - [ ] Case clean {: #clean }
        - [ ] Number on the case {: #number words pattern="[0-9]{5}-[0-9A-Z]{5}" like="such as 12345-AB123" }
        - [ ] What was loose {: #loose words }
        """
}


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at a job with this guide."""
    return begun(request, GUIDE)


def entered(hands: Hands) -> list[str]:
    """Return what was entered on the job."""
    job = hands.window.workbench.shown
    assert job
    return [event.act.typed for event in job.history.events if isinstance(event.act, Entered)]


def test_words_with_spaces_are_typed_and_kept_by_enter(hands: Hands) -> None:
    assert (hands.row("number").mark, hands.row("number").caption) == (Mark.EMPTY, "such as 12345-AB123")
    hands.fill_in("loose", "plug M2, half out")
    assert (hands.row("loose").mark, hands.typed("loose")) == (Mark.DONE, "plug M2, half out")
    assert entered(hands) == ["plug M2, half out"]


def test_of_long_words_the_begin_is_seen_once_they_are_kept(hands: Hands) -> None:
    hands.fill_in("loose", "plug M2 behind the left lamp, half out and green, its clip broken off")
    assert hands.field("loose").cursorPosition() == 0


def test_space_goes_into_the_field_of_the_marked_line(hands: Hands) -> None:
    hands.press(Key.Key_Space, Key.Key_Space)
    hands.type("12345-AB123")
    assert (hands.row("clean").mark, hands.row("number").mark, hands.row("number").caption) == (
        Mark.DONE,
        Mark.DONE,
        "",
    )


def test_what_is_not_as_expected_is_doubted_while_it_is_typed_and_kept(hands: Hands) -> None:
    hands.fill_in("number", "1234 AB")
    assert hands.typed("number") == "1234 AB"
    assert hands.row("number").mark is Mark.WAITING
    assert hands.row("number").caption == "Is that right? Expected: such as 12345-AB123. It is kept as you typed it."


def test_an_emptied_field_takes_it_back_and_undo_brings_it_again(hands: Hands) -> None:
    hands.fill_in("loose", "plug")
    hands.fill_in("loose", "")
    assert hands.row("loose").mark is Mark.EMPTY
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert (hands.row("loose").mark, hands.typed("loose")) == (Mark.DONE, "plug")


def test_what_is_too_long_is_said_and_stays_in_the_field(hands: Hands) -> None:
    hands.fill_in("loose", "x" * 201)
    assert "At most 200 letters" in hands.said
    assert (hands.typed("loose"), hands.row("loose").mark) == ("x" * 201, Mark.EMPTY)
    assert entered(hands) == []


def test_half_typed_words_are_still_there_after_a_restart(hands: Hands, workshop: Workshop) -> None:
    hands.tap(hands.field("loose"))
    hands.type("plug M", then=Key.Key_2)
    workshop.close()
    again = workshop.open()
    assert again.window.workbench.shown
    assert again.typed("loose") == "plug M2"
