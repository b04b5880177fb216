"""What to do next in a large model: how long a decision takes, followed through jobs from the first to the last."""

import time
from collections.abc import Iterator
from random import Random
from statistics import median, quantiles

from micra_assistant.diagnosis.deciding import Decider
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState, Problem
from tests.bench.table import Lines, Row, work_row
from tests.diagnosis.numbers import random_problem

FAULTS, TESTS, REPAIRS = 15, 20, 12
MODELS = 20
JOBS = 3
RUNS = 3
"""Of each decision; the best counts, so that what else the machine does is left out."""


def rows() -> Lines:
    """Give the lines of a decision."""
    taken = [run for seed in range(MODELS) for run in _model(seed)]
    times = [milliseconds for milliseconds, _ in taken]
    besides = f"; median {median(times):.1f}, worst {max(times):.1f}"
    yield work_row(
        f"what to do next, {FAULTS} x {TESTS} x {REPAIRS}, p99", quantiles(times, n=100)[98], 20, note=besides
    )
    yield Row("prices that takes, at most", max(priced for _, priced in taken), 2000, "")


def _model(seed: int) -> Iterator[tuple[float, int]]:
    problem = random_problem(seed, faults=FAULTS, tests=TESTS, repairs=REPAIRS)
    random = Random(seed)  # noqa: S311 - no secret
    for _ in range(JOBS):
        yield from _job(problem, random)


def _job(problem: Problem, random: Random) -> Iterator[tuple[float, int]]:
    """Yield the time and the prices of each decision of a job that turns out as the model says."""
    transitions = Decider(problem).transitions
    state, move = transitions.start(), 0
    while state.mass > 0 and move != GIVE_UP:
        times = []
        for _ in range(RUNS):
            begun = time.process_time()
            decider = Decider(problem)
            move = decider.decide(state).move
            times.append((time.process_time() - begun) * 1000)
        yield min(times), decider.priced
        state = _turned_out(transitions.after(state, move), state, random)


def _turned_out(ways: list[PlannerState], state: PlannerState, random: Random) -> PlannerState:
    """Return one of the ways that a move may turn out; that a repair cures it is nothing left."""
    cured = PlannerState((), max(state.mass - sum(way.mass for way in ways), 0.0), 0.0, 0, 0)
    ended = PlannerState((), 0.0, 0.0, 0, 0)
    way = random.choices([*ways, cured], [*(way.mass for way in ways), cured.mass])[0] if ways else ended
    return ended if way is cured else way
