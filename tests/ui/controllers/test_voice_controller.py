"""Reading aloud in the window: off by default, one key, never in the way, ended by the next act."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from micra_assistant.ui.workshop.settings_dialog import SettingsDialog
from micra_assistant.workshop.values import Aloud, Workshop
from tests.ui.controllers.test_diagnosis_controller import at_the_meter
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Hands
from tests.ui.hands import Workshop as Place
from tests.ui.in_sight import open_dialog, text
from tests.voice.fake_voice import HANGS, FakeVoice

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform == "win32", reason="the fake voice is a shell script"),
]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ARGUMENTS = "-v en -s 160 --stdin\n"


@pytest.fixture(autouse=True)
def mute() -> None:
    """Let the voice be looked for where PATH says."""


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeVoice]:
    """Return the voice of this PC."""
    voice = FakeVoice(tmp_path)
    monkeypatch.setenv("PATH", f"{voice.folder}:/usr/bin:/bin")
    yield voice
    voice.close()


@pytest.fixture
def silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this PC have no voice."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def aloud(workshop: Place, voice: FakeVoice) -> Hands:
    """Return hands where the first step was just read."""
    hands = workshop.open()
    hands.press(Key.Key_F5)
    voice.hear()
    return hands


def lines(heard: str) -> list[str]:
    """Return what was said, line by line; what was ended before it was said may stand before that."""
    assert ARGUMENTS in heard, heard
    return heard.rpartition(ARGUMENTS)[2].splitlines()


def test_f5_reads_the_step_and_the_marked_line(workshop: Place, voice: FakeVoice) -> None:
    hands = workshop.open()
    assert workshop.settings == Workshop(), "nobody asked for it"
    hands.press(Key.Key_F5)
    assert lines(voice.hear())[-1] == "Doors lock."
    assert workshop.settings.aloud is Aloud.ON


def test_it_stays_on_until_it_is_switched_off(workshop: Place, voice: FakeVoice, aloud: Hands) -> None:
    workshop.close()
    hands = workshop.open()
    assert lines(voice.hear())[-1] == "Doors lock."
    hands.press(Key.Key_F5)
    assert hands.said == "Nothing is read aloud any more."
    assert workshop.settings == Workshop()


def heard_of(voice: FakeVoice, value: str) -> list[str]:
    """Return what is read once a value was kept: the marked line is read before that."""
    while value not in (heard := lines(voice.hear()))[0]:
        pass
    return heard


def test_a_wrong_reading_is_read_once_with_what_is_expected(voice: FakeVoice, aloud: Hands) -> None:
    aloud.fill_in("battery", "14")
    expected = ["Battery, rested. Expected: 12 point 4 to 13 volts. 14 volts. TOO HIGH."]
    assert heard_of(voice, "14") == expected


def test_the_verdict_of_a_reading_and_the_next_line_are_read(voice: FakeVoice, aloud: Hands) -> None:
    aloud.fill_in("leads", "0.3")
    assert heard_of(voice, "0 point 3") == ["Leads. 0 point 3 ohms. OK.", "Pressed. Expected: 1 ohm or less."]


def test_a_tick_reads_the_next_line(voice: FakeVoice, aloud: Hands) -> None:
    aloud.tap(aloud.row("doors"))
    heard = lines(voice.hear())
    assert heard == ["Battery, rested. Expected: 12 point 4 to 13 volts."]


def test_a_look_at_the_records_that_finds_nothing_ends_nothing(aloud: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[bool] = []
    monkeypatch.setattr(aloud.window.voice, "_stop", lambda: stopped.append(True))
    aloud.window.workbench.changed.emit()
    assert stopped == []
    aloud.window.workbench.attempt(lambda job: job.toggle("doors"))
    assert stopped == [True]


def listened_to(hands: Hands) -> list[bool]:
    """Return a list that tells each time that the voice is silenced from now on."""
    silenced: list[bool] = []
    speaker = hands.window.voice._speaker
    assert speaker
    stop = speaker.stop

    def stopped() -> None:
        silenced.append(True)
        stop()

    speaker.stop = stopped  # type: ignore[method-assign]
    return silenced


def test_shift_f5_reads_once_while_it_is_off(workshop: Place, voice: FakeVoice) -> None:
    hands = workshop.open()
    hands.press(Key.Key_F5, held=SHIFT)
    assert lines(voice.hear())[0] == "Look at the car."
    assert workshop.settings.aloud is Aloud.OFF


def test_what_is_asked_before_a_gate_is_read_and_not_yet_ends_it(voice: FakeVoice, aloud: Hands) -> None:
    aloud.tap(aloud.row("negative-off"))
    words = "WARNING: Short circuit. A spanner across the posts burns you. Undo the negative clamp only."
    assert heard_of(voice, "You confirm") == [f"{words} You confirm: Negative off."]
    silenced = listened_to(aloud)
    aloud.press(Key.Key_Space)
    assert silenced == [True]


def test_a_passed_gate_reads_the_next_line_and_not_the_step_again(voice: FakeVoice, aloud: Hands) -> None:
    aloud.tap(aloud.row("negative-off"))
    aloud.confirm()
    assert heard_of(voice, "Clips") == ["Clips out. how many clips."]


def test_the_question_of_the_finder_is_read_and_not_the_step_behind_it(
    guide_with_faults: Path, voice: FakeVoice, workshop: Place
) -> None:
    finder = Finder(workshop.open())
    finder.open()
    finder.hands.press(Key.Key_F5)
    asked = "Do the doors lock and unlock? 1: Yes, all. 2: No."
    assert lines(voice.hear()) == [asked]
    finder.play("Do the doors lock → Yes")
    assert lines(voice.hear()) == ["What do you hear at the latch? 1: Nothing. 2: It clicks."]
    finder.hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert lines(voice.hear()) == [asked]
    finder.hands.choose("show-job")
    assert lines(voice.hear())[0] == "Look at the car."


def test_the_verdict_of_a_reading_is_read_in_the_finder_too(finder: Finder, voice: FakeVoice) -> None:
    at_the_meter(finder)
    finder.hands.press(Key.Key_F5)
    assert "Measure the button, pressed" in lines(voice.hear())[0]
    finder.hands.type("0.2")
    finder.hands.type("14")
    kept = "Pressed. 14 ohms. TOO HIGH. 13 point 8 ohms less Leads."
    assert heard_of(voice, "14 ohms")[0].startswith(kept)


def test_going_elsewhere_ends_what_is_read(aloud: Hands) -> None:
    silenced = listened_to(aloud)
    aloud.choose("home")
    assert any(silenced)


def test_where_nothing_is_to_be_read_that_is_said(workshop: Place, voice: FakeVoice) -> None:
    hands = workshop.open()
    hands.choose("home")
    hands.press(Key.Key_F5)
    began = "From now on steps and questions are read aloud."
    assert (lines(voice.hear()), hands.said) == ([began], began)
    hands.press(Key.Key_F5, held=SHIFT)
    assert hands.said == "There is nothing to read aloud here: only a step, or a question about the fault."


def test_no_voice_is_said_at_home_and_in_the_settings(workshop: Place, silent: None, qtbot: QtBot) -> None:
    hands = workshop.open()
    hands.choose("home")
    hands.press(Key.Key_F5)
    qtbot.waitUntil(lambda: hands.said.startswith("No voice is installed on this computer."))
    hands.press(Key.Key_Comma, held=Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(SettingsDialog)
    editor = dialog.fields["aloud"].editor
    editor.setFocus()
    hands.press(Key.Key_Down)
    qtbot.waitUntil(lambda: "No voice is installed" in text(dialog))
    assert dialog.fields["aloud"].text == Aloud.OFF


def test_no_voice_is_said_and_it_is_off_again(workshop: Place, silent: None, qtbot: QtBot) -> None:
    hands = workshop.open()
    hands.press(Key.Key_F5)
    qtbot.waitUntil(lambda: hands.said.startswith("No voice is installed on this computer."))
    assert workshop.settings.aloud is Aloud.OFF
    assert [action.isChecked() for action in hands.window.actions() if action.objectName() == "read-aloud"] == [False]


def test_a_voice_that_hangs_is_ended_by_the_next_act_and_at_the_end(
    workshop: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = FakeVoice(tmp_path, HANGS)
    monkeypatch.setenv("PATH", f"{voice.folder}:/usr/bin:/bin")
    hands = workshop.open()
    hands.press(Key.Key_F5)
    voice.hear()
    hands.tap(hands.row("doors"))
    voice.hear()
    workshop.close()
    voice.hear_the_end()
