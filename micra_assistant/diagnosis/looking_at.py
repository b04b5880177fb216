"""What was found about one fault itself: a test that does not look at it says nothing of it.

A car may have two faults. A bad reading of one part makes a fault of another unlikely, but only what was looked at can
be ruled out.
"""

from collections.abc import Iterator

from micra_assistant.diagnosis.belief import Evidence
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Outcome

_SPEAKS = 1.2
"""So many times as likely with a fault as on the whole, a finding speaks for it."""
_AGAINST = 0.2
"""So many times as likely as with the fault that it fits best, what was found about a fault rules it out."""


def is_against(case: Case, fault: Fault) -> bool:
    """Whether what was found about a fault itself speaks against it, so that it can be ruled out."""
    left = 1.0
    for piece in _about(case, fault):
        left *= _factor(case, fault, piece) / max(piece.factors)
    return left <= _AGAINST


def most_against(case: Case, fault: Fault) -> AnyFinding | None:
    """Return the finding about a fault that speaks most against it, None if nothing was found about it."""
    pieces = list(_about(case, fault))
    return min(pieces, key=lambda piece: _speaks(case, fault, piece)).finding if pieces else None


def most_for(case: Case, fault: Fault) -> AnyFinding | None:
    """Return the finding that speaks most for a fault, None if none does."""
    pieces = [piece for piece in case.evidence if _speaks(case, fault, piece) >= _SPEAKS]
    return max(pieces, key=lambda piece: _speaks(case, fault, piece)).finding if pieces else None


def _about(case: Case, fault: Fault) -> Iterator[Evidence]:
    """Yield what looked at a fault: tests that expect something of it, and repairs of it; a cure is about every one."""
    for piece in case.evidence:
        finding = piece.finding
        if isinstance(finding, Answered):
            is_about = fault.id in case.model.test(finding.test).looks_at
        else:
            is_about = finding.outcome is Outcome.CURED or fault.id in case.model.repair(finding.repair).fixes
        if is_about:
            yield piece


def _speaks(case: Case, fault: Fault, piece: Evidence) -> float:
    """Return how many times as likely a finding is with a fault as it was on the whole."""
    at_first = case.model.shares.values()
    mean = sum(share * factor for share, factor in zip(at_first, piece.factors, strict=True))
    return _factor(case, fault, piece) / mean if mean else 1.0


def _factor(case: Case, fault: Fault, piece: Evidence) -> float:
    return piece.factors[case.model.faults.index(fault)]
