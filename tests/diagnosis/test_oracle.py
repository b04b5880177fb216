"""The oracle that the planner is measured by: the same as trying every policy."""

import pytest

from micra_assistant.diagnosis.problem import Problem
from tests.diagnosis.numbers import Known, known_problems, tiny_problems
from tests.diagnosis.oracle import brute_force, optimum

pytestmark = pytest.mark.thorough


@pytest.mark.walk(first=10)
@pytest.mark.parametrize("problem", tuple(tiny_problems(40)))
def test_the_oracle_finds_what_trying_everything_finds(problem: Problem) -> None:
    assert optimum(problem) == pytest.approx(brute_force(problem), rel=1e-9)


@pytest.mark.parametrize("known", [known for known in known_problems() if known.id in {"A1001", "B2001", "B2010"}])
def test_the_oracle_finds_the_optimum_of_the_known_problems(known: Known) -> None:
    assert optimum(known.problem) == pytest.approx(known.optimum, rel=1e-6)
