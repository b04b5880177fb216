"""The first job for practice: six lines, left at any moment, and nothing of it is in the records or remembered."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from micra_assistant import assets
from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.errors import MicraError
from micra_assistant.jobs.events import Closed, Described
from micra_assistant.jobs.jobfile import import_job
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.actions import Action, why_not
from micra_assistant.ui.home.home_view import HomeView
from micra_assistant.ui.job_actions import FOR_KEPT_WORK
from micra_assistant.ui.window_settings import WindowSettings
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.sheets.print_window import print_window
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

Key = Qt.Key
KILLED = """
import os, signal, sys
from pathlib import Path
from micra_assistant.app import make_application
from PySide6.QtCore import Qt
from tests.ui.hands import Workshop
application = make_application()
guides, folder = map(Path, sys.argv[1:])
workshop = Workshop(folder.parent)
workshop.guides = guides
hands = workshop.open()
hands.choose("practice")
hands.press(Qt.Key.Key_Space, Qt.Key.Key_PageDown)
hands.pass_gate("cap")
hands.tap(hands.field("coins"))
hands.type("4", then=Qt.Key.Key_5)
hands.window.drafts.write()
os.kill(os.getpid(), signal.SIGKILL)
"""
OFFERED = "New here? A first job for practice takes two minutes, and nothing of it is kept."


@pytest.fixture
def practising(workshop: Workshop, hands: Hands) -> Hands:
    """Return hands at the practice, begun beside a job."""
    hands.choose("practice")
    return hands


def rows(workshop: Workshop) -> tuple[int, ...]:
    """Return how many events, and words half typed, are in the records on the disk."""
    with closing(sqlite3.connect(workshop.files.records)) as records:
        tables = [name for (name,) in records.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counted = [name for name in tables if name.startswith(("events", "drafts", "jobs"))]
        assert len(counted) > 1, tables
        return tuple(records.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in counted)


def two_guides(workshop: Workshop) -> Hands:
    """Return hands where nothing begins by itself."""
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    return workshop.open()


def guide_of(hands: Hands) -> str:
    """Return which guide is shown."""
    return hands.window.workbench.guide_id


def test_the_guide_for_practice_is_sound() -> None:
    folder = assets.resource("practice", "first-job")
    assert guide_mistakes(folder) + guide_remarks(folder) == []


def test_it_can_be_done_to_the_end_and_leads_back(workshop: Workshop, practising: Hands) -> None:
    before = rows(workshop)
    practising.press(Key.Key_Space)
    practising.press(Key.Key_PageDown)
    practising.pass_gate("cap")
    practising.fill_in("coins", "3")
    practising.fill_in("length", "500")
    practising.fill_in("coins-back", "3")
    practising.tap(practising.row("tried"))
    job = practising.window.workbench.shown
    assert job is not None
    assert job.checklist.progress() == (6, 6)
    assert job.checklist.car_now() == ()
    practising.window.workbench.attempt(lambda open_job: open_job.do(Closed()))
    settle()
    assert guide_of(practising) == "button"
    assert practising.said == "That was a whole job. From now on everything you do is kept."
    practising.window.drafts.write()
    assert rows(workshop) == before


def test_it_is_done_by_the_keys_that_its_words_name(practising: Hands) -> None:
    practising.press(Key.Key_Space, Key.Key_Space)
    assert practising.step == "try-gate"
    practising.press(Key.Key_Space, Key.Key_PageUp, Key.Key_Space, Key.Key_Space)
    assert practising.step == "try-count"
    practising.type("3", Key.Key_Space)
    practising.press(Key.Key_Space)
    practising.type("500", Key.Key_Space)
    practising.press(Key.Key_PageUp)
    assert practising.line("length").is_wrong
    practising.type("140", Key.Key_Space)
    assert practising.line("length").value == "140"
    practising.press(Key.Key_Space)
    practising.type("3", Key.Key_Space)
    practising.press(Key.Key_Space, Key.Key_Space)
    assert said(practising).startswith("Close the job")


def test_it_says_that_nothing_is_kept(practising: Hands) -> None:
    assert practising.said == "This is for practice: nothing of it is kept. Leave it whenever you like."
    assert practising.window.workbench.shown is not None
    assert not practising.window.workbench.shown.keeps


def test_it_is_left_by_its_button_at_any_moment(practising: Hands) -> None:
    practising.tap(practising.button("Leave the practice"))
    assert guide_of(practising) == "button"
    assert not practising.window.workbench.is_practice


def test_the_same_action_leaves_it(practising: Hands) -> None:
    action = practising.choose("practice")
    assert guide_of(practising) == "button"
    assert action.text() == "A first job, for practice"
    practising.choose("practice")
    assert (guide_of(practising), action.text()) == ("first-job", "Leave the practice")


def test_another_job_ends_it(practising: Hands) -> None:
    practising.begin("button")
    assert not practising.window.workbench.is_practice
    assert practising.window.practice._store is None, "its records are gone"


def test_what_is_half_typed_and_a_kill_leave_nothing(workshop: Workshop, practising: Hands) -> None:
    workbench, before = practising.window.workbench, rows(workshop)
    workbench.go_to("try-count")
    practising.tap(practising.field("coins"))
    practising.type("4", then=Key.Key_5)
    practising.window.end()
    assert rows(workshop) == before
    workshop.close()
    hands = workshop.open()
    assert (guide_of(hands), hands.said) == ("button", "")


def test_what_is_for_the_records_says_that_nothing_is_kept(practising: Hands) -> None:
    for name in FOR_KEPT_WORK:
        action = practising.window.findChild(QAction, name)
        assert action
        assert why_not(action) == "Leave the practice first: nothing of it is kept.", name
    practising.choose("practice")
    assert all(not why_not(action) for action in practising.window.findChildren(QAction, FOR_KEPT_WORK[0]))


def test_no_sheet_carries_it_into_the_records(
    workshop: Workshop, practising: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practising.press(Key.Key_Space)
    output = tmp_path / "practice.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(output), ""))
    practising.choose(Action.SAVE_CHECKLIST)
    settle()
    assert practising.said == f"Saved: {output}"
    practising.press(Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    choices = print_window().choices
    assert (choices.carries_job.isChecked(), choices.carries_job.isEnabled()) == (False, False)
    print_window().save()
    settle()
    before = rows(workshop)
    with closing(SqliteStore(workshop.files.records)) as store, pytest.raises(MicraError, match="without a job in it"):
        import_job(store, output)
    assert rows(workshop) == before


def test_a_kill_in_the_midst_leaves_all_files_of_the_records_as_they_were(workshop: Workshop) -> None:
    workshop.open().begin("button", car="REAL")
    workshop.close()
    before = rows(workshop)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(workshop.guides), str(workshop.files.folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=100,
    )
    assert killed.returncode == -signal.SIGKILL
    assert rows(workshop) == before
    assert workshop.open().car == "REAL"


def test_the_next_start_goes_on_with_the_job_before_the_practice(workshop: Workshop, hands: Hands) -> None:
    workbench = hands.window.workbench
    hands.begin("button", car="FIRST")
    first = workbench.job
    hands.begin("button", car="LAST")
    assert first is not None
    assert first.job is not None
    workbench.resume(first.job)
    hands.choose("practice")
    workshop.close()
    assert workshop.open().car == "FIRST"


def test_it_leads_back_to_nothing_where_nothing_was_open(workshop: Workshop) -> None:
    hands = two_guides(workshop)
    hands.choose("practice")
    assert guide_of(hands) == "first-job"
    hands.choose("practice")
    assert hands.window.workbench.shown is None
    assert hands.window.body.aside is not None


def test_it_is_offered_once_in_a_line(workshop: Workshop) -> None:
    hands = two_guides(workshop)
    assert hands.said == OFFERED
    hands.tap(hands.button("Try it"))
    assert guide_of(hands) == "first-job"
    workshop.close()
    assert workshop.open().said == ""


def test_the_offer_hides_nothing_of_home(workshop: Workshop) -> None:
    body = two_guides(workshop).window.body
    assert isinstance(body.aside, HomeView)
    home, offer = body.aside, body.messages.geometry()
    for part in (home.which, home.complaints, home.jobs):
        place = QRect(part.mapTo(body, QPoint()), part.size())
        assert not place.intersects(offer), part


def test_who_has_a_job_is_not_offered_it(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.window.workbench.begin("button", Described())
    assert hands.said == ""
    assert not WindowSettings(workshop.files.settings).practice_offered
