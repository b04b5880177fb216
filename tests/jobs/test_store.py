"""The records: what is acknowledged is kept, and a file that is not ours is left alone."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.errors import StoreError
from micra_assistant.jobs import store as store_module
from micra_assistant.jobs.events import Entered, Event, Opened, Ticked, new_event
from micra_assistant.jobs.schema import APPLICATION_ID, VERSION
from micra_assistant.jobs.store import Job, SqliteStore

Contents = dict[str, bytes]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the records shall be."""
    return tmp_path / "user" / "records" / "jobs.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    """Return an empty store in a file."""
    with closing(SqliteStore(file)) as opened:
        yield opened


def event(job: str, turn: int, item: str = "off") -> Event:
    """Return a tick as an event."""
    return new_event(job, turn, Ticked(item))


def contents(folder: Path) -> Contents:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pragma(path: Path, *commands: str) -> None:
    """Run commands on a database from outside."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


def test_what_is_kept_is_there_after_a_restart(store: SqliteStore, file: Path) -> None:
    kept = (
        new_event("first", 1, Opened("button", "2026.11", "Ключ ✓")),
        new_event("first", 2, Entered("leads", "0,4 Ω")),
    )
    store.append(kept)
    store.close()
    with closing(SqliteStore(file)) as reopened:
        assert reopened.events("first") == kept
        assert reopened.jobs() == (Job(1, "first"),)


def test_events_come_by_turn_and_may_be_asked_for_from_a_turn_on(store: SqliteStore) -> None:
    first, second, third = (event("job", turn) for turn in (1, 2, 3))
    store.append([third, first])
    store.append([second, event("other", 9)])
    assert store.events("job") == (first, second, third)
    assert store.events("job", after_turn=1) == (second, third)
    assert store.events("job", after_turn=3) == ()
    assert store.events("nobody") == ()


def test_an_event_is_kept_once(store: SqliteStore) -> None:
    tick = event("job", 1)
    store.append([tick, tick])
    store.append([tick])
    assert store.events("job") == (tick,)


def test_what_is_kept_is_never_changed(store: SqliteStore) -> None:
    tick = event("job", 1)
    store.append([tick])
    store.append([Event(tick.id, tick.job, 9, tick.at, Ticked("other"))])
    assert store.events("job") == (tick,)


def test_all_are_kept_or_none(store: SqliteStore) -> None:
    def broken_off() -> Iterator[Event]:
        yield event("job", 1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.append(broken_off())
    assert store.jobs() == ()
    store.append([event("job", 1)])
    assert len(store.events("job")) == 1


def test_a_full_disk_keeps_none_and_says_so(store: SqliteStore) -> None:
    store.append([event("job", 1)])
    connection = store._connection
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(StoreError, match=r"cannot write the job records in .*: database or disk is full"):
        store.append(event("job", turn, "long" * 100) for turn in range(2, 100))
    assert [kept.turn for kept in store.events("job")] == [1]


def test_jobs_come_last_worked_on_first_and_keep_their_number(store: SqliteStore) -> None:
    for job in ("one", "two", "three"):
        store.append([event(job, 1)])
    store.append([event("one", 2)])
    assert store.jobs() == (Job(1, "one"), Job(3, "three"), Job(2, "two"))
    assert [job.name for job in store.jobs()] == ["0001", "0003", "0002"]


def test_two_programs_may_work_on_one_file(store: SqliteStore, file: Path) -> None:
    with closing(SqliteStore(file)) as other:
        mine, theirs = event("job", 1), event("job", 2)
        store.append([mine])
        other.append([theirs])
        assert store.events("job") == other.events("job") == (mine, theirs)
        assert store.jobs() == other.jobs()


def test_a_file_in_use_is_a_sentence(store: SqliteStore, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_BUSY_SECONDS", 0.0)
    with closing(SqliteStore(file)) as other:
        store._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"cannot write the job records in .*: database is locked"):
            other.append([event("job", 1)])


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


WRITER = """
import sys
from pathlib import Path
from micra_assistant.jobs.events import Ticked, new_event
from micra_assistant.jobs.store import SqliteStore

store = SqliteStore(Path(sys.argv[1]))
for turn in range(1, 1_000_000):
    event = new_event("job", turn, Ticked("off"))
    store.append([event])
    print(event.id, flush=True)
"""


def test_what_is_acknowledged_survives_a_kill(file: Path) -> None:
    acknowledged: set[str] = set()
    for round_ in range(4):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            first = [writer.stdout.readline() for _ in range(1 + 7 * round_)]
            writer.kill()
            lines = first + writer.stdout.readlines()
        acknowledged |= {line.strip() for line in lines if line.endswith("\n")}
        with closing(SqliteStore(file)) as store:
            kept = {event.id for event in store.events("job")}
        assert acknowledged <= kept
        assert len(kept) - len(acknowledged) <= round_ + 1, "at most the one under way at each kill"


def test_a_program_killed_while_it_made_the_file_leaves_one_that_can_be_used(file: Path) -> None:
    file.parent.mkdir(parents=True)
    pragma(file, "PRAGMA journal_mode = WAL")
    with closing(SqliteStore(file)) as store:
        store.append([event("job", 1)])
        assert len(store.events("job")) == 1


def test_records_of_a_newer_program_are_refused_and_left_alone(store: SqliteStore, file: Path) -> None:
    store.append([event("job", 1)])
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


def test_a_closed_store_says_so(store: SqliteStore) -> None:
    store.close()
    with pytest.raises(StoreError, match="cannot read the job records"):
        store.jobs()


def test_an_act_this_program_does_not_know_is_a_sentence(store: SqliteStore) -> None:
    store.append([event("job", 1)])
    store._connection.execute("""UPDATE events SET act = '{"act":"flown"}'""")
    with pytest.raises(StoreError, match="something this program does not know"):
        store.events("job")


def test_a_store_in_memory_keeps_nothing_and_says_so(store: SqliteStore) -> None:
    assert store.keeps
    with closing(SqliteStore(None)) as memory:
        assert not memory.keeps
        memory.append([event("job", 1)])
        assert memory.jobs() == (Job(1, "job"),)


def test_a_copy_that_is_not_kept_begins_with_what_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "jobs.sqlite3"
    with closing(SqliteStore(file)) as store:
        store.append([new_event("job", 1, Ticked("leads"))])
        with closing(SqliteStore.unkept_copy(file)) as copy:
            copy.append([new_event("job", 2, Ticked("clips"))])
            assert (copy.keeps, len(copy.events("job")), len(store.events("job"))) == (False, 2, 1)


def test_a_copy_of_nothing_is_empty(tmp_path: Path) -> None:
    (tmp_path / "rubbish").write_text("no database")
    for name in ("gone", "rubbish"):
        with closing(SqliteStore.unkept_copy(tmp_path / name)) as copy:
            assert (copy.jobs(), copy.last_job()) == ((), None)


def test_a_job_is_found_by_its_id_and_the_last_by_its_last_event(tmp_path: Path) -> None:
    with closing(SqliteStore(None)) as store:
        store.append([new_event("first", 1, Ticked("a")), new_event("second", 1, Ticked("a"))])
        store.append([new_event("first", 2, Ticked("b"))])
        assert (store.job("second").number, store.last_job()) == (2, store.job("first"))
        with pytest.raises(StoreError, match="there is no job third"):
            store.job("third")
