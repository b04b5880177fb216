"""The job records from the window: backups while nobody notices, a way back when something is broken."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableWidget

from micra_assistant.jobs.events import Described
from micra_assistant.jobs.records import witness
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import log_of
from micra_assistant.jobs.rescue.backups import Backup, Backups, Reason
from micra_assistant.ui.frame.message_dialog import MessageDialog
from micra_assistant.ui.records.backups_dialog import BackupsDialog
from micra_assistant.ui.records.recovery_dialog import RecoveryDialog
from tests.disks import full
from tests.jobs.recordfiles import contents, job_of, lose_in_index, make_old, scribble
from tests.ui.hands import Workshop, settle, tap
from tests.ui.in_sight import button, dialogs
from tests.ui.records.desk import desk_of, finish_work

pytestmark = pytest.mark.thorough


def words_of(box: QDialog) -> str:
    """Return what a box of words says."""
    assert isinstance(box, MessageDialog)
    return box.words


def lines_of(dialog: QDialog) -> list[list[str]]:
    """Return what the list of backups says: why, jobs, acts, whether it is sound."""
    table = dialog.findChild(QTableWidget)
    assert table
    rows = range(table.rowCount())
    return [[item.text() for column in (1, 2, 3, 5) if (item := table.item(row, column))] for row in rows]


def back_up(workshop: Workshop) -> Backup:
    """Make a backup from outside."""
    return Backups(workshop.files.backups).make(workshop.files.records, Reason.DAILY, datetime.now())  # noqa: DTZ005


def break_records(workshop: Workshop) -> None:
    """Scribble over the records, and over their log, from which they could be mended."""
    scribble(workshop.files.records, 0, b"scribble" * 12)
    if log_of(workshop.files.records).exists():
        scribble(log_of(workshop.files.records), 0, b"bad")


@pytest.fixture
def worked(workshop: Workshop) -> Iterator[Workshop]:
    """Return a workshop with a job on a car, a backup of it, and a tick that came later."""
    hands = workshop.open()
    assert hands.window.workbench.shown
    hands.window.workbench.shown.do(Described("AB12 CDE"))
    back_up(workshop)
    hands.window.work.toggle("doors")
    workshop.close()
    yield workshop
    for aside in workshop.files.folder.glob("jobs-damaged-*"):
        aside.unlink()


def test_all_records_are_looked_through_after_a_start(worked: Workshop) -> None:
    """An act that the index has lost is not missed by who only reads what the index leads to."""
    with closing(SqliteStore(worked.files.records)) as store:
        (job,) = store.rows(JobQuery())
        lost = store.events(job.id)[-1]
    lose_in_index(worked.files.records, lost)
    hands = worked.open()
    assert hands.window.workbench.shown
    assert "doors" not in hands.window.workbench.shown.state.ticked
    desk_of(hands).begin()
    finish_work(hands)
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Restore this backup"))
    assert hands.window.workbench.shown.state.ticked == {"doors"}


def test_damaged_records_are_offered_to_be_recovered(worked: Workshop) -> None:
    break_records(worked)
    hands = worked.open()
    (dialog,) = dialogs(hands.window, RecoveryDialog)
    assert "nothing you do is kept" in hands.said
    assert "1 job, 2 acts" in hands.text
    tap(button(dialog, "Restore this backup"))
    (box,) = dialogs(hands.window, MessageDialog)
    assert "1 later act could be read in the damaged file and was added." in words_of(box)
    assert "The damaged file is kept as it was: jobs-damaged-" in words_of(box)
    assert hands.window.workbench.shown
    assert hands.car == "AB12 CDE"
    assert hands.window.workbench.shown.state.ticked == {"doors"}
    assert hands.said == ""
    hands.window.work.toggle("ignition")
    worked.close()
    hands = worked.open()
    assert hands.window.workbench.shown
    assert hands.window.workbench.shown.state.ticked == {"doors", "ignition"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_that_was_meant_for_the_step_answers_nothing(worked: Workshop, key: Qt.Key) -> None:
    break_records(worked)
    before = worked.files.records.read_bytes()
    hands = worked.open()
    (dialog,) = dialogs(hands.window, RecoveryDialog)
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    assert dialog.isVisible()
    assert worked.files.records.read_bytes() == before
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), key)
    assert not dialog.isVisible()


def test_damaged_records_stay_untouched_if_the_person_would_rather_not(worked: Workshop) -> None:
    break_records(worked)
    before = contents(worked.files.backups), worked.files.records.read_bytes()
    hands = worked.open()
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Not now"))
    assert hands.car == "AB12 CDE", "the backup can be worked with"
    hands.window.work.toggle("ignition")
    assert (contents(worked.files.backups), worked.files.records.read_bytes()) == before
    desk_of(hands).show_backups()
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Restore this backup"))
    assert hands.window.workbench.shown
    assert hands.window.workbench.shown.state.ticked == {"doors", "ignition"}, "what was done meanwhile is kept now"


def test_records_that_are_gone_are_offered_to_be_recovered(worked: Workshop) -> None:
    worked.files.records.unlink()
    hands = worked.open()
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Restore this backup"))
    assert hands.car == "AB12 CDE"


def test_without_a_backup_what_can_be_read_is_offered(worked: Workshop) -> None:
    for backup in worked.files.backups.iterdir():
        backup.unlink()
    break_records(worked)
    hands = worked.open()
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Bring back what can be read"))
    assert "3 acts of 1 job could be read" in words_of(dialogs(hands.window, MessageDialog)[0])
    assert hands.car == "AB12 CDE"


def test_damage_that_shows_while_working_is_offered_once(worked: Workshop) -> None:
    hands = worked.open()
    desk, size = desk_of(hands), worked.files.records.stat().st_size
    scribble(worked.files.records, 8192, os.urandom(size - 8192))
    for _ in range(2):
        hands.window.job_list.show_list()
        hands.window.work.toggle("ignition")
        settle()
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Restore this backup"))
    assert dialogs(hands.window, RecoveryDialog) == []
    assert desk._store.keeps
    assert hands.car == "AB12 CDE"


def test_a_recovery_that_fails_is_said(worked: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    break_records(worked)
    hands = worked.open()
    monkeypatch.setattr("shutil.copyfile", full)
    tap(button(dialogs(hands.window, RecoveryDialog)[0], "Restore this backup"))
    assert "No space left on device" in hands.said
    assert hands.car == "AB12 CDE"


def test_a_backup_is_made_once_a_day(workshop: Workshop) -> None:
    hands = workshop.open()
    for _ in range(2):
        desk_of(hands).back_up_if_due()
        finish_work(hands)
        (backup,) = Backups(workshop.files.backups).list(datetime.now())  # noqa: DTZ005
        assert (backup.reason, backup.jobs, backup.good) == (Reason.DAILY, 1, True)


@pytest.mark.walk
@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away there")
@pytest.mark.parametrize("at_once", [True, False], ids=["at the next act", "in the regular look"])
@pytest.mark.parametrize("is_closed", [True, False], ids=["closed after it", "brought back"])
def test_records_that_are_taken_away_are_noticed_and_nothing_is_lost(
    worked: Workshop, at_once: bool, is_closed: bool
) -> None:
    hands = worked.open()
    for path in worked.files.folder.glob("jobs.sqlite3*"):
        path.unlink()
    if at_once:
        hands.window.work.toggle("ignition")
    else:
        hands.window.records_watch.check()
    settle()
    (dialog,) = dialogs(hands.window, RecoveryDialog)
    assert dialog.windowTitle() == "The job records are gone"
    assert "are not kept any more: they were deleted or moved while they were open" in hands.said
    assert "nothing you do is kept after it is closed" in hands.said
    assert hands.window.workbench.shown
    assert not hands.window.workbench.shown.keeps
    expected = {"doors", "ignition"} if at_once else {"doors"}
    assert hands.window.workbench.shown.state.ticked == expected
    if is_closed:
        tap(button(dialog, "Not now"))
        worked.close()
        hands = worked.open()
        (dialog,) = dialogs(hands.window, RecoveryDialog)
    tap(button(dialog, "Restore this backup"))
    assert hands.window.workbench.shown
    assert hands.window.workbench.shown.keeps
    assert hands.car == "AB12 CDE"
    assert hands.window.workbench.shown.state.ticked == expected


def test_the_log_is_settled_when_nothing_is_done_for_some_seconds(worked: Workshop) -> None:
    hands = worked.open()
    hands.window.work.toggle("ignition")
    kept = desk_of(hands)._store.last()
    assert witness.read(worked.files.records).settled < kept
    for _ in range(5):
        hands.window.records_watch.check()
    assert witness.read(worked.files.records).settled == kept


def test_a_backup_that_cannot_be_made_is_said(workshop: Workshop) -> None:
    workshop.files.backups.parent.mkdir()
    workshop.files.backups.write_text("occupied")
    hands = workshop.open()
    desk_of(hands).back_up_if_due()
    finish_work(hands)
    assert hands.said.startswith("cannot back up the job records to")


def test_damage_that_a_backup_finds_is_offered(worked: Workshop) -> None:
    for backup in worked.files.backups.iterdir():
        backup.unlink()
    hands = worked.open()
    desk_of(hands)._store._connection.execute("UPDATE events SET act = 'scribble' WHERE turn = 2")
    desk_of(hands).back_up_if_due()
    finish_work(hands)
    assert dialogs(hands.window, RecoveryDialog)


def test_the_backups_are_shown_and_one_is_made(worked: Workshop) -> None:
    hands = worked.open()
    desk_of(hands).show_backups()
    finish_work(hands)
    (dialog,) = dialogs(hands.window, BackupsDialog)
    tap(button(dialog, "Make a backup now"))
    finish_work(hands)
    assert sorted(lines_of(dialog)) == [["By hand", "1", "3", "Sound"], ["Daily", "1", "2", "Sound"]]
    assert str(worked.files.backups) in hands.text


def test_a_damaged_backup_cannot_be_restored(worked: Workshop) -> None:
    scribble(back_up(worked).file, 4096, b"scribble" * 2000)
    hands = worked.open()
    desk_of(hands).show_backups()
    finish_work(hands)
    (dialog,) = dialogs(hands.window, BackupsDialog)
    assert [line[3] for line in lines_of(dialog)] == ["Damaged", "Sound"]
    tap(button(dialog, "Restore…"))
    assert dialogs(hands.window, MessageDialog) == []


@pytest.mark.parametrize("answer", ["Restore", "Cancel"])
def test_a_backup_is_restored_after_a_second_question(worked: Workshop, answer: str) -> None:
    hands = worked.open()
    desk_of(hands).show_backups()
    finish_work(hands)
    tap(button(dialogs(hands.window, BackupsDialog)[0], "Restore…"))
    (question,) = dialogs(hands.window, MessageDialog)
    asked = words_of(question)
    tap(button(question, answer))
    assert hands.window.workbench.shown
    kept = list(worked.files.folder.glob("jobs-replaced-*.sqlite3"))
    if answer == "Cancel":
        assert hands.window.workbench.shown.state.ticked == {"doors"}
        assert kept == []
        return
    (aside,) = kept
    assert "1 job, 2 acts" in asked
    assert aside.name in asked
    assert aside.name in words_of(dialogs(hands.window, MessageDialog)[0])
    assert hands.car == "AB12 CDE"
    assert hands.window.workbench.shown.state.ticked == frozenset()


def test_without_jobs_in_the_backup_the_complaints_are_shown(workshop: Workshop) -> None:
    hands = workshop.open()
    store = desk_of(hands)._store
    store._connection.execute("DELETE FROM events")
    store._connection.execute("DELETE FROM jobs")
    back_up(workshop)
    workshop.close()
    witness.witness_of(workshop.files.records).unlink()  # it would miss what was deleted behind its back
    hands = workshop.open()
    assert len(desk_of(hands)._store.rows(JobQuery())) == 1
    desk_of(hands).show_backups()
    finish_work(hands)
    tap(button(dialogs(hands.window, BackupsDialog)[0], "Restore…"))
    tap(button(dialogs(hands.window, MessageDialog)[0], "Restore"))
    assert "What is wrong with the car?" in hands.text


def test_old_records_are_backed_up_before_they_are_brought_up_to_date(workshop: Workshop) -> None:
    make_old(workshop.files.records, job_of(2))
    hands = workshop.open()
    (backup,) = Backups(workshop.files.backups).list(datetime.now())  # noqa: DTZ005
    assert (backup.reason, backup.events) == (Reason.MIGRATION, 6)
    assert desk_of(hands)._store.keeps


def test_old_records_that_cannot_be_backed_up_stay_as_they_are(workshop: Workshop) -> None:
    make_old(workshop.files.records, job_of(2))
    workshop.files.backups.write_text("occupied")
    before = contents(workshop.files.folder)
    hands = workshop.open()
    assert "cannot back up the job records" in hands.said
    assert "nothing you do is kept" in hands.said
    assert not desk_of(hands)._store.keeps
    assert len(desk_of(hands)._store.rows(JobQuery())) == 1
    assert before.items() <= contents(workshop.files.folder).items()
