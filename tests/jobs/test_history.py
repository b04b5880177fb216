"""Undo and redo: any number of steps, and nothing is ever taken out of the log."""

from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.model import Count, Guide, Page, Step, Tick
from micra_assistant.jobs import history as history_module
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Entered,
    Event,
    Noted,
    Opened,
    Redone,
    StepShown,
    Ticked,
    Undone,
    Unticked,
)
from micra_assistant.jobs.history import History, replay
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.state_changes import changed_by
from tests.builders import words
from tests.jobs.logs import ACT, LOG
from tests.spaces import spaced

UNDO, REDO = "undo", "redo"


def history_of(*acts: AnyAct | str) -> History:
    """Return the history of a job in which these acts were done, undone and redone."""
    history = History()
    for turn, act in enumerate(acts):
        history = history.after(Event(f"{turn:04}", "job", turn, "2026-11-20T10:00:00+00:00", _act(history, act)))
    return history


def _act(history: History, act: AnyAct | str) -> AnyAct:
    if act == UNDO:
        return Undone(history.to_undo.id if history.to_undo else "nothing")
    if act == REDO:
        return Redone(history.to_redo.id if history.to_redo else "nothing")
    assert not isinstance(act, str)
    return act


def ticked(*acts: AnyAct | str) -> str:
    """Return the items that are ticked after these acts."""
    return " ".join(sorted(history_of(*acts).state.ticked))


A, B, C = Ticked("a"), Ticked("b"), Ticked("c")


def test_undo_takes_back_one_act_after_the_other() -> None:
    assert ticked(A, B, C, UNDO) == "a b"
    assert ticked(A, B, C, UNDO, UNDO) == "a"
    assert ticked(A, B, C, UNDO, UNDO, UNDO, UNDO) == ""


def test_redo_does_them_again_in_their_order() -> None:
    assert ticked(A, B, C, UNDO, UNDO, UNDO, REDO) == "a"
    assert ticked(A, B, C, UNDO, UNDO, UNDO, REDO, REDO, REDO, REDO) == "a b c"
    assert ticked(A, B, UNDO, REDO, UNDO) == "a"


def test_after_a_new_act_there_is_nothing_to_redo() -> None:
    assert ticked(A, B, UNDO, C, REDO) == "a c"
    assert ticked(A, B, UNDO, C, UNDO, UNDO, REDO, REDO) == "a c"


def test_walking_through_the_guide_is_not_undone_and_does_not_end_redoing() -> None:
    history = history_of(Opened("button", "1"), StepShown("look"), A, StepShown("close"), UNDO, StepShown("look"), REDO)
    assert (history.state.step, set(history.state.ticked)) == ("look", {"a"})
    assert history_of(Opened("button", "1"), StepShown("look"), Closed()).to_undo is None


def test_a_value_that_is_undone_is_the_one_before() -> None:
    assert history_of(Entered("leads", "0.4"), Entered("leads", "0.5"), UNDO).state.values == {"leads": "0.4"}


def test_a_note_that_was_changed_is_the_old_one_once_the_change_is_undone() -> None:
    changed = Noted("look", "two clips broken", instead_of="0000")
    assert [note.text for note in history_of(Noted("look", "clip broken"), changed, UNDO).state.notes] == [
        "clip broken"
    ]


@given(LOG)
def test_all_histories_of_the_same_events_are_the_same(log: list[Event]) -> None:
    one, other = History(log), History(reversed([*log, *log]))
    assert (one.events, one.out, one.state, one.to_undo, one.to_redo) == (
        *(other.events, other.out, other.state),
        *(other.to_undo, other.to_redo),
    )


@given(LOG, ACT, st.integers(1, 8))
def test_one_more_event_is_a_history_with_it(log: list[Event], act: AnyAct, turn: int) -> None:
    event = Event("more", "job", turn, "", act)
    assert History(log).after(event).state == History([*log, event]).state


@given(LOG)
def test_undoing_and_redoing_changes_nothing(log: list[Event]) -> None:
    history = History(log)
    if history.to_undo:
        turn = history.state.turn
        undone = history.after(Event("undo", "job", turn + 1, "", Undone(history.to_undo.id)))
        assert undone.to_redo == history.to_undo
        redone = undone.after(Event("redo", "job", turn + 2, "", Redone(history.to_undo.id)))
        assert redone.out == history.out
        assert redone.to_undo == history.to_undo


@given(LOG)
def test_what_is_undone_leaves_what_the_rest_leads_to(log: list[Event]) -> None:
    history = History(log)
    rest = [event for event in history.events if event.id not in history.out]
    plain = [event for event in rest if not isinstance(event.act, Undone | Redone)]
    state = JobState()
    for event in plain:
        state = changed_by(state, event)
    assert {**_fields(history.state), "turn": 0} == {**_fields(state), "turn": 0}


def _fields(state: JobState) -> dict[str, object]:
    return {name: getattr(state, name) for name in state.__struct_fields__}


PLUG = Tick(id="plug", label=words("Plug off"), undo="Plug in", state="plug off")
CLIPS = Count(id="clips", label=words("Clips out"), noun="clip", undo="Clips home", state="clips out")
PLUG_IN = Tick(id="plug-in", label=words("Plug in"), undoes=("plug",))
HOME = Count(id="home", label=words("Clips home"), noun="clip", undoes=("clips",))
STEP = Step("step", "Step", (PLUG, CLIPS, PLUG_IN, HOME))

MOVE = st.sampled_from([*(item.id for item in STEP.items), UNDO, REDO])


@given(st.lists(st.tuples(MOVE, st.sampled_from(["", "2", "11"])), max_size=25))
def test_the_car_is_as_the_acts_left_it_whatever_was_undone(moves: list[tuple[str, str]]) -> None:
    """The strip, worked out without replay: a stack of what was done, popped by undo, pushed again by redo."""
    guide = Guide("g", "G", "", "", "1", Path(), (), (Page("page", "Page", (STEP,)),), {})
    acts: list[AnyAct | str] = []
    done: list[dict[str, str]] = [{}]
    waiting: list[dict[str, str]] = []
    for move, typed in moves:
        if move == UNDO:
            acts.append(UNDO)
            if len(done) > 1:
                waiting.append(done.pop())
        elif move == REDO:
            acts.append(REDO)
            if waiting:
                done.append(waiting.pop())
        else:
            value = typed if move in ("clips", "home") else "✓" if typed else ""
            acts.append(Entered(move, value) if move in ("clips", "home") else _tick(move, value))
            done.append({**done[-1], move: value})
            waiting.clear()
    assert [spaced(words) for words in _car_now(guide, history_of(*acts).state)] == _expected(done[-1])


def _tick(item: str, value: str) -> AnyAct:
    return Ticked(item) if value else Unticked(item)


def _car_now(guide: Guide, state: JobState) -> list[str]:
    return [opening.words for opening in Checklist(guide, state).car_now()]


def _expected(values: dict[str, str]) -> list[str]:
    plug_open = values.get("plug") and not values.get("plug-in")
    came_off = int(values.get("clips") or 0)
    out = came_off - int(values.get("home") or 0)
    clips = f"clips out · {out} clips" if out > 0 else f"clips out · {-out} clips too many put back"
    return [*(["plug off"] if plug_open else []), *([clips] if came_off and out else [])]


@given(st.lists(st.tuples(ACT, st.integers(-1, 12)), max_size=40), st.integers(1, 5))
def test_undoing_is_a_replay_from_the_beginning_however_often_a_state_is_remembered(
    moves: list[tuple[AnyAct, int]], every: int
) -> None:
    with patch.object(history_module, "_MARKED_EVERY", every):
        history = History()
        for turn, (act, back) in enumerate(moves):
            if 0 <= back < len(history.events):
                target = history.events[-1 - back].id
                act = Redone(target) if target in history.out else Undone(target)  # noqa: PLW2901
            history = history.after(Event(f"{turn:04}", "job", turn, "", act))
            assert history.state == History(history.events).state
    assert history.state == History(history.events).state


@given(
    st.lists(st.lists(st.tuples(ACT, st.integers(-1, 12), st.integers(0, 3)), max_size=6), max_size=8),
    st.integers(1, 5),
)
def test_what_several_windows_did_is_a_replay_however_it_comes_in(
    lots: list[list[tuple[AnyAct, int, int]]], every: int
) -> None:
    """Each lot comes in at once, with acts that are as late as the last, later, or belong in the midst of what is."""
    with patch.object(history_module, "_MARKED_EVERY", every):
        history, number = History(), 0
        for lot in lots:
            came = []
            for act, back, early in lot:
                number += 1
                if 0 <= back < len(history.events):
                    target = history.events[-1 - back].id
                    act = Redone(target) if target in history.out else Undone(target)  # noqa: PLW2901
                came.append(Event(f"{number:04}", "job", max(number - early * 4, 0), "", act))
            history = history.after(*reversed(came))
            _assert_same(history, History(history.events))
    _assert_same(history, History(history.events))


def _assert_same(one: History, other: History) -> None:
    assert one.events == other.events
    assert (one.state, one.out, one.size) == (other.state, other.out, other.size)
    assert (one.to_undo, one.to_redo) == (other.to_undo, other.to_redo)


def test_replay_is_the_state_of_the_history() -> None:
    events = history_of(A, B, UNDO).events
    assert replay(events) == History(events).state
