"""How much each fault is suspected: now, before the last answer, and if what is being typed were kept."""

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import said
from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.diagnosis.findings import Answered, AnyFinding
from micra_assistant.diagnosis.likelihood import Suspect, suspects
from micra_assistant.diagnosis.looking_at import most_against, most_for
from micra_assistant.jobs.faultfinding.inquiry import Inquiry


class Suspicion(Struct, frozen=True):
    """How much one fault is suspected.

    Attributes:
        now: how likely it is.
        before: how likely it was before, from 0 to 1.
        finding: what speaks most for it, or against it if it is ruled out; None if nothing does.
        reason: that in words, empty if nothing does.
        is_newly_out: whether it was not ruled out before.
    """

    now: Suspect
    before: float
    finding: AnyFinding | None = None
    reason: str = ""
    is_newly_out: bool = False

    @property
    def fault(self) -> Fault:
        """The fault that is suspected."""
        return self.now.fault


def suspicions(inquiry: Inquiry) -> tuple[Suspicion, ...]:
    """Return how much each fault is suspected since the last answer, the likeliest first."""
    return _compared(inquiry.case, _before_the_last(inquiry))


def suspicions_if(inquiry: Inquiry, answer: str) -> tuple[Suspicion, ...]:
    """Return how much each fault would be suspected with an answer to the test, in the order in which they are now."""
    case, test = inquiry.case, inquiry.goal.id
    after = {one.fault.id: one for one in _compared(case.found(Answered(test, answer, case.failing)), case)}
    return tuple(after[suspect.fault.id] for suspect in suspects(case))


def _before_the_last(inquiry: Inquiry) -> Case:
    case = inquiry.case
    findings = [answer.finding for answer in inquiry.given if answer.finding in case.findings]
    return case.without(findings[-1]) if findings else case


def _compared(case: Case, before: Case) -> tuple[Suspicion, ...]:
    known = {suspect.fault.id: suspect for suspect in suspects(before)}
    return tuple(_suspicion(case, suspect, known[suspect.fault.id]) for suspect in suspects(case))


def _suspicion(case: Case, now: Suspect, before: Suspect) -> Suspicion:
    finding = most_against(case, now.fault) if now.is_out else most_for(case, now.fault)
    reason = said(case, finding) if finding else ""
    return Suspicion(now, before.share, finding, reason, is_newly_out=now.is_out and not before.is_out)
