"""What the window does with guides that have faults and with records that cannot be kept."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from micra_assistant.ui.jobs.new_job_dialog import NewJob, NewJobDialog
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import rewrite
from tests.jobs.recordfiles import RIGHT_SUMS, pragma
from tests.test_shares import let_be_a_share
from tests.ui.hands import Hands, Workshop

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

DISK_FULL = "CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
NOT_KNOWN = """UPDATE events SET act = '{"act": "sung"}' WHERE sequence = 2"""


def break_guide(workshop: Workshop) -> Path:
    """Put a page with ten faults into the guide, and return it."""
    page = workshop.guides / "button" / "30-broken.md"
    page.write_text("# Page {: #page }\n\n## Step {: #step }\n" + "\n- [ ] No id\n" * 10, encoding="utf-8")
    return page


def test_every_fault_of_a_guide_is_shown_in_its_line(workshop: Workshop) -> None:
    page = break_guide(workshop)
    hands = workshop.open()
    faults = hands.faults.splitlines()
    assert len(faults) == 10
    assert faults[0] == f"{page}:5: the item needs an id of small letters, digits, dashes: {{: #item-id }}"
    assert "The guide “button” has 10 mistakes" in hands.text
    assert "NOT KEPT" not in hands.text


def test_the_job_of_a_guide_with_faults_goes_on_as_it_was_begun(workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.turn(1)
    workshop.close()
    page = break_guide(workshop)
    hands = workshop.open()
    assert hands.said.startswith(f"The job is shown with the guide as it was then. Now: {page}:5: the item needs an id")
    press_all_keys(hands)
    assert (hands.step, hands.row("ignition").mark, hands.faults) == ("power-off", Mark.DONE, "")
    workshop.close()
    page.unlink()
    hands = workshop.open()
    assert (hands.step, hands.row("doors").mark, hands.said) == ("power-off", Mark.DONE, "")
    assert "Job 0001" in hands.text


def test_a_sound_guide_beside_a_faulty_one_still_opens(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "sound")
    break_guide(workshop)
    hands = workshop.open()
    monkeypatch.setattr(NewJobDialog, "ask", lambda *_, **__: NewJob("sound"))
    hands.press(Key.Key_N, held=CONTROL)
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE
    monkeypatch.setattr(NewJobDialog, "ask", lambda *_, **__: NewJob("button"))
    hands.press(Key.Key_N, held=CONTROL)
    assert len(hands.faults.splitlines()) == 10


def test_faults_of_pages_and_parts_are_shown_together(workshop: Workshop) -> None:
    break_guide(workshop)
    parts = workshop.guides / "button" / "parts.toml"
    rewrite(parts, "RUB", "shells")
    faults = workshop.open().faults.splitlines()
    assert (len(faults), sum("parts.toml" in fault for fault in faults)) == (11, 1)


def test_from_a_faulty_guide_one_goes_back_to_the_job(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "other")
    hands = workshop.open()
    hands.tap(hands.button("Open the guide"))
    hands.turn(1)
    break_guide(workshop)
    (workshop.guides / "button").rename(workshop.guides / "broken")
    monkeypatch.setattr(NewJobDialog, "ask", lambda *_, **__: NewJob("broken"))
    hands.press(Key.Key_N, held=CONTROL)
    assert len(hands.faults.splitlines()) == 10
    hands.tap(hands.button("Back to the job"))
    assert hands.step == "power-off"


def test_the_job_of_a_guide_that_is_gone_goes_on_as_it_was_begun(workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_Space)
    workshop.close()
    (workshop.guides / "button").rename(workshop.guides / "key")
    hands = workshop.open()
    assert hands.said.endswith("Now: there is no guide “button”; there is: key")
    press_all_keys(hands)
    assert hands.row("doors").mark is Mark.DONE


def test_without_guides_the_window_says_so_and_takes_every_key(workshop: Workshop) -> None:
    shutil.rmtree(workshop.guides)
    hands = workshop.open()
    assert "There is no guide yet" in hands.text
    assert "NOT KEPT" not in hands.text
    assert hands.window.body.strip.words == ""
    press_all_keys(hands)


def press_all_keys(hands: Hands) -> None:
    """Press all keys that mean something, those aside that ask something back."""
    hands.turn(1)
    hands.turn(-1)
    hands.press(Key.Key_Space, Key.Key_F4, Key.Key_F9, Key.Key_Tab, Key.Key_Escape)
    hands.press(Key.Key_Plus, Key.Key_Minus, Key.Key_P, held=CONTROL)
    hands.press(Key.Key_Escape)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
        hands.press(Key.Key_S, held=CONTROL)


@pytest.fixture
def unkept(workshop: Workshop) -> Hands:
    """Return hands at a window whose records have no place."""
    workshop.files.folder.write_text("a file where the folder should be", encoding="utf-8")
    return workshop.open()


def test_records_that_have_no_place_are_said_at_once(workshop: Workshop, unkept: Hands) -> None:
    assert unkept.said == (
        f"cannot open the job records in {workshop.files.records}: File exists."
        " The program works, but nothing you do is kept after it is closed."
    )
    assert "NOT KEPT" in unkept.text


def test_without_a_place_for_records_everything_works(unkept: Hands) -> None:
    unkept.press(Key.Key_Space)
    unkept.turn(1)
    unkept.press(Key.Key_Space, Key.Key_Space)
    unkept.confirm()
    unkept.fill_in("clips", "11")
    unkept.press(Key.Key_F9)
    assert unkept.window.body.strip.words == "negative off, clips out · 11\u00a0clips"
    assert "4 of 12" in unkept.text
    assert "NOT KEPT" in unkept.text


def test_records_that_are_kept_are_not_said_to_be_lost(hands: Hands) -> None:
    assert (hands.said, "NOT KEPT" in hands.text) == ("", False)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="as Linux tells it")
def test_records_on_a_network_drive_are_said_to_be_in_danger(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    let_be_a_share(tmp_path, monkeypatch)
    hands = workshop.open()
    assert hands.said.startswith("The job records are on a network drive (nfs4), in ")
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE


def test_a_tick_that_cannot_be_kept_is_not_shown(workshop: Workshop, hands: Hands) -> None:
    with closing(sqlite3.connect(workshop.files.records)) as records:
        records.execute(DISK_FULL)
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.EMPTY
    assert hands.said == f"cannot write the job records in {workshop.files.records}: the disk is full"
    hands.fill_in("battery", "12.6")
    assert hands.row("battery").mark is Mark.EMPTY
    hands.window.records_watch.check()
    assert hands.row("battery").mark is Mark.EMPTY, "nor when everything is shown anew"
    assert "0 of 12" in hands.text
    hands.turn(1)
    assert hands.step == "power-off"


def test_what_can_be_kept_again_is(workshop: Workshop, hands: Hands) -> None:
    with closing(sqlite3.connect(workshop.files.records)) as records:
        records.execute(DISK_FULL)
        hands.press(Key.Key_Space)
        records.execute("DROP TRIGGER full")
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE


def test_a_job_that_this_program_does_not_understand_is_left_alone(workshop: Workshop, hands: Hands) -> None:
    hands.press(Key.Key_Space)
    workshop.close()
    pragma(workshop.files.records, NOT_KNOWN, RIGHT_SUMS)
    hands = workshop.open()
    assert hands.said.endswith(". The records are left as they are.")
    assert "Job 0002" in hands.text
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE
