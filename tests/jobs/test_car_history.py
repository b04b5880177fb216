"""When something stood open on the car, by the turns of the job."""

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.car_history import CarHistory, Stretch
from micra_assistant.jobs.events import AnyAct, Entered, Ticked, Unticked
from tests.builders import guide_fixture, state_after

PAGE = """
    # Page {: #page }

    ## Step {: #step }

    - [ ] Off {: #off undo="Connect" state="battery off" }
    - [ ] On for a test {: #on-test undoes="off" }
    - [ ] Off again {: #again undo="Connect" state="battery off" }
    - [ ] On {: #on undoes="off again" }
    - [ ] Clips out {: #clips count="clip" undo="Clips in" state="clips out" }
    - [ ] Clips in {: #clips-in count="clip" undoes="clips" }
    """

guide = guide_fixture(PAGE)
"""A guide in which two lines take the power off."""


@pytest.mark.parametrize(
    ("acts", "stretches"),
    [
        ((), ()),
        ((Ticked("off"),), (Stretch(0),)),
        ((Ticked("off"), Ticked("on")), (Stretch(0, 1),)),
        ((Ticked("off"), Ticked("again"), Ticked("on-test")), (Stretch(0),)),
        ((Ticked("off"), Ticked("on-test"), Ticked("again")), (Stretch(0, 1), Stretch(2))),
        ((Ticked("off"), Ticked("on-test"), Unticked("on-test")), (Stretch(0, 1), Stretch(2))),
        ((Ticked("off"), Unticked("off"), Ticked("off")), (Stretch(0, 1), Stretch(2))),
        ((Ticked("on"), Ticked("off"), Unticked("on")), (Stretch(2),)),
    ],
)
def test_the_power_is_off(guide: Guide, acts: tuple[AnyAct, ...], stretches: tuple[Stretch, ...]) -> None:
    assert CarHistory(guide, state_after(*acts)).stretches(["off", "again"]) == stretches


def test_a_count_is_open_until_some_are_counted_back(guide: Guide) -> None:
    state = state_after(Entered("clips", "3"), Entered("clips", "4"), Entered("clips-in", "4"))
    assert CarHistory(guide, state).stretches(["clips"]) == (Stretch(0, 2),)


@pytest.mark.parametrize(("turn", "held"), [(1, False), (2, False), (3, True), (4, True), (5, False), (6, False)])
def test_what_happens_in_the_turns_between_is_behind_it(turn: int, held: bool) -> None:
    assert Stretch(2, 5).holds(turn) is held


def test_what_is_open_still_holds_all_that_comes() -> None:
    assert Stretch(2).holds(1000)
