"""Recovery: sound records in the place of broken ones, all that can be read brought back, nothing thrown away."""

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from micra_assistant import wholefile
from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.events import Event
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.soundness import check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import log_of
from micra_assistant.jobs.rescue import recovery
from micra_assistant.jobs.rescue.backups import Backups, Reason
from micra_assistant.jobs.rescue.changeover import open_records
from micra_assistant.jobs.rescue.placing import finish, refuse_to_begin_anew
from micra_assistant.jobs.rescue.recovery import recover, restore
from micra_assistant.wholefile import keep_on_disk
from tests.disks import full
from tests.jobs.recordfiles import (
    DAY,
    NOW,
    PHOTO,
    PHOTO_ID,
    Example,
    contents,
    events_in,
    fill,
    in_order,
    job_of,
    make_old,
    rows_made_anew,
    scribble,
    truncate,
    try_everything,
)

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Example, frozenset[Event], frozenset[Event]]:
    """Return an example, all its events, and those that are in the backup."""
    example = Example(tmp_path_factory.mktemp("records"))
    example.fill()
    everything = events_in(example.copy(example.folder.with_name(f"{example.folder.name}-whole")).file)
    (backup,) = example.backups.list(NOW)
    backed_up = events_in(Path(shutil.copyfile(backup.file, example.folder.with_name("backup.sqlite3"))))
    return example, frozenset(everything), frozenset(backed_up)


@pytest.fixture
def example(made: tuple[Example, frozenset[Event], frozenset[Event]], tmp_path: Path) -> Example:
    """Return a copy of the example to be broken."""
    return made[0].copy(tmp_path / "records")


@pytest.fixture
def everything(made: tuple[Example, frozenset[Event], frozenset[Event]]) -> frozenset[Event]:
    """Return all events of the example."""
    return made[1]


@pytest.fixture
def backed_up(made: tuple[Example, frozenset[Event], frozenset[Event]]) -> frozenset[Event]:
    """Return the events that are in the backup."""
    return made[2]


def test_a_broken_head_loses_nothing(example: Example, everything: frozenset[Event]) -> None:
    numbers = {row.id: row.number for row in rows_of(example.copy(example.folder.with_name("before")).file)}
    example.break_head()
    broken = contents(example.folder)
    done = recover(example.file, example.backups, NOW)
    assert events_in(example.file) == everything
    assert {row.id: row.number for row in rows_of(example.file)} == numbers
    assert done.backup == example.backups.list(NOW)[0]
    assert (done.events, done.jobs, done.missing) == (len(everything), 21, 0)
    assert done.salvaged == len(everything) - done.backup.events
    assert done.last == max(event.at for event in everything)
    assert done.kept_aside == example.folder / "jobs-damaged-2026-11-21-090500.sqlite3"
    assert example.aside() == {name: broken[name] for name in ("jobs.sqlite3", "jobs.sqlite3-wal")}
    assert try_everything(example.file) == "sound"


def rows_of(file: Path) -> list[JobRow]:
    """Return the rows of all jobs in a file."""
    with closing(SqliteStore(file)) as store:
        return in_order(store)


@pytest.mark.walk(first=12)
@pytest.mark.parametrize("seed", range(40))
def test_however_a_file_is_broken_the_backup_is_back_and_what_can_be_read(
    example: Example, everything: frozenset[Event], backed_up: frozenset[Event], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - it need not be secret
    size = example.file.stat().st_size
    if chance.random() < 0.5:
        truncate(example.file, chance.randrange(size))
    else:
        scribble(example.file, chance.randrange(size), chance.randbytes(chance.choice([40, 5000, 100_000])))
    broken = contents(example.folder)
    done = recover(example.file, example.backups, NOW)
    back = events_in(example.file)
    assert backed_up <= back
    assert {event.id for event in back} <= {event.id for event in everything}
    assert done.missing <= len(everything) - len(back)
    assert example.aside() == {name: broken[name] for name in ("jobs.sqlite3", "jobs.sqlite3-wal")}
    with closing(SqliteStore(example.file)) as store:
        assert store.attachment(PHOTO_ID) == PHOTO
        assert in_order(store) == rows_made_anew(store)


def test_what_is_missing_is_counted(example: Example, everything: frozenset[Event]) -> None:
    middle = example.file.stat().st_size * 3 // 4
    scribble(example.file, middle, bytes(60_000))
    done = recover(example.file, example.backups, NOW)
    assert done.missing == len(everything) - done.events > 0


def test_without_a_backup_what_can_be_read_is_brought_back(example: Example, everything: frozenset[Event]) -> None:
    shutil.rmtree(example.backups.folder)
    example.break_head()
    done = recover(example.file, example.backups, NOW)
    assert (done.backup, done.salvaged) == (None, len(everything))
    assert events_in(example.file) == everything
    with closing(SqliteStore(example.file)) as store:
        assert store.attachment(PHOTO_ID) == PHOTO


def test_where_nothing_is_left_the_records_begin_anew(tmp_path: Path) -> None:
    file = tmp_path / "jobs.sqlite3"
    file.write_bytes(b"scribble" * 1000)
    done = recover(file, Backups(tmp_path / "backups"), NOW)
    assert (done.events, done.backup, done.last) == (0, None, "")
    assert done.kept_aside
    assert done.kept_aside.read_bytes() == b"scribble" * 1000
    assert events_in(file) == set()


def test_a_damaged_backup_is_not_used(example: Example, everything: frozenset[Event]) -> None:
    (backup,) = example.backups.list(NOW)
    scribble(backup.file, 4096, b"scribble" * 2000)
    example.break_head()
    assert recover(example.file, example.backups, NOW).backup is None
    assert events_in(example.file) == everything


def test_old_records_are_brought_back_too(tmp_path: Path) -> None:
    file, events = tmp_path / "jobs.sqlite3", job_of(30)
    make_old(file, events)
    scribble(file, 0, b"scribble" * 300)
    recover(file, Backups(tmp_path / "backups"), NOW)
    assert {(event.id, event.act) for event in events_in(file)} == {(event.id, event.act) for event in events}


def test_an_id_that_was_scribbled_over_makes_no_second_event(tmp_path: Path) -> None:
    example = Example(tmp_path)
    events = fill(example.file, [job_of(5)])
    example.backups.make(example.file, Reason.DAILY, NOW)
    content = example.file.read_bytes()
    example.file.write_bytes(content.replace(events[2].id.encode(), b"f" * 32))
    recover(example.file, example.backups, NOW)
    assert events_in(example.file) == set(events)


@pytest.mark.parametrize("with_backup", [True, False], ids=["backup", "none"])
def test_an_act_that_was_scribbled_over_is_brought_back_as_it_was_or_not_at_all(
    tmp_path: Path, with_backup: bool
) -> None:
    example = Example(tmp_path)
    events = fill(example.file, [job_of(5)])
    if with_backup:
        example.backups.make(example.file, Reason.DAILY, NOW)
    content = example.file.read_bytes()
    example.file.write_bytes(content.replace(b'"item-2"', b'"item-9"'))
    with pytest.raises(DamagedError, match="not as it was written"):
        events_in(example.file)
    done = recover(example.file, example.backups, NOW)
    assert events_in(example.file) == set(events) - (set() if with_backup else {events[3]})
    assert done.missing == (0 if with_backup else 1)


def test_nothing_that_is_there_is_written_over(example: Example) -> None:
    occupied = example.folder / "jobs-damaged-2026-11-21-090500.sqlite3-wal"
    occupied.write_bytes(b"mine")
    example.break_head()
    done = recover(example.file, example.backups, NOW)
    assert occupied.read_bytes() == b"mine"
    assert done.kept_aside == example.folder / "jobs-damaged-2026-11-21-090501.sqlite3"


def test_records_that_are_open_elsewhere_are_not_replaced(example: Example, tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from micra_assistant.jobs.records.sqlite_store import SqliteStore\n"
    code += "store = SqliteStore(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(example.file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        before = contents(example.folder)
        with pytest.raises(StoreError, match=r"open in another window: close it first|cannot put job records"):
            recover(example.file, example.backups, NOW)
        assert contents(example.folder) == before
        other.communicate()


def test_what_cannot_be_done_leaves_all_as_it_was(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    example.break_head()
    before = contents(example.folder)
    monkeypatch.setattr("micra_assistant.jobs.rescue.recovery.shutil.copyfile", full)
    with pytest.raises(StoreError, match="No space left on device"):
        recover(example.file, example.backups, NOW)
    assert contents(example.folder) == before


def test_where_a_disk_knows_no_second_names_a_copy_is_kept(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    example.break_head()
    broken = contents(example.folder)
    monkeypatch.setattr(os, "link", unknown)
    recover(example.file, example.backups, NOW)
    assert example.aside() == {name: broken[name] for name in ("jobs.sqlite3", "jobs.sqlite3-wal")}


# killed on the way


class Killed(BaseException):
    """The program ends here."""


def steps_of_a_recovery(example: Example, monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    """Do a recovery, but for what comes after so many changes of a folder."""
    left = [last]

    def counted(change: object) -> object:
        def act(*arguments: object, **options: object) -> object:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return change(*arguments, **options)  # type: ignore[operator]

        return act

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", counted(os.link))
        for name in ("replace", "rename", "unlink"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        for module in (recovery, wholefile):
            patch.setattr(module, "keep_on_disk", counted(keep_on_disk))
        patch.setattr("shutil.rmtree", counted(shutil.rmtree))
        with suppress(Killed):
            recover(example.file, example.backups, NOW)


@pytest.mark.walk(first=8)
@pytest.mark.parametrize("last", range(14))
@pytest.mark.parametrize("with_backup", [True, False], ids=["backup", "none"])
def test_a_recovery_that_is_killed_can_be_done_again(
    example: Example, everything: frozenset[Event], monkeypatch: pytest.MonkeyPatch, last: int, with_backup: bool
) -> None:
    if not with_backup:
        shutil.rmtree(example.backups.folder)
    example.break_head()
    broken = contents(example.folder)
    steps_of_a_recovery(example, monkeypatch, last)
    try:
        open_records(example.file, example.backups, NOW + DAY).close()
    except DamagedError:
        recover(example.file, example.backups, NOW + DAY)
    assert events_in(example.file) == everything
    aside = [path for path in example.folder.glob("jobs-damaged-*.sqlite3") if path.stat().st_size]
    assert aside
    assert all(path.read_bytes() == broken["jobs.sqlite3"] for path in aside)
    assert all(log_of(path).read_bytes() == broken["jobs.sqlite3-wal"] for path in aside if log_of(path).exists())
    assert log_of(aside[-1]).exists()


def test_records_that_are_gone_are_no_first_start(example: Example, backed_up: frozenset[Event]) -> None:
    refuse_to_begin_anew(example.file, example.backups)
    for path in example.folder.glob("jobs.sqlite3*"):
        path.unlink()
    with pytest.raises(DamagedError, match="gone or empty, although there are backups"):
        open_records(example.file, example.backups, NOW)
    assert not example.file.exists()
    done = recover(example.file, example.backups, NOW)
    assert done.kept_aside is None
    assert events_in(example.file) == backed_up


def test_a_first_start_is_one(tmp_path: Path) -> None:
    finish(tmp_path / "jobs.sqlite3")
    open_records(tmp_path / "user" / "jobs.sqlite3", Backups(tmp_path / "backups"), NOW).close()
    assert not (tmp_path / "backups").exists()


# a backup in the place of sound records


def test_a_restored_backup_takes_the_place_of_the_records(
    example: Example, everything: frozenset[Event], backed_up: frozenset[Event]
) -> None:
    (backup,) = example.backups.list(NOW)
    aside = restore(example.file, backup.file, NOW)
    assert events_in(example.file) == backed_up
    assert aside == example.folder / "jobs-replaced-2026-11-21-090500.sqlite3"
    assert events_in(aside) == everything
    assert check(backup.file).events == backup.events


def test_a_backup_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    make_old(tmp_path / "old.sqlite3", job_of(3))
    backup = Backups(tmp_path / "backups").make(tmp_path / "old.sqlite3", Reason.MIGRATION, NOW)
    restore(tmp_path / "jobs.sqlite3", backup.file, NOW)
    assert len(events_in(tmp_path / "jobs.sqlite3")) == 7


def test_a_damaged_backup_replaces_nothing(example: Example) -> None:
    (backup,) = example.backups.list(NOW)
    scribble(backup.file, 4096, b"scribble" * 2000)
    before = contents(example.folder)
    with pytest.raises(DamagedError):
        restore(example.file, backup.file, NOW)
    assert contents(example.folder) == before
