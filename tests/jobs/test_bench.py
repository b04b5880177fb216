"""The job on the bench."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant.errors import LookedUpError, StoreError
from micra_assistant.guide.measure import Verdict
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.bench import Bench, look_up, open_job
from micra_assistant.jobs.checklist import held_message
from micra_assistant.jobs.state import JobState, replay
from micra_assistant.jobs.store import SqliteStore
from tests.builders import guide_of

PAGE = """
    # Page {: #page }

    ## First {: #first }

    !!! warning "Short circuit"
        A spark burns you. Take the negative off.

        - [ ] Negative off {: #off }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Clips {: #clips count="clip" }

    ## Second {: #second }

    - [ ] Closed {: #closed }
    """


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide of two steps."""
    return guide_of(tmp_path, PAGE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Return an empty store in a file."""
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as opened:
        yield opened


@pytest.fixture
def bench(store: SqliteStore, guide: Guide) -> Bench:
    """Return a new job on the bench."""
    return open_job(store, guide, car="A 123")


def resumed(store: SqliteStore, guide: Guide) -> Bench:
    """Return the job that is resumed; there is one."""
    job = store.last_job()
    assert job is not None
    return Bench(store, job, replay(store.events(job.id)), guide)


def test_a_job_begins_with_its_guide_and_car(bench: Bench) -> None:
    assert bench.state == JobState(guide="button", version="2026.11", car="A 123", turn=1)
    assert bench.job is not None
    assert bench.job.name == "0001"
    assert bench.step.id == "first"
    assert bench.keeps


def test_a_job_may_begin_with_a_later_step(store: SqliteStore, guide: Guide) -> None:
    assert open_job(store, guide, step="second").step.id == "second"
    assert resumed(store, guide).step.id == "second"


def test_what_is_done_is_kept_and_shown(store: SqliteStore, bench: Bench) -> None:
    assert bench.job is not None
    acts: list[Callable[[], object]] = [
        lambda: bench.toggle("off"),
        lambda: bench.enter("leads", "0.4"),
        lambda: bench.toggle_option("used"),
        lambda: bench.go_to("second"),
        lambda: bench.toggle("closed"),
        lambda: bench.toggle("closed"),
    ]
    for turn, act in enumerate(acts, 2):
        act()
        assert replay(store.events(bench.job.id)) == bench.state
        assert bench.state.turn == turn
    assert bench.state.ticked == {"off"}
    assert bench.state.values == {"leads": "0.4"}
    assert (bench.state.option, bench.state.step) == ("used", "second")
    bench.toggle_option("used")
    assert bench.state.option == ""


def test_a_held_item_is_left_alone_and_says_what_holds_it(bench: Bench) -> None:
    held = [bench.toggle("closed"), bench.enter("leads", "0.4")]
    assert [held_message(line) for line in held if line] == ["First: Negative off"] * 2
    assert bench.state.turn == 1
    bench.toggle("off")
    assert bench.enter("leads", "0.4") is None
    bench.toggle("off")
    assert bench.enter("leads", "") is None


def test_a_reading_is_judged_before_it_is_kept(bench: Bench) -> None:
    assert bench.judged("leads", "0.4").verdict is Verdict.OK
    assert bench.judged("leads", "4").verdict is Verdict.HIGH
    assert bench.state.turn == 1


def test_what_cannot_be_kept_is_not_shown(store: SqliteStore, bench: Bench) -> None:
    bench.toggle("off")
    before = bench.state
    store.close()
    with pytest.raises(StoreError):
        bench.toggle("off")
    assert (bench.state, bench.checklist.line("off").done) == (before, True)


def test_a_step_that_cannot_be_kept_is_shown_all_the_same(store: SqliteStore, bench: Bench) -> None:
    store.close()
    with pytest.raises(StoreError):
        bench.go_to("second")
    assert bench.step.id == "second"


def test_steps_have_neighbours(bench: Bench) -> None:
    after = bench.neighbour(1)
    assert after is not None
    assert (after.id, bench.neighbour(-1)) == ("second", None)
    bench.go_to("second")
    assert bench.neighbour(1) is None


def test_the_first_item_to_do_is_the_one_for_space_until_another_is_chosen(bench: Bench) -> None:
    assert bench.current_item == "off"
    bench.toggle("off")
    assert bench.current_item == "leads"
    bench.choose_next(1)
    assert bench.current_item == "clips"
    bench.choose_next(1)
    assert bench.current_item == "clips"
    bench.choose_next(-1)
    bench.choose_next(-1)
    assert bench.current_item == "off"
    bench.go_to("second")
    assert bench.current_item == "closed"
    bench.toggle("closed")
    assert bench.current_item == ""
    bench.choose_next(1)
    assert bench.current_item == "closed"


def test_another_reading_of_the_guide_is_shown_on_the_same_step(tmp_path: Path, bench: Bench) -> None:
    bench.toggle("off")
    bench.go_to("second")
    bench.take_guide(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert (bench.step.id, bench.checklist.progress()) == ("second", (1, 4))
    bench.take_guide(guide_of(tmp_path, PAGE.replace("#second", "#third")), None)
    assert bench.step.id == "first"


def test_two_benches_on_one_job_come_to_agree(store: SqliteStore, guide: Guide, bench: Bench) -> None:
    other = resumed(store, guide)
    bench.toggle("off")
    other.toggle("off")
    other.enter("leads", "0.4")
    merged = resumed(store, guide).state
    assert merged.ticked == {"off"}
    assert merged.values == {"leads": "0.4"}


def test_a_guide_that_is_looked_up_keeps_nothing(store: SqliteStore, guide: Guide) -> None:
    bench = look_up(store, guide)
    bench.go_to("second")
    assert (bench.job, bench.step.id) == (None, "second")
    with pytest.raises(LookedUpError, match="only looked up"):
        bench.toggle("off")
    assert store.jobs() == ()
