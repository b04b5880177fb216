"""The file of the records: made to survive, brought up to date, and left alone if it is not ours or not sound."""

import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.events import Opened, PartAwaited, Ticked, encode, new_event
from micra_assistant.jobs.records import database, witness
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.schema import APPLICATION_ID, MIGRATIONS, VERSION
from micra_assistant.jobs.records.soundness import check_all, look_through
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.wal import log_of
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.recovery import recover
from tests.jobs.kept_jobs import keep_job
from tests.jobs.recordfiles import (
    NOW,
    all_events,
    contents,
    events_in,
    fill,
    in_order,
    job_of,
    leave_log,
    make_old,
    pragma,
    rows_made_anew,
    scribble,
    truncate,
    try_everything,
)

pytestmark = pytest.mark.thorough


def test_the_database_is_set_to_survive(store: SqliteStore) -> None:
    def setting(name: str) -> object:
        return store._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert setting("journal_mode") == "wal"
    assert setting("synchronous") == 2, "FULL"
    assert setting("foreign_keys") == 1
    assert setting("user_version") == VERSION
    assert setting("application_id") == APPLICATION_ID == int.from_bytes(b"MICR", "big")


def test_the_settings_are_there_after_a_restart(store: SqliteStore, file: Path) -> None:
    store.close()
    with closing(SqliteStore(file)) as reopened:
        test_the_database_is_set_to_survive(reopened)


def test_an_event_without_a_job_cannot_be(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store._connection.execute("INSERT INTO events (id, job, turn, at, act) VALUES ('a', 'nobody', 1, '', '{}')")


def test_a_program_killed_while_it_made_the_file_leaves_one_that_can_be_used(file: Path) -> None:
    file.parent.mkdir(parents=True)
    pragma(file, "PRAGMA journal_mode = WAL")
    with closing(SqliteStore(file)) as store:
        store.append([new_event("job", 1, Ticked("off"))])
        assert len(store.events("job")) == 1


def test_records_of_a_newer_program_are_refused_and_left_alone(store: SqliteStore, file: Path) -> None:
    store.append([new_event("job", 1, Ticked("off"))])
    store.close()
    pragma(file, f"PRAGMA user_version = {VERSION + 1}")
    before = contents(file.parent)
    with pytest.raises(StoreError, match=r"written by a newer Micra Assistant .*: install the newer program"):
        SqliteStore(file)
    assert contents(file.parent) == before


@pytest.mark.parametrize(
    "commands",
    [
        ["CREATE TABLE jobs (name)"],
        ["CREATE TABLE photos (name)"],
        ["CREATE TABLE photos (name)", f"PRAGMA user_version = {VERSION}"],
        ["CREATE TABLE photos (name)", f"PRAGMA user_version = {VERSION + 7}"],
        ["CREATE TABLE photos (name)", "PRAGMA application_id = 7"],
        ["PRAGMA application_id = 7"],
        ["PRAGMA user_version = 7"],
    ],
)
def test_the_database_of_another_program_is_refused_and_left_alone(file: Path, commands: list[str]) -> None:
    file.parent.mkdir(parents=True)
    pragma(file, *commands)
    before = contents(file.parent)
    with pytest.raises(StoreError, match="is another program's database; it has been left as it is"):
        SqliteStore(file)
    assert contents(file.parent) == before


def test_records_in_use_are_looked_through(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        store.append(job_of(2000))
        asked = 0

        def is_stopped() -> bool:
            nonlocal asked
            asked += 1
            return False

        look_through(file, is_stopped)
        assert asked > 3
        look_through(file, lambda: True)  # it is broken off without a word
    scribble(file, file.stat().st_size // 2, b"scribble" * 400)
    with pytest.raises(DamagedError):
        look_through(file, lambda: False)
    with pytest.raises(StoreError):
        look_through(file.with_name("gone.sqlite3"), lambda: False)


def test_records_that_call_themselves_another_programs_are_damaged(file: Path) -> None:
    """The note beside them says that there were records in this file."""
    fill(file, [job_of(3)])
    pragma(file, "PRAGMA application_id = 7")
    before = contents(file.parent)
    with pytest.raises(DamagedError, match="or its beginning was written over: there were job records in it"):
        SqliteStore(file)
    assert contents(file.parent) == before


@pytest.mark.parametrize(("at", "written"), [(47, b"\xff"), (60, bytes(4))], ids=["form", "version"])
def test_a_head_that_makes_no_sense_is_damage(file: Path, at: int, written: bytes) -> None:
    fill(file, [job_of(3)])
    scribble(file, at, written)
    with pytest.raises(DamagedError):
        SqliteStore(file)


@pytest.mark.parametrize(
    "content",
    [b"no database", b"no database" * 1000, b"SQLite format 3\0" + b"x" * 5000],
    ids=["short", "long", "right head"],
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with pytest.raises(StoreError, match="cannot open the job records in "):
        SqliteStore(file)
    assert contents(file.parent) == {file.name: content}


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("a file, not a folder")
    for path in (tmp_path / "occupied" / "jobs.sqlite3", tmp_path / "occupied" / "deeper" / "jobs.sqlite3"):
        with pytest.raises(StoreError, match=r"^cannot open the job records in ") as error:
            SqliteStore(path)
        assert "Errno" not in str(error.value)


def test_a_folder_in_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open database file"):
        SqliteStore(tmp_path)


def test_a_file_in_use_is_a_sentence(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.0)
    with closing(SqliteStore(file)) as store, closing(SqliteStore(file)) as other:
        store._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"cannot write the job records in .*: another program is writing to them"):
            other.append([new_event("job", 1, Ticked("off"))])


def test_a_newer_file_with_a_log_stays_as_it_is(file: Path) -> None:
    SqliteStore(file).close()
    leave_log(file)
    newer = f"PRAGMA user_version = {VERSION + 1}"
    code = f"import os, sqlite3; sqlite3.connect({str(file)!r}, isolation_level=None).execute({newer!r}); os._exit(9)"
    subprocess.run([sys.executable, "-c", code], check=False)
    before = contents(file.parent)
    with pytest.raises(StoreError, match="written by a newer Micra Assistant"):
        SqliteStore(file)
    assert log_of(file).stat().st_size > 0
    assert contents(file.parent) == before


# files of the first version


def test_an_old_file_is_brought_up_to_date_and_its_rows_are_made(file: Path) -> None:
    events = [*job_of(3), *job_of(5, "key")]
    make_old(file, events)
    with closing(SqliteStore(file)) as store:
        assert store._database.pragma("user_version") == VERSION
        assert {(event.id, event.act) for event in all_events(store)} == {(event.id, event.act) for event in events}
        assert [row.guide for row in store.rows(JobQuery())] == ["key", "button"]
        assert in_order(store) == rows_made_anew(store)


def test_an_older_program_that_had_the_file_open_meanwhile_may_go_on(file: Path, tmp_path: Path) -> None:
    events = job_of(3)
    make_old(file, events[:-1])
    with closing(sqlite3.connect(file, isolation_level=None)) as older, closing(SqliteStore(file)) as store:
        last = events[-1]
        columns = (last.id, last.job, last.turn, last.at, encode(last.act))
        older.execute("INSERT INTO events (id, job, turn, at, act) VALUES (?, ?, ?, ?, ?)", columns)
        assert [event.id for event in store.events(last.job)] == [event.id for event in events]
        assert check_all(store.connection, "the job records").events == len(events)
    scribble(file, 0, b"scribble" * 12)
    recover(file, Backups(tmp_path / "backups"), NOW)
    assert {event.id for event in events_in(file)} == {event.id for event in events}


def test_rows_that_a_killed_program_did_not_make_are_made_next_time(file: Path) -> None:
    make_old(file, job_of(3))
    pragma(file, *chain.from_iterable(MIGRATIONS[1:]), f"PRAGMA user_version = {VERSION}")
    with closing(SqliteStore(file)) as store:
        assert [row.car for row in store.rows(JobQuery())] == ["AB12 CDE"]
        assert in_order(store) == rows_made_anew(store)


def test_registrations_of_before_are_found_in_every_script(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        keep_job(store, "car", Opened("button", "1", "А123ВС 77", "Tailgate button", customer="Иванов"))
        keep_job(store, "other", Opened("button", "1", "AB12 CDE"))
    as_before = (
        "ALTER TABLE jobs DROP COLUMN blanked",
        "ALTER TABLE jobs DROP COLUMN traces",
        "DROP TABLE drafts",
        "ALTER TABLE jobs DROP COLUMN waits_for",
        "ALTER TABLE jobs DROP COLUMN waits_since",
        "DROP TABLE fitted",
        "PRAGMA user_version = 4",
    )
    pragma(file, "UPDATE jobs SET words = '0001 а123вс 77 а123вс77 иванов' WHERE id = 'car'", *as_before)
    with closing(SqliteStore(file)) as store:
        for text in ("a123bc", "А123ВС77", "иванов"):
            assert [row.id for row in store.rows(JobQuery(text))] == ["car"]
        assert [row.id for row in store.rows(JobQuery("AB12"))] == ["other"]


def test_since_when_a_part_is_waited_for_is_found_out_and_what_is_open_on_the_car_stays(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        keep_job(store, "car", Opened("button", "1", "AB12 CDE"))
        store.append([new_event("car", 2, PartAwaited("Button"))])
        (before,) = store.rows(JobQuery())
    pragma(
        file,
        "UPDATE jobs SET left_open = 2",
        "ALTER TABLE jobs DROP COLUMN waits_since",
        f"PRAGMA user_version = {VERSION - 1}",
    )
    with closing(SqliteStore(file)) as store:
        (row,) = store.rows(JobQuery())
        assert (row.waits_for, row.waits_since, row.left_open) == ("Button", before.waits_since, 2)
        assert row.waits_since


def test_an_old_job_that_cannot_be_read_does_not_hide_the_others(file: Path) -> None:
    first, second = job_of(1), job_of(1)
    make_old(file, [*first, *second])
    pragma(
        file,
        f"UPDATE events SET act = '{{\"act\":\"flown\"}}' WHERE id = '{first[0].id}'",
        "INSERT INTO jobs (id) VALUES ('empty')",
    )
    for _ in range(2):
        with closing(SqliteStore(file)) as store:
            assert {row.id: row.car for row in store.rows(JobQuery())} == {
                first[0].job: "",
                second[0].job: "AB12 CDE",
                "empty": "",
            }


def test_what_comes_before_a_migration_is_done_once(file: Path) -> None:
    make_old(file, job_of(1))
    seen: list[int] = []

    def look(connection: sqlite3.Connection) -> None:
        seen.append(connection.execute("PRAGMA user_version").fetchone()[0])

    for _ in range(2):
        SqliteStore(file, look).close()
    assert seen == [1]


def test_a_new_file_needs_nothing_before(file: Path) -> None:
    SqliteStore(file, lambda _: pytest.fail("there is nothing to keep")).close()


def test_a_migration_is_not_done_if_what_comes_before_fails(file: Path) -> None:
    make_old(file, job_of(1))
    before = contents(file.parent)

    def refuse(_: sqlite3.Connection) -> None:
        raise StoreError("no room")

    with pytest.raises(StoreError, match="no room"):
        SqliteStore(file, refuse)
    assert contents(file.parent) == before


# what goes wrong with a disk

_FULL = """
import resource, signal, sys
from pathlib import Path
from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Noted, new_event
from micra_assistant.jobs.records.sqlite_store import SqliteStore

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = SqliteStore(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    for turn in range(1000):
        store.append([new_event("job", turn, Noted("look", "long " * 500))])
        print(turn, flush=True)
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_a_disk_that_is_full_in_earnest_keeps_what_was_acknowledged(file: Path) -> None:
    said = subprocess.check_output([sys.executable, "-c", _FULL, str(file)], text=True).splitlines()
    assert said[-1].startswith(f"cannot write the job records in {file}: ")
    assert len(said) > 10, "something had room"
    assert {event.turn for event in events_in(file)} == {int(line) for line in said[:-1]}
    assert try_everything(file) == "sound"


_READ = """
import os, sys
from pathlib import Path
from contextlib import closing
from micra_assistant.errors import StoreError
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
if os.geteuid() == 0:  # no folder is closed to the system's superuser: go on as nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    SqliteStore(Path(sys.argv[1]))
except StoreError as error:
    print(error)
with closing(SqliteStore.unkept_copy(Path(sys.argv[1]))) as copy:
    print(len(copy.rows(JobQuery())))
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that everybody can read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter on Windows")
@pytest.mark.parametrize("log", [False, True], ids=["closed", "killed"])
def test_a_folder_that_cannot_be_written_to_is_a_sentence_and_its_jobs_are_seen(open_folder: Path, log: bool) -> None:
    file = open_folder / "jobs.sqlite3"
    fill(file, [job_of(2), job_of(2)])
    if log:
        leave_log(file)
    for path in open_folder.iterdir():
        path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    open_folder.chmod(0o555)
    before = contents(open_folder)
    problem, jobs = subprocess.check_output([sys.executable, "-c", _READ, str(file)], text=True).splitlines()
    assert problem.startswith(f"cannot open the job records in {file}: ")
    assert int(jobs) == 2 + log
    assert contents(open_folder) == before


_APPEND = """
import sys
from pathlib import Path
from micra_assistant.jobs.events import Ticked, new_event
from micra_assistant.jobs.records.sqlite_store import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
for turn in range(100):
    event = new_event("job", turn, Ticked(sys.argv[2]))
    store.append([event])
    print(event.id)
"""


def test_two_programs_that_write_at_once_lose_nothing(store: SqliteStore, file: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _APPEND, str(file), name], stdout=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    said = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert store.last() == 200
    assert {event.id for event in store.events("job")} == {*said[0], *said[1]}
    assert len(said[0]) == len(said[1]) == 100


# broken files


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with records as a killed program leaves them: some only in the log."""
    file = tmp_path_factory.mktemp("example") / "jobs.sqlite3"
    fill(file, (job_of(20) for _ in range(20)))
    leave_log(file)
    return file.parent


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_file_is_sound_or_a_sentence_and_never_changed(example: Path, tmp_path: Path, seed: int) -> None:
    file = Path(shutil.copytree(example, tmp_path / "broken")) / "jobs.sqlite3"
    chance = random.Random(seed)  # noqa: S311 - it need not be secret
    target = chance.choice([file, file, log_of(file)])
    size = target.stat().st_size
    if chance.random() < 0.5:
        truncate(target, chance.randrange(size))
    else:
        at = chance.randrange(chance.choice([120, size]))
        scribble(target, at, chance.randbytes(chance.choice([1, 40, 5000])))
    before = contents(file.parent)
    said = try_everything(file)
    assert said == "sound" or said.startswith(("DamagedError: ", "StoreError: "))
    assert said == "sound" or contents(file.parent) == before


def test_a_file_cut_to_nothing_is_no_new_one(example: Path, tmp_path: Path) -> None:
    file = Path(shutil.copytree(example, tmp_path / "broken")) / "jobs.sqlite3"
    truncate(file, 0)
    before = contents(file.parent)
    with pytest.raises(DamagedError, match="gone or empty, but their log is still there"):
        SqliteStore(file)
    assert contents(file.parent) == before


@pytest.mark.parametrize(
    ("at", "place"), [(3, "at its beginning"), (20, "at its beginning"), (32 + 24 + 100, "in the middle")]
)
def test_a_broken_log_is_found_before_it_is_written_over(example: Path, tmp_path: Path, at: int, place: str) -> None:
    file = Path(shutil.copytree(example, tmp_path / "broken")) / "jobs.sqlite3"
    scribble(log_of(file), at, b"scribble")
    before = contents(file.parent)
    with pytest.raises(DamagedError, match=f"the log of the job records, .*, is broken {place}"):
        SqliteStore(file)
    assert contents(file.parent) == before


def test_an_end_of_the_log_that_a_power_cut_left_is_no_damage(example: Path, tmp_path: Path) -> None:
    file = Path(shutil.copytree(example, tmp_path / "broken")) / "jobs.sqlite3"
    kept = len(events_in(Path(shutil.copytree(example, tmp_path / "sound")) / "jobs.sqlite3"))
    scribble(log_of(file), log_of(file).stat().st_size - 100, b"scribble")
    witness.write(file, replace(witness.read(file), kept=kept - 1))  # nobody was told of the last
    assert len(events_in(file)) == kept - 1


def test_an_end_of_the_log_that_was_kept_and_is_broken_is_damage(example: Path, tmp_path: Path) -> None:
    file = Path(shutil.copytree(example, tmp_path / "broken")) / "jobs.sqlite3"
    scribble(log_of(file), log_of(file).stat().st_size - 100, b"scribble")
    with pytest.raises(DamagedError, match="hold 1 act fewer than were kept"):
        SqliteStore(file)


def test_a_damaged_file_is_reported_to_who_wants_to_know(tmp_path: Path) -> None:
    file = tmp_path / "jobs.sqlite3"
    fill(file, (job_of(20) for _ in range(20)))
    seen: list[DamagedError] = []
    with closing(SqliteStore(file)) as store:
        store.when_damaged = seen.append
        scribble(file, 8192, bytes(file.stat().st_size - 8192))
        with pytest.raises(DamagedError) as raised:
            all_events(store)
        assert seen == [raised.value]
