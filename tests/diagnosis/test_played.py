"""The shipped models played against cars with hidden faults: what is cured or named, in which order, at what bill."""

from collections import defaultdict

import pytest

from micra_assistant.diagnosis.fault_model import OTHER, Model
from micra_assistant.diagnosis.findings import MoveKind
from tests.diagnosis.player import Played, mean_bill, play, play_all
from tests.diagnosis.test_shipped_models import MODELS

pytestmark = pytest.mark.thorough

SEEDS = 30
SOLVED_OF_ALL, SOLVED_OF_EACH = 0.9, 25 / 30
BEFORE = {"remote-key-stopped": 229.1, "remote-key-new": 266.9, "tailgate-button": 5006.6}
"""The mean bill before free looks came first, on the same seeds, unknown prices reckoned with as they are now."""
DEARER = 1.02


@pytest.fixture(params=MODELS)
def model(request: pytest.FixtureRequest) -> Model:
    """Return each shipped model."""
    return MODELS[request.param]


def played(model: Model, seeds: int) -> dict[str, list[Played]]:
    """Return jobs by fault."""
    jobs: dict[str, list[Played]] = defaultdict(list)
    for job in play_all(model, seeds):
        jobs[job.fault].append(job)
    return jobs


@pytest.mark.slow
def test_faults_are_cured_or_handed_over_with_the_right_part_named(model: Model) -> None:
    jobs = played(model, SEEDS)
    solved = {fault: sum(job.is_solved for job in of_fault) / SEEDS for fault, of_fault in jobs.items()}
    del solved[OTHER]
    assert {fault: share for fault, share in solved.items() if share < SOLVED_OF_EACH} == {}
    assert sum(solved.values()) / len(solved) >= SOLVED_OF_ALL
    assert mean_bill(model, jobs) <= DEARER * BEFORE.get(model.id, float("inf"))


@pytest.mark.walk(first=2)
def test_no_job_does_what_its_car_is_not_ready_for(model: Model) -> None:
    for fault in model.faults:
        check_order(play(model, fault.id, seed=1))


@pytest.mark.slow
def test_no_job_of_many_does_what_its_car_is_not_ready_for(model: Model) -> None:
    for job in play_all(model, SEEDS):
        check_order(job)


def check_order(job: Played) -> None:
    """Check that each thing was done behind its gates, and nothing opened before the free looks were taken."""
    for done in job.acts:
        case, move = done.case, done.advice.move
        if move.kind not in (MoveKind.TEST, MoveKind.REPAIR):
            continue
        assert case.open_gates(move) == ()
        for access in case.model.access_to(case.model.step(move).access, case.opened):
            assert not [look for look in access.after if look not in case.answers], f"{move.id}: {access.id}"


def test_what_is_free_comes_before_what_takes_something_apart(model: Model) -> None:
    behind = {name for access in model.access for name in access.after}
    free = {test.id for test in model.tests if not test.access and test.cost.minutes <= MOST_FREE_MINUTES}
    assert behind <= {test.id for test in model.tests if not test.access}
    assert free - behind <= SEPARATE.get(model.id, set())


MOST_FREE_MINUTES = 10
SEPARATE: dict[str, set[str]] = {}
"""Looks that are free, and are not asked for before something is opened."""
