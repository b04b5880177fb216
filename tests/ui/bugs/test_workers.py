"""A fault in work that something waits for: it is said, and nothing waits for ever."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.search.index import SearchIndex
from micra_assistant.ui.records.backups_dialog import BackupsDialog
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import dialogs
from tests.ui.records.desk import finish_work
from tests.ui.sheets.print_window import let_load

pytestmark = pytest.mark.qt_no_exception_capture
MISTAKE = "The program has made a mistake."


@pytest.fixture
def hands(workshop: Workshop) -> Iterator[Hands]:
    """Return hands at a window over a catcher, in a new job."""
    catcher = BugCatcher(BugLog(workshop.files.folder))
    with catcher.installed():
        yield workshop.open(catcher=catcher)


def fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError("the words of Mrs Miller")


def test_the_list_of_backups(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Backups, "list", fail)
    hands.choose("backups")
    finish_work(hands)
    assert dialogs(hands.window, BackupsDialog) == []
    assert hands.said.startswith(MISTAKE)


def test_a_backup_made_by_hand(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.choose("backups")
    desk = finish_work(hands)
    assert len(dialogs(hands.window, BackupsDialog)) == 1
    monkeypatch.setattr(Backups, "make", fail)
    desk._on_backup_wanted()
    finish_work(hands)
    assert dialogs(hands.window, BackupsDialog) == []
    assert hands.said.startswith(MISTAKE)


def test_the_backup_of_the_day(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Backups, "make", fail)
    desk = finish_work(hands)
    desk.back_up_if_due()
    finish_work(hands)
    assert hands.said.startswith(MISTAKE)


def test_records_that_are_put_in_place(hands: Hands) -> None:
    desk = finish_work(hands)
    replaced: list[int] = []
    desk.replaced.connect(lambda: replaced.append(1))
    with pytest.raises(ZeroDivisionError):
        desk._replace(fail)  # type: ignore[arg-type]
    assert replaced == [1], "the open job shows what is in the records now"
    assert QGuiApplication.overrideCursor() is None


def test_reading_the_guides_for_the_search(hands: Hands, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(SearchIndex, "refresh", fail)
    hands.press(Qt.Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    desk = hands.window.search.live
    assert desk
    qtbot.waitUntil(lambda: hands.said.startswith(MISTAKE))
    qtbot.waitUntil(lambda: (desk._thread, desk._reading) == (None, ""))  # it does not say for ever that it reads


def test_finding(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SearchIndex, "search", fail)
    hands.press(Qt.Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    hands.type("fuse")
    assert hands.said.startswith(MISTAKE)


def test_a_sheet_that_cannot_be_shown(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.paper.set_request.set_pictures", fail)
    hands.window.sheets.preview(SheetKind.CHECKLIST)
    let_load()
    assert hands.said.startswith(MISTAKE)
    hands.press(Qt.Key.Key_Escape)
    assert dialogs(hands.window.frame, PrintDialog) == []


def test_a_sheet_that_cannot_be_set(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("micra_assistant.paper.set_request.set_pdf", fail)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.pdf"), ""))
    hands.press(Qt.Key.Key_S, held=Qt.KeyboardModifier.ControlModifier)
    assert hands.said.startswith(MISTAKE)
    assert not (tmp_path / "x.pdf").exists()


def test_a_job_file_that_is_taken_in(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.jobs.jobfile.import_job", fail)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["a.zip"], ""))
    hands.choose("import")
    assert hands.said.startswith(MISTAKE)


def test_the_look_at_what_other_windows_write(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(hands.window.records_watch._store), "last", fail)
    for _ in range(100):
        hands.window.records_watch._timer.timeout.emit()
    settle()
    assert hands.said.startswith(MISTAKE)
    monkeypatch.undo()
