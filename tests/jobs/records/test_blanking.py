"""A customer's data is blanked in the acts that are kept: in no other job, in nothing that was done to the car."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.errors import StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import (
    AnyAct,
    Blanked,
    Closed,
    Described,
    Event,
    Held,
    Noted,
    Opened,
    PhotoAdded,
    Reopened,
    Ticked,
    new_event,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import without_customer
from micra_assistant.jobs.records.blanking import (
    StillWorkedOnError,
    blank,
    blank_again,
    blank_copy,
    finish,
    unfinished,
)
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.soundness import check
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.sums import teach
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.ways_to_open import begin_job
from tests.builders import guide_of
from tests.jobs.recordfiles import PHOTO, PHOTO_ID, make_old
from tests.jobs.two_steps import PAGE

JOB, OTHER = "ab" * 16, "cd" * 16
GUIDES_WORDS = ("does not open",)


def acts_of(job: str) -> list[Event]:
    """Return a closed job with a customer, a note and a photo."""
    acts: tuple[AnyAct, ...] = (
        Opened("button", "1", "XY 987", "Tailgate button", "", "Ann Able", 84_000, "does not open"),
        Ticked("off"),
        Noted("step", "ring Ann first"),
        PhotoAdded("step", PHOTO_ID, "Ann.jpg", 40, 30),
        Described("XY 987", "Ann Able", 84_001, "rattles, says Ann"),
        Closed("button worn", "new button", Held.YES, "Ann pays cash", ("panel off",), "Ann had to leave"),
    )
    return [new_event(job, turn, act, "Bea") for turn, act in enumerate(acts, 1)]


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    """Return records of one closed job."""
    with closing(SqliteStore(file)) as opened:
        opened.append(acts_of(JOB), {PHOTO_ID: PHOTO})
        yield opened


def state_in(store: SqliteStore, job: str = JOB) -> JobState:
    """Return how a job stands in the records."""
    return History(store.events(job)).state


def test_what_goes_and_what_stays(store: SqliteStore) -> None:
    before, outcome = store.events(JOB), state_in(store).outcome
    blank(store, JOB, "Cy", GUIDES_WORDS)
    after = store.events(JOB)
    state = state_in(store)
    assert [(event.id, event.turn, event.at, event.by) for event in after[:-1]] == [
        (event.id, event.turn, event.at, event.by) for event in before
    ]
    assert (after[-1].act, after[-1].by, after[-1].turn) == (Blanked(False, GUIDES_WORDS), "Cy", before[-1].turn + 1)
    assert (state.car, state.customer, state.complaint, state.mileage) == ("", "", "", 84_001)
    opened = after[0].act
    assert isinstance(opened, Opened)
    assert opened.complaint == "does not open"
    assert (set(state.ticked), state.outcome, len(state.photos)) == ({"off"}, outcome, 1)
    assert [note.text for note in state.notes] == ["ring Ann first"]


def test_notes_and_photos_go_with_it_if_that_is_said(store: SqliteStore) -> None:
    blank(store, JOB, notes=True)
    state = state_in(store)
    assert (state.notes, state.photos, set(state.ticked)) == ((), (), {"off"})
    assert state.outcome == Closed("button worn", "new button", Held.YES, left_open=("panel off",))
    assert not store.has_attachment(PHOTO_ID)


def test_a_photo_that_another_job_has_too_stays(store: SqliteStore) -> None:
    store.append(acts_of(OTHER))
    blank(store, JOB, notes=True)
    assert store.attachment(PHOTO_ID) == PHOTO
    assert state_in(store, OTHER).customer == "Ann Able"


def test_what_was_typed_and_not_yet_entered_goes(store: SqliteStore) -> None:
    store.connection.execute(
        "CREATE TABLE IF NOT EXISTS drafts (job TEXT NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL)"
    )
    rows = [(JOB, "details", "Ann Able"), (OTHER, "details", "Dan")]
    store.connection.executemany("INSERT INTO drafts (job, place, words) VALUES (?, ?, ?)", rows)
    blank(store, JOB)
    assert store.connection.execute("SELECT job, words FROM drafts").fetchall() == [(OTHER, "Dan")]


def test_the_list_neither_shows_nor_finds_it_and_says_so(store: SqliteStore) -> None:
    blank(store, JOB)
    (row,) = store.rows(JobQuery())
    assert (row.car, row.customer, row.complaint, row.blanked, row.closed, row.left_open) == ("", "", "", True, True, 1)
    assert not store.found(JobQuery("able"))
    assert not store.found(JobQuery("xy987"))
    assert store.found(JobQuery("new button"))


def test_the_records_are_sound_after_it(store: SqliteStore, file: Path) -> None:
    blank(store, JOB, notes=True)
    store.close()
    assert check(file).events == len(acts_of(JOB)) + 1


def test_a_job_that_is_worked_on_keeps_its_customer(store: SqliteStore) -> None:
    store.append([new_event(JOB, 7, Reopened())])
    with pytest.raises(StillWorkedOnError, match="close it first"):
        blank(store, JOB)
    assert state_in(store).customer == "Ann Able"
    assert unfinished(store) == ()


def test_nothing_is_blanked_where_nothing_is_kept() -> None:
    store = SqliteStore(None)
    store.append(acts_of(JOB))
    with pytest.raises(StoreError, match="nothing is kept just now"):
        blank(store, JOB)
    assert state_in(store).customer == "Ann Able"


def test_a_scribbled_act_is_not_made_right_by_it(store: SqliteStore) -> None:
    store.connection.execute("UPDATE events SET at = '2026-01-01T00:00:00.000+00:00' WHERE turn = 3")
    with pytest.raises(StoreError, match="not as it was written"):
        blank(store, JOB)
    assert b"Ann Able" in store.connection.execute("SELECT act FROM events WHERE turn = 1").fetchone()[0].encode()


def test_the_work_goes_on_and_another_customer_can_be_written_down(store: SqliteStore) -> None:
    blank(store, JOB)
    turn = state_in(store).turn
    acts: tuple[AnyAct, ...] = (Reopened(), Described("ZZ 1", "Dan", 85_000), Noted("step", "again"), Closed("fuse"))
    store.append([new_event(JOB, turn + place, act) for place, act in enumerate(acts, 1)])
    state = state_in(store)
    assert (state.customer, state.blanked, state.is_closed) == ("Dan", True, True)
    blank(store, JOB)
    assert (state_in(store).customer, len(state_in(store).notes)) == ("", 2)


def test_twice_is_as_good_as_once_and_clears_again(store: SqliteStore) -> None:
    finish(store, [blank(store, JOB)])
    before = store.events(JOB)
    blanking = blank(store, JOB, "Cy")
    assert (store.events(JOB), blanking.marks) == (before, before[-1:])
    assert unfinished(store) == (blanking,)
    assert len(blank(store, JOB, notes=True).marks) == 1
    assert len(store.events(JOB)) == len(before) + 1


def test_it_is_marked_as_unfinished_until_all_is_cleared(store: SqliteStore) -> None:
    blanking = blank(store, JOB, complaints=GUIDES_WORDS)
    assert [(found.job, found.marks) for found in unfinished(store)] == [(JOB, blanking.marks)]
    finish(store, [blanking])
    assert unfinished(store) == ()


def test_what_older_records_bring_back_is_blanked_again(store: SqliteStore) -> None:
    mark = new_event(JOB, 7, Blanked(True, GUIDES_WORDS))
    later = new_event(JOB, 9, Described("ZZ 1", "Dan"))
    acts = store.events(JOB)
    store.append([mark, new_event(JOB, 8, Reopened()), later])
    blank_again(store)
    events = store.events(JOB)
    assert events[-1] == later
    assert events[:6] == tuple(map(without_customer(GUIDES_WORDS, notes=True), acts))
    assert [found.job for found in unfinished(store)] == [JOB]


@pytest.mark.parametrize("notes", [False, True])
def test_a_copy_of_the_first_version_is_blanked_as_it_is(store: SqliteStore, tmp_path: Path, notes: bool) -> None:
    events = store.events(JOB)
    old = tmp_path / "old.sqlite3"
    make_old(old, events)
    blanking = blank(store, JOB, notes=notes)
    with closing(teach(sqlite3.connect(old))) as copy:
        blank_copy(copy, blanking)
        copy.commit()
    with closing(SqliteStore(old)) as opened:
        acts = [(event.id, event.act) for event in opened.events(JOB)]
    assert acts == [(event.id, event.act) for event in store.events(JOB)]


def test_another_window_that_has_the_job_open_shows_it_no_more(store: SqliteStore, tmp_path: Path, file: Path) -> None:
    guide: Guide = guide_of(tmp_path, PAGE)
    open_job = begin_job(store, guide, details=Described("XY 987", "Ann Able"))
    assert open_job.job is not None
    open_job.do(PhotoAdded(open_job.step.id, PHOTO_ID, "Ann.jpg", 40, 30), {PHOTO_ID: PHOTO})
    open_job.do(Closed())
    store.settle()
    assert not open_job.catch_up()
    size = file.stat().st_size
    with closing(SqliteStore(file)) as other:
        blank(other, JOB, notes=True)
        blank(other, open_job.job.id, notes=True)
        assert other.leave_no_trace()
    assert file.stat().st_size < size
    assert open_job.catch_up()
    assert open_job.keeps, "the file that was made smaller is not taken for one that was cut off"
    assert_no_customer(open_job)
    open_job.do(Reopened())
    while open_job.undo():
        assert_no_customer(open_job)
    while open_job.redo():
        assert_no_customer(open_job)
    assert_no_customer(open_job)


def assert_no_customer(open_job: OpenJob) -> None:
    assert (open_job.state.car, open_job.state.customer, open_job.state.blanked) == ("", "", True)
    assert not [event for event in open_job.history.events if "Ann" in repr(event)]
