"""How often an answer is doubted: seldom where all are honest, more often where one of the first three is false.

Nothing is sampled but the rarest jobs: what a car may show is followed, whatever it is, with how likely that is.
"""

from collections.abc import Iterator, Sequence
from random import Random

import pytest
from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.contradiction import FIRST, contradicts
from micra_assistant.diagnosis.fault_model import Model, Repair
from micra_assistant.diagnosis.findings import MoveKind
from tests.diagnosis.simulated_jobs import Advised, ways
from tests.diagnosis.test_shipped_models import MODELS

pytestmark = pytest.mark.slow

MOST_HONEST = 0.02
RARE = 1e-5
"""Of moments that are rarer, one stands for as many others as make up for it."""

Masses = tuple[float, ...]


class Moment(Struct, frozen=True):
    """A moment of a job, and by fault how likely it is to come there.

    Attributes:
        honest: if all answers are what was seen.
        false: the same if the first answer is not, if the second is not, and so on.
    """

    case: Case
    honest: Masses
    false: tuple[Masses, ...]

    @property
    def shares(self) -> tuple[float, float]:
        """How likely it is to come there honestly, and with a false answer."""
        return sum(self.honest), sum(map(sum, self.false)) / len(self.false)

    def times(self, factor: float) -> "Moment":
        """Return the same, so many times as likely."""
        return Moment(self.case, _times(self.honest, factor), tuple(_times(one, factor) for one in self.false))


def shares_doubted(model: Model) -> tuple[float, float]:
    """Return in which share of honest jobs an answer is doubted, and in which of those with a false one."""
    advised, random = Advised(model), Random(model.id)  # noqa: S311 - no secret
    at_first = tuple(model.shares.values())
    waiting, honest, false = [Moment(advised.start, at_first, (at_first,) * FIRST)], 0.0, 0.0
    while waiting:
        moment = waiting.pop()
        if contradicts(moment.case, advised.goal(moment.case)):
            honest, false = honest + moment.shares[0], false + moment.shares[1]
        else:
            waiting += filter(None, (_kept(after, random) for after in _after(moment, advised)))
    return honest, false


def _kept(moment: Moment, random: Random) -> Moment | None:
    """Return a moment that is followed, None for one of the rare ones for which another stands."""
    share = max(moment.shares)
    if share >= RARE:
        return moment
    return moment.times(RARE / share) if random.random() < share / RARE else None


def _after(moment: Moment, advised: Advised) -> Iterator[Moment]:
    goal = advised.goal(moment.case)
    if goal.kind is MoveKind.GIVE_UP:
        return
    step = advised.start.model.step(goal)
    for finding, factors in ways(step, list(advised.start.model.shares)):
        others = factors if isinstance(step, Repair) else _if_not_seen(factors, len(step.answers))
        asked = len(moment.case.answers)
        false = (_times(masses, others if number == asked else factors) for number, masses in enumerate(moment.false))
        yield Moment(moment.case.found(finding), _times(moment.honest, factors), tuple(false))


def _if_not_seen(factors: Sequence[float], answers: int) -> Masses:
    """Return how likely an answer is by fault if it is any but the one that was seen."""
    return tuple((1 - factor) / (answers - 1) for factor in factors)


def _times(masses: Masses, factors: float | Sequence[float]) -> Masses:
    by_fault = [factors] * len(masses) if isinstance(factors, float) else factors
    return tuple(mass * factor for mass, factor in zip(masses, by_fault, strict=True))


@pytest.mark.parametrize(
    ("name", "least"), [("remote-key-stopped", 0.28), ("remote-key-new", 0.07), ("tailgate-button", 0.18)]
)
def test_honest_answers_are_seldom_doubted_and_false_ones_more_often(name: str, least: float) -> None:
    honest, false = shares_doubted(MODELS[name])
    assert honest <= MOST_HONEST
    assert false >= least
