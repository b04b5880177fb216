"""Learning does no harm: in simulated workshops, whatever the number of jobs, and with wrong causes among them.

What a job costs is worked out exactly, so chance is only in which workshops there are and which jobs they have had;
there are as many of them as it takes to be sure.
"""

from collections.abc import Callable
from functools import cache
from random import Random
from statistics import mean, stdev

import pytest

from micra_assistant.diagnosis.fault_model import Model
from tests.diagnosis.numbers import known_problems
from tests.diagnosis.simulated_jobs import Advised
from tests.diagnosis.workshops import Workshop, as_author_says, costs_of_learning, model_of, with_other_faults

pytestmark = pytest.mark.slow

Kind = Callable[[Model, Random], Workshop]

JOBS = (5, 20, 100, 300)
LEAST_WORKSHOPS, MOST_WORKSHOPS = 24, 400
MOST_HARM = 1.01
MOST_ERROR = 0.0029
MOST_TESTS = 5
AUTHORS = [
    model_of(known.problem)
    for known in known_problems()
    if known.id.startswith("A") and len(known.problem.tests) <= MOST_TESTS
]
"""What the authors think; each of them in as many workshops, but for one."""


def costs_by_jobs(kind: Kind, wrong: float) -> list[tuple[float, ...]]:
    """Return, for each number of jobs, what a job costs in each workshop, against what it costs without learning."""
    costs = [costs_in_workshop(number, kind, wrong) for number in range(LEAST_WORKSHOPS)]
    while not is_sure(costs) and len(costs) < MOST_WORKSHOPS:
        costs.append(costs_in_workshop(len(costs), kind, wrong))
    return list(zip(*costs, strict=True))


def costs_in_workshop(number: int, kind: Kind, wrong: float) -> list[float]:
    """Return the same in one workshop, for each number of jobs."""
    author = number % len(AUTHORS)
    workshop = kind(AUTHORS[author], Random(f"w{number}"))  # noqa: S311 - no secret
    return costs_of_learning(workshop, advised_by(author), JOBS, wrong, Random(f"j{number}"))  # noqa: S311 - no secret


@cache
def advised_by(author: int) -> Advised:
    """Return what an author advises."""
    return Advised(AUTHORS[author])


def is_sure(costs: list[list[float]]) -> bool:
    """Whether there were workshops enough."""
    return max(map(error, zip(*costs, strict=True))) < MOST_ERROR


def error(costs: tuple[float, ...]) -> float:
    """Return the standard error of the mean."""
    return float(stdev(costs) / len(costs) ** 0.5)


@pytest.mark.parametrize("wrong", [0, 0.1, 0.2])
def test_where_the_author_is_right_learning_does_no_harm(wrong: float) -> None:
    for costs in costs_by_jobs(as_author_says, wrong):
        assert mean(costs) <= MOST_HARM
        assert error(costs) < MOST_ERROR


@pytest.mark.parametrize("wrong", [0, 0.1, 0.2])
def test_where_other_faults_are_frequent_learning_pays(wrong: float) -> None:
    by_jobs = costs_by_jobs(with_other_faults, wrong)
    assert max(map(error, by_jobs)) < MOST_ERROR
    first, *_, last = means = [mean(costs) for costs in by_jobs]
    assert max(means) <= MOST_HARM
    assert last < min(first, 0.98)
