"""The state of a job is the replay of its events, in whatever order they come."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.jobs.events import AnyAct, Entered, Event, Opened, OptionChosen, StepShown, Ticked, Unticked
from micra_assistant.jobs.state import JobState, replay
from tests.builders import state_after

ITEM = st.sampled_from(["off", "clips", "leads"])
ACT: st.SearchStrategy[AnyAct] = st.one_of(
    st.builds(Ticked, ITEM),
    st.builds(Unticked, ITEM),
    st.builds(Entered, ITEM, st.sampled_from(["", "0.4", "11"])),
    st.builds(StepShown, st.sampled_from(["measure", "close"])),
    st.builds(OptionChosen, st.sampled_from(["", "used"])),
    st.builds(Opened, st.just("button"), st.sampled_from(["1", "2"])),
)
LOG = st.lists(
    st.builds(Event, st.integers(0, 40).map(str), st.just("job"), st.integers(1, 6), st.just(""), ACT),
    max_size=15,
    unique_by=lambda event: event.id,
)


def test_a_job_from_its_beginning() -> None:
    assert state_after(
        Opened("button", "2026.11", "A 123"),
        StepShown("prepare"),
        Ticked("off"),
        Ticked("prop"),
        Unticked("prop"),
        Entered("leads", " 0,4 "),
        Entered("clips", "11"),
        StepShown("measure"),
        OptionChosen("used"),
    ) == JobState(
        guide="button",
        version="2026.11",
        car="A 123",
        step="measure",
        ticked=frozenset({"off"}),
        values={"leads": "0,4", "clips": "11"},
        option="used",
        turn=8,
    )


def test_what_is_taken_back_is_gone() -> None:
    taken_back = state_after(
        Ticked("off"),
        Unticked("off"),
        Entered("leads", "0.4"),
        Entered("leads", " "),
        OptionChosen("used"),
        OptionChosen(""),
    )
    assert (taken_back.ticked, dict(taken_back.values), taken_back.option) == (frozenset(), {}, "")


def test_nothing_is_taken_back_that_was_not_done() -> None:
    assert state_after(Unticked("off"), Entered("leads", "")) == JobState(turn=1)


@given(LOG, st.randoms(use_true_random=False))
def test_events_may_come_in_any_order(log: list[Event], random: Random) -> None:
    shuffled = random.sample(log, len(log))
    assert replay(shuffled) == replay(log)


@given(LOG)
def test_an_event_counts_once(log: list[Event]) -> None:
    assert replay(log + log) == replay(log)


@given(LOG, st.integers(0, 15), st.integers(0, 15))
def test_two_logs_merge_into_one(log: list[Event], end: int, start: int) -> None:
    one, other = log[:end], log[start:]
    union = [event for event in log if event in one or event in other]
    assert replay(one + other) == replay(other + one) == replay(union)


@given(LOG, ACT)
def test_one_more_event_is_a_replay_with_it(log: list[Event], act: AnyAct) -> None:
    state = replay(log)
    event = Event("last", "job", state.turn + 1, "", act)
    assert state.after(event) == replay([*log, event])


@given(LOG)
def test_the_last_word_counts(log: list[Event]) -> None:
    """The state said without replaying: of each item, what the last event about it says."""
    last_tick, last_entry = {}, {}
    for event in sorted(log, key=lambda event: (event.turn, event.id)):
        if isinstance(event.act, Ticked | Unticked):
            last_tick[event.act.item] = event.act
        if isinstance(event.act, Entered):
            last_entry[event.act.item] = event.act.typed
    state = replay(log)
    assert state.ticked == {item for item, act in last_tick.items() if isinstance(act, Ticked)}
    assert state.values == {item: typed for item, typed in last_entry.items() if typed}
    assert state.turn == max((event.turn for event in log), default=0)
