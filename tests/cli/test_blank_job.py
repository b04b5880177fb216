"""The command ``blank``."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Blanked, Closed, Described, Noted
from micra_assistant.jobs.records.blanking import unfinished
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backup, Backups, Reason
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.userfiles import UserFiles
from tests.cli.test_job_files import run
from tests.cli.test_main import refused
from tests.jobs.recordfiles import scribble

ABLE = Described("A 123", "Ann Able", 5, "it rattles")
NOW = datetime(2026, 11, 21, 9, 5)  # noqa: DTZ001 - the clock on the wall


@pytest.fixture
def files(tmp_path: Path, guides: Path) -> UserFiles:
    """Return the files of a workshop with a closed job."""
    files = UserFiles(tmp_path / "here")
    with closing(SqliteStore(files.records)) as store:
        open_job = begin_job(store, read_guide(guides / "button"), details=ABLE)
        open_job.do(Noted("step", "ring Ann first"))
        open_job.toggle("off")
        open_job.do(Closed("fuse"))
    files.settings.write_text("[General]\nwho=Cy\n", encoding="utf-8")
    return files


def backed_up(files: UserFiles) -> Backup:
    """Return a backup of the records."""
    return Backups(files.backups).make(files.records, Reason.DAILY, NOW)


def everything(files: UserFiles) -> bytes:
    """Return all that is in the files of a workshop."""
    return b"".join(file.read_bytes() for file in files.folder.rglob("*") if file.is_file())


def test_without_yes_it_is_only_said(capsys: pytest.CaptureFixture[str], files: UserFiles) -> None:
    assert run(files, "blank", "1") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "micra-assistant: nothing is done yet: customer, registration and complaint of job 0001 would be taken out of"
        " the records and of all backups for good; what was done to the car would stay; add --yes if that is meant\n"
    )
    assert b"Ann Able" in everything(files)


def test_it_is_taken_out_everywhere(capsys: pytest.CaptureFixture[str], files: UserFiles) -> None:
    backup = backed_up(files)
    assert run(files, "blank", "1", "--notes-and-photos", "--yes") == 0
    assert capsys.readouterr() == (
        "job 0001: the customer's data is taken out of the records and of all backups\n",
        "",
    )
    assert b"Ann" not in everything(files)
    with closing(SqliteStore(files.records)) as store, closing(SqliteStore(backup.file)) as copy:
        (job,) = store.rows(JobQuery())
        last = store.events(job.id)[-1]
        assert (last.by, last.act) == ("Cy", Blanked(notes=True))
        assert copy.events(job.id) == store.events(job.id)


def test_notes_stay_if_nothing_is_said_of_them(files: UserFiles) -> None:
    assert run(files, "blank", "1", "--yes") == 0
    assert b"ring Ann first" in everything(files)
    assert b"Ann Able" not in everything(files)


def test_a_file_that_is_left_is_named_and_tried_again(capsys: pytest.CaptureFixture[str], files: UserFiles) -> None:
    backup = backed_up(files)
    scribble(backup.file, 3 * 4096 + 8, b"scribble" * 200)
    assert run(files, "blank", "1", "--yes") == 1
    said = capsys.readouterr()
    assert said.out == "job 0001: the customer's data is taken out of the records\n"
    assert said.err.startswith(f"micra-assistant: {backup.file} may still hold it: ")
    assert said.err.endswith("delete that file if nobody needs it, and try again\n")
    backup.file.unlink()
    assert run(files, "blank", "1", "--yes") == 0
    with closing(SqliteStore(files.records)) as store:
        assert unfinished(store) == ()
        (job,) = store.rows(JobQuery())
        assert sum(isinstance(event.act, Blanked) for event in store.events(job.id)) == 1


def test_an_open_job_is_refused_before_it_is_asked_whether_that_is_meant(
    capsys: pytest.CaptureFixture[str], files: UserFiles, guides: Path
) -> None:
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, read_guide(guides / "button"), details=ABLE)
    assert run(files, "blank", "2") == 1
    assert "This job is open: close it first" in capsys.readouterr().err


def test_a_job_that_is_open_or_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], files: UserFiles, guides: Path, tmp_path: Path
) -> None:
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, read_guide(guides / "button"), details=ABLE)
    assert run(files, "blank", "2", "--yes") == 1
    assert "close it first" in capsys.readouterr().err
    assert "no job “3”" in refused(capsys, "--data-dir", str(files.folder), "blank", "3", "--yes")
    nowhere = tmp_path / "nowhere"
    assert run(UserFiles(nowhere), "blank", "1", "--yes") == 1
    assert "there are no job records" in capsys.readouterr().err
    assert not nowhere.exists()


def test_who_takes_in_a_file_hears_that_it_was_blanked_there(
    capsys: pytest.CaptureFixture[str], files: UserFiles, tmp_path: Path
) -> None:
    there, full, less = UserFiles(tmp_path / "there"), tmp_path / "full.zip", tmp_path / "less.zip"
    run(files, "export", "1", "-o", str(full))
    run(there, "import", str(full))
    run(files, "blank", "1", "--yes")
    run(files, "export", "1", "-o", str(less))
    capsys.readouterr()
    assert run(there, "import", str(less)) == 0
    assert "; the customer's data was blanked there, blank 1 --yes does it here" in capsys.readouterr().out
    assert b"Ann Able" in everything(there)
