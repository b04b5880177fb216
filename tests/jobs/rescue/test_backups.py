"""Backups: checked before they count, rotated by kind, at home with wrong clocks and full disks."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.records.soundness import Contents, check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue import backups as backups_module
from micra_assistant.jobs.rescue.backups import KEPT, Backups, Reason, Stopped
from micra_assistant.jobs.rescue.changeover import open_records
from tests.jobs.recordfiles import DAY, NOW, contents, events_in, fill, job_of, make_old, pragma, scribble


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return records with two jobs."""
    file = tmp_path / "jobs.sqlite3"
    fill(file, [job_of(3), job_of(5)])
    return file


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Return the backups, of which there are none yet."""
    return Backups(tmp_path / "backups")


def names(backups: Backups) -> list[str]:
    """Return the names of all files in the folder."""
    return sorted(path.name for path in backups.folder.iterdir())


def test_a_backup_holds_all_there_is(file: Path, backups: Backups) -> None:
    with closing(SqliteStore(file)) as store:
        store.append(job_of(4))
        backup = backups.make(file, Reason.DAILY, NOW)
        assert names(backups) == ["jobs-2026-11-21-090500-daily.sqlite3"]
        assert (backup.jobs, backup.at, backup.good, backup.size) == (3, NOW, True, backup.file.stat().st_size)
    assert events_in(backup.file) == events_in(file)


def test_a_backup_is_one_file_that_looking_does_not_change(file: Path, backups: Backups) -> None:
    before = backups.make(file, Reason.DAILY, NOW)
    content = contents(backups.folder)
    assert backups.list(NOW) == (before,)
    assert backups.newest_good(NOW) == before
    assert contents(backups.folder) == content


def test_there_are_none_where_there_is_no_folder(backups: Backups) -> None:
    assert backups.list(NOW) == ()
    assert backups.newest_good(NOW) is None
    assert not backups.exist
    assert backups.due(NOW)


def test_the_newest_come_first_and_the_oldest_of_a_kind_go(file: Path, backups: Backups) -> None:
    for day in range(10):
        backups.make(file, Reason.DAILY, NOW + day * DAY)
        backups.make(file, Reason.MIGRATION, NOW + day * DAY)
    last = NOW + 9 * DAY
    found = backups.list(last)
    assert [backup.at for backup in found] == sorted((backup.at for backup in found), reverse=True)
    daily = [backup.at for backup in found if backup.reason is Reason.DAILY]
    assert daily == [last - day * DAY for day in range(KEPT[Reason.DAILY])]
    assert sum(backup.reason is Reason.MIGRATION for backup in found) == KEPT[Reason.MIGRATION] == 3


def test_one_a_day_is_due(file: Path, backups: Backups) -> None:
    backups.make(file, Reason.MIGRATION, NOW)
    assert backups.due(NOW)
    backups.make(file, Reason.DAILY, NOW)
    assert not backups.due(NOW + timedelta(hours=14))
    assert backups.due(NOW + DAY)


def test_a_clock_put_back_costs_one_backup_a_day_and_stops_none(file: Path, backups: Backups) -> None:
    for day in range(8):
        backups.make(file, Reason.DAILY, NOW + (400 + day) * DAY)
    for day in range(10):
        today = NOW + day * DAY
        assert backups.due(today)
        made = backups.make(file, Reason.DAILY, today)
        assert not backups.due(today + timedelta(minutes=1))
        assert backups.list(today)[0] == backups.newest_good(today) == made
        assert len(names(backups)) == KEPT[Reason.DAILY]
    assert all(backup.at < NOW + 300 * DAY for backup in backups.list(NOW)), "those of the wrong clock went first"


def test_two_in_a_second_are_two(file: Path, backups: Backups) -> None:
    assert backups.make(file, Reason.BY_HAND, NOW).file != backups.make(file, Reason.BY_HAND, NOW).file
    assert len(names(backups)) == 2


def test_other_files_in_the_folder_are_left_alone(file: Path, backups: Backups) -> None:
    backups.folder.mkdir()
    others = ["mine.sqlite3", "jobs-2026-13-41-999999-daily.sqlite3", "jobs-2026-11-21-090500-odd.sqlite3"]
    for name in others:
        (backups.folder / name).write_bytes(b"")
    for day in range(9):
        backups.make(file, Reason.DAILY, NOW + day * DAY)
    assert set(others) < set(names(backups))
    assert len(backups.list(NOW)) == KEPT[Reason.DAILY]


def test_damage_is_found_and_rotates_nothing_out(file: Path, backups: Backups) -> None:
    for day in range(KEPT[Reason.DAILY]):
        backups.make(file, Reason.DAILY, NOW + day * DAY)
    before = contents(backups.folder)
    scribble(file, 3 * 4096 + 8, b"scribble" * 200)
    with pytest.raises(DamagedError, match="the job records are damaged"):
        backups.make(file, Reason.DAILY, NOW + 9 * DAY)
    assert contents(backups.folder) == before


def test_acts_that_are_no_acts_are_damage(file: Path, backups: Backups) -> None:
    pragma(file, "UPDATE events SET act = 'scribble' WHERE turn = 2")
    with pytest.raises(DamagedError, match="acts that cannot be read"):
        backups.make(file, Reason.DAILY, NOW)


def test_a_copy_that_is_not_sound_of_records_that_are_is_the_disks_fault(
    file: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> Contents:
        raise DamagedError("malformed")

    monkeypatch.setattr(backups_module, "check", broken)
    with pytest.raises(StoreError, match="is that disk failing") as error:
        backups.make(file, Reason.DAILY, NOW)
    assert not isinstance(error.value, DamagedError)
    assert names(backups) == []


def test_a_backup_gone_bad_is_passed_over(file: Path, backups: Backups) -> None:
    good = backups.make(file, Reason.DAILY, NOW)
    bad = backups.make(file, Reason.DAILY, NOW + DAY).file
    scribble(bad, 100, b"scribble" * 2000)
    assert backups.newest_good(NOW + DAY) == good
    assert [(backup.good, backup.jobs) for backup in backups.list(NOW + DAY)] == [(False, 0), (True, 2)]


def test_a_backup_of_a_newer_program_is_not_good_here(file: Path, backups: Backups) -> None:
    pragma(backups.make(file, Reason.DAILY, NOW).file, "PRAGMA user_version = 99")
    assert backups.newest_good(NOW) is None


def test_a_backup_can_be_broken_off(file: Path, tmp_path: Path) -> None:
    stopped = Backups(tmp_path / "backups", lambda: True)
    with pytest.raises(Stopped):
        stopped.make(file, Reason.DAILY, NOW)
    assert names(stopped) == []


def test_what_a_killed_program_left_is_cleared_away_but_not_what_another_writes(file: Path, backups: Backups) -> None:
    backups.folder.mkdir()
    old, new = (backups.folder / f"jobs-{name}-daily.sqlite3.partial" for name in ("old", "new"))
    for partial in (old, new):
        partial.write_bytes(b"half")
    os.utime(old, (0, 0))
    backups.make(file, Reason.DAILY, NOW)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_file_in_place_of_the_folder_is_a_sentence(file: Path, backups: Backups) -> None:
    backups.folder.write_text("occupied")
    with pytest.raises(StoreError, match=r"cannot back up the job records to .*backups: "):
        backups.make(file, Reason.DAILY, NOW)
    assert backups.list(NOW) == ()


_FULL = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from micra_assistant.errors import StoreError
from micra_assistant.jobs.rescue.backups import Backups, Reason
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    Backups(Path(sys.argv[2])).make(Path(sys.argv[1]), Reason.DAILY, datetime.now())
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_a_full_disk_is_a_sentence_and_harms_nothing(file: Path, backups: Backups) -> None:
    backups.make(file, Reason.DAILY, NOW)
    before = contents(file.parent)
    said = subprocess.check_output([sys.executable, "-c", _FULL, str(file), str(backups.folder)], text=True)
    assert said.startswith(f"cannot back up the job records to {backups.folder}: ")
    assert contents(file.parent) == before


# before a migration


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return records of the first version."""
    file = tmp_path / "old" / "jobs.sqlite3"
    make_old(file, job_of(3))
    return file


def test_before_a_migration_the_old_records_are_backed_up(old: Path, backups: Backups) -> None:
    for _ in range(2):
        open_records(old, backups, NOW).close()
    (backup,) = backups.list(NOW)
    assert (backup.reason, backup.jobs, backup.good) == (Reason.MIGRATION, 1, True)
    shutil.copyfile(backup.file, old.with_name("again.sqlite3"))
    assert check(backup.file) == check(old)


def test_without_a_backup_there_is_no_migration(old: Path, backups: Backups) -> None:
    backups.folder.write_text("occupied")
    before = contents(old.parent)
    with pytest.raises(StoreError, match="cannot back up the job records"):
        open_records(old, backups, NOW)
    assert contents(old.parent) == before


def test_damaged_old_records_are_not_migrated(old: Path, backups: Backups) -> None:
    scribble(old, 3 * 4096, b"scribble" * 400)
    before = contents(old.parent)
    with pytest.raises(DamagedError):
        open_records(old, backups, NOW)
    assert contents(old.parent) == before
