"""When what was found contradicts itself, whatever the fault is, and which answer is in the way.

For each listed fault every answer is weighed against the one that the fault gives most often. If even the fault that
fits best is left with a small part of what it would have if all were as it mostly is, something that was found is
most likely not so, or the fault is none of the list.
"""

from math import prod

from micra_assistant.diagnosis.belief import Evidence, likely
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import OTHER
from micra_assistant.diagnosis.findings import Answered, Repaired

LEAST_FIT = 0.03
"""Below which fit the findings contradict themselves: about two reliable answers or one sure one must be false."""


def fit(case: Case, without: Evidence | None = None) -> float:
    """Return how well the listed fault that fits best fits all that was found, 1 if all is as it mostly is."""
    ratios = [_ratios(case, piece) for piece in case.evidence if piece is not without]
    places = [place for place, fault in enumerate(case.model.faults) if fault.id != OTHER]
    return max((prod(of_piece[place] for of_piece in ratios) for place in places), default=1.0)


def contradicts(case: Case) -> bool:
    """Whether no listed fault fits what was found on the car."""
    return not case.cured_by and fit(case) < LEAST_FIT


def doubted(case: Case) -> tuple[Answered | Repaired, ...]:
    """Return the findings without which the rest would fit better, the one that matters most first."""
    now = fit(case)
    fits = [(fit(case, piece), piece.finding) for piece in case.evidence]
    return tuple(finding for better, finding in sorted(fits, key=lambda one: -one[0]) if better > now)


def _ratios(case: Case, piece: Evidence) -> tuple[float, ...]:
    """Return by fault how likely the finding is, of what that fault mostly leads to."""
    if isinstance(piece.finding, Repaired):
        return tuple(factor / max(factor, 1 - factor) for factor in piece.factors)
    answered = piece.finding
    test = case.model.test(answered.test)
    columns = zip(*(likely(case.model, test, answer, failing=answered.failing) for answer in test.answers), strict=True)
    return tuple(factor / max(column) for factor, column in zip(piece.factors, columns, strict=True))
