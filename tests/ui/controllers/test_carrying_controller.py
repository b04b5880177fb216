"""All records on a stick and back from the window: what is done is said, and nothing that was there is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.rescue.carried import FOLDER
from micra_assistant.ui.frame.message_dialog import MessageDialog
from micra_assistant.ui.records.stick import likely_stick
from tests.ui.hands import Hands, Workshop, settle, tap
from tests.ui.in_sight import button, dialogs
from tests.ui.records.desk import finish_work

pytestmark = pytest.mark.thorough


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the stick that is chosen when somebody asks where to."""
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    return stick


def carried(hands: Hands, stick: Path) -> tuple[Path, str]:
    """Copy the records to the stick; return the copy and what is said of it."""
    hands.choose("carry-out")
    finish_work(hands)
    (box,) = dialogs(hands.window, MessageDialog)
    words = box.words
    box.accept()
    (file,) = (stick / FOLDER).iterdir()
    return file, words


def test_a_copy_is_made_and_said(workshop: Workshop, stick: Path) -> None:
    file, words = carried(workshop.open(), stick)
    assert words.startswith(f"1 job, 1 act are copied to {file}. The copy was read from beginning to end: it is sound.")


def test_a_copy_is_brought_back_and_what_was_there_is_kept(
    workshop: Workshop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = workshop.open()
    file, _words = carried(hands, stick)
    hands.begin("button", "XY1")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    hands.choose("bring-back")
    finish_work(hands)
    (box,) = dialogs(hands.window, MessageDialog)
    assert "The records as they are now are kept as" in box.words
    tap(button(box, "Restore"))
    settle()
    assert hands.car == ""
    assert [path.name for path in workshop.files.folder.glob("jobs-replaced*.sqlite3")]


def test_a_file_that_is_no_copy_changes_nothing(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = workshop.open()
    (tmp_path / "letter.sqlite3").write_text("Dear Olga")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "letter.sqlite3"), ""))
    hands.choose("bring-back")
    finish_work(hands)
    assert dialogs(hands.window, MessageDialog) == []
    assert "letter.sqlite3" in hands.said
    assert hands.step == "look"


def test_who_would_rather_not_copies_nothing(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    hands = workshop.open()
    hands.choose("carry-out")
    hands.choose("bring-back")
    finish_work(hands)
    assert (hands.said, dialogs(hands.window, MessageDialog)) == ("", [])


def test_a_stick_that_is_full_is_said(workshop: Workshop, stick: Path) -> None:
    (stick / FOLDER).write_text("no folder")
    hands = workshop.open()
    hands.choose("carry-out")
    finish_work(hands)
    assert hands.said.startswith("cannot back up the job records to")


def test_records_that_are_not_kept_are_not_copied(workshop: Workshop, stick: Path) -> None:
    workshop.files.folder.mkdir()
    workshop.files.records.mkdir()
    hands = workshop.open()
    hands.choose("carry-out")
    assert hands.said.startswith("Nothing is kept now")
    assert list(stick.iterdir()) == []


def test_where_no_stick_is_seen_the_dialog_begins_where_it_likes() -> None:
    assert isinstance(likely_stick(), str)
