"""Records and job files of the first version open, say what they said, go elsewhere and are printed.

The files beside this one were written by that version and are never written anew: ``jobs.sqlite3.xz`` are records of
four jobs, ``job-*.zip`` the same jobs exported, and ``expected.json`` is what that version made of them: the row of the
list, the state, what does not count, what is open on the car, and each line of the checklist with its verdict.
"""

import lzma
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from micra_assistant.cli import main
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.schema import EARLIEST
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.userfiles import UserFiles
from tests.spaces import spaced

pytestmark = pytest.mark.thorough

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("job-*.zip"))
EXPECTED: dict[str, Any] = msgspec.json.decode((HERE / "expected.json").read_bytes())


@pytest.fixture
def workshop(tmp_path: Path) -> UserFiles:
    """Return the files of a workshop that has the records."""
    files = UserFiles(tmp_path / "workshop")
    files.records.parent.mkdir(parents=True)
    files.records.write_bytes(lzma.decompress((HERE / "jobs.sqlite3.xz").read_bytes()))
    return files


@pytest.fixture
def records(workshop: UserFiles) -> Iterator[SqliteStore]:
    """Return the records."""
    with closing(SqliteStore(workshop.records)) as store:
        yield store


def jobs_of(store: SqliteStore) -> list[JobRow]:
    """Return the jobs in order of their numbers."""
    return sorted(store.rows(JobQuery()), key=lambda job: job.number)


def check_holds(now: Any, then: Any) -> None:
    """Check that ``now`` says all that ``then`` said; it may say more by now."""
    if isinstance(then, dict):
        for name, value in then.items():
            check_holds(now[name], value)
    elif isinstance(then, list):
        assert len(now) == len(then)
        for one, other in zip(now, then, strict=True):
            check_holds(one, other)
    else:
        assert now == then


def check_jobs(store: SqliteStore, folder: Path) -> None:
    """Check that a store has the four jobs, and all that was made of them then.

    How much is open on the car stands in the row only where the job was worked on.
    """
    jobs = jobs_of(store)
    assert {job.id for job in jobs} == EXPECTED.keys()
    for job in jobs:
        then, history = EXPECTED[job.id], History(store.events(job.id))
        row = {**then["row"], "left_open": job.left_open}
        if row["begun"] < EARLIEST:  # a clock that was wrong: the list tells the first time of a right one
            row["begun"] = next(event.at for event in history.events if event.at >= EARLIEST)
        check_holds(msgspec.to_builtins(job), row)
        state = {("guide_fingerprint" if name == "text" else name): value for name, value in then["state"].items()}
        check_holds(msgspec.to_builtins(history.state, order="sorted", enc_hook=dict), state)
        assert (sorted(history.out), len(history.events)) == (then["out"], then["events"])
        if then["lines"]:
            check_checklist(store, history, then, folder)


def check_checklist(store: SqliteStore, history: History, then: dict[str, Any], folder: Path) -> None:
    """Check that each line of the kept guide has the value and the verdict that it had."""
    guide = GuideTexts(store, folder, None).guide(history.state.guide_fingerprint)
    assert guide is not None, "the guide that was kept can be read"
    checklist = Checklist(guide, history.state)
    lines = {item.id: checklist.line(item.id) for item in guide.items}
    assert [spaced(opening.words) for opening in checklist.car_now()] == then["car_now"]
    assert {name for name, line in lines.items() if line.done or line.value} == then["lines"].keys()
    for name, said in then["lines"].items():
        line = lines[name]
        assert {
            "done": line.done,
            "value": line.value,
            "verdict": str(line.verdict or ""),
            "passes": line.passes,
        } == said, name


def test_the_records_say_what_they_said(records: SqliteStore, tmp_path: Path) -> None:
    check_jobs(records, tmp_path / "texts")
    assert [job.left_open for job in jobs_of(records)] == [job["row"]["left_open"] for job in EXPECTED.values()]


def test_the_job_files_bring_the_same_jobs(tmp_path: Path) -> None:
    with closing(SqliteStore(None)) as store:
        for file in FILES:
            assert not import_job(store, file).was_known
        check_jobs(store, tmp_path / "texts")


def test_the_job_files_bring_nothing_new_to_the_records(records: SqliteStore) -> None:
    for file in FILES:
        taken = import_job(records, file)
        assert (taken.new_events, taken.new_photos, taken.was_known) == (0, 0, True)


def test_the_jobs_go_to_another_workshop(records: SqliteStore, tmp_path: Path) -> None:
    with closing(SqliteStore(None)) as there:
        for job in jobs_of(records):
            export_job(records, job.id, None, tmp_path / f"{job.name}.zip")
            import_job(there, tmp_path / f"{job.name}.zip")
            assert there.events(job.id) == records.events(job.id)
        check_jobs(there, tmp_path / "texts")


def test_what_the_first_version_closed_is_known_as_a_cause(records: SqliteStore) -> None:
    assert records.causes.counts("remote-key", "faults-stopped.toml") == {"fuse": 1}


@pytest.mark.parametrize(
    ("number", "guide", "sheet"),
    [
        (1, "tailgate-button", "report"),
        (1, "tailgate-button", "checklist"),
        (2, "remote-key", "fault-record"),
        (3, "lamp", "report"),
    ],
)
def test_the_jobs_are_printed(workshop: UserFiles, tmp_path: Path, number: int, guide: str, sheet: str) -> None:
    output = tmp_path / "sheet.pdf"
    arguments = ["print", guide, "--sheet", sheet, "--job", str(number), "-o", str(output)]
    assert main(["--data-dir", str(workshop.folder), *arguments]) == 0
    assert output.read_bytes().startswith(b"%PDF-")


def test_each_job_whose_guide_was_kept_has_a_route(workshop: UserFiles, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(SqliteStore(workshop.records)) as store:
        kept = [job for job in jobs_of(store) if History(store.events(job.id)).state.guide_fingerprint]
    for job in kept:
        assert main(["--data-dir", str(workshop.records.parent), "route", "--job", str(job.number), "--json"]) == 0
        route = msgspec.json.decode(capsys.readouterr().out)
        assert (route["stops"][-1]["id"], route["done"] <= route["of"]) == ("close-the-job", True)
    assert len(kept) > 1
