"""How far the planner is from the optimum: the acceptance figures, exact expectations over its whole tree."""

import json
from statistics import mean

import pytest

from micra_assistant.diagnosis.deciding import Decider, Decision
from micra_assistant.diagnosis.lookahead import NEAR
from micra_assistant.diagnosis.problem import Problem
from tests.diagnosis.kinds import ADVERSARIAL, KINDS, problems
from tests.diagnosis.numbers import FIXTURES, k12_problem, known_problems, stress_problems
from tests.diagnosis.oracle import costs_if_next, optimum
from tests.diagnosis.policies import Policy

pytestmark = pytest.mark.thorough

MEAN, WORST = 1.01, 1.05
ORDINARY_MEAN, ORDINARY_WORST = 1.004, 1.04
HARD_MEAN = 1.008
TOGETHER_MEAN = 1.02
K12_OPTIMUM = 68.42
"""Of the research: too large a problem to work it out here."""
OPTIMA: dict[str, list[float]] = json.loads((FIXTURES / "optima.json").read_text(encoding="utf-8"))
"""By kind, what the best policy of the first fresh problems costs, worked out once and for all."""
SMALL = [kind for kind in OPTIMA if kind != "ordinary"]
"""The kinds of which every first move can be followed to the end: of an ordinary problem that takes over 17 GB."""
KNOWN = {letter: [known for known in known_problems() if known.id.startswith(letter)] for letter in "ABC"}


@pytest.mark.walk(first=len(KNOWN))
@pytest.mark.parametrize("count", [4, len(known_problems())])
@pytest.mark.parametrize("letter", KNOWN)
def test_the_planner_is_near_the_known_optimum(letter: str, count: int) -> None:
    known = KNOWN[letter][:count]
    policies = [Policy(one.problem) for one in known]
    ratios = [policy.cost() / one.optimum for policy, one in zip(policies, known, strict=True)]
    assert min(ratios) > 1 - 1e-6
    assert mean(ratios) <= MEAN
    assert max(ratios) <= WORST
    assert [decision for policy in policies for decision in policy.tests() if not matters(decision)] == []


def test_the_planner_is_near_the_optimum_of_the_k12() -> None:
    policy = Policy(k12_problem())
    assert policy.cost() <= MEAN * K12_OPTIMUM
    assert all(matters(decision) for decision in policy.tests())
    assert policy.decisions[0].move == 2, "it begins by taking something apart rather than by listening"


@pytest.mark.walk
@pytest.mark.parametrize("count", [5, 12, pytest.param(150, marks=pytest.mark.slow)])
def test_the_planner_is_not_led_astray(count: int) -> None:
    ratios = [_ratio(problem) for problem in stress_problems(count)]
    assert mean(ratios) <= MEAN
    assert max(ratios) <= WORST


@pytest.mark.parametrize("count", [8, pytest.param(40, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", ADVERSARIAL)
def test_the_planner_is_near_the_optimum_of_what_is_hard_for_it(kind: str, count: int) -> None:
    ratios = _fresh_ratios(kind, count)
    assert min(ratios) > 1 - 1e-6
    assert mean(ratios) <= HARD_MEAN


@pytest.mark.parametrize("count", [8, pytest.param(40, marks=pytest.mark.slow)])
def test_the_planner_is_near_the_optimum_where_work_ends_what_can_be_tested(count: int) -> None:
    ratios = [_ratio(problem) for problem in problems("states", count)]
    assert min(ratios) > 1 - 1e-6
    assert mean(ratios) <= ORDINARY_MEAN
    assert max(ratios) <= ORDINARY_WORST


@pytest.mark.parametrize("count", [8, pytest.param(40, marks=pytest.mark.slow)])
def test_the_planner_measures_together_what_pays_only_together(count: int) -> None:
    assert mean(_fresh_ratios("bundle", count)) <= TOGETHER_MEAN


@pytest.mark.parametrize("count", [8, pytest.param(40, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", ["ordinary", "stress"])
def test_the_planner_is_near_the_optimum_of_what_it_was_not_built_with(kind: str, count: int) -> None:
    ratios = _fresh_ratios(kind, count)
    assert mean(ratios) <= ORDINARY_MEAN
    assert max(ratios) <= ORDINARY_WORST


@pytest.mark.walk
@pytest.mark.parametrize("count", [1, pytest.param(6, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", SMALL)
def test_no_alternative_is_cheaper_than_it_can_be(kind: str, count: int) -> None:
    for problem in problems(kind, count):
        values = _values(problem)
        assert all(values[move] >= least - 1e-9 for move, least in costs_if_next(problem).items())


@pytest.mark.parametrize("count", [8, pytest.param(100, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", KINDS)
def test_no_alternative_is_cheaper_than_what_is_advised(kind: str, count: int) -> None:
    for problem in problems(kind, count):
        values, advised = _values(problem), _advised(problem)
        assert min(values.values()) >= advised * (1 - NEAR) - 1e-9


@pytest.mark.parametrize(("kind", "seed"), [("decoys", 1020), ("decoys", 1033), ("mixed", 1029)])
def test_what_was_passed_over_is_not_looked_at_until_it_seems_better(kind: str, seed: int) -> None:
    (problem,) = problems(kind, 1, first=seed)
    assert min(_values(problem).values()) >= _advised(problem) * (1 - NEAR) - 1e-9


def _values(problem: Problem) -> dict[int, float]:
    """Return what a job costs with each move first, as whoever asks why not is told."""
    decider = Decider(problem)
    start = decider.transitions.start()
    return {move: decider.value(start, move) for move in (*decider.transitions.tests, *decider.transitions.repairs)}


def _advised(problem: Problem) -> float:
    """Return what a job costs as advised, as whoever asks why is told."""
    decider = Decider(problem)
    start = decider.transitions.start()
    return decider.value(start, decider.decide(start).move)


def _fresh_ratios(kind: str, count: int) -> list[float]:
    fresh = zip(problems(kind, count), OPTIMA[kind], strict=False)
    return [Policy(problem).cost() / least for problem, least in fresh]


def _ratio(problem: Problem) -> float:
    return Policy(problem).cost() / optimum(problem)


def matters(decision: Decision) -> bool:
    """Whether at least two answers lead to different moves, next or behind the tests that go together with this one."""
    return len({(after.move, after.then) for after in decision.follows}) > 1
