"""Several programs at work on one job: nobody does anything to a job that another has closed, nothing is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from micra_assistant.errors import ClosedError, JobFileError, StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Closed, Described, Event, Ticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records import database
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from tests.jobs.working_together import done_while_closed, let_work

DEAD_MAN_SWITCH = 128
"""The byte of the index that SQLite locks as long as a file is open (UNIX_SHM_DMS in its source)."""


class Interrupted(SqliteStore):
    """A store in which another program does something at the last moment before this one writes."""

    def last(self) -> int:
        """Return what there is; then the other acts, unless this one has the records for itself."""
        last = super().last()
        if not self._database.is_within_transaction:
            self.other()
        return last

    def alone(self) -> AbstractContextManager[object]:
        """Begin to write, after the other has acted."""
        if not self._database.is_within_transaction:
            self.other()
        return super().alone()

    def other(self) -> None:
        """Do nothing, until a test says what."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Interrupted]:
    """Return a store that is interrupted."""
    with closing(Interrupted(tmp_path / "jobs.sqlite3")) as opened:
        yield opened


def other_window(store: SqliteStore, open_job: OpenJob) -> OpenJob:
    """Return the same job open of another program."""
    assert store.file
    assert open_job.job
    other = SqliteStore(store.file)
    return OpenJob(other, open_job.job, History(other.events(open_job.job.id)), open_job.guide, seen=other.last())


def once(store: Interrupted, act: Callable[[], object]) -> None:
    """Let the other program do something the next time it gets between."""

    def do() -> None:
        store.other = lambda: None  # type: ignore[method-assign]
        act()

    store.other = do  # type: ignore[method-assign]


@pytest.mark.parametrize(
    "act",
    [
        lambda job: job.toggle("off"),
        lambda job: job.go_to("second"),
        lambda job: job.do(Ticked("off")),
        lambda job: job.undo(),
        lambda job: job.toggle_option("used"),
        lambda job: job.take_newer(job.guide, None),
    ],
)
def test_a_job_that_is_closed_at_the_last_moment_is_left_alone(
    store: Interrupted, guide: Guide, act: Callable[[OpenJob], object]
) -> None:
    open_job = begin_job(store, guide)
    open_job.do(Described("AB 12"))
    other = other_window(store, open_job)
    once(store, lambda: other.do(Closed("worn")))
    with pytest.raises(ClosedError):
        act(open_job)
    assert open_job.state.is_closed
    assert open_job.job
    assert not done_while_closed(store.events(open_job.job.id))


def test_what_another_window_ticks_at_the_last_moment_stays_ticked(store: Interrupted, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    other = other_window(store, open_job)
    once(store, lambda: other.toggle("off"))
    open_job.toggle("off")
    assert open_job.checklist.line("off").done, "the person has tapped an empty box"
    assert [event.turn for event in open_job.history.events] == [1, 2]


def test_an_option_that_is_chosen_at_the_last_moment_is_not_chosen_twice(store: Interrupted, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    other = other_window(store, open_job)
    once(store, lambda: other.toggle_option("used"))
    open_job.toggle_option("used")
    assert open_job.state.option == "", "the person takes back what is seen now"


def test_two_who_undo_or_redo_at_the_same_moment_do_so_with_two_acts(store: Interrupted, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    open_job.toggle("off")
    open_job.enter("clips", "11")
    other = other_window(store, open_job)
    once(store, other.undo)
    open_job.undo()
    assert not open_job.state.since
    other.catch_up()
    once(store, other.redo)
    open_job.redo()
    assert open_job.state.since.keys() == {"off", "clips"}


def test_a_gate_that_is_taken_back_at_the_last_moment_holds(store: Interrupted, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    open_job.toggle("off")
    other = other_window(store, open_job)
    once(store, lambda: other.toggle("off"))
    held = open_job.enter("leads", "0.4")
    assert held
    assert held.held_by
    assert not open_job.state.values


def test_an_import_agrees_with_what_is_there_at_the_last_moment(
    store: Interrupted, guide: Guide, tmp_path: Path
) -> None:
    with closing(SqliteStore(tmp_path / "elsewhere" / "jobs.sqlite3")) as elsewhere:
        open_job = begin_job(elsewhere, guide)
        open_job.toggle("off")
        assert open_job.job
        export_job(elsewhere, open_job.job.id, None, tmp_path / "job.zip")
    opened, ticked = open_job.history.events
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as other:
        once(store, lambda: other.append([opened, replace(ticked, act=Ticked("clips"))]))
        with pytest.raises(JobFileError, match="is not what the records here say of the same act"):
            import_job(store, tmp_path / "job.zip")


def test_what_the_disk_refuses_at_the_end_changes_nothing_in_the_open_job(store: Interrupted, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    before = open_job.history
    full = "CREATE TEMP TRIGGER full AFTER UPDATE OF left_open ON jobs BEGIN SELECT RAISE(ROLLBACK, 'no room'); END"
    store.connection.execute(full)
    acts: list[Callable[[], object]] = [lambda: open_job.toggle("off"), lambda: open_job.go_to("second")]
    for act in acts:
        with pytest.raises(StoreError, match="no room"):
            act()
    assert open_job.history is before
    assert open_job.job
    assert store.events(open_job.job.id) == before.events


def test_who_writes_is_waited_for_and_then_told_of_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.0)
    waits: list[float] = []
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as store, closing(SqliteStore(store.file)) as other:
        store._connection.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(database, "_BUSY_SECONDS", 10.0)
        other._connection.execute("PRAGMA busy_timeout = 0")

        def go_away(seconds: float) -> None:
            waits.append(seconds)
            if len(waits) == 3:
                store._connection.execute("ROLLBACK")

        monkeypatch.setattr(database, "sleep", go_away)
        other.append([Event("a", "job", 1, "", Ticked("off"))])
        assert len(waits) == 3
        store._connection.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(database, "_BUSY_SECONDS", 0.0)
        with pytest.raises(StoreError, match="another program is writing to them; try again in a moment"):
            SqliteStore(store.file)


def test_programs_at_work_on_one_job(tmp_path: Path) -> None:
    said, events = let_work(tmp_path, writers=3, acts=12)
    kept = {line.removeprefix("kept ") for line in said if line.startswith("kept ")}
    assert [line for line in said if line.startswith("failed")] == []
    assert len(said) == 36
    assert kept == {event.id for event in events[1:]}
    assert done_while_closed(events) == []


@pytest.mark.skipif(sys.platform == "win32", reason="locks are another matter there")
def test_who_has_looked_at_the_log_keeps_its_lock_on_the_index(tmp_path: Path) -> None:
    import fcntl

    file = tmp_path / "jobs.sqlite3"
    opens = f"from pathlib import Path; from {SqliteStore.__module__} import SqliteStore"
    waits = f"{opens}; s = SqliteStore(Path({str(file)!r})); print('open', flush=True); input(); s.close()"
    with closing(SqliteStore(file)) as store:
        store.append([Event("a", "job", 1, "", Ticked("off"))])
        other = subprocess.Popen(
            [sys.executable, "-c", waits], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert other.stdout
        assert other.stdout.readline() == "open\n"
    with file.with_name("jobs.sqlite3-shm").open("r+b") as index, pytest.raises(BlockingIOError):
        fcntl.lockf(index, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, DEAD_MAN_SWITCH)
    other.communicate("\n")
    assert other.returncode == 0
