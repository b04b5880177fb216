"""A wait: begun by the first tap, over by the clock, left out only for a reason, and made anew where it must be."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist, Line
from micra_assistant.jobs.events import AnyAct, Entered, Event, Ticked, Undone, Unticked, WaitBegun, WaitLeftOut
from micra_assistant.jobs.given_reasons import NoReasonError
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.state import Wait
from micra_assistant.jobs.waiting import is_begun, seconds_left, wait_caption
from micra_assistant.jobs.ways_to_open import begin_job
from tests.builders import guide_fixture, state_after
from tests.spaces import spaced

AIRBAGS = """
    # Airbags {: #airbags }

    ## Power off {: #power-off }

    - [ ] Radio code at hand {: #radio-code }

    !!! warning "Airbag firing"
        It can fire in your face. Take the power off first.

        - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }
        - [ ] Waited[^meters] {: #waited wait="3 min" }

    - [ ] Covers off {: #covers }
    """
AGAIN = """
    # Again {: #again }

    ## Wait again {: #wait-again }

    - [ ] Still off, waited[^meters] {: #still confirms="off" wait="1 min" }
    - [ ] Negative on {: #on undoes="off" }
    """
guide = guide_fixture(AIRBAGS, AGAIN)

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def line_after(guide: Guide, *acts: AnyAct, item: str = "waited") -> Line:
    """Return the line of an item after acts that were done a minute apart from noon on."""
    times = (NOON + timedelta(minutes=minutes) for minutes in range(len(acts)))
    events = [
        Event(f"e{turn}", "job", turn, at.isoformat(), act)
        for turn, (at, act) in enumerate(zip(times, acts, strict=True), 1)
    ]
    return Checklist(guide, replay(events)).line(item)


def at(minutes: float) -> datetime:
    """Return the time so many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def test_the_whole_wait_is_left_before_it_is_begun(guide: Guide) -> None:
    line = line_after(guide, Ticked("off"))
    assert (seconds_left(line, at(0)), is_begun(line, at(0))) == (180, False)
    assert spaced(wait_caption(line, at(0))) == "Wait 3 min: the first tap begins it"


@pytest.mark.parametrize(
    ("minutes", "left", "caption"),
    [
        (1, 180, "Wait: still 3 min"),
        (2, 120, "Wait: still 2 min"),
        (3.75, 15, "Wait: still 15 s"),
        (3.999, 1, "Wait: still 1 s"),
        (4, 0, "Waited 3 min: tick it now"),
        (9999, 0, "Waited 3 min: tick it now"),
    ],
)
def test_it_goes_by_the_time_it_was_begun(guide: Guide, minutes: float, left: int, caption: str) -> None:
    line = line_after(guide, Ticked("off"), WaitBegun("waited"))
    assert (seconds_left(line, at(minutes)), spaced(wait_caption(line, at(minutes)))) == (left, caption)


def test_a_clock_that_was_set_back_lets_it_be_begun_anew(guide: Guide) -> None:
    line = line_after(guide, Ticked("off"), WaitBegun("waited"))
    assert (is_begun(line, at(-600)), seconds_left(line, at(-600))) == (False, 180)
    again = line_after(guide, Ticked("off"), WaitBegun("waited"), WaitBegun("waited"))
    assert seconds_left(again, at(3)) == 120


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ((Unticked("off"), Ticked("off")), "a gate before it was taken back"),
        ((Ticked("on"), Unticked("on")), "what was opened was put back meanwhile"),
        ((Ticked("waited"), Unticked("waited")), "it is no longer done"),
    ],
)
def test_it_counts_no_more_once_the_car_was_not_so_any_more(guide: Guide, acts: tuple[AnyAct, ...], why: str) -> None:
    line = line_after(guide, Ticked("off"), WaitBegun("waited"), *acts)
    assert not is_begun(line, at(60)), why
    assert seconds_left(line, at(60)) == 180


def test_what_does_not_matter_to_it_leaves_it_running(guide: Guide) -> None:
    line = line_after(guide, Ticked("off"), WaitBegun("waited"), Ticked("radio-code"))
    assert seconds_left(line, at(2)) == 120


def test_what_it_confirms_must_have_been_so_all_the_time(guide: Guide) -> None:
    begun = (Ticked("off"), WaitBegun("still"))
    assert seconds_left(line_after(guide, *begun, item="still"), at(2)) == 0
    broken = (*begun, Ticked("on"), Unticked("on"))
    assert seconds_left(line_after(guide, *broken, item="still"), at(60)) == 60


def test_a_confirmation_that_has_lapsed_waits_anew(guide: Guide) -> None:
    done = (Ticked("off"), WaitBegun("still"), Ticked("still"))
    assert seconds_left(line_after(guide, *done, item="still"), at(9)) == 0
    lapsed = line_after(guide, *done, Unticked("off"), Ticked("off"), item="still")
    assert (lapsed.lapsed, seconds_left(lapsed, at(60))) == (True, 60)


def test_a_done_item_waits_no_more_and_knows_from_when_to_when(guide: Guide) -> None:
    line = line_after(guide, Ticked("off"), WaitBegun("waited"), Ticked("covers"), Ticked("waited"))
    assert (seconds_left(line, at(3)), wait_caption(line, at(3))) == (0, "")
    assert line.wait == Wait(2, at(1).isoformat(), at(3).isoformat())


def test_an_undone_tick_has_waited_already(guide: Guide) -> None:
    line = line_after(guide, Ticked("off"), WaitBegun("waited"), Ticked("waited"), Undone("e3"))
    assert (line.done, seconds_left(line, at(9))) == (False, 0)


def test_a_wait_that_was_left_out_is_a_tick_with_its_reason() -> None:
    state = state_after(WaitLeftOut("waited", "battery was off overnight"))
    assert state.ticked == {"waited"}
    assert state.waits["waited"].is_left_out
    assert state.waits["waited"].reason == "battery was off overnight"
    assert not state_after(WaitLeftOut("waited", "why not"), Unticked("waited")).waits


def test_a_line_without_a_wait_has_none(guide: Guide) -> None:
    line = line_after(guide, WaitBegun("covers"), item="covers")
    assert (seconds_left(line, at(0)), wait_caption(line, at(0))) == (0, "")


def test_a_time_that_is_none_begins_no_wait(guide: Guide) -> None:
    line = Checklist(guide, replay([Event("e", "job", 1, "yesterday", WaitBegun("waited"))])).line("waited")
    assert seconds_left(line, at(0)) == 180


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        """Return the time that it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Return a clock that shows noon."""
    return Clock()


@pytest.fixture
def open_job(store: SqliteStore, guide: Guide, clock: Callable[[], datetime]) -> OpenJob:
    """Return a job whose battery is off."""
    job = begin_job(store, guide)
    job.clock = clock
    job.toggle("off")
    return job


def acts_of(job: OpenJob) -> list[AnyAct]:
    """Return what was done on a job with its lines."""
    return [event.act for event in job.history.events if isinstance(event.act, Ticked | WaitBegun | WaitLeftOut)]


def test_tapped_before_the_end_nothing_happens(open_job: OpenJob, clock: Clock) -> None:
    assert open_job.toggle("waited") is None
    clock.now = at(2.5)
    line = open_job.toggle("waited")
    assert line
    assert spaced(wait_caption(line, clock.now)) == "Wait: still 30 s"
    assert acts_of(open_job) == [Ticked("off"), WaitBegun("waited")]


def test_after_the_end_it_is_ticked(open_job: OpenJob, clock: Clock) -> None:
    open_job.toggle("waited")
    clock.now = at(3)
    assert open_job.toggle("waited") is None
    assert open_job.checklist.line("waited").passes
    assert acts_of(open_job)[-1] == Ticked("waited")


def test_the_wait_goes_on_over_a_restart(open_job: OpenJob, clock: Clock, store: SqliteStore, guide: Guide) -> None:
    open_job.toggle("waited")
    assert open_job.job
    state = replay(store.events(open_job.job.id))
    assert seconds_left(Checklist(guide, state).line("waited"), at(1)) == 120


def test_a_held_line_does_not_begin_to_wait(open_job: OpenJob) -> None:
    open_job.toggle("off")
    line = open_job.toggle("waited")
    assert line
    assert line.held_by == open_job.guide.item("off")
    assert not open_job.state.waits


def test_leaving_it_out_takes_a_reason(open_job: OpenJob) -> None:
    for reason in ("", "  ", "...", "12"):
        with pytest.raises(NoReasonError, match="Say why"):
            open_job.leave_out_wait("waited", reason)
    assert not open_job.checklist.line("waited").done
    assert open_job.leave_out_wait("waited", " Battery was off overnight ") is None
    assert acts_of(open_job)[-1] == WaitLeftOut("waited", "Battery was off overnight")
    assert open_job.checklist.line("waited").passes


def test_leaving_it_out_is_held_and_undone_as_a_tick_is(open_job: OpenJob) -> None:
    open_job.toggle("off")
    assert open_job.leave_out_wait("waited", "no airbag there")
    open_job.toggle("off")
    open_job.leave_out_wait("waited", "no airbag there")
    open_job.undo()
    assert not open_job.checklist.line("waited").done
    open_job.redo()
    assert open_job.checklist.line("waited").done


def test_a_wait_that_was_begun_is_undone(open_job: OpenJob) -> None:
    open_job.toggle("waited")
    open_job.undo()
    assert not open_job.state.waits


def test_an_entered_value_begins_no_wait() -> None:
    assert not state_after(Entered("waited", "5")).waits
