"""What the search for the fault suggests for the outcome of a job."""

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.cure import cure_of
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.jobs.events import Closed
from micra_assistant.jobs.open_job import OpenJob


class SuggestedOutcome(Struct, frozen=True):
    """What may be chosen when a job is closed.

    Attributes:
        model: the file of the model that the fault was sought with, empty if there is none.
        faults: what may have been the cause, in words by id, the likeliest first.
        repairs: what may have been done, in words.
        cause, repair: what the search has come to, in words, empty if it has not come to an end.
    """

    model: str = ""
    faults: dict[str, str] = {}
    repairs: tuple[str, ...] = ()
    cause: str = ""
    repair: str = ""

    @property
    def causes(self) -> tuple[str, ...]:
        """What may have been the cause, in words."""
        return tuple(self.faults.values())

    def as_closed(self) -> Closed | None:
        """Return the outcome to begin with, None if nothing is known of it."""
        return Closed(self.cause, self.repair) if self.cause or self.repair else None

    def named(self, closed: Closed) -> Closed:
        """Return an outcome with the fault that its words are; words of one's own are no fault that is learnt from."""
        fault = next((fault for fault, words in self.faults.items() if words == closed.cause), "")
        return replace(closed, model=self.model if fault else "", fault=fault, sure=closed.sure and bool(fault))


def suggestion_for(open_job: OpenJob) -> SuggestedOutcome:
    """Return what the search for the fault of a job suggests for its outcome, nothing without a sound model."""
    from micra_assistant.jobs.faultfinding.fault_search import search_on  # noqa: PLC0415 - loaded when it is wanted

    search = search_on(open_job)
    return suggested_outcome(search.inquiry().case, search.complaint.faults) if search else SuggestedOutcome()


def suggested_outcome(case: Case, model: str) -> SuggestedOutcome:
    """Return what a search with a model, named by its file, suggests."""
    likeliest = [suspect.fault for suspect in suspects(case)]
    cure = cure_of(case)
    return SuggestedOutcome(
        model=model,
        faults={fault.id: fault.text for fault in likeliest},
        repairs=tuple(repair.text for repair in case.model.repairs),
        cause=cure.fault if cure else "",
        repair=cure.repair if cure else "",
    )
