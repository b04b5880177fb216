"""Tests that pay only together: which they are, and what the job costs with them."""

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.bundles import MOST_TESTS, Bundles
from micra_assistant.diagnosis.deciding import Decider
from micra_assistant.diagnosis.pricing import Pricing
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, NumberedRepair, NumberedTest, PlannerState, Problem
from micra_assistant.diagnosis.transitions import Transitions

HALVES = ((1.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 1.0)), ((1.0, 0.0, 1.0, 0.0), (0.0, 1.0, 0.0, 1.0))
WEAK = NumberedTest(0.1, NO_GROUP, ((0.55, 0.45, 0.5, 0.5), (0.45, 0.55, 0.5, 0.5)))
PAIR = Problem(
    shares=(0.25,) * 4,
    tests=(
        *(WEAK,) * 6,
        *(NumberedTest(cost, NO_GROUP, likely) for cost, likely in zip((10, 12), HALVES, strict=True)),
    ),
    repairs=tuple(NumberedRepair(100, NO_GROUP, tuple(float(f == fault) for f in range(4))) for fault in range(4)),
    access=(50.0,),
    give_up=130,
)
FIRST, SECOND = 6, 7


def bundles(problem: Problem) -> tuple[Bundles, PlannerState]:
    """Return the bundles of a problem, and the moment before anything is done."""
    transitions = Transitions(problem)
    return Bundles(transitions, Pricing(problem)), transitions.start()


def found(problem: Problem) -> tuple[int, ...]:
    """Return the bundle that is found before anything is done."""
    known, start = bundles(problem)
    return known.find(start, range(len(problem.tests)))


def test_two_measurements_that_pay_only_together_are_made_whatever_nearly_free_questions_there_are() -> None:
    decider = Decider(PAIR)
    decision = decider.decide(decider.transitions.start())
    assert decision.move == FIRST


def test_giving_up_is_better_if_together_they_cost_more_than_they_save() -> None:
    dear = tuple(replace(test, cost=16) if test is not WEAK else test for test in PAIR.tests)
    decider = Decider(replace(PAIR, tests=dear))
    assert decider.decide(decider.transitions.start()).move == GIVE_UP


def test_those_that_tell_most_for_their_cost_go_together() -> None:
    assert found(PAIR)[:2] == (FIRST, SECOND)


def test_what_says_the_same_again_does_not() -> None:
    again = replace(PAIR, tests=(*PAIR.tests[6:7], replace(PAIR.tests[6], cost=10.5), PAIR.tests[7]))
    assert found(again)[:2] == (0, 2)


def test_no_more_go_together_than_can_be_priced() -> None:
    assert len(found(PAIR)) <= MOST_TESTS


def test_none_go_together_once_the_fault_is_known() -> None:
    assert found(replace(PAIR, shares=(1.0, 0.0, 0.0, 0.0))) == ()


def test_both_are_paid_then_the_repair() -> None:
    known, start = bundles(PAIR)
    assert known.price(start, (FIRST, SECOND)) == pytest.approx(10 + 12 + 100)


def test_their_access_work_is_paid_once() -> None:
    behind = replace(PAIR, tests=tuple(replace(test, group=0) for test in PAIR.tests), give_up=190)
    known, start = bundles(behind)
    assert known.price(start, (FIRST, SECOND)) == pytest.approx(50 + 10 + 12 + 100)


def test_they_cost_no_more_than_repairing_at_once() -> None:
    known, start = bundles(PAIR)
    assert known.price(start, (FIRST,)) == known.price(start, ()) == 130
