"""A job file without the customer's data: nothing of it is in the file, and the file goes with the full records."""

from pathlib import Path

import msgspec

from micra_assistant.jobs.events import Described, Ticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.privacy import without_customer
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.jobs.jobfile.jobfiles import EVENTS, JOB, event, members_of, refusal, store_of_one_job, with_act

DESCRIBED = event(5, Described("B 456", "Ann Able", 84_001, "rattles, says Ann"))


def full_store() -> SqliteStore:
    """Return a store with all that is known of the customer."""
    store = store_of_one_job()
    store.append([DESCRIBED])
    return store


def anonymous_store() -> SqliteStore:
    """Return a store with a job that names nobody."""
    store = SqliteStore(None)
    store.append(map(without_customer(["does not open"]), EVENTS[:3]))
    return store


def exported_less(store: SqliteStore, folder: Path) -> Path:
    """Return the job of a store exported without the customer's data."""
    export_job(store, JOB, None, folder / "less.zip", without_customer(["does not open"]))
    return folder / "less.zip"


def test_nothing_of_the_customer_is_in_the_file(tmp_path: Path) -> None:
    members = members_of(exported_less(full_store(), tmp_path))
    everything = b"\n".join(members.values())
    for private in (b"A 123", b"B 456", b"Ann", b"rattles"):
        assert private not in everything
    for kept in (b"84001", b"does not open", b"Bea", "“wet”".encode()):
        assert kept in everything
    assert (
        members["README.txt"]
        .decode()
        .endswith("The customer's data was left out; notes, photos and guide are as they were.\n")
    )
    assert msgspec.json.decode(members["job.json"])["summary"]["without_customer"] is True


def test_a_job_without_a_customer_has_nothing_left_out(tmp_path: Path) -> None:
    members = members_of(exported_less(anonymous_store(), tmp_path))
    assert members["README.txt"].count(b"\n") == 3
    assert b"without_customer" not in members["job.json"]


def test_it_is_imported_elsewhere_with_all_that_was_done(tmp_path: Path) -> None:
    there = SqliteStore(None)
    import_job(there, exported_less(full_store(), tmp_path))
    state = History(there.events(JOB)).state
    assert (state.car, state.customer, state.mileage, state.complaint) == ("", "", 84_001, "")
    assert (set(state.ticked), [note.text for note in state.notes], len(state.photos)) == ({"off"}, ["4 Ω, “wet”"], 1)


def test_where_the_job_is_known_it_brings_nothing_and_takes_nothing(tmp_path: Path) -> None:
    store = full_store()
    before = store.events(JOB)
    assert import_job(store, exported_less(store, tmp_path)).new_events == 0
    assert store.events(JOB) == before


def test_work_done_elsewhere_comes_back(tmp_path: Path) -> None:
    here, there = full_store(), SqliteStore(None)
    import_job(there, exported_less(here, tmp_path))
    there.append([event(6, Ticked("there"))])
    export_job(there, JOB, None, tmp_path / "back.zip")
    assert import_job(here, tmp_path / "back.zip").new_events == 1
    state = History(here.events(JOB)).state
    assert (state.car, state.customer, set(state.ticked)) == ("B 456", "Ann Able", {"off", "there"})


def test_a_full_file_does_not_bring_back_what_was_left_out(tmp_path: Path) -> None:
    here, there = full_store(), SqliteStore(None)
    import_job(there, exported_less(here, tmp_path))
    here.append([event(6, Ticked("here"))])
    export_job(here, JOB, None, tmp_path / "full.zip")
    assert import_job(there, tmp_path / "full.zip").new_events == 1
    state = History(there.events(JOB)).state
    assert (state.car, state.customer, set(state.ticked)) == ("", "", {"off", "here"})


def test_another_customer_is_still_a_contradiction(tmp_path: Path) -> None:
    file = exported_less(full_store(), tmp_path)
    assert "what it says of “described”" in refusal(with_act(file, 5, customer="Somebody else"), full_store())
    assert "what it says of “described”" in refusal(with_act(file, 5, mileage=1), full_store())
