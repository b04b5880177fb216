"""What is said of work: the step that is come to, lines that stand otherwise, what is open on the car."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.jobs.events import Closed, Held
from micra_assistant.ui.actions import Action
from tests.ui.hands import Hands, settle
from tests.ui.listening import Heard

Key = Qt.Key


@pytest.fixture
def listening(heard: Heard, hands: Hands) -> Hands:
    """Return hands at the first step of a job, of which all has been said."""
    settle()
    heard.take()
    return hands


def test_a_step_says_its_warnings_then_itself(listening: Hands, heard: Heard) -> None:
    listening.turn(1)
    words = heard.take()
    assert words[0].splitlines()[0].startswith("WARNING.")
    assert "burns you" in words[0]
    assert "Take the power off." in words[0]
    assert words[1:] == ["Tick: Ignition off"]


def test_it_is_said_once_however_often_it_is_shown(listening: Hands, heard: Heard) -> None:
    listening.choose(Action.OTHER_COLOURS)
    assert heard.take() == []


def test_a_tick_is_said_with_what_comes_next(listening: Hands, heard: Heard) -> None:
    listening.press(Key.Key_Space)
    assert heard.take()[0] == "Doors lock: done."
    listening.choose(Action.UNDO)
    assert heard.take()[0] == "Doors lock: empty."


def test_a_value_is_said_with_its_verdict_once_it_is_kept(listening: Hands, heard: Heard) -> None:
    listening.tap(listening.field("battery"))
    heard.take()
    listening.type("11", Key.Key_Shift)
    assert heard.take() == []
    listening.press(Key.Key_Return)
    said = [words for words in heard.take() if "TOO LOW" in words]
    assert len(said) == 1
    assert said[0].startswith("Battery, rested. 11 volts. TOO LOW")


def test_what_opens_on_the_car_is_said_and_what_is_closed(listening: Hands, heard: Heard) -> None:
    listening.turn(1)
    listening.pass_gate("negative-off")
    said = "\n".join(heard.take())
    assert "Negative off: done.\nOpen on the car now: negative off." in said
    listening.choose(Action.UNDO)
    assert "Negative off: empty.\nNo longer open on the car: negative off." in "\n".join(heard.take())


def test_a_gate_is_said_once(listening: Hands, heard: Heard) -> None:
    listening.turn(1)
    heard.take()
    listening.tap(listening.row("negative-off"))
    said = heard.take()
    assert sum("Short circuit" in words for words in said) == 1
    assert any("You confirm: Negative off" in words for words in said)


def test_a_message_is_said_once(listening: Hands, heard: Heard) -> None:
    listening.turn(1)
    heard.take()
    listening.tap(listening.row("panel"))
    assert heard.take().count(listening.said) == 1


def test_that_it_scrolls_is_said(listening: Hands, heard: Heard) -> None:
    listening.window.frame.resize(700, 400)
    settle()
    heard.take()
    listening.press(Key.Key_PageDown)
    assert "Further down." in heard.take()


def test_of_a_closed_job_the_marked_line_is_said(listening: Hands, heard: Heard) -> None:
    listening.fill_in("battery", "12.6")
    listening.window.workbench.attempt(lambda job: job.do(Closed(held=Held.YES)))
    listening.press(Key.Key_Up)
    heard.take()
    listening.press(Key.Key_Down)
    assert heard.take() == ["Battery, rested. Expected: 12 point 4 to 13 volts. 12 point 6 volts. OK."]
