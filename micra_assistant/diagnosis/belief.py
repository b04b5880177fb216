"""What is believed of one car: how much of each fault is left after what was found."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.diagnosis.standing import Standing

SHOWN_ANYWAY = 0.3
"""How often a fault that does not act at the moment shows in a test all the same.

Otherwise the reading is what cars with this complaint mostly show, whatever their fault is. A good reading is then
worth less than one with the weakest trust; a bad one, which is seldom, still says much.
"""

_LEAST_FACTOR = 1e-6
_LEAST_WEIGHT = 1e-300


def likely(model: Model, test: Test, answer: str, *, failing: bool = True) -> tuple[float, ...]:
    """Return how likely an answer is by fault, in the order of the model, on a car that fails now or does not."""
    plain = tuple(test.likely[answer][fault.id] for fault in model.faults)
    if failing:
        return plain
    shares = model.shares
    mostly = sum(shares[fault.id] * chance for fault, chance in zip(model.faults, plain, strict=True))
    return tuple(SHOWN_ANYWAY * chance + (1 - SHOWN_ANYWAY) * mostly for chance in plain)


class Evidence(Struct, frozen=True):
    """A finding and what it makes of each fault, in the order of the model."""

    finding: Answered | Repaired
    factors: tuple[float, ...]


def evidence(model: Model, standing: Standing) -> tuple[Evidence, ...]:
    """Return all that speaks for or against a fault, in the order of the model: that of finding does not matter."""
    answered = [(test, standing.answers[test.id]) for test in model.tests if test.id in standing.answers]
    done = [(repair, standing.repairs[repair.id]) for repair in model.repairs if repair.id in standing.repairs]
    return (
        *(Evidence(a, likely(model, test, a.answer, failing=a.failing)) for test, a in answered),
        *(Evidence(Repaired(repair.id, outcome), _of_repair(model, repair, outcome)) for repair, outcome in done),
    )


def weights(model: Model, evidence: Iterable[Evidence]) -> dict[str, float]:
    """Return how much of each fault is left, never 0: its share at first, less with all that speaks against it."""
    left = list(model.shares.values())
    for piece in evidence:
        left = [weight * max(factor, _LEAST_FACTOR) for weight, factor in zip(left, piece.factors, strict=True)]
    return {fault.id: max(weight, _LEAST_WEIGHT) for fault, weight in zip(model.faults, left, strict=True)}


def shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Return how likely each fault is, 1 in all."""
    total = sum(weights.values())
    return {fault: weight / total for fault, weight in weights.items()}


def _of_repair(model: Model, repair: Repair, outcome: Outcome) -> tuple[float, ...]:
    """Return how likely the outcome is by fault; a part that was bad is good now, as if it had been good before."""
    fixes = tuple(repair.fixes.get(fault.id, 0.0) for fault in model.faults)
    return fixes if outcome is Outcome.CURED else tuple(1 - chance for chance in fixes)
