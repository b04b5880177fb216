"""The job on the bench."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.errors import StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.bench import Bench, open_job, resume_job
from micra_assistant.jobs.events import Entered, StepShown, Ticked, Unticked
from micra_assistant.jobs.state import JobState, replay
from micra_assistant.jobs.store import SqliteStore
from tests.builders import STEP, guide_of


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide of one tick."""
    return guide_of(tmp_path, STEP + "- [ ] Battery off {: #off }")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Return an empty store in a file."""
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as opened:
        yield opened


def test_a_job_begins_with_its_guide_and_car(store: SqliteStore, guide: Guide) -> None:
    bench = open_job(store, guide, "A 123")
    assert bench.state == JobState(guide="button", version="2026.11", car="A 123", turn=1)
    assert bench.job.name == "0001"
    assert bench.keeps


def test_what_is_done_is_kept_and_shown(store: SqliteStore, guide: Guide) -> None:
    bench = open_job(store, guide)
    for act in (StepShown("step"), Ticked("off"), Unticked("off"), Entered("leads", "0.4"), Ticked("off")):
        bench.do(act)
        assert replay(store.events(bench.job.id)) == bench.state
    assert bench.state.ticked == {"off"}
    assert bench.state.turn == 6


def test_what_cannot_be_kept_is_not_shown(store: SqliteStore, guide: Guide) -> None:
    bench = open_job(store, guide)
    bench.do(Ticked("off"))
    before = bench.state
    store.close()
    with pytest.raises(StoreError):
        bench.do(Unticked("off"))
    assert bench.state == before


def test_the_job_last_worked_on_is_resumed(store: SqliteStore, guide: Guide) -> None:
    assert resume_job(store) is None
    first, second = open_job(store, guide, "first"), open_job(store, guide, "second")
    assert resumed(store).state == second.state
    first.do(Ticked("off"))
    assert resumed(store).state == first.state
    assert resumed(store).job == first.job


def test_two_benches_on_one_job_come_to_agree(store: SqliteStore, guide: Guide) -> None:
    one = open_job(store, guide)
    other = Bench(store, one.job)
    one.do(Ticked("off"))
    other.do(Entered("leads", "0.4"))
    merged = resumed(store).state
    assert merged.ticked == {"off"}
    assert merged.values == {"leads": "0.4"}


def resumed(store: SqliteStore) -> Bench:
    """Return the job that is resumed; there is one."""
    bench = resume_job(store)
    assert bench is not None
    return bench
