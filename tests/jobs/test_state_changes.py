"""The state of a job is the replay of its events, in whatever order they come."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.jobs.events import (
    AnyAct,
    Blanked,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Entered,
    Event,
    GuideTaken,
    Held,
    Noted,
    Opened,
    OptionChosen,
    PhotoAdded,
    Removed,
    Reopened,
    StepShown,
    Ticked,
    ToolsOut,
    Unticked,
)
from micra_assistant.jobs.history import replay
from micra_assistant.jobs.state import Change, JobState, KeptPhoto, Note
from tests.builders import AT, state_after
from tests.jobs.logs import LOG, PLAIN_LOG


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
        since={"off": 2, "leads": 5, "clips": 6},
        changes={
            "off": (Change(2, done=True),),
            "prop": (Change(3, done=True), Change(4, done=False)),
            "leads": (Change(5, done=True),),
            "clips": (Change(6, done=True),),
        },
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


def test_the_details_are_those_last_written_down() -> None:
    state = state_after(
        Opened(
            "button",
            "2026.11",
            "A 123",
            title="Tailgate button",
            guide_fingerprint="ab",
            customer="Smith",
            mileage=84000,
        ),
        Described(car="A 124", customer="Smith", complaint="dead button"),
        GuideTaken("2026.12", "cd"),
    )
    assert (state.title, state.car, state.customer, state.mileage, state.complaint) == (
        *("Tailgate button", "A 124", "Smith"),
        *(None, "dead button"),
    )
    assert (state.version, state.guide_fingerprint) == ("2026.12", "cd")


def test_something_done_keeps_its_place_until_it_is_taken_back() -> None:
    done: list[AnyAct] = [Ticked("panel"), Entered("clips", "10"), Ticked("panel"), Entered("clips", "11")]
    assert state_after(*done).since == {"panel": 0, "clips": 1}
    assert state_after(*done, Unticked("panel"), Ticked("panel"), Entered("clips", "")).since == {"panel": 5}


def test_each_time_that_something_was_ticked_and_taken_back_is_known() -> None:
    done: list[AnyAct] = [Ticked("panel"), Ticked("panel"), Entered("clips", "10"), Entered("clips", "11")]
    state = state_after(*done, Unticked("panel"))
    assert state.changes == {
        "panel": (Change(0, done=True), Change(1, done=True), Change(4, done=False)),
        "clips": (Change(2, done=True),),
    }


def test_of_very_many_changes_the_first_and_the_last_are_known() -> None:
    acts: list[AnyAct] = [Ticked("panel"), Unticked("panel")]
    changes = state_after(*acts * 100).changes["panel"]
    assert (len(changes), changes[0], changes[-1]) == (16, Change(0, done=True), Change(199, done=False))


def test_notes_and_photos_stay_with_their_step() -> None:
    state = state_after(
        Noted("look", "clip broken"),
        PhotoAdded("look", "ab" * 32, "clip.jpg", 640, 480),
        Noted("close", "two clips new"),
        Noted("look", "two clips broken", instead_of="job-0"),
    )
    assert state.notes == (Note("job-3", "look", "two clips broken", AT), Note("job-2", "close", "two clips new", AT))
    assert state.photos == (KeptPhoto("job-1", "look", "ab" * 32, "clip.jpg", 640, 480, AT),)


def test_what_was_removed_is_no_longer_shown() -> None:
    photo = PhotoAdded("look", "ab" * 32, "clip.jpg", 640, 480)
    state = state_after(Noted("look", "clip broken"), photo, Removed("job-0"), Removed("job-1"), Removed("nothing"))
    assert (state.notes, state.photos) == ((), ())


def test_a_note_instead_of_one_that_is_gone_is_a_new_one() -> None:
    state = state_after(Noted("look", "clip broken"), Removed("job-0"), Noted("look", "clip new", instead_of="job-0"))
    assert [note.text for note in state.notes] == ["clip new"]


def test_what_was_blanked_is_neither_note_nor_photo() -> None:
    state = state_after(
        Noted("look", "clip broken"),
        PhotoAdded("look", "", "", 640, 480),
        Noted("close", "wet"),
        Noted("look", "", instead_of="job-0"),
        Blanked(notes=True),
    )
    assert ([note.text for note in state.notes], state.photos, state.blanked) == (["wet"], (), True)
    assert not state_after(Noted("look", "wet")).blanked


def test_called_away_and_back() -> None:
    away = (StepShown("measure"), CalledAway("measure"), ToolsOut(("Prop", "Torch")))
    assert (state_after(*away).away, state_after(*away).tools_out) == (True, ("Prop", "Torch"))
    back = state_after(*away, CameBack(), ToolsOut(("Torch",)))
    assert (back.away, back.step, back.tools_out) == (False, "measure", ("Torch",))


def test_closed_and_reopened() -> None:
    closed = Closed(cause="button worn", repair="new button", held=Held.YES)
    assert not state_after(Opened("button", "1")).is_closed
    assert state_after(Opened("button", "1"), closed).outcome == closed
    assert not state_after(Opened("button", "1"), closed, Reopened()).is_closed


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


@given(PLAIN_LOG)
def test_the_last_word_counts(log: list[Event]) -> None:
    """The state said without replaying: of each item, what the last event about it says."""
    last_tick: dict[str, AnyAct] = {}
    last_entry: dict[str, str] = {}
    for event in sorted(log, key=lambda event: (event.turn, event.id)):
        if isinstance(event.act, Ticked | Unticked):
            last_tick[event.act.item] = event.act
        if isinstance(event.act, Entered | Unticked):  # what was typed goes for a tick of an older text of the guide
            last_tick[event.act.item] = Unticked(event.act.item)
            last_entry[event.act.item] = event.act.typed if isinstance(event.act, Entered) else ""
    state = replay(log)
    assert state.since.keys() == state.ticked | state.values.keys()
    assert state.ticked == {item for item, act in last_tick.items() if isinstance(act, Ticked)}
    assert state.values == {item: typed for item, typed in last_entry.items() if typed}
    assert state.turn == max((event.turn for event in log), default=0)
