"""What is asked before a car is handed over, so that the record names the right part."""

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import why
from micra_assistant.diagnosis.fault_model import Cost, Model
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, AnyFinding, LeftOut, Outcome, Repaired
from micra_assistant.diagnosis.last_look import last_look
from micra_assistant.diagnosis.planner import advise
from tests.diagnosis.complaints import FLEX, LOOK, RATE, VOLTS, lamp

GATES = ("battery-off", "key-out")
BULB_IN_VAIN = Repaired("bulb", Outcome.NO_CHANGE)


def dear_repairs() -> Model:
    """Return the lamp with repairs that are dearer than handing it over."""
    model = lamp()
    return replace(model, repairs=tuple(replace(one, cost=Cost(1000)) for one in model.repairs))


def car(*findings: AnyFinding, model: Model | None = None) -> Case:
    """Return a car on which all gates are done."""
    return Case(model or dear_repairs(), RATE, findings, items=GATES)


def test_a_car_is_not_handed_over_before_a_test_that_tells_which_part_it_is() -> None:
    advice = advise(car())
    assert (advice.goal, advice.is_last_look, advice.comes_first) == (LOOK, True, False)
    assert "before the car is handed over" in why(car(), advice, {})


def test_it_is_handed_over_once_no_test_makes_the_part_surer() -> None:
    known = car(Answered("look", "broken"))
    assert last_look(known) is None
    assert advise(known).goal == GIVING_UP


def test_what_costs_more_than_it_helps_is_not_asked_for() -> None:
    model = dear_repairs()
    dear = replace(model, tests=tuple(replace(test, cost=Cost(300)) for test in model.tests))
    assert last_look(car(model=dear)) is None


def test_what_nobody_can_test_is_passed_over() -> None:
    assert last_look(car(BULB_IN_VAIN, LeftOut(VOLTS))) == FLEX


def test_what_the_house_wants_first_is_asked_first() -> None:
    model = dear_repairs()
    behind = replace(model, access=tuple(replace(one, after=("look",)) for one in model.access))
    case = car(LeftOut(VOLTS), BULB_IN_VAIN, model=behind)
    assert last_look(case) == FLEX
    assert advise(case).goal == LOOK


def test_where_a_car_is_repaired_nothing_is_asked_for_the_record() -> None:
    assert not advise(car(model=lamp())).is_last_look


@pytest.mark.parametrize("answer", ["whole", "broken"])
def test_what_was_said_to_follow_does(answer: str) -> None:
    leads = {lead.answer: lead.move for lead in advise(car()).leads}
    assert leads[answer] == advise(car(Answered("look", answer))).goal
