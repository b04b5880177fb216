"""The planner in numbers: how much it works, what the house prefers, and tests that only decide together."""

from statistics import mean

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis import deciding
from micra_assistant.diagnosis.deciding import MOST_PRICED, Decider, Decision
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, NumberedRepair, NumberedTest, Problem
from tests.diagnosis.numbers import random_problem

PLAIN = Problem(
    shares=(0.5, 0.5),
    tests=(NumberedTest(2, NO_GROUP, ((0.99, 0.01), (0.01, 0.99))),),
    repairs=(NumberedRepair(50, NO_GROUP, (0.98, 0)), NumberedRepair(50, NO_GROUP, (0, 0.98))),
    access=(10.0,),
    give_up=300,
)
TEST, FIRST, SECOND = 0, 1, 2
MOST_PRICED_ON_THE_WHOLE = 350
"""It took 475 before tests that pay only together were looked for."""
OF_FOUR = tuple(NumberedRepair(100, NO_GROUP, tuple(0.98 if f == fault else 0 for f in range(4))) for fault in range(4))
TWO_BITS = Problem(
    shares=(0.25,) * 4,
    tests=(
        NumberedTest(2, NO_GROUP, ((0.99, 0.99, 0.01, 0.01), (0.01, 0.01, 0.99, 0.99))),
        NumberedTest(3, NO_GROUP, ((0.99, 0.01, 0.99, 0.01), (0.01, 0.99, 0.01, 0.99))),
    ),
    repairs=OF_FOUR,
    access=(),
    give_up=500,
)


def decide(problem: Problem) -> Decision:
    """Return what is decided before anything is done."""
    decider = Decider(problem)
    return decider.decide(decider.transitions.start())


def priced(seed: int) -> int:
    """Return how many moments are priced for the first decision on a large model."""
    decider = Decider(random_problem(seed, faults=15, tests=20, repairs=12))
    decider.decide(decider.transitions.start())
    return decider.priced


def test_a_large_model_takes_a_few_hundred_prices_at_most_two_thousand() -> None:
    taken = [priced(seed) for seed in range(10)]
    assert mean(taken) <= MOST_PRICED_ON_THE_WHOLE
    assert max(taken) <= MOST_PRICED


def test_what_is_too_much_work_is_looked_at_less_far(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = random_problem(3, faults=15, tests=20, repairs=12)
    whole = Decider(problem)
    whole.decide(whole.transitions.start())
    monkeypatch.setattr(deciding, "MOST_PRICED", 100)
    monkeypatch.setattr(deciding, "MOST_BEHIND", 0)
    less = Decider(problem)
    assert less.decide(less.transitions.start()) == less.decide(less.transitions.start())
    assert less.priced < whole.priced


def test_it_decides_the_same_each_time() -> None:
    problem = random_problem(1, faults=12, tests=10, repairs=10)
    assert decide(problem) == decide(problem)


def test_a_test_that_tells_the_faults_apart_comes_before_dear_repairs() -> None:
    decision = decide(PLAIN)
    assert decision.move == TEST
    assert [after.move for after in decision.follows] == [FIRST, SECOND]
    assert sum(after.mass for after in decision.follows) == pytest.approx(1)


def test_a_test_that_costs_more_than_it_saves_is_not_made() -> None:
    assert decide(replace(PLAIN, tests=(replace(PLAIN.tests[0], cost=60),))).move in {FIRST, SECOND}


def test_a_test_whose_answers_all_lead_to_the_same_repair_is_passed_over() -> None:
    sure = replace(PLAIN, shares=(0.999, 0.001), tests=(NumberedTest(0.01, NO_GROUP, ((0.6, 0.4), (0.4, 0.6))),))
    assert decide(sure).move == FIRST


def test_of_equals_the_one_that_takes_nothing_apart_is_made() -> None:
    behind = replace(PLAIN.tests[0], cost=0, group=0)
    problem = replace(PLAIN, tests=(behind, replace(PLAIN.tests[0], cost=0.1)), access=(0.05,))
    assert decide(problem).move == 1


@pytest.mark.parametrize(("cost", "move"), [(7, 0), (11, 0), (12, 1)])
def test_of_moves_within_half_a_percent_a_test_comes_before_a_cheaper_repair(cost: float, move: int) -> None:
    fixes = ((0.98, 0, 0), (0, 0.98, 0), (0, 0, 0.98))
    problem = Problem(
        shares=(0.2, 0.4, 0.4),
        tests=(NumberedTest(cost, NO_GROUP, ((0.99, 0.99, 0.01), (0.01, 0.01, 0.99))),),
        repairs=tuple(
            NumberedRepair(price, NO_GROUP, cures) for price, cures in zip((5, 100, 100), fixes, strict=True)
        ),
        access=(),
        give_up=1000,
    )
    assert decide(problem).move == move


def test_of_three_repairs_as_good_as_each_other_the_cheapest_is_done_first() -> None:
    costs, fixes = (80, 12.01, 8.03), ((0.98, 0, 0), (0, 0.98, 0), (0, 0, 0.98))
    repairs = tuple(NumberedRepair(cost, NO_GROUP, cures) for cost, cures in zip(costs, fixes, strict=True))
    assert decide(Problem((0.8, 0.12, 0.08), (), repairs, (), give_up=1000)).move == 2


def test_giving_up_comes_first_when_it_is_cheapest() -> None:
    decision = decide(replace(PLAIN, give_up=1))
    assert decision.move == GIVE_UP
    assert decision.follows == ()


def test_nobody_gives_up_while_a_repair_is_about_as_cheap() -> None:
    assert decide(Problem((1.0,), (), (NumberedRepair(50, NO_GROUP, (0.98,)),), (), give_up=51.1)).move == 0


def test_two_halves_that_only_decide_together_are_both_asked_for() -> None:
    decision = decide(TWO_BITS)
    assert decision.move == 0
    assert decision.together == (1,)
    assert [after.then for after in decision.follows] == [(2, 3), (4, 5)]


def test_of_tests_that_only_decide_together_not_one_that_tells_nothing_comes_first() -> None:
    nothing = NumberedTest(0.5, NO_GROUP, ((0.5,) * 4, (0.5,) * 4))
    assert decide(replace(TWO_BITS, tests=(nothing, *TWO_BITS.tests))).move == 1


def test_impossible_answers_are_not_followed() -> None:
    certain = replace(PLAIN, shares=(1.0, 0.0), tests=(NumberedTest(0, NO_GROUP, ((1.0, 0.0), (0.0, 1.0))),))
    assert decide(certain).move == FIRST


def test_nothing_left_is_giving_up() -> None:
    assert decide(replace(PLAIN, tests=(), repairs=())).move == GIVE_UP
