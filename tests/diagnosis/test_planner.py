"""What is advised on one car with the lamp that does not light."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import (
    GIVING_UP,
    AccessClosed,
    AccessOpened,
    Answered,
    LeftOut,
    Move,
    MoveKind,
    Outcome,
    Repaired,
)
from micra_assistant.diagnosis.planner import advise, alternatives, value_of
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, VOLTS, WIRE, WIRE_LEFT, lamp_case
from tests.examples import fewer_examples

GATE = Move(MoveKind.GATE, "battery-off")
CHOICES = st.lists(st.integers(0, 3), max_size=8)


def led(choices: list[int]) -> Case:
    """Return a car on which the advice was followed and ``choices`` say how it turned out."""
    case = lamp_case(items=("battery-off", "key-out"))
    for choice in choices:
        move = advise(case).goal
        if move.kind is MoveKind.TEST:
            answers = {test.id: tuple(test.answers) for test in case.model.tests}[move.id]
            found = (Answered(move.id, answers[choice % 2]), LeftOut(move))[choice == 3]
            case = case.found(found)
        elif move.kind is MoveKind.REPAIR:
            case = case.found(Repaired(move.id, (Outcome.NO_CHANGE, Outcome.PART_WAS_BAD)[choice % 2]))
    return case


@fewer_examples(0.6)
@given(CHOICES)
def test_wherever_it_leads_advice_is_sound(choices: list[int]) -> None:
    case = led(choices)
    advice = advise(case)
    assert advice == advise(case)
    assert value_of(case, advice.goal) == pytest.approx(advice.expected)
    if not advice.stop and not advice.is_last_look:
        assert advice.expected <= advice.untested * 1.005 + 1e-9
        assert advice.goal.kind is not MoveKind.TEST or len({(lead.move, lead.then) for lead in advice.leads}) > 1


def test_the_cheap_look_comes_first_and_says_what_each_answer_leads_to() -> None:
    advice = advise(lamp_case())
    assert advice.move == advice.goal == LOOK
    assert {lead.answer: lead.move for lead in advice.leads} == {"whole": FUSE, "broken": BULB}
    assert sum(lead.share for lead in advice.leads) == pytest.approx(1)
    assert advice.expected < advice.untested


def test_what_was_said_to_come_next_does() -> None:
    for lead in advise(lamp_case()).leads:
        assert advise(lamp_case(Answered("look", lead.answer))).goal == lead.move


def test_after_a_repair_it_says_what_comes_if_that_cures_nothing() -> None:
    advice = advise(lamp_case(Answered("look", "broken")))
    (lead,) = advice.leads
    assert advice.goal == BULB
    assert lead.answer == ""
    assert lead.share < 0.1


def test_behind_open_gates_the_first_of_them_is_advised_never_the_step() -> None:
    advice = advise(lamp_case(*WIRE_LEFT))
    assert advice.move == GATE
    assert advice.goal == WIRE
    assert advice.gates == ("battery-off", "key-out")


def test_when_the_gates_are_done_the_step_is_advised() -> None:
    advice = advise(lamp_case(*WIRE_LEFT, items=("battery-off", "key-out")))
    assert advice.move == advice.goal == WIRE
    assert advice.gates == ()


def test_a_gate_costs_nothing() -> None:
    gated = advise(lamp_case(*WIRE_LEFT))
    assert gated.expected == advise(lamp_case(*WIRE_LEFT, items=("battery-off", "key-out"))).expected


def test_what_is_behind_a_gate_that_cannot_be_done_is_never_advised() -> None:
    advice = advise(lamp_case(*WIRE_LEFT, LeftOut(GATE)))
    assert WIRE not in {advice.goal, *(lead.move for lead in advice.leads)}


def test_access_work_is_part_of_the_cost_until_it_is_done() -> None:
    left = (LeftOut(LOOK), LeftOut(VOLTS), Answered("flex", "breaks"), AccessClosed("trim"))
    closed, opened = lamp_case(*left), lamp_case(*left, AccessOpened("trim"))
    assert advise(closed).goal == advise(opened).goal == WIRE
    assert advise(closed).cost == advise(opened).cost + 10
    assert advise(closed).expected == pytest.approx(advise(opened).expected + 10)


def test_tests_are_worth_less_on_a_car_that_does_not_fail_now() -> None:
    assert advise(lamp_case(failing=False)).expected > advise(lamp_case()).expected


def test_when_nothing_is_left_it_gives_up() -> None:
    done = [Repaired(name, Outcome.NO_CHANGE) for name in ("bulb", "fuse", "wire")]
    advice = advise(lamp_case(*(LeftOut(test) for test in (LOOK, VOLTS, FLEX)), *done))
    assert advice.move == GIVING_UP
    assert advice.expected == pytest.approx(250)


def test_each_move_that_is_left_has_its_value_the_best_first() -> None:
    case = lamp_case(Answered("look", "whole"))
    valued = alternatives(case)
    assert {one.move for one in valued} == {VOLTS, FLEX, BULB, FUSE, WIRE, GIVING_UP}
    assert [one.expected for one in valued] == sorted(one.expected for one in valued)
    assert valued[0].move == advise(case).goal
    assert {one.move: one.expected for one in valued}[FUSE] == value_of(case, FUSE)


def test_what_is_not_left_has_no_value() -> None:
    assert value_of(lamp_case(Answered("look", "whole")), LOOK) is None
    assert value_of(lamp_case(), GATE) is None
