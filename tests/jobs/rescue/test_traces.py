"""What was blanked is in no file of the data folder any more, or the file is named that may still hold it."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.jobs.events import Described, Noted, new_event
from micra_assistant.jobs.records.blanking import blank, unfinished
from micra_assistant.jobs.records.soundness import check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import log_of
from micra_assistant.jobs.rescue import traces as traces_module
from micra_assistant.jobs.rescue.backups import Backups, Reason
from micra_assistant.jobs.rescue.changeover import Changeover
from micra_assistant.jobs.rescue.traces import clear
from tests.disks import full
from tests.jobs.recordfiles import DAY, NOW, PHOTO, PHOTO_ID, contents, job_of, make_old, scribble
from tests.jobs.records.test_blanking import JOB, OTHER, acts_of, state_in

pytestmark = pytest.mark.thorough

PRIVATE = (b"Ann", b"XY 987", b"xy987", b"XY987", b"rattles", PHOTO[:64])
LONG = "Ann " * 3_000
"""A text that does not go on one page."""


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    """Return records of a closed job with a customer, among others; what was changed in it has left its traces."""
    with closing(SqliteStore(file)) as opened:
        opened.connection.execute("PRAGMA secure_delete = OFF")
        opened.append(job_of(300))
        for event in acts_of(JOB):
            opened.append([event], {PHOTO_ID: PHOTO})
        opened.append([new_event(JOB, 7, Noted("step", LONG)), new_event(JOB, 8, Described("XY 987", LONG))])
        opened.append([new_event(JOB, 9, Described("XY 987", "Ann"))])
        opened.append(job_of(300))
        yield opened


@pytest.fixture
def backups(file: Path) -> Backups:
    """Return the backups, of which there are none yet."""
    return Backups(file.parent / "backups")


def left_in(folder: Path) -> set[str]:
    """Return the names of all files below a folder that hold anything of the customer."""
    return {name for name, content in contents(folder).items() if any(private in content for private in PRIVATE)}


def test_nothing_is_left_in_any_file(store: SqliteStore, file: Path, backups: Backups) -> None:
    backups.make(file, Reason.DAILY, NOW)
    store.append([new_event(JOB, 10, Described("XY 987", "Ann", complaint="rattles"))])
    backups.make(file, Reason.BY_HAND, NOW)
    before = {backup.file: backup.jobs for backup in backups.list(NOW)}
    assert len(left_in(file.parent)) >= 3
    blank(store, JOB, notes=True)
    assert clear(store, backups.folder) == ()
    assert left_in(file.parent) == set()
    assert {backup.file: backup.jobs for backup in backups.list(NOW) if backup.good} == before
    assert unfinished(store) == ()
    store.close()
    assert left_in(file.parent) == set()
    assert check(file).jobs == 3


def test_what_is_blanked_is_overwritten_at_once(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as store:
        store.connection.execute("PRAGMA secure_delete = OFF")
        store.append(acts_of(JOB), {PHOTO_ID: PHOTO})
        blank(store, JOB, notes=True)
    assert left_in(tmp_path) == set()


def test_the_others_stay_as_they_are_everywhere(store: SqliteStore, file: Path, backups: Backups) -> None:
    store.append(acts_of(OTHER))
    backup = backups.make(file, Reason.DAILY, NOW)
    before = store.events(OTHER)
    blank(store, JOB, notes=True)
    assert clear(store, backups.folder) == ()
    with closing(SqliteStore(backup.file)) as copy:
        assert copy.events(OTHER) == store.events(OTHER) == before
        assert copy.attachment(PHOTO_ID) == PHOTO
        assert copy.events(JOB) == store.events(JOB)


def test_a_backup_of_the_first_version_is_one_still(store: SqliteStore, file: Path, backups: Backups) -> None:
    old = backups.folder / "jobs-2026-11-01-090500-migration.sqlite3"
    make_old(old, acts_of(JOB)[:3])
    blank(store, JOB, notes=True)
    assert clear(store, backups.folder) == ()
    assert left_in(file.parent) == set()
    with closing(sqlite3.connect(old)) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_was_open_on_the_car_is_open_still_in_a_backup(file: Path, backups: Backups) -> None:
    *acts, closed = acts_of(JOB)
    with closing(SqliteStore(file)) as store:
        store.append(acts, {PHOTO_ID: PHOTO}, left_open=2)
        backup = backups.make(file, Reason.DAILY, NOW)
        store.append([closed])
        blank(store, JOB)
        assert clear(store, backups.folder) == ()
    with closing(sqlite3.connect(backup.file)) as copy:
        row = copy.execute("SELECT closed, left_open, customer, blanked FROM jobs").fetchone()
    assert row == (0, 2, "", 1)


def test_a_backup_without_the_job_is_left_alone(store: SqliteStore, file: Path, backups: Backups) -> None:
    with closing(SqliteStore(file.parent / "other" / "jobs.sqlite3")) as other:
        other.append(acts_of(OTHER))
        assert other.file
        backup = backups.make(other.file, Reason.DAILY, NOW)
    content, stat = backup.file.read_bytes(), backup.file.stat()
    blank(store, JOB)
    assert clear(store, backups.folder) == ()
    assert (backup.file.read_bytes(), backup.file.stat().st_mtime_ns) == (content, stat.st_mtime_ns)


def test_a_backup_made_before_the_records_were_cleared_is_cleared_too(
    store: SqliteStore, file: Path, backups: Backups
) -> None:
    blank(store, JOB, notes=True)
    store.settle()
    backup = backups.make(file, Reason.DAILY, NOW)
    assert left_in(backups.folder), "what was changed before has left its traces in it"
    assert clear(store, backups.folder) == ()
    assert left_in(file.parent) == set()
    before = backup.file.stat().st_ino
    blank(store, JOB, notes=True)
    assert clear(store, backups.folder) == ()
    assert backup.file.stat().st_ino == before, "it is not written again for nothing"


def test_a_restored_backup_does_not_bring_it_back(store: SqliteStore, file: Path, backups: Backups) -> None:
    backup = backups.make(file, Reason.DAILY, NOW)
    blank(store, JOB, notes=True)
    clear(store, backups.folder)
    Changeover(store, file, backups).restore(backup, NOW + DAY)
    assert (state_in(store).customer, state_in(store).blanked) == ("", True)
    assert left_in(file.parent) == set()


def test_records_kept_aside_are_cleared_with_their_log(store: SqliteStore, file: Path, backups: Backups) -> None:
    backup = backups.make(file, Reason.DAILY, NOW)
    aside = Changeover(store, file, backups).restore(backup, NOW)
    assert aside is not None
    shutil.copyfile(aside, aside.with_name("jobs-replaced-2026-01-01-000000.sqlite3"))
    with_log = aside.with_name("jobs-replaced-2026-01-02-000000.sqlite3")
    _leave_with_log(with_log)
    blank(store, JOB, notes=True)
    assert clear(store, backups.folder) == ()
    assert left_in(file.parent) == set()
    assert check(with_log).jobs == 1


_LEAVE = """
import os, sys
from pathlib import Path
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.jobs.records.test_blanking import JOB, acts_of
SqliteStore(Path(sys.argv[1])).append(acts_of(JOB))
os._exit(0)
"""


def _leave_with_log(file: Path) -> None:
    """Make records that hold the job in their log only, as a killed program leaves them."""
    subprocess.run([sys.executable, "-c", _LEAVE, str(file)], check=True)
    assert file.with_name(file.name + "-wal").stat().st_size


def test_records_kept_aside_with_a_broken_log_are_named(store: SqliteStore, file: Path, backups: Backups) -> None:
    aside = file.with_name("jobs-damaged-2026-01-02-000000.sqlite3")
    _leave_with_log(aside)
    scribble(log_of(aside), 0, b"scribble")
    content = aside.read_bytes(), log_of(aside).read_bytes()
    blank(store, JOB, notes=True)
    assert {trace.file for trace in clear(store, backups.folder)} == {aside, log_of(aside)}
    assert (aside.read_bytes(), log_of(aside).read_bytes()) == content


def test_a_broken_backup_stays_as_it_is_and_is_named(store: SqliteStore, file: Path, backups: Backups) -> None:
    broken = backups.make(file, Reason.DAILY, NOW).file
    sound = backups.make(file, Reason.DAILY, NOW).file
    scribble(broken, 3 * 4096 + 8, b"scribble" * 200)
    content = broken.read_bytes()
    blank(store, JOB, notes=True)
    (trace,) = clear(store, backups.folder)
    assert (trace.file, broken.read_bytes()) == (broken, content)
    assert "damaged" in trace.why
    assert left_in(file.parent) == {f"backups/{broken.name}"}
    assert sound.name not in str(trace)
    assert [trace.file for trace in clear(store, backups.folder)] == [broken], "it is said again until it is gone"
    broken.unlink()
    assert clear(store, backups.folder) == ()
    assert unfinished(store) == ()


def test_a_log_that_was_kept_aside_and_a_half_backup_are_named(
    store: SqliteStore, file: Path, backups: Backups
) -> None:
    backup = backups.make(file, Reason.DAILY, NOW)
    log = file.with_name("jobs.sqlite3-wal-aside-1")
    half = backups.folder / f"{backup.file.name}.partial"
    for part in (log, half):
        shutil.copyfile(backup.file, part)
    blank(store, JOB)
    assert {trace.file for trace in clear(store, backups.folder)} == {log, half}


def test_a_full_disk_leaves_the_backup_whole_and_named(
    store: SqliteStore, file: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backups.make(file, Reason.DAILY, NOW)
    blank(store, JOB, notes=True)

    with monkeypatch.context() as patch:
        patch.setattr(traces_module, "keep_on_disk", full)
        (trace,) = clear(store, backups.folder)
    assert "disk is full" in trace.why
    assert list(backups.folder.iterdir()) == [backup.file]
    assert backups.newest_good(NOW) == backup
    assert clear(store, backups.folder) == ()
    assert left_in(file.parent) == set()


def test_records_that_are_being_read_are_named(store: SqliteStore, file: Path, backups: Backups) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM jobs").fetchone()
        blank(store, JOB)
        store.connection.execute("PRAGMA busy_timeout = 10")
        (trace,) = clear(store, backups.folder)
        assert trace.file == file
        reader.execute("ROLLBACK")
    assert clear(store, backups.folder) == ()


_KILLED = """
import os, sys
from pathlib import Path
from micra_assistant.jobs.records.blanking import blank
from micra_assistant.jobs.rescue import traces
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.jobs.records.test_blanking import JOB
file, at = Path(sys.argv[1]), sys.argv[2]
store = SqliteStore(file)
blank(store, JOB, notes=True)
if at == "copies":
    store.leave_no_trace()
    traces.keep_on_disk = lambda path: os._exit(0)
    traces.clear(store, file.parent / "backups")
os._exit(0)
"""


@pytest.mark.parametrize("at", ["records", "copies"])
def test_a_killed_program_leaves_what_the_next_one_ends(
    store: SqliteStore, file: Path, backups: Backups, at: str
) -> None:
    backups.make(file, Reason.DAILY, NOW)
    backups.make(file, Reason.DAILY, NOW)
    store.close()
    subprocess.run([sys.executable, "-c", _KILLED, str(file), at], check=True)
    assert left_in(file.parent)
    with closing(SqliteStore(file)) as again:
        assert [blanking.job for blanking in unfinished(again)] == [JOB]
        assert clear(again, backups.folder) == ()
        assert unfinished(again) == ()
    assert left_in(file.parent) == set()


def test_a_recovery_from_an_older_backup_does_not_bring_it_back(
    store: SqliteStore, file: Path, backups: Backups
) -> None:
    backups.make(file, Reason.DAILY, NOW)
    blank(store, JOB, notes=True)
    store.close()
    scribble(file, 16, b"\0" * 8)
    with closing(SqliteStore(None)) as copy:
        Changeover(copy, file, backups).recover(NOW + DAY)
        state = state_in(copy)
        assert (state.car, state.customer, state.blanked, state.notes) == ("", "", True, ())
        assert [blanking.job for blanking in unfinished(copy)] == [JOB]
