"""Whatever the last job holds, the window opens, says so, and does not fall into the same hole again."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.cli import main
from micra_assistant.errors import StoreError
from micra_assistant.jobs import job_opener
from micra_assistant.jobs.history import History
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.controllers import jobs_controller
from micra_assistant.ui.home.home_view import HomeView
from micra_assistant.ui.step.step_view import StepView
from micra_assistant.ui.widgets.tick_box import TickBox
from tests.ui.hands import Hands, Workshop, settle

pytestmark = [pytest.mark.qt_no_exception_capture, pytest.mark.thorough]
BAD = "Bad car"


@contextmanager
def started(workshop: Workshop) -> Iterator[tuple[Hands, BugCatcher]]:
    """Start the program with its catcher spread, and end it."""
    catcher = BugCatcher(BugLog(workshop.files.folder))
    with catcher.installed():
        hands = workshop.open(catcher=catcher)
        settle()
        yield hands, catcher
        workshop.close()
        for half_made in QApplication.topLevelWidgets():  # the window could not take it along
            half_made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def left(workshop: Workshop) -> Workshop:
    """Return a workshop whose window was closed over the second of two jobs, that of the bad car."""
    hands = workshop.open()
    hands.begin("button", car="Good car")
    hands.begin("button", car=BAD)
    settle()
    assert hands.car == BAD
    workshop.close()
    return workshop


def jobs_of(hands: Hands) -> dict[str, str]:
    """Return the ids of the jobs in the records, by car."""
    return {row.car: row.id for row in hands.window.job_list._store.rows(JobQuery())}


def fail(*_: object, **__: object) -> None:
    raise ArithmeticError("9e999999999")


def in_the_events(patch: pytest.MonkeyPatch) -> None:
    real = History

    def history(events: object) -> object:
        made = real(events)  # type: ignore[arg-type]
        if made.state.car == BAD:
            fail()
        return made

    patch.setattr(job_opener, "History", history)


def in_the_open_job(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(job_opener, "OpenJob", fail)


def in_a_view(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(StepView, "show_checklist", fail)


def in_the_controller(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(jobs_controller.JobsController, "remember", fail)


def while_painting(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(TickBox, "paintEvent", fail)


WAYS = [in_the_events, in_the_open_job, in_a_view, in_the_controller, while_painting]
each_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)


@pytest.mark.walk
@each_way
def test_a_bad_job_costs_neither_the_window_nor_the_next_start(
    left: Workshop, way: Callable[[pytest.MonkeyPatch], None]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        way(patch)
        with started(left) as (hands, catcher):
            assert hands.car == ""
            assert isinstance(hands.window.body.aside, HomeView)
            assert hands.said.startswith("Job 0003 could not be opened.")
            assert "ArithmeticError at " in hands.said
            assert "9e9999" not in catcher.log.file.read_text()
        with started(left) as (hands, catcher):
            assert hands.said.startswith("Job 0003 is not opened by itself")
            assert catcher.count == 0
    with started(left) as (hands, _catcher):
        hands.button("Open it all the same").click()
        settle()
        assert (hands.car, hands.said) == (BAD, "")
    with started(left) as (hands, _catcher):
        assert hands.car == BAD, "once it was opened it is opened by itself again"


@pytest.mark.walk
@each_way
def test_a_bad_job_opened_from_the_list_is_said_and_leaves_the_others(
    left: Workshop, way: Callable[[pytest.MonkeyPatch], None]
) -> None:
    with started(left) as (hands, _catcher):
        jobs = jobs_of(hands)
        hands.window.job_list.open(jobs["Good car"])
        hands.window.job_list.show_list()
        with pytest.MonkeyPatch.context() as patch:
            way(patch)
            hands.window.job_list.open(jobs[BAD])
            settle()
            assert hands.said.startswith("Job 0003 could not be opened.")
            assert hands.car == ""
            hands.press(Qt.Key.Key_J, held=Qt.KeyboardModifier.ControlModifier)
        assert hands.window.job_list.open(jobs["Good car"])
        settle()
        assert hands.car == "Good car"


def test_a_bad_job_can_be_exported_from_the_list(
    left: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_opener, "OpenJob", fail)
    output = tmp_path / "bad.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(output), ""))
    with started(left) as (hands, catcher):
        hands.window.job_list.show_list()
        hands.window.job_list._view.export_wanted.emit(jobs_of(hands)[BAD])  # type: ignore[union-attr]
        assert catcher.count == 1, "it was not opened for that"
    with ZipFile(output) as exported:
        assert "job.json" in exported.namelist()


def test_a_bad_job_can_be_exported_by_the_command(
    left: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("micra_assistant.cli.export_job.JobSheets", fail)
    output = tmp_path / "bad.zip"
    asked = ["--data-dir", str(left.files.folder), "--guides", str(left.guides), "export", "3", "-o", str(output)]
    assert main(asked) == 0
    assert "the program has made a mistake" in capsys.readouterr().err
    with ZipFile(output) as exported:
        assert "job.json" in exported.namelist()


def test_words_are_no_fault_and_leave_no_mark(left: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("the job records cannot be read")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job_opener, "History", refuse)
        hands = left.open()
        assert hands.said.startswith("the job records cannot be read")
        assert not hands.window.safe.is_fallen(jobs_of(hands)[BAD])
    assert hands.window.job_list.open(jobs_of(hands)[BAD])


@pytest.mark.parametrize("damage", [b"", b"\x00" * 5000, b"[General]\njob=@Variant(\x00\x00)\ngeometry=@ByteArray(x)"])
def test_settings_that_are_broken_cost_no_job(left: Workshop, damage: bytes) -> None:
    left.files.settings.write_bytes(damage)
    assert left.open().car == BAD


def test_a_cache_that_is_broken_costs_no_job(left: Workshop) -> None:
    for file in left.files.guide_cache.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\xff" * 100)
    assert left.open().car == BAD


def test_guides_that_cannot_be_listed_cost_no_window(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.guide.ways_in.read_head", fail)
    with started(workshop) as (hands, _catcher):
        assert hands.said.startswith("The program has made a mistake.")


KILLED = """
import os, signal, sys
from pathlib import Path
from micra_assistant.app import make_application
from micra_assistant.jobs import job_opener
from tests.ui.hands import Workshop

application = make_application()
def stop(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
job_opener.OpenJob = stop
Workshop(Path(sys.argv[1])).open()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed like this here")
def test_a_job_over_which_the_program_was_killed_is_not_opened_by_itself(left: Workshop, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    killed = [sys.executable, "-c", KILLED, str(tmp_path)]
    assert subprocess.run(killed, cwd=root, env=os.environ, check=False).returncode == -9
    for _ in range(2):
        hands = left.open()
        assert hands.car == ""
        assert hands.said.startswith("Job 0003 is not opened by itself")
        left.close()
    hands = left.open()
    assert hands.window.job_list.open(jobs_of(hands)["Good car"])
    assert hands.window.frame.findChildren(CheckRow)
    settle()


def test_a_window_that_is_closed_before_it_was_painted_leaves_no_mark(left: Workshop) -> None:
    from micra_assistant.assembly import make_window
    from micra_assistant.guide.library import Library

    window = make_window(Library(left.guides), left.files)
    left._window = window
    left.close()
    assert list(left.files.opening.iterdir()) == []
