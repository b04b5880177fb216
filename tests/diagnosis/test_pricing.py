"""Repairs in the order of what they cure for their cost, with access work paid once, priced by hand."""

import itertools

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.pricing import Pricing, TooMuchWorkError
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, NumberedRepair, Problem
from micra_assistant.diagnosis.transitions import Transitions
from tests.diagnosis.numbers import random_problem

TWO = Problem(
    shares=(0.5, 0.5),
    tests=(),
    repairs=(NumberedRepair(40, NO_GROUP, (1, 0)), NumberedRepair(20, NO_GROUP, (0, 1))),
    access=(30.0,),
    give_up=100,
)


def priced(problem: Problem) -> tuple[float, int]:
    """Return the price before anything is done, to a millionth, and the first repair."""
    price, first = Pricing(problem).priced(Transitions(problem).start())
    return round(price, 6), first


def test_the_repair_that_cures_more_for_its_cost_comes_first() -> None:
    assert priced(TWO) == (20 + 0.5 * 40, 1)


def test_giving_up_ends_it_where_it_is_cheaper() -> None:
    cheap_and_dear = (NumberedRepair(60, NO_GROUP, (1, 0)), NumberedRepair(10, NO_GROUP, (0, 1)))
    assert priced(replace(TWO, repairs=cheap_and_dear, give_up=50)) == (10 + 0.5 * 50, 1)
    assert priced(replace(TWO, repairs=cheap_and_dear, give_up=15)) == (15, GIVE_UP)


def test_two_repairs_may_be_worth_it_where_one_is_not() -> None:
    even = tuple(replace(repair, cost=55) for repair in TWO.repairs)
    assert priced(replace(TWO, repairs=even))[0] == pytest.approx(55 + 0.5 * 55)


def test_access_work_is_paid_once() -> None:
    behind = tuple(replace(repair, group=0) for repair in TWO.repairs)
    assert priced(replace(TWO, repairs=behind, give_up=1000)) == (30 + 20 + 0.5 * 40, 1)


def test_a_repair_behind_access_work_waits_for_one_at_hand_that_cures_more_for_all_that_it_costs() -> None:
    behind = (NumberedRepair(20, 0, (1, 0)), NumberedRepair(30, NO_GROUP, (0, 1)))
    assert priced(replace(TWO, repairs=behind)) == (30 + 0.5 * (30 + 20), 1)


def test_access_work_counts_with_all_that_is_behind_it() -> None:
    behind = (
        NumberedRepair(20, 0, (0.9, 0)),
        NumberedRepair(25, 0, (0, 0.9)),
        NumberedRepair(46, NO_GROUP, (0.45, 0.45)),
    )
    assert priced(replace(TWO, repairs=behind))[1] == 0


def test_a_fault_is_not_cured_twice() -> None:
    shared = (
        NumberedRepair(10, NO_GROUP, (1, 0)),
        NumberedRepair(11, NO_GROUP, (1, 0)),
        NumberedRepair(40, NO_GROUP, (0, 1)),
    )
    assert priced(replace(TWO, repairs=shared))[0] == pytest.approx(10 + 0.5 * 40)


def test_a_repair_for_nothing_is_free() -> None:
    assert priced(replace(TWO, repairs=(NumberedRepair(0, NO_GROUP, (1, 1)),)))[0] == pytest.approx(0, abs=1e-6)


def test_with_one_fault_a_repair_it_is_the_best_of_all_orders() -> None:
    for seed in range(20):
        problem = _one_fault_a_repair(seed)
        orders = itertools.permutations(range(len(problem.repairs)))
        assert priced(problem)[0] == pytest.approx(min(_in_order(problem, order) for order in orders))


def test_more_prices_than_allowed_are_refused() -> None:
    pricing = Pricing(TWO)
    pricing.most = 0
    with pytest.raises(TooMuchWorkError):
        pricing.priced(Transitions(TWO).start())


def _one_fault_a_repair(seed: int) -> Problem:
    problem = random_problem(seed, faults=5, tests=0, repairs=5)
    repairs = (
        NumberedRepair(repair.cost, NO_GROUP, tuple(fixes if fault == place else 0.0 for fault in range(5)))
        for place, repair in enumerate(problem.repairs)
        for fixes in repair.fixes[place : place + 1]
    )
    return replace(problem, repairs=tuple(repairs))


def _in_order(problem: Problem, order: tuple[int, ...]) -> float:
    mass, paid, best = 1.0, 0.0, problem.give_up
    for number in order:
        repair = problem.repairs[number]
        paid += mass * repair.cost
        mass -= problem.shares[number] * repair.fixes[number]
        best = min(best, paid + mass * problem.give_up)
    return best
