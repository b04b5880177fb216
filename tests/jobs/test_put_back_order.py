"""In which order things go back: jobs in which the power is ended and begun again, drawn and at random."""

from collections.abc import Iterator
from random import Random

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Entered, Ticked, Unticked
from micra_assistant.jobs.put_back import open_now, put_back_list
from tests.builders import guide_fixture, state_after
from tests.shipped import LIBRARY

APART = """
    # Apart {: #apart }

    ## Safe {: #safe }

    - [ ] Propped {: #prop undo="Take the prop away" state="propped" }
    - [ ] Negative off {: #off undo="Connect the negative" state="battery off" }

    ## Trim off {: #trim }

    - [ ] Propped, power off {: #sure confirms="off prop" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }
    - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
    - [ ] Plug off {: #plug undo="Plug in" state="plug off" }

    ## Test {: #test }

    - [ ] Plug in for the test {: #plug-live undoes="plug" }
    - [ ] Negative on for the test {: #on-test undoes="off" }
    - [ ] Negative off again {: #off-again undo="Connect the negative" state="battery off" }
    - [ ] Plug off again {: #plug-again undo="Plug in" state="plug off" }
    """
TOGETHER = """
    # Together {: #together }

    ## Close {: #close }

    - [ ] Plug in {: #plug-in undoes="plug plug-again" }
    - [ ] Panel on {: #panel-on undoes="panel" }
    - [ ] Clips in {: #clips-in count="clip" undoes="clips" }
    - [ ] Negative on {: #on undoes="off off-again" }
    - [ ] Prop away {: #prop-away undoes="prop" }
    """
POWER = "battery off"
TICKS = ("prop", "panel", "plug", "plug-live", "plug-again", "plug-in", "panel-on", "prop-away")
POWER_TICKS = ("off", "on-test", "off-again", "on")

guide = guide_fixture(APART, TOGETHER)
"""A guide in which the power is taken off, put on for a test and taken off again."""


def order(guide: Guide, *acts: AnyAct) -> list[str]:
    """Return the states of the car in the order in which they are ended."""
    return [row.item.state for row in put_back_list(guide, state_after(*acts)) if not row.done]


def test_the_power_goes_on_after_what_was_done_behind_it_before_the_test(guide: Guide) -> None:
    before = (Ticked("prop"), Ticked("off"), Ticked("panel"), Ticked("plug"))
    test = (Ticked("plug-live"), Ticked("on-test"), Ticked("off-again"))
    assert order(guide, *before, *test) == ["panel off", "battery off", "propped"]


def test_what_came_off_with_the_power_on_in_between_has_its_own_place(guide: Guide) -> None:
    acts = (Ticked("off"), Ticked("on-test"), Ticked("panel"), Ticked("off-again"), Ticked("plug"))
    assert order(guide, *acts) == ["plug off", "panel off", "battery off"]


def test_what_was_done_behind_the_power_goes_back_before_it_though_it_was_off_before(guide: Guide) -> None:
    acts = (Ticked("panel"), Ticked("panel-on"), Ticked("off"), Unticked("panel-on"), Ticked("on-test"))
    assert order(guide, *acts, Ticked("off-again")) == ["panel off", "battery off"]


def test_what_was_open_before_the_power_went_off_goes_back_after_it(guide: Guide) -> None:
    assert order(guide, Ticked("panel"), Ticked("off")) == ["battery off", "panel off"]


def test_of_two_conditions_behind_each_other_the_first_is_ended_last(guide: Guide) -> None:
    acts = (Ticked("prop"), Ticked("off"), Ticked("prop-away"), Unticked("prop-away"))
    assert order(guide, *acts) == ["battery off", "propped"]


def test_the_prop_goes_after_the_power_though_it_was_set_anew_behind_it(guide: Guide) -> None:
    """The panel came off while the tailgate was propped, and it was propped anew while the power was off."""
    acts = (Ticked("prop"), Ticked("panel"), Ticked("prop-away"), Ticked("off"), Unticked("prop-away"))
    assert order(guide, *acts) == ["battery off", "panel off", "propped"]


def test_what_the_guide_opens_before_the_power_is_shut_after_it_whatever_came_first_here(guide: Guide) -> None:
    assert order(guide, Ticked("off"), Ticked("panel"), Ticked("prop")) == ["panel off", "battery off", "propped"]


def test_the_tailgate_is_shut_only_after_the_battery_is_on() -> None:
    shipped = LIBRARY.guide("tailgate-button")
    acts = (Ticked("negative-off"), Ticked("tailgate-open"), Ticked("prop"), Ticked("panel-off"), Ticked("cloth"))
    battery, *rest = order(shipped, *acts)[1:]
    assert battery == "battery negative off"
    assert set(rest) == {"tailgate open", "tailgate propped", "cloth over latch"}


def test_what_has_a_battery_warning_goes_back_before_the_battery_though_the_power_was_on_then() -> None:
    shipped = LIBRARY.guide("tailgate-button")
    assert order(shipped, Ticked("panel-off"), Ticked("negative-off")) == ["trim panel off", "battery negative off"]


def test_both_poles_go_on_together_whenever_each_was_taken_off() -> None:
    shipped = LIBRARY.guide("tailgate-button")
    acts = (Ticked("prop"), Ticked("negative-off"), Ticked("panel-off"), Ticked("positive-off"))
    battery = ["battery positive off", "battery negative off"]
    assert order(shipped, *acts) == ["trim panel off", *battery, "tailgate propped"]


def random_job(random: Random) -> list[AnyAct]:
    """Return the acts of a job in which everything is done and taken back in any order, the power often."""
    done: set[str] = set()
    acts: list[AnyAct] = []
    for _ in range(random.randrange(4, 30)):
        if random.random() < 0.1:
            acts.append(Entered(random.choice(["clips", "clips-in"]), random.choice(["", "3"])))
            continue
        item = random.choice(POWER_TICKS if random.random() < 0.5 else TICKS)
        acts.append(Unticked(item) if item in done else Ticked(item))
        done ^= {item}
    return acts


JOBS = [random_job(Random(seed)) for seed in range(300)]  # noqa: S311 - jobs, not secrets


def open_after_each(guide: Guide, acts: list[AnyAct]) -> Iterator[set[str]]:
    """Yield the states of the car after each act of a job."""
    for number in range(len(acts) + 1):
        yield {one.item.state for one in Checklist(guide, state_after(*acts[:number])).openings()}


def begun(guide: Guide, acts: list[AnyAct], state: str) -> list[int]:
    """Return after how many acts a state of the car was begun, each time."""
    opened = [state in now for now in open_after_each(guide, acts)]
    return [number for number, now in enumerate(opened) if now and not opened[number - 1]]


def test_the_random_jobs_end_the_power_and_begin_it_again_often_enough(guide: Guide) -> None:
    assert sum(len(begun(guide, acts, POWER)) > 1 for acts in JOBS) >= 0.3 * len(JOBS)


@pytest.mark.walk(first=100)
@pytest.mark.parametrize("acts", JOBS, ids=range(len(JOBS)))
def test_nothing_done_behind_the_power_outlives_it(guide: Guide, acts: list[AnyAct]) -> None:
    going_back, before = order(guide, *acts), list(open_after_each(guide, acts))
    if POWER in going_back:
        for state in set(going_back) - {POWER, "propped"}:
            if any(POWER in before[number - 1] for number in begun(guide, acts, state)):
                assert going_back.index(state) < going_back.index(POWER)


@pytest.mark.walk(first=100)
@pytest.mark.parametrize("acts", JOBS, ids=range(len(JOBS)))
def test_what_is_no_condition_keeps_the_place_of_its_first_opening(guide: Guide, acts: list[AnyAct]) -> None:
    things = [state for state in order(guide, *acts) if state not in (POWER, "propped")]
    first = [begun(guide, acts, state)[0] for state in things]
    assert first == sorted(first, reverse=True)


@pytest.mark.walk(first=100)
@pytest.mark.parametrize("acts", JOBS, ids=range(len(JOBS)))
def test_closing_names_what_is_open_in_the_same_order(guide: Guide, acts: list[AnyAct]) -> None:
    assert [one.item.state for one in open_now(guide, state_after(*acts))] == order(guide, *acts)


def test_the_battery_of_the_tailgate_goes_on_after_the_trim_though_it_was_on_for_the_test() -> None:
    shipped = LIBRARY.guide("tailgate-button")
    apart: list[AnyAct] = [
        Ticked("prop"),
        Ticked("cloth"),
        Ticked("negative-off"),
        Entered("plugs", "2"),
        Entered("screws", "4"),
    ]
    button: list[AnyAct] = [Entered("clips", "9"), Ticked("panel-off"), Ticked("unplug"), Ticked("button-out")]
    test = [Ticked("button-in"), Ticked("connector-in"), Ticked("negative-on-test"), Ticked("negative-off-trim")]
    assert order(shipped, *apart, *button, *test) == [
        "trim panel off",
        "trim clips released",
        "trim screws out",
        "screw plugs out",
        "battery negative off",
        "cloth over latch",
        "tailgate propped",
    ]
