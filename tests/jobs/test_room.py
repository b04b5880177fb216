"""A job that is worked on refuses, in words, to outgrow what can be exported, and can always be closed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from micra_assistant.diagnosis.findings import AccessOpened
from micra_assistant.guide.model import Guide
from micra_assistant.jobs import act_limits as limits
from micra_assistant.jobs import room
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Described,
    Diagnosed,
    Entered,
    Noted,
    Reopened,
    StepShown,
    Ticked,
    ToolsOut,
    Undone,
)
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.room import FullError
from micra_assistant.jobs.ways_to_open import begin_job


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a job have 30 acts, of which 10 are kept for closing it."""
    monkeypatch.setattr(limits, "MOST_EVENTS", 30)
    monkeypatch.setattr(room, "MOST_EVENTS", 30)
    monkeypatch.setattr(room, "FOR_CLOSING", 10)


def fill(open_job: OpenJob, act: AnyAct) -> str:
    """Do one thing until it is refused, and return the words."""
    for _ in range(100):
        try:
            open_job.do(act)
        except FullError as error:
            return str(error)
    raise AssertionError("it was never full")


@pytest.mark.usefixtures("small")
def test_a_full_job_says_so_and_stays_as_it_is(store: SqliteStore, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    assert fill(open_job, StepShown("second")) == (
        "This job is full, it has 20 acts: close it, and begin another job for what is still to be done."
    )
    assert len(store.events(open_job.history.events[0].job)) == len(open_job.history.events) == 20
    for act in (Ticked("off"), Noted("first", "wet"), Undone(open_job.history.events[1].id)):
        with pytest.raises(FullError, match="full"):
            open_job.do(act)


@pytest.mark.usefixtures("small")
def test_a_full_job_is_described_closed_exported_and_imported(store: SqliteStore, guide: Guide, tmp_path: Path) -> None:
    open_job, other = begin_job(store, guide), SqliteStore(None)
    fill(open_job, StepShown("second"))
    open_job.do(Described("A 123"))
    open_job.do(Closed("the loom"))
    with pytest.raises(FullError):
        open_job.do(Reopened())
    assert open_job.job
    export_job(store, open_job.job.id, None, tmp_path / "job.zip")
    import_job(other, tmp_path / "job.zip")
    assert other.events(open_job.job.id) == open_job.history.events


@pytest.mark.usefixtures("small")
def test_every_tool_counts(store: SqliteStore, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    open_job.do(ToolsOut(("meter",) * 18))
    with pytest.raises(FullError):
        open_job.do(StepShown("second"))


@pytest.mark.parametrize(
    ("limit", "act"),
    [
        ("MOST_REMARKS", lambda _number: Noted("first", "wet")),
        ("MOST_FINDINGS", lambda _number: Diagnosed("faults.toml", AccessOpened("trim"), "off")),
        ("MOST_ITEMS", lambda number: Entered(f"item-{number}", "4")),
    ],
)
def test_what_is_counted_by_kind(
    store: SqliteStore, guide: Guide, monkeypatch: pytest.MonkeyPatch, limit: str, act: Callable[[int], AnyAct]
) -> None:
    monkeypatch.setattr(limits, limit, 3)
    monkeypatch.setattr(room, "_MANY_DONE", 1)
    open_job = begin_job(store, guide)
    for number in range(3):
        open_job.do(act(number))
    with pytest.raises(FullError, match="it would have more than 3"):
        open_job.do(act(4))
    open_job.do(StepShown("second"))


def test_long_texts_count_together(store: SqliteStore, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    for _ in range(3):
        open_job.do(Noted("first", "x" * 99_990))
    with pytest.raises(FullError, match="it would have more than 300000 letters"):
        open_job.do(Noted("first", "x" * 101))
    open_job.do(Noted("first", "wet"))


def test_one_text_can_be_too_long(store: SqliteStore, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    with pytest.raises(FullError, match=r"kept: text is longer than 100000 letters\. Make it shorter\."):
        open_job.do(Noted("first", "x" * 100_001))
    assert len(open_job.history.events) == 1


def test_the_size_of_a_job_grows_with_it(store: SqliteStore, guide: Guide) -> None:
    open_job = begin_job(store, guide)
    open_job.do(ToolsOut(("meter", "lamp")))
    open_job.toggle("off")
    assert open_job.history.size == limits.size_of(event.act for event in open_job.history.events) == 5
