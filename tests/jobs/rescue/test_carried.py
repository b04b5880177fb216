"""A copy of all records that is carried out of the house."""

from datetime import datetime
from pathlib import Path

import pytest

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Opened, new_event
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue import carried
from micra_assistant.jobs.rescue.backups import KEPT, Reason
from micra_assistant.jobs.rescue.carried import FOLDER, brought, carry_out, said_of
from tests.jobs.recordfiles import scribble

NOW = datetime(2026, 11, 29, 12, 0)  # noqa: DTZ001 - the clock on the wall


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Return records with one job."""
    file = tmp_path / "data" / "jobs.sqlite3"
    store = SqliteStore(file)
    store.append([new_event("one", 1, Opened("button", "1", "AB12 CDE"))])
    store.close()
    return file


def test_a_copy_is_sound_and_can_be_brought_back(records: Path, tmp_path: Path) -> None:
    copy = carry_out(records, tmp_path / "stick", NOW)
    assert copy.file.parent == tmp_path / "stick" / FOLDER
    assert (copy.jobs, copy.events, copy.good) == (1, 1, True)
    assert brought(copy.file) == copy


def test_the_folder_itself_may_be_chosen(records: Path, tmp_path: Path) -> None:
    first = carry_out(records, tmp_path / "stick", NOW)
    assert carry_out(records, first.file.parent, NOW).file.parent == first.file.parent


def test_the_newest_copies_are_kept_and_other_files_left_alone(records: Path, tmp_path: Path) -> None:
    other = tmp_path / "stick" / FOLDER / "holiday.jpg"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"sea")
    for minute in range(6):
        carry_out(records, tmp_path / "stick", NOW.replace(minute=minute))
    assert len(list(other.parent.glob("*.sqlite3"))) == KEPT[Reason.BY_HAND]
    assert other.exists()


def test_a_copy_under_another_name_is_known_too(records: Path, tmp_path: Path) -> None:
    copy = carry_out(records, tmp_path / "stick", NOW)
    renamed = copy.file.rename(tmp_path / "mine.sqlite3")
    assert (brought(renamed).jobs, brought(renamed).good) == (1, True)


def test_what_is_no_sound_copy_is_refused(records: Path, tmp_path: Path) -> None:
    copy = carry_out(records, tmp_path / "stick", NOW)
    scribble(copy.file, 0, b"scribble" * 12)
    with pytest.raises(StoreError):
        brought(copy.file)
    with pytest.raises(StoreError):
        brought(tmp_path / "nothing.sqlite3")


def test_a_place_that_cannot_be_written_to_is_said(records: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("no folder")
    with pytest.raises(StoreError, match="cannot back up the job records to"):
        carry_out(records, tmp_path / "stick", NOW)


def test_a_copy_on_the_same_disk_is_remarked_on(records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = carry_out(records, tmp_path / "stick", NOW)
    assert said_of(copy, records) == carried.SAME_DISK
    assert said_of(copy, tmp_path / "gone") == ""
    monkeypatch.setattr(carried, "_disk_of", lambda path: path.name)
    assert said_of(copy, records) == ""
