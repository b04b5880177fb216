"""What can be said at once of a car, before anything is done on it: known answers, and what was tried in vain.

It costs nothing, opens nothing, and is not asked for again.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.diagnosis.telling import told
from micra_assistant.jobs.events import Diagnosed
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.words import _


class Known(Struct, frozen=True):
    """Something that may be known: what the job remembers it as in ``words``, and how it is asked for."""

    finding: Answered | Repaired
    words: str
    asked: str


def may_be_known(case: Case) -> tuple[Known, ...]:
    """Return all that a person may know already: each answer to each test that is left, each repair tried in vain."""
    return tuple(_known(case.model, finding) for finding in _findings(case))


def tell(inquiry: Inquiry, known: Sequence[Known]) -> None:
    """Keep what is known, all of it or nothing; raises what ``OpenJob.do`` does.

    AnswerError if it is two answers to one test, or about what is answered or done.
    """
    about = [_about(one.finding) for one in known]
    if len(set(about)) < len(about) or not set(known) <= set(may_be_known(inquiry.case)):
        raise AnswerError(_("Say what is known once, and only of what is still open."))
    inquiry.open_job.do_all([Diagnosed(inquiry.model_name, one.finding, one.words) for one in known])


def _known(model: Model, finding: Answered | Repaired) -> Known:
    return Known(finding, told(model, finding, {}), told(model, replace(finding, told=False), {}))


def _about(finding: Answered | Repaired) -> str:
    """Return the test or the repair that a finding is about; no two share an id."""
    return finding.test if isinstance(finding, Answered) else finding.repair


def _findings(case: Case) -> Iterator[Answered | Repaired]:
    for test in case.tests_left():
        yield from (Answered(test.id, answer, told=True) for answer in test.answers)
    yield from (Repaired(repair.id, Outcome.NO_CHANGE, told=True) for repair in case.repairs_left())
