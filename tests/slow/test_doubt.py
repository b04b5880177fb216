"""How often an answer is doubted: seldom where all are honest, more often where one of the first three is false."""

from random import Random

import pytest

from micra_assistant.diagnosis.contradiction import contradicts
from tests.diagnosis.simulated_jobs import Advised, Job
from tests.diagnosis.test_shipped_models import MODELS

pytestmark = pytest.mark.slow

JOBS = 2000
MOST_HONEST = 0.02


def share_doubted(advised: Advised, *, honest: bool) -> float:
    """Return in how many jobs of one an answer is doubted."""
    truth = advised.start.model
    jobs = (advised.play(truth, Random(f"{n}"), None if honest else n % 3) for n in range(JOBS))  # noqa: S311 - no secret
    return sum(map(_is_doubted, jobs)) / JOBS


def _is_doubted(job: Job) -> bool:
    return any(contradicts(case, goal) for case, goal in job.moments)


@pytest.mark.parametrize(
    ("name", "least"), [("remote-key-stopped", 0.28), ("remote-key-new", 0.07), ("tailgate-button", 0.18)]
)
def test_honest_answers_are_seldom_doubted_and_false_ones_more_often(name: str, least: float) -> None:
    advised = Advised(MODELS[name])
    assert share_doubted(advised, honest=True) <= MOST_HONEST
    assert share_doubted(advised, honest=False) >= least
