"""The put-back list, drawn: the last thing that came off first, ☑ back, ☐ not back, in brackets what puts it back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.model import Count, Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Entered, Event, Redone, Ticked, Undone, Unticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.put_back import PutBack, open_now, put_back_list
from tests.builders import guide_fixture, guide_of, log_of, state_after
from tests.drawings import drawing
from tests.spaces import spaced

APART = """
    # Apart {: #apart }

    ## Power off {: #power-off }

    - [ ] Negative off {: #off undo="Connect the negative" state="battery off" }
    - [ ] Cloth on {: #cloth undo="Take the cloth off" state="cloth on" }

    ## Trim off {: #trim }

    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }
    - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }

    ## Test {: #test }

    - [ ] Negative on for the test {: #on-test undoes="off" }
    - [ ] Negative off again {: #off-again undo="Connect the negative" state="battery off" }
    """
TOGETHER = """
    # Together {: #together }

    ## Close {: #close }

    - [ ] Panel on {: #panel-on undoes="panel" }
    - [ ] Clips in, left {: #clips-left count="clip" undoes="clips" }
    - [ ] Clips in, right {: #clips-right count="clip" undoes="clips" }
    - [ ] Trim complete {: #trim-complete undoes="clips" }
    - [ ] Negative on {: #on undoes="off off-again" }
    """

guide = guide_fixture(APART, TOGETHER)
"""A guide in which things come off on one page and go on again on another; nothing puts the cloth back."""


def listed(guide: Guide, *acts: AnyAct) -> str:
    """Return the drawing of the put_back_list list once these acts are done."""
    return "\n".join(_drawn(row) for row in put_back_list(guide, state_after(*acts)))


def _drawn(row: PutBack) -> str:
    counts = f": {row.count_words}" if row.count_words else ""
    return spaced(
        f"{'☑' if row.done else '☐'} {row.words}{counts} [{row.closer.item.id if row.closer else row.item.id}]"
    )


def test_nothing_was_taken_apart(guide: Guide) -> None:
    assert listed(guide, Ticked("on"), Entered("clips", "0"), Entered("clips-left", "3")) == ""


def test_the_last_thing_off_is_the_first_to_go_back(guide: Guide) -> None:
    assert listed(guide, Ticked("panel"), Entered("clips", "11"), Ticked("off"), Ticked("cloth")) == drawing("""
        ☐ Take the cloth off [cloth]
        ☐ Connect the negative [on]
        ☐ Press in the clips: 11 clips came off [trim-complete]
        ☐ Fit the panel [panel-on]
        """)


@pytest.mark.parametrize(
    "again",
    [
        (Unticked("off"), Ticked("off")),
        (Ticked("on-test"), Ticked("off-again")),
        (Unticked("off"), Ticked("off-again")),
        (Ticked("on-test"), Unticked("on-test")),
        (Entered("clips", "10"),),
    ],
)
def test_what_is_taken_off_anew_keeps_its_first_place(guide: Guide, again: tuple[AnyAct, ...]) -> None:
    acts = (Ticked("off"), Ticked("panel"), Entered("clips", "1"), *again)
    assert listed(guide, *acts, Entered("clips", "11")) == drawing("""
        ☐ Press in the clips: 11 clips came off [trim-complete]
        ☐ Fit the panel [panel-on]
        ☐ Connect the negative [on]
        """)


def test_what_is_open_now_comes_in_the_order_of_the_list(guide: Guide) -> None:
    state = state_after(Ticked("off"), Ticked("panel"), Ticked("on-test"), Ticked("off-again"), Ticked("cloth"))
    assert [one.words for one in open_now(guide, state)] == ["cloth on", "panel off", "battery off"]


@pytest.mark.parametrize(
    ("left", "right", "drawn"),
    [
        ("10", "", "☐ Press in the clips: 10 of 11 clips back: 1 missing [clips-left]"),
        ("6", "4", "☐ Press in the clips: 10 of 11 clips back: 1 missing [clips-right]"),
        ("0", "", "☐ Press in the clips: 0 of 11 clips back: 11 missing [clips-left]"),
        ("6", "5", "☑ Press in the clips: 11 clips back, 11 came off [clips-right]"),
        ("12", "", "☐ Press in the clips: 12 clips back, 11 came off [clips-left]"),
        ("6", "6", "☐ Press in the clips: 12 clips back, 11 came off [clips-right]"),
        ("most", "", "☐ Press in the clips: 11 clips came off [clips-left]"),
    ],
)
def test_clips_are_counted_out_and_in(guide: Guide, left: str, right: str, drawn: str) -> None:
    assert listed(guide, Entered("clips", "11"), Entered("clips-left", left), Entered("clips-right", right)) == drawn


def test_more_back_than_came_off_is_open_on_the_car_until_the_numbers_agree(guide: Guide) -> None:
    def opened(*acts: AnyAct) -> list[str]:
        return [spaced(opening.words) for opening in Checklist(guide, state_after(*acts)).openings()]

    apart = Entered("clips", "3")
    assert opened(apart, Entered("clips-left", "23")) == ["clips out · 20 clips too many put back"]
    assert opened(apart, Entered("clips-left", "2"), Entered("clips-right", "2")) == [
        "clips out · 1 clip too many put back"
    ]
    assert opened(apart, Entered("clips-left", "3")) == []
    assert opened(apart, Entered("clips-left", "4"), Ticked("trim-complete")) == []
    assert opened(Entered("clips", "4"), Entered("clips-left", "4")) == []


def test_one_clip_is_one_clip(guide: Guide) -> None:
    assert listed(guide, Entered("clips", "1"), Entered("clips-left", "1")).startswith("☑ Press in the clips: 1 clip b")


def test_a_tick_puts_all_clips_back(guide: Guide) -> None:
    acts = (Entered("clips", "11"), Entered("clips-left", "4"), Ticked("trim-complete"))
    assert listed(guide, *acts) == "☑ Press in the clips: 11 clips back, 11 came off [trim-complete]"


def test_what_was_counted_in_words_is_on_the_list_without_a_number(guide: Guide) -> None:
    assert (
        listed(guide, Entered("clips", "eleven"), Entered("clips-left", "11")) == "☐ Press in the clips [trim-complete]"
    )
    assert listed(guide, Entered("clips", "eleven"), Ticked("trim-complete")) == "☑ Press in the clips [trim-complete]"


def test_two_in_the_same_words_are_listed_once_as_long_as_one_of_them_is_open(guide: Guide) -> None:
    assert listed(guide, Ticked("off"), Ticked("off-again")) == "☐ Connect the negative [on]"
    assert listed(guide, Ticked("off"), Ticked("on-test")) == "☑ Connect the negative [on-test]"
    assert listed(guide, Ticked("off"), Ticked("on-test"), Ticked("off-again")) == "☐ Connect the negative [on]"
    assert listed(guide, Ticked("off"), Ticked("off-again"), Ticked("on")) == "☑ Connect the negative [on]"


def test_an_open_one_is_not_hidden_by_a_later_one_that_is_back(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path,
        """
        # Page {: #page }

        ## Step {: #step }

        - [ ] Off {: #off undo="Connect" state="battery off" }
        - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
        - [ ] Off again {: #again undo="Connect" state="battery off" }
        - [ ] On after that {: #on-again undoes="again" }
        """,
    )
    assert listed(guide, Ticked("off"), Ticked("panel"), Ticked("again"), Ticked("on-again")) == drawing("""
        ☐ Fit the panel [panel]
        ☐ Connect [off]
        """)


def test_two_counts_in_the_same_words_stand_each_by_itself(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path,
        """
        # Page {: #page }

        ## Step {: #step }

        - [ ] Left clips {: #left count="clip" undo="Press in the clips" state="clips out" }
        - [ ] Right clips {: #right count="clip" undo="Press in the clips" state="clips out" }
        - [ ] Left in {: #left-in count="clip" undoes="left" }
        - [ ] Right in {: #right-in count="clip" undoes="right" }
        """,
    )
    assert listed(guide, Entered("left", "5"), Entered("right", "6"), Entered("left-in", "4")) == drawing("""
        ☐ Press in the clips: 6 clips came off [right-in]
        ☐ Press in the clips: 4 of 5 clips back: 1 missing [left-in]
        """)


TICKS = ("off", "cloth", "panel", "on-test", "off-again", "panel-on", "trim-complete", "on")
COUNTS = ("clips", "clips-left", "clips-right")
ACT: st.SearchStrategy[AnyAct] = st.one_of(
    st.builds(Ticked, st.sampled_from(TICKS)),
    st.builds(Unticked, st.sampled_from(TICKS)),
    st.builds(Entered, st.sampled_from(COUNTS), st.sampled_from(["", "0", "4", "11", "many", "9" * 5])),
    st.builds(Undone, st.integers(0, 20).map("{:02}".format)),
    st.builds(Redone, st.integers(0, 20).map("{:02}".format)),
)
LOG = st.lists(ACT, max_size=20).map(lambda acts: History(log_of(*acts)))


@given(LOG)
def test_what_is_not_back_is_just_what_is_open_on_the_car(guide: Guide, history: History) -> None:
    openings = Checklist(guide, history.state).openings()
    rows = [row for row in put_back_list(guide, history.state) if not row.done]
    assert {(row.words, row.item.state) for row in rows} == {(one.item.undo, one.item.state) for one in openings}
    assert {row.item.id for row in rows} <= {one.item.id for one in openings}
    assert len({(row.words, row.item.state) for row in rows}) == len(rows)


@given(LOG)
def test_the_counts_add_up(guide: Guide, history: History) -> None:
    out = {one.item.id: one.out for one in Checklist(guide, history.state).openings()}
    for row in put_back_list(guide, history.state):
        if not isinstance(row.item, Count) or row.came_off is None:
            assert (row.came_off, row.back, row.count_words) == (None, 0, "")
        elif row.done:
            assert row.came_off == row.back
        else:
            assert row.came_off == row.back + (out[row.item.id] or 0)
            assert row.missing - row.too_many in (0, out[row.item.id])


@given(LOG)
def test_a_row_that_is_not_back_can_be_put_back_by_what_it_names(guide: Guide, history: History) -> None:
    """Ticking or counting what the row names, or taking the row's own tick back, leaves less open than before."""
    for row in put_back_list(guide, history.state):
        if row.done:
            continue
        turn = history.state.turn + 1
        act: AnyAct = Unticked(row.item.id)
        if row.closer and isinstance(row.closer.item, Count):
            act = Entered(row.closer.item.id, str(row.closer.number + (row.came_off or 0) - row.back))
        elif row.closer:
            act = Ticked(row.closer.item.id)
        after = history.after(Event("last", "job", turn, "", act)).state
        assert row.item.id not in {one.item.id for one in Checklist(guide, after).openings()}
