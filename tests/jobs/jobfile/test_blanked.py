"""Job files and a blanked job: what was blanked here does not come back, and a file alone blanks nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.jobs.events import Blanked, Closed, Described, Noted, PhotoAdded, Reopened, Ticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.records.blanking import blank
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.state import JobState
from tests.jobs.jobfile.jobfiles import (
    JOB,
    JPEG,
    PHOTO,
    event,
    members_of,
    refusal,
    store_of_one_job,
    with_act,
)

CLOSED = event(5, Closed("button worn", note="Ann pays cash"))
LATER = (event(6, Described("A 123", "Ann", complaint="rattles, says Ann")), event(7, Noted("step", "ring Ann")))


@pytest.fixture
def here(tmp_path: Path) -> Iterator[SqliteStore]:
    """Return the records of this workshop."""
    with closing(store_of_one_job(CLOSED, file=tmp_path / "here" / "jobs.sqlite3")) as store:
        yield store


@pytest.fixture
def there(tmp_path: Path) -> Iterator[SqliteStore]:
    """Return the records of another workshop with the same job."""
    with closing(store_of_one_job(CLOSED, file=tmp_path / "there" / "jobs.sqlite3")) as store:
        yield store


def exported(store: SqliteStore, folder: Path, name: str = "job.zip") -> Path:
    """Return the job as a file."""
    export_job(store, JOB, None, folder / name)
    return folder / name


def state(store: SqliteStore) -> JobState:
    """Return how the job stands."""
    return History(store.events(JOB)).state


def private(store: SqliteStore) -> bool:
    """Whether anything of the customer is in the records, but for what was typed by the mechanic."""
    return any("Ann" in repr(known) or "A 123" in repr(known) for known in store.events(JOB))


def test_an_older_full_file_brings_nothing_back(here: SqliteStore, tmp_path: Path) -> None:
    file = exported(here, tmp_path)
    blank(here, JOB, complaints=["does not open"], notes=True)
    before = here.events(JOB)
    imported = import_job(here, file)
    assert (imported.new_events, imported.new_photos, imported.blanked_there) == (0, 0, False)
    assert here.events(JOB) == before
    assert not here.has_attachment(PHOTO)


@pytest.mark.parametrize("notes", [False, True])
def test_what_others_did_without_knowing_is_blanked_on_the_way_in(
    here: SqliteStore, there: SqliteStore, tmp_path: Path, notes: bool
) -> None:
    there.append([*LATER, event(8, Ticked("there"))])
    blank(here, JOB, notes=notes)
    assert import_job(here, exported(there, tmp_path)).new_events == 3
    assert (state(here).customer, state(here).complaint, set(state(here).ticked)) == ("", "", {"off", "there"})
    assert private(here) is not notes, "notes stay if they were not blanked"
    assert {known.id for known in LATER} <= {known.id for known in here.events(JOB)}


def test_a_photo_that_others_took_without_knowing_does_not_come_in(
    here: SqliteStore, there: SqliteStore, tmp_path: Path
) -> None:
    blank(here, JOB, notes=True)
    there.append([event(8, PhotoAdded("step", PHOTO, "again.png", 40, 30))])
    assert import_job(here, exported(there, tmp_path)).new_photos == 0
    assert (state(here).photos, here.has_attachment(PHOTO)) == ((), False)


def test_a_file_of_a_blanked_job_holds_nothing_and_can_be_taken_in(here: SqliteStore, tmp_path: Path) -> None:
    blank(here, JOB, "Cy", notes=True)
    file = exported(here, tmp_path)
    members = members_of(file)
    everything = b"\n".join(members.values())
    assert b"Ann" not in everything
    assert b"A 123" not in everything
    assert not [name for name in members if name.startswith("photos/")]
    new = SqliteStore(None)
    import_job(new, file)
    assert (new.events(JOB), state(new).blanked) == (here.events(JOB), True)


def test_a_file_alone_takes_nothing_out_of_the_records(here: SqliteStore, there: SqliteStore, tmp_path: Path) -> None:
    blank(there, JOB, notes=True)
    there.append([event(9, Reopened()), event(10, Ticked("there"))])
    before = here.events(JOB)
    imported = import_job(here, exported(there, tmp_path))
    assert imported.blanked_there
    assert here.events(JOB)[: len(before)] == before
    assert (state(here).customer, set(state(here).ticked), state(here).blanked) == ("Ann", {"off", "there"}, False)
    assert here.attachment(PHOTO) == JPEG


def test_two_workshops_that_both_blanked_it_agree(here: SqliteStore, there: SqliteStore, tmp_path: Path) -> None:
    for store in (here, there):
        blank(store, JOB, complaints=["does not open"], notes=True)
    for source, target in ((here, there), (there, here), (here, there)):
        assert not import_job(target, exported(source, tmp_path)).blanked_there
    assert here.events(JOB) == there.events(JOB)
    assert not private(here)


def test_what_is_written_after_it_by_who_knows_of_it_comes_in_as_it_is(here: SqliteStore, tmp_path: Path) -> None:
    blank(here, JOB, notes=True)
    there = SqliteStore(None)
    import_job(there, exported(here, tmp_path))
    there.append([event(9, Reopened()), event(10, Described("B 456", "Dan")), event(11, Noted("step", "wet"))])
    assert import_job(here, exported(there, tmp_path)).new_events == 3
    assert (state(here).customer, [note.text for note in state(here).notes]) == ("Dan", ["wet"])


def test_another_word_in_a_note_is_still_a_contradiction(here: SqliteStore, tmp_path: Path) -> None:
    for place, kind, field in ((3, "noted", {"text": "dry"}), (5, "closed", {"cause": "fuse"})):
        file = exported(here, tmp_path)
        assert f"what it says of “{kind}”" in refusal(with_act(file, place, **field), here)
    mark = blank(here, JOB).marks[0]
    file = exported(here, tmp_path)
    place = [known.id for known in here.events(JOB)].index(mark.id) + 1
    assert "what it says of “blanked”" in refusal(with_act(file, place, notes=True), here)
    assert isinstance(mark.act, Blanked)
