"""The one answer on which a dear repair hangs: without it nobody would do the repair, so it is worth a second look."""

from collections.abc import Iterable

from micra_assistant.diagnosis.belief import Evidence, shares, weights
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Repair
from micra_assistant.diagnosis.findings import Answered
from micra_assistant.diagnosis.stopping import is_dear

HANGS = 0.5
"""A repair hangs on an answer without which a cure is less likely than this share of what it is with it."""


def hangs_on(case: Case, repair: Repair) -> Answered | None:
    """Return the answer on which a dear repair hangs the most, None if it is not dear or hangs on no single one."""
    if not is_dear(case, repair):
        return None
    chances = [
        (_cure(case, repair, [one for one in case.evidence if one is not piece]), piece.finding)
        for piece in case.evidence
    ]
    answers = [(chance, finding) for chance, finding in chances if isinstance(finding, Answered)]
    least, finding = min(answers, key=lambda one: one[0], default=(1.0, None))
    return finding if least < HANGS * _cure(case, repair, case.evidence) else None


def _cure(case: Case, repair: Repair, found: Iterable[Evidence]) -> float:
    """Return how likely a repair cures the car if only this was found."""
    left = shares(weights(case.model, found))
    return sum(share * repair.fixes.get(fault, 0.0) for fault, share in left.items())
