"""The causes that closed jobs have confirmed: they follow the events, and a job counts once, whoever did it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.findings import Answered, AnyFinding, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Diagnosed,
    Entered,
    Event,
    FaultSought,
    Held,
    Opened,
    Reopened,
    Ticked,
    Undone,
)
from micra_assistant.jobs.records.causes import Cause, Seen, cause_of
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import AT, log_of
from tests.jobs.recordfiles import job_of, make_old

FILE = "faults.toml"
OPENED = Opened("button", "1")
TOLD_NOTHING_OF_REPAIRS = 8
"""The last version of the records that kept of a cause only what was seen."""
SURE = Closed("Fuse blown", "New fuse", model=FILE, fault="fuse", sure=True)

log = partial(log_of, start=1)
"""Makes the log of a job in which acts were done."""


def found(finding: AnyFinding, model: str = FILE) -> Diagnosed:
    """Return an act in which something was found."""
    return Diagnosed(model, finding, "words")


def elsewhere(job: str, fault: str = "bulb", at: str = "2026-11-20", model: str = FILE) -> Cause:
    """Return the cause of a job of another workshop."""
    return Cause(job, "button", model, fault, at)


def counts(store: SqliteStore) -> dict[str, int]:
    """Return what counts for the model."""
    return store.causes.counts("button", FILE)


# what a job confirms


def test_a_sure_cause_of_a_closed_job_counts() -> None:
    assert cause_of(log(OPENED, SURE)) == Cause("job", "button", FILE, "fuse", AT)


@pytest.mark.parametrize(
    "acts",
    [
        (),
        (SURE, Reopened()),
        (Closed("Fuse blown", model=FILE, fault="fuse"),),
        (Closed("Fuse blown", model=FILE, sure=True),),
        (Closed("Fuse blown", fault="fuse", sure=True),),
        (SURE, Closed("Something else")),
    ],
)
def test_nothing_else_does(acts: tuple[AnyAct, ...]) -> None:
    assert cause_of(log(OPENED, *acts)) is None


def test_what_repairs_led_to_is_kept_and_whether_it_held() -> None:
    acts = (
        found(Repaired("bulb", Outcome.NO_CHANGE)),
        found(Repaired("fuse", Outcome.NO_CHANGE)),
        found(Repaired("fuse", Outcome.CURED)),
        found(Repaired("pump", Outcome.CURED), "faults-other.toml"),
    )
    cause = cause_of(log(OPENED, *acts, replace(SURE, held=Held.YES)))
    assert cause
    assert cause.seen.repairs == {"bulb": Outcome.NO_CHANGE, "fuse": Outcome.CURED}
    assert cause.seen.held


@pytest.mark.parametrize("held", [Held.NO, Held.UNKNOWN])
def test_what_came_back_or_nobody_knows_of_has_not_held(held: Held) -> None:
    cause = cause_of(log(OPENED, replace(SURE, held=held)))
    assert cause
    assert not cause.seen.held


def test_what_was_put_right_counts_as_it_is_now() -> None:
    corrected = Closed(model=FILE, fault="bulb", sure=True)
    cause = cause_of([*log(OPENED, SURE), *log(corrected, start=3, at="2026-11-21T10:00:00.000+00:00")])
    assert cause
    assert (cause.fault, cause.at[:10]) == ("bulb", "2026-11-21")


def test_what_was_measured_after_a_repair_that_was_undone_was_seen_before_any() -> None:
    acts = (OPENED, found(Repaired("bulb", Outcome.PART_WAS_BAD)), Undone("job-2"), Entered("leads", "0.2"), SURE)
    cause = cause_of(log(*acts))
    assert cause
    assert cause.seen.values == {"leads": "0.2"}


def test_what_was_seen_is_kept_with_it() -> None:
    acts = (
        OPENED,
        Entered("leads", "0.2"),
        Entered("pressed", "14"),
        Entered("pressed", "15"),
        Ticked("clean"),
        found(Answered("look", "whole")),
        found(Answered("look", "broken")),
        found(Answered("smell", "burnt"), "faults-other.toml"),
        found(Answered("feel", "odd", failing=False)),
        found(LeftOut(Move(MoveKind.TEST, "tool"))),
        found(Answered("volts", "none")),
        Undone("job-11"),
        SURE,
    )
    cause = cause_of(log(*acts))
    assert cause
    assert cause.seen == Seen({"look": "broken"}, {"leads": "0.2", "pressed": "15"}, ("clean",))


@pytest.mark.parametrize(
    ("outcome", "value"), [(Outcome.CURED, "14"), (Outcome.PART_WAS_BAD, "14"), (Outcome.NO_CHANGE, "0.3")]
)
def test_what_was_measured_after_a_repair_that_did_something_says_nothing_of_the_fault(
    outcome: Outcome, value: str
) -> None:
    acts = (Entered("pressed", "14"), found(Repaired("fuse", outcome)), Entered("pressed", "0.3"))
    cause = cause_of(log(OPENED, *acts, SURE))
    assert cause
    assert cause.seen.values == {"pressed": value}


# what is kept of it


def test_the_causes_of_a_model_are_counted(store: SqliteStore) -> None:
    for number in range(3):
        store.append(log(OPENED, SURE, job=f"fuse-{number}"))
    store.append(log(OPENED, Closed(model=FILE, fault="bulb", sure=True), job="bulb"))
    store.append(log(OPENED, Closed(model="faults-other.toml", fault="fuse", sure=True), job="other-model"))
    store.append(log(Opened("key", "1"), SURE, job="other-guide"))
    assert counts(store) == {"fuse": 3, "bulb": 1}


def test_reopening_a_job_takes_its_cause_back_and_closing_it_again_brings_another(store: SqliteStore) -> None:
    store.append(log(OPENED, SURE))
    store.append(log(Reopened(), start=3))
    assert counts(store) == {}
    store.append(log(Closed(model=FILE, fault="bulb", sure=True), start=4))
    assert counts(store) == {"bulb": 1}


def test_a_log_that_is_merged_later_counts_as_its_events_say(store: SqliteStore) -> None:
    store.append(log(OPENED, FaultSought(FILE), SURE))
    store.append([Event("late", "job", 2, AT, found(Answered("look", "whole")))])
    store.append([Event("later", "job", 9, AT, Reopened())])
    assert counts(store) == {}


def test_the_newest_are_seen_first(store: SqliteStore) -> None:
    for day in (1, 3, 2):
        answer = found(Answered("look", f"day-{day}"))
        store.append(log(OPENED, answer, SURE, job=f"{day}", at=f"2026-11-0{day}T10:00:00.000+00:00"))
    seen = store.causes.seen("button", FILE, 2)
    assert [(fault, one.answers["look"]) for fault, one in seen] == [("fuse", "day-3"), ("fuse", "day-2")]


def test_a_model_may_learn_from_a_time_on_only(store: SqliteStore) -> None:
    causes = store.causes
    for day in (1, 2):
        store.append(log(OPENED, SURE, job=f"{day}", at=f"2026-11-0{day}T10:00:00.000+00:00"))
    causes.take_in([elsewhere("a", at="2026-11-01"), elsewhere("b", at="2026-11-02")])
    assert causes.learns_from("button", FILE) == ""
    causes.learn_from("button", FILE, "2026-11-02T00:00:00.000+00:00")
    assert counts(store) == {"fuse": 1}
    assert len(causes.seen("button", FILE, 9)) == 1
    causes.learn_from("button", FILE, "2026-11-02")
    assert (counts(store), causes.learns_from("button", FILE)) == ({"fuse": 1, "bulb": 1}, "2026-11-02")
    causes.learn_from("button", FILE, "")
    assert counts(store) == {"fuse": 2, "bulb": 2}
    assert len(causes.all()) == 4, "nothing is lost"


# other workshops


def test_causes_of_other_workshops_count_once_each(store: SqliteStore) -> None:
    store.append(log(OPENED, SURE, job="mine"))
    assert store.causes.take_in([elsewhere("a"), elsewhere("b"), elsewhere("b"), elsewhere("mine")]) == 2
    assert store.causes.take_in([elsewhere("a")]) == 0
    assert counts(store) == {"fuse": 1, "bulb": 2}
    assert [cause.job for cause in store.causes.all()] == ["a", "b", "mine"]


def test_what_was_put_right_there_takes_the_place_of_what_was_sent_before(store: SqliteStore) -> None:
    store.causes.take_in([elsewhere("a", at="2026-11-20")])
    assert store.causes.take_in([elsewhere("a", "fuse", "2026-11-21")]) == 1
    assert store.causes.take_in([elsewhere("a", "bulb", "2026-11-20")]) == 0
    assert counts(store) == {"fuse": 1}


def test_a_job_that_comes_here_itself_counts_as_it_says(store: SqliteStore) -> None:
    store.causes.take_in([elsewhere("job")])
    store.append(log(OPENED, SURE))
    assert counts(store) == {"fuse": 1}
    store.append(log(Reopened(), start=3))
    assert (counts(store), store.causes.all()) == ({}, ())


# the file


def test_what_is_kept_is_there_after_a_restart(store: SqliteStore, file: Path) -> None:
    store.append(log(OPENED, SURE))
    store.causes.take_in([elsewhere("a")])
    store.causes.learn_from("button", FILE, "2026-01-01")
    store.close()
    with closing(SqliteStore(file)) as again:
        assert counts(again) == {"fuse": 1, "bulb": 1}
        assert again.causes.learns_from("button", FILE) == "2026-01-01"


def test_an_old_file_has_no_causes_and_can_keep_some(tmp_path: Path) -> None:
    file = tmp_path / "old" / "jobs.sqlite3"
    make_old(file, job_of(3))
    with closing(SqliteStore(file)) as store:
        assert store.causes.all() == ()
        store.append(log(OPENED, SURE))
        assert counts(store) == {"fuse": 1}


def test_a_job_of_the_first_version_that_was_closed_with_a_cause_counts(tmp_path: Path) -> None:
    file = tmp_path / "old" / "jobs.sqlite3"
    make_old(file, log(OPENED, SURE))
    with closing(SqliteStore(file)) as store:
        assert counts(store) == {"fuse": 1}


def test_what_came_of_the_repairs_of_a_file_that_did_not_tell_is_found_out(tmp_path: Path) -> None:
    file = tmp_path / "jobs.sqlite3"
    cured = Repaired("fuse", Outcome.CURED)
    with closing(SqliteStore(file)) as store:
        store.append(log(OPENED, found(cured), replace(SURE, held=Held.YES)))
        store._connection.execute("""UPDATE causes SET seen = '{"answers":{},"values":{},"ticked":[]}'""")
        store._connection.execute("DROP TABLE fitted")
        store._connection.execute("ALTER TABLE jobs DROP COLUMN waits_since")
        store._connection.execute(f"PRAGMA user_version = {TOLD_NOTHING_OF_REPAIRS}")
    with closing(SqliteStore(file)) as again:
        ((_, seen),) = again.causes.seen("button", FILE, 10)
        assert (seen.repairs, seen.held) == ({"fuse": Outcome.CURED}, True)


def test_causes_that_cannot_be_kept_are_none_at_all(store: SqliteStore) -> None:
    def broken_off() -> Iterator[Cause]:
        yield elsewhere("a")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.causes.take_in(broken_off())
    assert store.causes.all() == ()
    with pytest.raises(sqlite3.IntegrityError):
        store._connection.execute("INSERT INTO causes (job) VALUES ('a')")
