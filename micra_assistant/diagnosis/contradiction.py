"""When the answers of a car most likely hold a false one, and which that is.

All that was found is weighed twice: as it is, and as if one of the answers had been given at random. Only the answers
that were given first are weighed so, as all that was asked since rests on those. It is told before a repair and before
giving up, not while there is more to ask: one more answer mostly settles it.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from micra_assistant.diagnosis.belief import Evidence, likely, weights
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Repaired

FIRST = 3
"""So many answers are weighed as if they were false."""


def fit(case: Case) -> float:
    """Return how likely all that was found is, measured by how likely it is with one false answer among the first."""
    pieces = _pieces(case)
    answers = [piece for piece in pieces if isinstance(piece.finding, Answered)]
    if not answers:
        return 1.0
    first = answers[:FIRST]
    one_false = sum(_mass(case, _if_false(case, pieces, piece)) for piece in first) / len(first)
    return _mass(case, pieces) / one_false


def contradicts(case: Case, goal: Move) -> bool:
    """Whether an answer is doubted before ``goal`` is done on the car."""
    return goal.kind is not MoveKind.TEST and not case.cured_by and fit(case) < 1 / case.model.doubt


def doubted(case: Case) -> tuple[Answered | Repaired, ...]:
    """Return the findings without which the rest would fit better, the one that matters most first."""
    pieces = _pieces(case)
    now = _mass(case, pieces)
    masses = [(_mass(case, _if_false(case, pieces, piece)), piece.finding) for piece in pieces]
    return tuple(finding for mass, finding in sorted(masses, key=lambda one: -one[0]) if mass > now)


def _pieces(case: Case) -> list[Evidence]:
    """Return all that speaks for or against a fault in the order in which it was found.

    Answers that a repair has outdated are among it, and those that were others when they were measured again after it:
    as it changed nothing, they were about the fault that is sought.
    """
    outdated = (Evidence(one, _likely(case, one)) for one in case.outdated)
    plain = [replace(one, told=False) if isinstance(one, Repaired) else one for one in case.findings]
    return sorted((*outdated, *case.evidence), key=lambda piece: plain.index(piece.finding))


def _likely(case: Case, answered: Answered) -> tuple[float, ...]:
    return likely(case.model, case.model.test(answered.test), answered.answer, failing=answered.failing)


def _mass(case: Case, pieces: Iterable[Evidence]) -> float:
    """Return how likely it is to find all this on a car with the complaint."""
    return sum(weights(case.model, pieces).values())


def _if_false(case: Case, pieces: Iterable[Evidence], false: Evidence) -> list[Evidence]:
    """Return all that was found as if one piece of it had come about at random, not as the car is."""
    ways = len(case.model.test(false.finding.test).answers) if isinstance(false.finding, Answered) else 2
    at_random = replace(false, factors=tuple((1 - factor) / (ways - 1) for factor in false.factors))
    return [at_random if piece is false else piece for piece in pieces]
