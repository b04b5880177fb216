"""A job goes to a file and comes out of it, elsewhere too, and nothing is lost or doubled on the way."""

import os
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.errors import JobFileError, NotSavedError, StoreError
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Entered,
    Event,
    GuideTaken,
    Noted,
    Opened,
    PhotoAdded,
    Ticked,
    Undone,
    Unticked,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import Imported, export_job, import_job
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import AT
from tests.clocks import clock_in
from tests.disks import full
from tests.examples import fewer_examples
from tests.jobs.jobfile.jobfiles import (
    EVENTS,
    GUIDE,
    JOB,
    JPEG,
    OPENED,
    PHOTO,
    REPORT,
    TEXT,
    event,
    everything_in,
    exported,
    members_of,
    refusal,
    store_of_one_job,
)

pytestmark = pytest.mark.thorough


def test_what_a_person_finds_in_the_file(tmp_path: Path) -> None:
    members = members_of(exported(tmp_path))
    assert list(members) == [
        "README.txt",
        "report.pdf",
        "job.json",
        f"photos/{PHOTO}.jpg",
        *(f"guide/{TEXT}/{name}" for name in sorted(GUIDE)),
        "checksums.json",
    ]
    assert members["report.pdf"] == REPORT
    assert members[f"photos/{PHOTO}.jpg"] == JPEG
    assert members[f"guide/{TEXT}/button/10-page.md"] == GUIDE["button/10-page.md"]
    readme = members["README.txt"].decode()
    assert readme.startswith("This is job 0001 of Micra Assistant ")
    assert "A 123, Ann, Tailgate button.\n" in readme
    assert readme.count("\n") == 3


def test_the_record_is_readable_and_as_it_is_kept(tmp_path: Path) -> None:
    text = members_of(exported(tmp_path))["job.json"].decode()
    assert "4 Ω, “wet”" in text
    assert '\n      "turn": 1,\n' in text
    data = msgspec.json.decode(text)
    assert data["format"] == 1
    assert data["job"] == {"id": JOB, "number": 1, "name": "0001"}
    assert data["summary"]["registration"] == "A 123"
    assert data["summary"]["mileage"] == 84_000
    assert [one["id"] for one in data["events"]] == [one.id for one in EVENTS]
    assert data["events"][1] == {
        "id": f"{2:032x}",
        "turn": 2,
        "at": AT,
        "by": "Bea",
        "act": {"act": "ticked", "item": "off"},
    }


def test_the_summary_says_how_it_ended(tmp_path: Path) -> None:
    store = store_of_one_job()
    store.append([event(5, Closed("the loom", "mended", note="twice"))])
    export_job(store, JOB, None, tmp_path / "job.zip")
    summary = msgspec.json.decode(members_of(tmp_path / "job.zip")["job.json"])["summary"]
    assert (summary["closed"], summary["cause"], summary["repair"], summary["held"]) == (
        True,
        "the loom",
        "mended",
        "unknown",
    )


def test_the_same_job_is_the_same_bytes(tmp_path: Path) -> None:
    assert exported(tmp_path, "one.zip").read_bytes() == exported(tmp_path, "two.zip").read_bytes()


def test_a_job_comes_out_as_it_went_in(tmp_path: Path) -> None:
    store = SqliteStore(None)
    assert import_job(store, exported(tmp_path)) == Imported(Job(1, JOB), 4, 1, was_known=False)
    assert store.events(JOB) == EVENTS
    assert store.attachment(PHOTO) == JPEG
    assert store.rows(JobQuery("a123"))[0].customer == "Ann"
    export_job(store, JOB, REPORT, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "job.zip").read_bytes()


def test_a_job_gets_the_next_number_where_it_comes_to(tmp_path: Path) -> None:
    store = SqliteStore(None)
    store.append([Event("e" * 32, "c" * 32, 1, AT, Opened("other", "1"))])
    assert import_job(store, exported(tmp_path)).job.name == "0002"


def test_twice_is_as_good_as_once(tmp_path: Path) -> None:
    store, file = SqliteStore(None), exported(tmp_path)
    import_job(store, file)
    before = everything_in(store)
    assert import_job(store, file) == Imported(Job(1, JOB), 0, 0, was_known=True)
    assert everything_in(store) == before


def test_both_go_on_and_are_put_together(tmp_path: Path) -> None:
    here, there = store_of_one_job(), SqliteStore(None)
    import_job(there, exported(tmp_path))
    here.append([event(5, Ticked("here"), id_="1" * 32)])
    there.append([event(5, Ticked("there"), id_="2" * 32), event(6, Undone(EVENTS[1].id), id_="3" * 32)])
    export_job(there, JOB, None, tmp_path / "back.zip")
    assert import_job(here, tmp_path / "back.zip") == Imported(Job(1, JOB), 2, 0, was_known=True)
    assert History(here.events(JOB)).state.ticked == {"here", "there"}


def test_a_job_without_a_report_or_a_kept_guide(tmp_path: Path) -> None:
    store, other = SqliteStore(None), SqliteStore(None)
    store.append([event(1, OPENED), event(2, GuideTaken("2", "5" * 64))])
    export_job(store, JOB, None, tmp_path / "job.zip")
    assert list(members_of(tmp_path / "job.zip")) == ["README.txt", "job.json", "checksums.json"]
    import_job(other, tmp_path / "job.zip")
    assert other.events(JOB) == store.events(JOB)


def test_a_photo_that_was_taken_out_goes_along(tmp_path: Path) -> None:
    store, other = store_of_one_job(), SqliteStore(None)
    store.append([event(5, Undone(EVENTS[3].id))])
    export_job(store, JOB, None, tmp_path / "job.zip")
    assert import_job(other, tmp_path / "job.zip").new_photos == 1
    assert other.has_attachment(PHOTO)


def test_a_known_act_that_says_something_else_is_refused(tmp_path: Path) -> None:
    store = SqliteStore(None)
    store.append([*EVENTS[:1], event(2, Ticked("other")), *EVENTS[2:]], {PHOTO: JPEG})
    with clock_in("UTC"):
        said = refusal(exported(tmp_path), store)
    assert said == (
        "what it says of “ticked” at 2026-11-20 10:00 is not what the records here say of the same act; find out"
        " which of the two is right, the records here have been left as they are"
    )


def test_a_job_that_was_begun_otherwise_here_is_refused(tmp_path: Path) -> None:
    store = SqliteStore(None)
    store.append([event(1, OPENED, id_="f" * 32)])
    assert "it does not begin one job" in refusal(exported(tmp_path), store)


def test_acts_of_another_job_are_refused(tmp_path: Path) -> None:
    store = SqliteStore(None)
    store.append(
        [
            Event("e" * 32, "c" * 32, 1, AT, Opened("other", "1")),
            Event(f"{2:032x}", "c" * 32, 2, AT, Ticked("x")),
        ]
    )
    assert refusal(exported(tmp_path), store).startswith("an act in it is one of another job here; ")


def test_there_is_no_such_job(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no job"):
        export_job(SqliteStore(None), JOB, None, tmp_path / "job.zip")
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match=r"job\.zip cannot be saved: there is no folder .*nowhere; make it"):
        export_job(store_of_one_job(), JOB, None, tmp_path / "nowhere" / "job.zip")


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    output = tmp_path / "out" / "job.zip"
    output.mkdir(parents=True)
    with pytest.raises(NotSavedError, match=r"job\.zip cannot be saved: it is a folder; name a file in it"):
        export_job(store_of_one_job(), JOB, None, output)
    assert list(output.parent.iterdir()) == [output]


def test_a_full_disk_leaves_the_file_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(tmp_path)
    before = file.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match=r"job\.zip cannot be saved: the disk is full; make room"):
        exported(tmp_path)
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == before


def test_a_full_disk_takes_nothing_in(tmp_path: Path) -> None:
    large = JPEG + bytes(1_000_000)
    name, kept = sha256(large).hexdigest(), store_of_one_job()
    kept.append([event(5, PhotoAdded("step", name, "large.jpg", 1, 1))], {name: large})
    export_job(kept, JOB, None, tmp_path / "job.zip")
    store = SqliteStore(tmp_path / "jobs.sqlite3")
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    before = everything_in(store)
    with pytest.raises(StoreError, match="full"):
        import_job(store, tmp_path / "job.zip")
    assert everything_in(store) == before
    store.close()


def test_what_could_not_be_imported_is_not_exported(tmp_path: Path) -> None:
    store = store_of_one_job()
    store.append([event(5, Noted("step", "x" * 100_001))])
    with pytest.raises(JobFileError) as refused:
        export_job(store, JOB, None, tmp_path / "job.zip")
    assert (
        str(refused.value) == "job 0001 cannot be exported: event 5 in “job.json”: text is longer than 100000 letters"
    )
    assert not list(tmp_path.iterdir())


def test_a_photo_that_the_records_have_lost(tmp_path: Path) -> None:
    store = SqliteStore(None)
    store.append(EVENTS)
    with pytest.raises(StoreError, match="hold nothing under"):
        export_job(store, JOB, None, tmp_path / "job.zip")
    assert not list(tmp_path.iterdir())


def test_a_kept_guide_that_is_damaged(tmp_path: Path) -> None:
    store = SqliteStore(None)
    store.append(EVENTS, {PHOTO: JPEG, TEXT: b"no ZIP"})
    with pytest.raises(StoreError, match="a photo or a guide's text in them is not as it was written"):
        export_job(store, JOB, None, tmp_path / "job.zip")
    assert not list(tmp_path.iterdir())


_ACTS: st.SearchStrategy[AnyAct] = st.one_of(
    st.builds(Ticked, st.sampled_from(["off", "clips"])),
    st.builds(Unticked, st.sampled_from(["off", "clips"])),
    st.builds(Entered, st.just("leads"), st.text(max_size=5)),
    st.builds(Noted, st.just("step"), st.text(max_size=5)),
    st.just(PhotoAdded("step", PHOTO, "a.jpg", 1, 1)),
    st.integers(1, 12).map(lambda number: Undone(f"{number:032x}")),
)
_DOINGS = st.lists(
    st.one_of(st.tuples(st.sampled_from([0, 1]), _ACTS), st.sampled_from([(0, 1), (1, 0)])), min_size=1, max_size=12
)
"""What two workshops do: act on the job, or import what the other exports."""


@fewer_examples(0.6)
@given(_DOINGS)
def test_two_workshops_come_to_one_record(
    tmp_path_factory: pytest.TempPathFactory, doings: list[tuple[int, AnyAct | int]]
) -> None:
    file = tmp_path_factory.mktemp("moved") / "job.zip"
    stores = (store_of_one_job(), SqliteStore(None))
    done = list(EVENTS)

    def move(source: int, target: int) -> None:
        export_job(stores[source], JOB, None, file)
        import_job(stores[target], file)

    move(0, 1)
    for number, (place, act) in enumerate(doings, 1):
        if isinstance(act, int):
            move(place, act)
        else:
            turn = History(stores[place].events(JOB)).state.turn + 1
            done.append(event(turn, act, id_=f"{place + 1}{number:031x}"))
            stores[place].append(done[-1:])
    move(0, 1)
    move(1, 0)
    here, there = (History(store.events(JOB)) for store in stores)
    assert here.events == there.events == History(done).events
    assert (here.state, here.out, here.to_undo, here.to_redo) == (there.state, there.out, there.to_undo, there.to_redo)
    assert [store.rows(JobQuery()) for store in stores[:1]] == [store.rows(JobQuery()) for store in stores[1:]]
