"""How long the steps took, by clocks as they are in workshops."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.jobs.events import AnyAct, CalledAway, CameBack, Closed, Event, Opened, Reopened, StepShown, Ticked
from micra_assistant.jobs.times import LONGEST_PAUSE, step_times

DAY = datetime(2026, 11, 20, tzinfo=UTC)
TICK = Ticked("item")
OPENED = Opened("button", "1")


def log(*lines: tuple[str, AnyAct]) -> list[Event]:
    """Return events, each given with the time that the clock showed."""
    return [
        Event(f"{turn:03}", "job", turn, f"2026-11-20T{clock}:00.000+00:00", act)
        for turn, (clock, act) in enumerate(lines, 1)
    ]


def minutes(*lines: tuple[str, AnyAct]) -> dict[str, int]:
    """Return the minutes at each step; the job began at the step “first”."""
    return {step: round(time.total_seconds() / 60) for step, time in step_times(log(*lines), "first").items()}


def test_a_step_lasts_until_the_next_and_coming_back_adds_to_it() -> None:
    assert minutes(
        ("10:00", OPENED),
        ("10:02", StepShown("measure")),
        ("10:09", TICK),
        ("10:12", StepShown("close")),
        ("10:13", StepShown("measure")),
        ("10:18", TICK),
    ) == {"first": 2, "measure": 15, "close": 1}


def test_time_away_does_not_count_and_work_goes_on_where_it_was_left() -> None:
    assert minutes(
        ("10:00", OPENED),
        ("10:05", StepShown("measure")),
        ("10:10", CalledAway("close")),
        ("10:20", CameBack()),
        ("10:24", TICK),
    ) == {"first": 5, "measure": 5, "close": 4}


def test_time_after_the_job_was_closed_does_not_count() -> None:
    assert minutes(("10:00", OPENED), ("10:05", Closed()), ("10:15", Reopened()), ("10:18", TICK)) == {"first": 8}


def test_a_long_silence_counts_as_a_pause() -> None:
    assert minutes(("08:00", OPENED), ("16:00", TICK), ("16:05", TICK)) == {"first": LONGEST_PAUSE.seconds // 60 + 5}


def test_a_clock_put_back_loses_only_the_moment_it_was_put_back() -> None:
    assert minutes(
        ("10:00", OPENED),
        ("10:10", StepShown("measure")),
        ("09:00", TICK),
        ("09:07", StepShown("close")),
        ("09:09", TICK),
    ) == {"first": 10, "measure": 7, "close": 2}


def test_a_clock_that_was_far_ahead_for_once_adds_nothing_to_what_follows() -> None:
    assert minutes(("10:00", OPENED), ("23:00", TICK), ("10:04", TICK), ("10:06", TICK)) == {"first": 6}


def test_two_logs_that_were_merged_count_no_minute_twice() -> None:
    """Both went on from the same turn on their own, hours apart, so their events alternate."""
    one = log(*[(f"10:{minute:02}", TICK) for minute in range(0, 20, 2)])
    other = [Event(f"x{event.id}", "job", event.turn, event.at.replace("T10", "T14"), TICK) for event in one]
    assert step_times([*one, *other], "first") == {"first": timedelta(minutes=18 * 2)}


def test_a_job_of_one_event_has_taken_no_time() -> None:
    assert step_times([]) == {}
    assert minutes(("10:00", OPENED)) == {"first": 0}


ACTS: list[AnyAct] = [StepShown("a"), StepShown("b"), TICK, CalledAway("a"), CameBack(), Closed(), Reopened()]
CLOCK = st.integers(0, 24 * 60 - 1).map(lambda minute: DAY + timedelta(minutes=minute))
ANY_LOG = st.lists(st.tuples(CLOCK, st.integers(1, 6), st.sampled_from(ACTS)), max_size=20).map(
    lambda drawn: [Event(f"{n:02}", "job", turn, at.isoformat(), act) for n, (at, turn, act) in enumerate(drawn)]
)


@given(ANY_LOG)
def test_no_time_is_negative_and_all_together_are_no_longer_than_the_job(events: list[Event]) -> None:
    times = step_times(events, "first").values()
    clocks = [event.time for event in events]
    assert all(time >= timedelta(0) for time in times)
    assert sum(times, timedelta(0)) <= (max(clocks) - min(clocks) if clocks else timedelta(0))


@given(ANY_LOG)
def test_the_events_may_come_in_the_other_order(events: list[Event]) -> None:
    assert step_times(reversed(events), "first") == step_times(events, "first")
