"""A guide that is looked up, the job behind it, and guides that are refused meanwhile."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Described
from micra_assistant.ui.jobs.new_job_dialog import NewJob, NewJobDialog
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import rewrite
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(workshop: Workshop) -> Hands:
    """Return hands at a job, in a workshop with a second guide."""
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    hands = workshop.open()
    hands.begin("button")
    return hands


def look_up(hands: Hands) -> None:
    """Look the second guide up."""
    hands.window.workbench.show_guide("key")
    assert "Looking up" in hands.text


def values(hands: Hands) -> dict[str, str]:
    """Return what is entered in what is open."""
    assert hands.window.workbench.shown is not None
    return dict(hands.window.workbench.shown.state.values)


def bar(hands: Hands, width: int) -> list[str]:
    """Return the buttons that the bar has in a window of a width."""
    hands.window.frame.resize(width, 768)
    settle()
    buttons = hands.window.body.header.findChildren(QToolButton)
    return [button.text() for button in buttons if button.isVisible()]


def test_the_buttons_of_the_bar_give_way_to_the_one_that_leads_back(hands: Hands) -> None:
    least = 10 + next(width for width in range(1366, 600, -10) if "Home" not in bar(hands, width))
    assert "Home" in bar(hands, least)
    look_up(hands)
    assert bar(hands, least) == ["Back to the job", "Menu"]


def test_what_is_typed_into_a_guide_looked_up_is_not_the_job_s(hands: Hands) -> None:
    look_up(hands)
    hands.tap(hands.field("battery"))
    hands.type("11", then=Key.Key_Shift)
    hands.tap(hands.button("Back to the job"))
    assert ("Job 0001" in hands.text, values(hands)) == (True, {})


def test_what_is_typed_before_looking_up_is_the_job_s(hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.6", then=Key.Key_Shift)
    look_up(hands)
    hands.press(Key.Key_B, held=CONTROL)
    assert values(hands) == {"battery": "12.6"}


def test_what_is_said_of_ticks_goes_with_the_next_step(hands: Hands) -> None:
    look_up(hands)
    hands.press(Key.Key_Space)
    assert "only looked up" in hands.said
    hands.press(Key.Key_B, held=CONTROL)
    assert hands.said == ""


def test_without_a_job_there_is_no_way_back(workshop: Workshop) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    hands = workshop.open()
    look_up(hands)
    assert not any("Back to the job" in words for words in (said(hands), hands.text))
    with pytest.raises(StopIteration):
        hands.button("Back to the job")


def test_the_job_s_guide_is_as_it_was_written_meanwhile(workshop: Workshop, hands: Hands) -> None:
    look_up(hands)
    rewrite(workshop.guides / "button" / "10-get-ready.md", "Press the button", "Push the button")
    hands.press(Key.Key_B, held=CONTROL)
    assert "Push the button" in hands.text


def test_a_job_whose_guide_has_faults_comes_back_after_looking_something_up(workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_Space)
    workshop.close()
    page = workshop.guides / "button" / "10-get-ready.md"
    rewrite(page, "(#measure)", "(#measur)")
    hands = workshop.open()
    look_up(hands)
    hands.press(Key.Key_B, held=CONTROL)
    assert "Job 0001" in hands.text
    assert hands.row("doors").mark is Mark.DONE


def test_keys_change_nothing_out_of_sight(workshop: Workshop, hands: Hands) -> None:
    rewrite(workshop.guides / "key" / "10-get-ready.md", "(#measure)", "(#measur)")
    hands.begin("key")
    assert hands.faults
    hands.press(Key.Key_Space)
    hands.turn(1)
    hands.press(Key.Key_Down)
    assert hands.faults
    hands.tap(hands.button("Back to the job"))
    assert hands.window.workbench.shown is not None
    assert (hands.step, hands.window.workbench.shown.state.ticked) == ("look", frozenset())
    hands.press(Key.Key_Space)
    assert hands.window.workbench.shown.state.ticked == {"doors"}


def test_the_job_begun_last_is_resumed_whatever_was_being_typed(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.6", then=Key.Key_Shift)
    monkeypatch.setattr(NewJobDialog, "ask", lambda *_, **__: NewJob("button", Described("AB12 CDE")))
    hands.press(Key.Key_N, held=CONTROL)
    assert values(hands) == {}
    workshop.close()
    assert "AB12 CDE" in workshop.open().text


def test_a_guide_that_was_refused_stays_away_once_the_job_is_shown_again(
    workshop: Workshop, hands: Hands, qtbot: QtBot
) -> None:
    other = workshop.guides / "key" / "10-get-ready.md"
    rewrite(other, "(#measure)", "(#measur)")
    hands.begin("key")
    hands.window.workbench.show_guide("button")
    rewrite(other, "(#measur)", "(#measure)")
    rewrite(workshop.guides / "button" / "10-get-ready.md", "Press the button", "Push the button")
    qtbot.waitUntil(lambda: "Push the button" in hands.text)
    assert "Job 0001" in hands.text
