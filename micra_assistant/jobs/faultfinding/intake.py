"""What can be said at once of a car, before anything is done on it: known answers, and what was tried in vain.

It costs nothing, opens nothing, and is not asked for again.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.diagnosis.telling import told
from micra_assistant.jobs.events import Diagnosed
from micra_assistant.jobs.open_job import OpenJob


class Known(Struct, frozen=True):
    """Something that may be known, and what the job remembers it as."""

    finding: Answered | Repaired
    words: str


def may_be_known(case: Case) -> tuple[Known, ...]:
    """Return all that a person may know already: each answer to each test that is left, each repair tried in vain."""
    return tuple(Known(finding, told(case.model, finding, {})) for finding in _findings(case))


def tell(open_job: OpenJob, name: str, known: Iterable[Known]) -> None:
    """Keep what is known, with the model called ``name``; raises what ``OpenJob.do`` does."""
    for one in known:
        open_job.do(Diagnosed(name, one.finding, one.words))


def _findings(case: Case) -> Iterator[Answered | Repaired]:
    for test in case.tests_left():
        yield from (Answered(test.id, answer, told=True) for answer in test.answers)
    yield from (Repaired(repair.id, Outcome.NO_CHANGE, told=True) for repair in case.repairs_left())
