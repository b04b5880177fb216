"""A customer's data is blanked from the window: in the records, in the backups, and in what is shown."""

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.events import Closed, Described, Noted
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.records.blanking import blank, unfinished
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.controllers.blanking_controller import BlankingController
from micra_assistant.ui.jobs.blank_dialog import BlankChoice, BlankDialog
from micra_assistant.ui.jobs.jobs_model import REMARK_ROLE, JobColumn
from micra_assistant.ui.jobs.jobs_view import JobsView
from tests.jobs.recordfiles import scribble
from tests.ui.controllers.test_records_controller import back_up
from tests.ui.hands import Hands, Workshop
from tests.ui.records.desk import finish_work

pytestmark = pytest.mark.thorough


@pytest.fixture
def closed(hands: Hands) -> str:
    """Return the id of a closed job with a customer, which is open."""
    open_job = hands.window.workbench.shown
    assert open_job is not None
    assert open_job.job is not None
    open_job.who = "Bea"
    for act in (Described("XY 987", "Ann Able"), Noted("look", "ring Ann"), Closed("fuse")):
        open_job.do(act)
    hands.window.workbench.changed.emit()
    return open_job.job.id


def blank_it(hands: Hands, monkeypatch: pytest.MonkeyPatch, *, notes: bool = False) -> None:
    """Choose it in the menu, and say yes."""
    monkeypatch.setattr(BlankDialog, "ask", lambda *_: BlankChoice(notes))
    hands.choose("blank")
    finish_work(hands)


def everything(workshop: Workshop) -> bytes:
    """Return all that is in the files of a workshop."""
    return b"".join(file.read_bytes() for file in workshop.files.folder.rglob("*") if file.is_file())


def test_it_goes_from_the_window_the_records_and_the_backups(
    workshop: Workshop, hands: Hands, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(workshop)
    assert "XY 987" in hands.text
    blank_it(hands, monkeypatch, notes=True)
    assert hands.said == "The customer’s data of job 0001 is taken out of the records and of all backups."
    assert "XY 987" not in hands.text
    assert b"Ann" not in everything(workshop)
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.history.events[-1].by == "Bea"
    assert (hands.window.workbench.shown.state.outcome, hands.window.workbench.shown.state.notes) == (
        Closed("fuse", rate=Decimal(1200), currency="RUB"),
        (),
    )
    workshop.close()
    with closing(SqliteStore(workshop.files.records)) as store:
        assert unfinished(store) == ()
    assert b"Ann" not in everything(workshop)


@pytest.mark.usefixtures("workshop")
def test_the_list_says_so(hands: Hands, closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    blank_it(hands, monkeypatch)
    hands.window.job_list.show_list()
    view = hands.window.body.aside
    assert isinstance(view, JobsView)
    assert view.model.index(0, JobColumn.CUSTOMER).data(REMARK_ROLE) == "blanked"
    assert view.model.index(0, JobColumn.CUSTOMER).data() == ""


def test_it_is_asked_of_closed_jobs_only(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    action = hands.window.frame.findChild(QAction, "blank")
    assert action is not None
    assert not action.isEnabled()
    blank_it(hands, monkeypatch)
    assert hands.window.workbench.shown is not None
    assert not hands.window.workbench.shown.state.blanked


def test_a_no_blanks_nothing(hands: Hands, closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BlankDialog, "ask", lambda *_: None)
    hands.choose("blank")
    assert "XY 987" in hands.text


def test_a_backup_that_cannot_be_cleared_is_named(
    workshop: Workshop, hands: Hands, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(workshop)
    scribble(backup.file, 3 * 4096 + 8, b"scribble" * 200)
    blank_it(hands, monkeypatch)
    assert f"What was blanked may still be in {backup.file} (" in hands.said
    assert "tried again at the next start" in hands.said


def test_the_next_start_goes_on_where_it_was_interrupted(workshop: Workshop, hands: Hands, closed: str) -> None:
    back_up(workshop)
    with closing(SqliteStore(workshop.files.records)) as other:
        blank(other, closed)
    assert b"Ann Able" in everything(workshop)
    workshop.close()
    hands = workshop.open()
    desk = hands.window.frame.findChild(BlankingController)
    assert desk is not None
    desk.go_on()
    finish_work(hands)
    assert b"Ann Able" not in everything(workshop)
    assert "blanked" not in hands.said


def test_what_was_blanked_elsewhere_is_said_when_it_is_taken_in(
    workshop: Workshop, hands: Hands, closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, less = tmp_path / "full.zip", tmp_path / "less.zip"
    with closing(SqliteStore(workshop.files.records)) as here:
        export_job(here, closed, None, full)
    with closing(SqliteStore(tmp_path / "there" / "jobs.sqlite3")) as there:
        import_job(there, full)
        blank(there, closed)
        export_job(there, closed, None, less)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(less)], ""))
    hands.window.job_files.take_in()
    assert "blanked there; here it is kept until you blank it too" in hands.said
    assert b"Ann Able" in everything(workshop)
