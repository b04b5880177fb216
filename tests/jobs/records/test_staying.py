"""Records that are taken away, replaced or cut off while they are open: nothing is said to be kept that is not."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.errors import DamagedError, GoneError, StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Described, Event, Ticked, new_event
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.database import Database
from micra_assistant.jobs.records.soundness import check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import COMPANIONS, log_of
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.changeover import Changeover, open_records, to_copy
from micra_assistant.jobs.ways_to_open import begin_job
from tests.jobs.recordfiles import NOW, PHOTO, PHOTO_ID, all_events, events_in, fill, job_of, truncate

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there"),
]


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    """Return a store that holds a job and a photo."""
    with closing(SqliteStore(file)) as opened:
        opened.append(job_of(20), {PHOTO_ID: PHOTO})
        opened.settle()
        opened.append(job_of(5))
        yield opened


def delete(file: Path) -> None:
    for path in file.parent.glob("jobs.sqlite3*"):
        path.unlink()


def delete_file_only(file: Path) -> None:
    file.unlink()


def rename_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("elsewhere"))


def replace(file: Path) -> None:
    other = file.parent.parent / "other" / file.name
    fill(other, [job_of(3)])
    other.replace(file)


def cut_off(file: Path) -> None:
    truncate(file, file.stat().st_size // 2)


def cut_off_a_bit(file: Path) -> None:
    truncate(file, file.stat().st_size - 100)


def write_over(file: Path) -> None:
    other = file.parent.parent / "other" / file.name
    fill(other, [job_of(300), job_of(300)])
    shutil.copyfile(other, file)


WAYS = [delete, delete_file_only, rename_folder, replace]


@pytest.mark.parametrize("way", [*WAYS, write_over, cut_off, cut_off_a_bit])
def test_what_is_done_next_is_not_said_to_be_kept(store: SqliteStore, file: Path, way: Callable[[Path], None]) -> None:
    way(file)
    for _ in range(3):
        with pytest.raises(GoneError, match=r"are not kept any more: .* while they were open"):
            store.append([new_event("job", 1, Ticked("off"))])
    with pytest.raises(GoneError):
        store.last()


@pytest.mark.parametrize("way", [*WAYS, write_over, cut_off])
def test_work_goes_on_in_a_copy_and_the_act_in_hand_is_in_it(
    store: SqliteStore, file: Path, way: Callable[[Path], None], guide: Guide
) -> None:
    open_job = begin_job(store, guide, details=Described(car="A 123"))
    open_job.toggle("off")
    kept = all_events(store)
    seen: list[DamagedError] = []
    store.when_damaged = seen.append
    way(file)
    open_job.enter("leads", "0.4")
    assert len(seen) == 1
    assert not open_job.keeps
    assert (set(open_job.state.ticked), dict(open_job.state.values)) == ({"off"}, {"leads": "0.4"})
    assert open_job.job
    assert store.events(open_job.job.id) == open_job.history.events
    if way in WAYS:
        assert kept < all_events(store)
        assert store.attachment(PHOTO_ID) == PHOTO
    open_job.toggle("off")
    open_job.catch_up()
    assert len(seen) == 1
    assert (len(open_job.state.ticked), open_job.state.turn) == (0, 4)


@pytest.mark.parametrize("way", [*WAYS, write_over, cut_off])
def test_a_look_is_enough(store: SqliteStore, file: Path, way: Callable[[Path], None]) -> None:
    before, seen = store.last(), list[DamagedError]()
    store.when_damaged = seen.append
    way(file)
    assert way not in WAYS or store.last() == before
    store.last()
    assert (len(seen), store.keeps) == (1, False)


@pytest.mark.parametrize("way", WAYS)
def test_all_of_it_is_brought_back(
    store: SqliteStore, file: Path, way: Callable[[Path], None], guide: Guide, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    store.number_jobs({"from another PC": 40})
    store.append([new_event("from another PC", 1, Ticked("off"))])
    open_job = begin_job(store, guide)
    open_job.toggle("off")
    numbers = {row.id: row.number for row in store.rows_of([1, 2, 40, 41]).values()}
    assert len(numbers) == 4
    kept = all_events(store)
    store.when_damaged = lambda _: None
    way(file)
    open_job.toggle("off")
    Changeover(store, file, backups).recover(NOW)
    assert store.keeps
    assert kept <= all_events(store)
    back = {row.id: row.number for row in store.rows_of([1, 2, 40, 41]).values()}
    assert way is replace or back == numbers, "what was put there may have the same numbers"
    assert store.attachment(PHOTO_ID) == PHOTO
    assert all_events(store) == events_in(file)


@pytest.mark.parametrize("is_heard", [True, False])
@pytest.mark.parametrize("way", [replace, write_over])
def test_the_log_never_falls_to_another_file(
    store: SqliteStore, file: Path, is_heard: bool, way: Callable[[Path], None]
) -> None:
    way(file)
    theirs = file.read_bytes()
    if is_heard:
        store.when_damaged = lambda _: None
        store.last()
    store.close()
    assert not log_of(file).exists()
    assert file.read_bytes() == theirs
    assert check(file).events in (7, 608)


def test_a_log_that_was_left_beside_another_file_is_not_applied(file: Path, tmp_path: Path) -> None:
    kept = killed_with_log(file)
    other = tmp_path / "other.sqlite3"
    theirs = fill(other, [job_of(3)])
    shutil.copyfile(other, file)
    before = file.read_bytes(), log_of(file).read_bytes()
    with pytest.raises(DamagedError, match=r"are not those that the log beside them, jobs\.sqlite3-wal, belongs to"):
        SqliteStore(file)
    assert (file.read_bytes(), log_of(file).read_bytes()) == before
    Changeover(SqliteStore(None), file, Backups(tmp_path / "backups")).recover(NOW)
    assert events_in(file) >= {*theirs, *kept[-3:]}


def test_a_log_is_not_applied_to_an_older_copy(file: Path, tmp_path: Path) -> None:
    fill(file, [job_of(3)])
    older = shutil.copyfile(file, tmp_path / "older.sqlite3")
    killed_with_log(file)
    shutil.copyfile(older, file)
    with pytest.raises(DamagedError, match="are not those that the log beside them"):
        SqliteStore(file)


def killed_with_log(file: Path) -> list[Event]:
    """Leave records as a killed program does, some in the file and some only in the log; return all events."""
    killed = file.parent.with_name("killed") / file.name
    events = [*job_of(10), *job_of(1)]
    with closing(SqliteStore(killed)) as store:
        store.append(events[:-3])
        store.settle()
        store.append(events[-3:])
        shutil.copytree(killed.parent, file.parent, dirs_exist_ok=True)
    file.with_name(file.name + "-shm").unlink()
    return events


def test_what_can_still_be_read_in_pieces_comes_into_the_copy(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot_be_read(_database: Database) -> Database:
        raise StoreError("no")

    monkeypatch.setattr(Database, "copy", cannot_be_read)
    with closing(open_records(file, Backups(tmp_path / "backups"), NOW)) as store:
        store.append(job_of(200))
        store.settle()
        store.append(job_of(5))
        store.when_damaged = lambda _error: None
        cut_off_a_bit(file)
        store.append([new_event("job", 1, Ticked("off"))])
        assert not store.keeps
        assert len(all_events(store)) > 100


@pytest.mark.parametrize("companion", COMPANIONS)
@pytest.mark.parametrize("is_heard", [True, False])
def test_a_log_that_is_deleted_while_it_is_open_is_no_loss(
    store: SqliteStore, file: Path, is_heard: bool, companion: str
) -> None:
    kept, seen = all_events(store), list[DamagedError]()
    store.when_damaged = seen.append if is_heard else None
    file.with_name(file.name + companion).unlink()
    tick = new_event("job", 1, Ticked("off"))
    store.append([tick])
    assert (store.keeps, seen) == (True, [])
    as_killed = Path(shutil.copytree(file.parent, file.parent.with_name("killed"))) / file.name
    store.close()
    assert events_in(as_killed) == events_in(file) == kept | {tick}


@pytest.mark.parametrize("left", [0, 40, 5000])
@pytest.mark.parametrize("act", [SqliteStore.last, lambda store: store.append([new_event("job", 1, Ticked("off"))])])
def test_a_log_that_is_cut_off_while_it_is_open_is_noticed(
    store: SqliteStore, file: Path, tmp_path: Path, left: int, act: Callable[[SqliteStore], object]
) -> None:
    seen = list[DamagedError]()
    store.when_damaged = seen.append
    truncate(log_of(file), left)
    act(store)
    assert ["their log was cut off while they were open" in str(error) for error in seen] == [True]
    kept = all_events(store)
    store.close()
    found = Changeover(SqliteStore(None), file, Backups(tmp_path / "backups")).recover(NOW)
    assert found.events >= 20, "what was in the file itself was not spoilt"
    assert events_in(file) <= kept | events_in(file)


def test_what_is_cut_off_behind_the_last_act_is_no_loss(store: SqliteStore, file: Path) -> None:
    """The log was longer before it was last begun anew."""
    kept, seen = all_events(store), list[DamagedError]()
    store.when_damaged = seen.append
    truncate(log_of(file), int(log_of(file).stat().st_size * 0.99))
    tick = new_event("job", 1, Ticked("off"))
    store.append([tick])
    store.close()
    assert (store.keeps, seen) == (True, [])
    assert events_in(file) == kept | {tick}


def test_a_log_that_another_program_cuts_off_is_no_loss(store: SqliteStore, file: Path) -> None:
    """It may do so once all that was in the log is in the file."""
    kept, seen = all_events(store), list[DamagedError]()
    store.when_damaged = seen.append
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    tick = new_event("job", 1, Ticked("off"))
    store.append([tick])
    assert (store.keeps, seen) == (True, [])
    store.close()
    assert events_in(file) == kept | {tick}


def test_a_log_that_is_lost_after_a_crash_is_noticed(file: Path, tmp_path: Path) -> None:
    kept = killed_with_log(file)
    log_of(file).unlink()
    words = r"hold 3 acts fewer than were kept: their log, jobs\.sqlite3-wal, is missing"
    backups = Backups(tmp_path / "backups")
    for _ in range(2):
        with pytest.raises(DamagedError, match=words) as raised:
            open_records(file, backups, NOW)
    with closing(SqliteStore.unkept_copy(to_copy(file, backups, raised.value, NOW))) as copy:
        assert all_events(copy) == set(kept[:-3]), "the file is worked with, as it is sound"
    done = Changeover(SqliteStore(None), file, Backups(tmp_path / "backups")).recover(NOW)
    assert events_in(file) == set(kept[:-3])
    assert done.events == len(kept) - 3


def test_records_that_are_looked_on_while_another_program_writes_are_whole(store: SqliteStore, file: Path) -> None:
    for turn in range(50):
        with closing(SqliteStore(file)) as other:
            other.append([new_event("job", turn + 1, Ticked("off"))])
            if turn % 3:
                other.settle()
        store.append([new_event("other", turn + 1, Ticked("off"))])
        if turn % 7 == 0:
            store.settle()
    assert len(store.events("job")) == len(store.events("other")) == 50


def test_an_open_job_goes_on_where_nothing_could_be_saved(
    store: SqliteStore, file: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_job = begin_job(store, guide)
    open_job.toggle("off")
    store.when_damaged = lambda _: None
    for path in (file, log_of(file)):
        truncate(path, 0)
    monkeypatch.setattr("micra_assistant.jobs.records.sqlite_store.following", lambda *_: None)
    open_job.enter("leads", "0.4")
    assert open_job.job
    assert OpenJob(store, store.job(open_job.job.id), open_job.history, guide).state == open_job.state
    assert store.events(open_job.job.id) == open_job.history.events
