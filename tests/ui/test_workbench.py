"""What the workbench announces, in which order; it needs no window."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, SignalInstance

from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Closed, Described, Ticked
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.workbench import Workbench
from micra_assistant.workshop.values import Workshop
from tests.builders import write_guide
from tests.ui.small_guide import GUIDE

HERE = Workshop(who="Ann")
SIGNALS = [name for name, value in vars(Workbench).items() if isinstance(value, Signal)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Return an empty store in a file."""
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as opened:
        yield opened


@pytest.fixture
def parent() -> Iterator[QObject]:
    """Return what holds all workbenches."""
    parent = QObject()
    yield parent
    parent.deleteLater()


def workbench_over(tmp_path: Path, store: SqliteStore, parent: QObject) -> Workbench:
    """Return a workbench with the small guide."""
    opener = JobOpener(Library(tmp_path / "guides"), store, tmp_path / "texts")
    return Workbench(opener, lambda: HERE, parent)


@pytest.fixture
def workbench(tmp_path: Path, store: SqliteStore, parent: QObject) -> Workbench:
    """Return a workbench with a job of the small guide."""
    write_guide(tmp_path, GUIDE)
    workbench = workbench_over(tmp_path, store, parent)
    workbench.begin("button", Described("A 123"))
    return workbench


@pytest.fixture
def heard(workbench: Workbench) -> list[str]:
    """Return what the workbench announces from now on, by the names of its signals."""
    heard: list[str] = []
    for name in SIGNALS:
        listen(getattr(workbench, name), name, heard)
    return heard


def listen(signal: SignalInstance, name: str, heard: list[str]) -> None:
    """Add a name to what is heard whenever a signal comes."""
    signal.connect(lambda *_: heard.append(name))


def test_a_job_is_announced_once_it_is_open(workbench: Workbench, heard: list[str]) -> None:
    workbench.begin("button", Described("B 456"))
    assert heard == ["changing", "opened"]
    assert workbench.shown
    assert (workbench.shown.who, workbench.shown.workshop()) == ("Ann", HERE)


def test_an_act_is_announced_once_it_is_kept(workbench: Workbench, heard: list[str]) -> None:
    workbench.attempt(lambda job: job.toggle("doors"))
    assert heard == ["changed"]


def test_a_look_is_no_act(workbench: Workbench, heard: list[str]) -> None:
    assert workbench.attempt(lambda job: job.check_open()) is True
    assert heard == []


def test_an_act_that_could_not_be_done_is_said_and_the_state_shown_again(
    workbench: Workbench, store: SqliteStore, heard: list[str]
) -> None:
    store.close()
    workbench.attempt(lambda job: job.do(Ticked("doors")))
    assert heard == ["failed", "changed"]


def test_what_a_closed_job_does_not_let_be_done_is_not_said_as_a_failure(
    workbench: Workbench, heard: list[str]
) -> None:
    workbench.attempt(lambda job: job.do(Closed()))
    workbench.attempt(lambda job: job.do(Ticked("doors")))
    assert heard == ["changed", "closed_met", "changed"]


def test_what_a_guide_without_a_job_does_not_let_be_done_is_only_said(
    tmp_path: Path, store: SqliteStore, parent: QObject, workbench: Workbench
) -> None:
    reading, heard = workbench_over(tmp_path, store, parent), list[str]()
    reading.show_guide("button")
    listen(reading.said, "said", heard)
    listen(reading.failed, "failed", heard)
    reading.attempt(lambda job: job.do(Ticked("doors")))
    assert heard == ["said"]


def test_a_step_is_announced_instead_of_a_change(workbench: Workbench, heard: list[str]) -> None:
    """Views get a new step with its rows; what they have of the former one fits no more."""
    workbench.go_to("power-off")
    assert heard == ["stepping", "stepped"]


def test_a_line_is_shown_with_its_step_and_all_of_it_once(workbench: Workbench, heard: list[str]) -> None:
    marked = []
    for signal in (workbench.stepped, workbench.changed):
        signal.connect(lambda *_: marked.append(workbench.shown and workbench.shown.current_item))
    workbench.show_line("power-off", "clips")
    workbench.show_line("power-off", "panel")
    assert (heard, marked) == (["stepped", "changed"], ["clips", "panel"])


def test_an_act_is_shown_once_with_the_line_where_it_was_done(workbench: Workbench, heard: list[str]) -> None:
    workbench.attempt(lambda job: job.do(Ticked("doors")), lambda _done: ("look", "doors"))
    assert heard == ["changed"]
    workbench.attempt(lambda job: job.undo(), lambda _done: ("power-off", "clips"))
    assert heard == ["changed", "stepped"]
    assert workbench.shown
    assert (workbench.shown.step.id, workbench.shown.current_item) == ("power-off", "clips")
    assert not workbench.shown.state.ticked


def test_whoever_jumped_comes_back_as_far_as_there_are_steps(workbench: Workbench, heard: list[str]) -> None:
    workbench.jump("measure")
    workbench.jump("close")
    workbench.go_back()
    workbench.go_back()
    assert workbench.shown
    assert workbench.shown.step.id == "look"
    assert heard.count("said") == 2
    workbench.go_back()
    assert heard[-1] == "said"


def test_a_guide_with_mistakes_is_refused_and_the_job_stays(
    workbench: Workbench, tmp_path: Path, heard: list[str]
) -> None:
    before = workbench.shown
    (tmp_path / "guides" / "other").mkdir()
    (tmp_path / "guides" / "other" / "guide.toml").write_text("title = 1\n", encoding="utf-8")
    workbench.show_guide("other")
    assert heard == ["changing", "refused"]
    assert (workbench.shown, workbench.is_refused) == (before, True)
    workbench.show_guide("button")
    assert not workbench.is_refused


def test_a_guide_that_is_looked_up_leads_back_to_the_job(workbench: Workbench, tmp_path: Path) -> None:
    job = workbench.shown
    (tmp_path / "guides" / "button").rename(tmp_path / "guides" / "key")
    write_guide(tmp_path, GUIDE)
    workbench.show_guide("key")
    assert workbench.shown is not job
    assert (workbench.job, workbench.guide_id) == (job, "key")
    assert workbench.job_in_front() is job
    assert workbench.shown is job


def test_what_another_window_did_is_taken_in(
    workbench: Workbench, tmp_path: Path, parent: QObject, heard: list[str]
) -> None:
    assert workbench.shown
    assert workbench.shown.job
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as store:
        other = workbench_over(tmp_path, store, parent)
        other.resume(workbench.shown.job)
        other.attempt(lambda job: job.toggle("doors"))
    workbench.catch_up()
    assert heard == ["changed"]
    assert workbench.shown.checklist.line("doors").done


def test_nothing_is_open_any_more(workbench: Workbench, heard: list[str]) -> None:
    workbench.clear()
    assert heard == ["emptied"]
    assert (workbench.shown, workbench.job_id, workbench.guide_id, workbench.has_job) == (None, "", "", False)
    workbench.attempt(lambda job: job.toggle("doors"))
    workbench.go_to("measure")
    assert heard == ["emptied", "stepping"]
