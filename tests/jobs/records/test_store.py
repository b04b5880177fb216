"""The records: what is acknowledged is kept, and a file that is not ours is left alone."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Described,
    Entered,
    Event,
    Held,
    Opened,
    OptionChosen,
    Redone,
    Reopened,
    Ticked,
    Undone,
    new_event,
    new_id,
)
from micra_assistant.jobs.records import event_rows, reasons
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import Job, JobRow
from micra_assistant.jobs.records.soundness import check_all
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.sums import IN_SQL, event_sum, teach
from tests.jobs.recordfiles import RIGHT_SUMS


class Usage(NamedTuple):
    """How much of a disk is used."""

    total: int
    used: int
    free: int


def event(job: str, turn: int, item: str = "off") -> Event:
    """Return a tick as an event."""
    return new_event(job, turn, Ticked(item))


def jobs(store: SqliteStore) -> list[str]:
    """Return the ids of all jobs, last worked on first."""
    return [row.id for row in store.rows(JobQuery())]


def row_made_anew(store: SqliteStore, job: str) -> JobRow:
    """Return the row of a job as it is made of its events by a store that has them all at once."""
    with closing(SqliteStore(None)) as other:
        other.number_jobs({job: store.job(job).number})
        other.append(store.events(job))
        return other.rows(JobQuery())[0]


def test_what_is_kept_is_there_after_a_restart(store: SqliteStore, file: Path) -> None:
    kept = (
        new_event("first", 1, Opened("button", "2026.11", "Ключ ✓")),
        new_event("first", 2, Entered("leads", "0,4 Ω")),
    )
    store.append(kept)
    store.close()
    with closing(SqliteStore(file)) as reopened:
        assert reopened.events("first") == kept
        assert reopened.job("first") == Job(1, "first")
        assert jobs(reopened) == ["first"]


def test_events_come_by_turn(store: SqliteStore) -> None:
    first, second, third = (event("job", turn) for turn in (1, 2, 3))
    store.append([third, first])
    store.append([second, event("other", 9)])
    assert store.events("job") == (first, second, third)
    assert store.events("nobody") == ()


def test_events_of_many_come_in_lots_and_all_of_them(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_rows, "_AT_ONCE", 2)
    kept = [event("job", turn) for turn in range(1, 6)]
    store.append(kept)
    assert store.events("job") == tuple(kept)


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
    assert jobs(store) == []
    store.append([event("job", 1)])
    assert len(store.events("job")) == 1


def test_a_full_disk_keeps_none_and_says_so(store: SqliteStore) -> None:
    store.append([event("job", 1)])
    connection = store._connection
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(StoreError, match=r"cannot write the job records in .*: database or disk is full"):
        store.append(event("job", turn, "long" * 100) for turn in range(2, 100))
    assert [kept.turn for kept in store.events("job")] == [1]


def test_records_that_may_not_be_written_say_what_to_do(tmp_path: Path) -> None:
    records = tmp_path / "jobs.sqlite3"
    SqliteStore(records).close()
    connection = sqlite3.connect(f"file:{records}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError) as refused:
        connection.execute("CREATE TABLE more (id)")
    connection.close()
    words = "they are protected against writing, take that away from file, folder and drive ({why})"
    readonly = "attempt to write a readonly database"
    assert reasons.in_words(refused.value, records) == words.format(why=readonly)
    assert reasons.in_words(OSError(errno.EROFS, "Read-only"), records) == words.format(why="Read-only")


@pytest.mark.parametrize("name", ["database or disk is full", "disk I/O error"])
def test_a_disk_without_room_is_called_full(store: SqliteStore, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorcode = sqlite3.SQLITE_FULL if "full" in name else sqlite3.SQLITE_IOERR_WRITE
    free = 1 << 30

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 40, 0, free))
    assert reasons.in_words(error, Path()) == name
    free = 5000
    assert reasons.in_words(error, Path()) == f"the disk is full, make room on it ({name})"
    assert reasons.in_words(OSError(errno.ENOSPC, "No space"), Path()).startswith("the disk is full, make room on it")
    assert reasons.in_words(OSError(errno.EBADF, "Bad file"), Path()) == "Bad file"
    assert reasons.in_words(sqlite3.OperationalError(name), None) == name


def test_jobs_come_last_worked_on_first_and_keep_their_number(store: SqliteStore) -> None:
    for job in ("one", "two", "three"):
        store.append([event(job, 1)])
    store.append([event("one", 2)])
    assert [(row.id, row.name) for row in store.rows(JobQuery())] == [
        ("one", "0001"),
        ("three", "0003"),
        ("two", "0002"),
    ]


def test_a_clock_that_goes_backwards_changes_no_order(store: SqliteStore) -> None:
    def at(job: str, turn: int, time: str) -> Event:
        return Event(new_id(), job, turn, time, Ticked("off"))

    store.append([at("one", 1, "2026-11-21T10:00:00.000+00:00")])
    store.append([at("two", 1, "2026-11-21T09:00:00.000+00:00")])
    store.append([at("one", 2, "2019-01-01T00:00:00.000+00:00")])
    assert [kept.turn for kept in store.events("one")] == [1, 2]
    assert jobs(store) == ["one", "two"]
    assert store.last_job() == store.rows(JobQuery())[0]


@pytest.mark.parametrize(
    ("times", "begun", "worked"),
    [
        (("1999-12-31", "2026-11-21", "1970-01-01"), "2026-11-21", "2026-11-21"),
        (("2026-11-21", "2026-11-22", "1999-12-31"), "2026-11-21", "2026-11-22"),
        (("1999-12-31", "1980-01-01"), "", ""),
    ],
)
def test_a_clock_that_was_plainly_wrong_is_not_shown(
    store: SqliteStore, times: tuple[str, ...], begun: str, worked: str
) -> None:
    for turn, time in enumerate(times, 1):
        act = Ticked("off") if turn % 2 else Described("AB 12")
        store.append([Event(new_id(), "job", turn, f"{time}T10:00:00.000+00:00" if time else "", act)])
    (row,) = store.rows(JobQuery())
    assert (row.begun[:10], row.worked[:10]) == (begun, worked)
    assert row == row_made_anew(store, "job")
    assert [kept.at[:10] for kept in store.events("job")] == list(times), "as it was recorded"


ROW_ACTS: list[AnyAct] = [
    Opened("button", "1", "AB12 CDE", "Tailgate", customer="Иванов", mileage=120_000, complaint="dead"),
    Ticked("off"),
    Described("XY 34", "Petrov", None, "sometimes dead"),
    Closed("button worn", "button changed", Held.YES, left_open=("clips",), override="parts not here"),
    Reopened(),
]


@pytest.mark.parametrize("count", range(1, len(ROW_ACTS) + 1))
def test_a_row_says_what_the_events_say(store: SqliteStore, count: int) -> None:
    for turn, act in enumerate(ROW_ACTS[:count], 1):
        store.append([new_event("job", turn, act)])
    assert store.rows(JobQuery()) == (row_made_anew(store, "job"),)


def test_a_row_follows_undo_and_redo(store: SqliteStore) -> None:
    changed = new_event("job", 2, Described("XY 34"))
    store.append([new_event("job", 1, Opened("button", "1", "AB12 CDE")), changed])
    store.append([new_event("job", 3, Undone(changed.id))])
    assert store.rows(JobQuery())[0].car == "AB12 CDE"
    store.append([new_event("job", 4, Redone(changed.id))])
    assert store.rows(JobQuery())[0].car == "XY 34"
    assert store.rows(JobQuery()) == (row_made_anew(store, "job"),)


def test_what_is_undone_in_another_log_is_not_counted_among_what_a_closed_job_had_seen(store: SqliteStore) -> None:
    opened, entered = new_event("job", 1, Opened("button", "1")), new_event("job", 2, Entered("leads", "11"))
    closed = new_event("job", 4, Closed("worn", model="faults.toml", fault="button", sure=True))
    store.append([opened, entered, closed])
    assert [dict(seen.values) for _, seen in store.causes.seen("button", "faults.toml", 9)] == [{"leads": "11"}]
    store.append([new_event("job", 3, Undone(entered.id))])
    assert [dict(seen.values) for _, seen in store.causes.seen("button", "faults.toml", 9)] == [{}]


def test_a_row_is_the_same_whichever_log_was_merged_first(store: SqliteStore) -> None:
    opened, mine, theirs, last = (
        Event(new_id(), "job", turn, f"2026-11-20T10:0{turn}:00.000+00:00", act)
        for turn, act in (
            (1, Opened("button", "1")),
            (4, OptionChosen("used")),
            (2, Described("XY 34")),
            (3, Ticked("off")),
        )
    )
    store.append([opened, mine])
    store.append([opened, theirs])
    store.append([last])
    assert store.rows(JobQuery())[0].worked == mine.at
    assert store.rows(JobQuery()) == (row_made_anew(store, "job"),)


def test_an_event_that_another_job_has_makes_no_empty_job(store: SqliteStore, file: Path) -> None:
    tick = event("job", 1)
    store.append([tick])
    store.append([Event(tick.id, "other", 1, tick.at, tick.act)])
    assert jobs(store) == ["job"]


def test_a_number_is_kept_if_nobody_else_has_it(store: SqliteStore) -> None:
    store.append([event("here", 1)])
    store.number_jobs({"forty": 40, "here": 41, "one": 1})
    store.append([event("forty", 1), event("one", 1), event("here", 2)])
    assert [store.job(job).number for job in ("here", "forty", "one")] == [1, 40, 41]


def test_what_is_attached_is_there_after_a_restart(store: SqliteStore, file: Path) -> None:
    store.append([event("job", 1)], {"photo": b"\0jpeg", "guide": b"zip"})
    store.append([], {"photo": b"another", "more": b""})
    store.close()
    with closing(SqliteStore(file)) as reopened:
        assert [reopened.attachment(name) for name in ("photo", "guide", "more")] == [b"\0jpeg", b"zip", b""]
        assert reopened.has_attachment("photo")
        assert not reopened.has_attachment("none")
        with pytest.raises(StoreError, match="the job records hold nothing under none"):
            reopened.attachment("none")


def test_an_attachment_that_was_scribbled_over_is_said_and_all_else_works(store: SqliteStore) -> None:
    said: list[DamagedError] = []
    store.when_damaged = said.append
    photo, other = sha256(b"jpeg").hexdigest(), sha256(b"another").hexdigest()
    store.append([event("job", 1)], {photo: b"jpeg", other: b"another"})
    store.connection.execute("UPDATE attachments SET content = x'00' WHERE id = ?", (photo,))
    with pytest.raises(DamagedError, match="a photo or a guide's text in them is not as it was written"):
        store.attachment(photo)
    assert len(said) == 1
    assert store.attachment(other) == b"another"
    store.append([event("job", 2)])
    assert len(store.events("job")) == 2
    with pytest.raises(DamagedError, match="there is a photo or a guide's text that is not as it was written"):
        check_all(store.connection, "the job records")


def test_what_cannot_be_written_down_is_a_sentence(store: SqliteStore) -> None:
    for act in (Ticked("\ud800"), Opened("button", "1", mileage=10**30)):
        with pytest.raises(StoreError, match="cannot write the job records"):
            store.append([new_event("job", 1, act)], {"photo": b"jpeg"})
    assert jobs(store) == []
    assert not store.has_attachment("photo")


def test_two_programs_may_work_on_one_file(store: SqliteStore, file: Path) -> None:
    with closing(SqliteStore(file)) as other:
        mine, theirs = event("job", 1), event("job", 2)
        store.append([mine])
        other.append([theirs])
        assert store.events("job") == other.events("job") == (mine, theirs)
        assert store.rows(JobQuery()) == other.rows(JobQuery())


def test_what_another_program_writes_is_told_from_what_was_there(store: SqliteStore, file: Path) -> None:
    with closing(SqliteStore(file)) as other:
        assert store.last() == 0
        store.append([event("job", 1)])
        before = store.last()
        theirs, elsewhere = event("job", 2), event("another", 1)
        other.append([theirs, elsewhere])
        assert store.last() == other.last() > before
        assert store.events("job", after=before) == (theirs,)
        assert store.events("job", after=store.last()) == ()


def test_a_store_may_go_on_with_other_records(store: SqliteStore, file: Path, tmp_path: Path) -> None:
    store.append([event("job", 1)])
    with closing(SqliteStore.unkept_copy(file)) as copy:
        copy.append([event("job", 2)], {"photo": b"jpeg"})
        events, attached = copy.unkept()
        assert ([kept.turn for kept in events], attached) == ([2], {"photo": b"jpeg"})
        copy.change_to(tmp_path / "other.sqlite3")
        assert copy.keeps
        assert (jobs(copy), copy.file) == ([], tmp_path / "other.sqlite3")


def test_a_closed_store_says_so(store: SqliteStore) -> None:
    store.close()
    with pytest.raises(StoreError, match="cannot read the job records"):
        store.rows(JobQuery())


def test_an_act_this_program_does_not_know_is_a_sentence(store: SqliteStore) -> None:
    store.append([event("job", 1)])
    store._connection.execute("""UPDATE events SET act = '{"act":"flown"}'""")
    store._connection.execute(RIGHT_SUMS)
    with pytest.raises(StoreError, match="something this program does not know"):
        store.events("job")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-21T10:00:00.000+00:00"),
        ("by", "somebody"),
        ("turn", 7),
        ("id", "f" * 32),
        ("act", '{"act":"ticked","item":"on"}'),
        ("sum", 0),
    ],
)
def test_an_event_that_was_scribbled_over_is_never_shown(store: SqliteStore, column: str, value: object) -> None:
    store.append([event("job", turn) for turn in (1, 2, 3)])
    store._connection.execute(f"UPDATE events SET {column} = ? WHERE sequence = 2", (value,))
    with pytest.raises(DamagedError, match=r"cannot read the job records in .*: an act in them is not as it was writ"):
        store.events("job")
    with pytest.raises(DamagedError, match="are damaged: there are acts that are not as they were written"):
        check_all(store._connection, "the job records")


@given(st.tuples(*[st.text(alphabet=st.characters(blacklist_categories=["Cs"]))] * 5), st.integers(0, 2**40))
def test_a_checksum_is_the_same_in_sql(texts: tuple[str, ...], turn: int) -> None:
    id_, job, at, act, by = (text.replace("\0", "") for text in texts)
    with closing(teach(sqlite3.connect(":memory:"))) as connection:
        columns = "? AS id, ? AS job, ? AS turn, ? AS at, ? AS act, ? AS by"
        found = connection.execute(f"SELECT {IN_SQL} FROM (SELECT {columns})", (id_, job, turn, at, act, by))
        assert found.fetchone()[0] == event_sum(id_, job, turn, at, act, by)


def test_a_store_in_memory_keeps_nothing_and_says_so(store: SqliteStore) -> None:
    assert store.keeps
    with closing(SqliteStore(None)) as memory:
        assert not memory.keeps
        memory.append([event("job", 1)])
        assert jobs(memory) == ["job"]


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
            assert (jobs(copy), copy.last_job()) == ([], None)


def test_a_job_is_found_by_its_id_and_the_last_by_its_last_event(tmp_path: Path) -> None:
    with closing(SqliteStore(None)) as store:
        store.append([new_event("first", 1, Ticked("a")), new_event("second", 1, Ticked("a"))])
        store.append([new_event("first", 2, Ticked("b"))])
        assert store.job("second") == Job(2, "second")
        assert store.last_job() == store.rows(JobQuery())[0]
        assert jobs(store)[0] == "first"
        with pytest.raises(StoreError, match="there is no job third"):
            store.job("third")
