"""One search for a fault: with which model, and what the person prefers for the moment."""

from msgspec.structs import replace

from micra_assistant.diagnosis.contradiction import LEAST_FIT, fit
from micra_assistant.diagnosis.fault_model import Fault, Model
from micra_assistant.diagnosis.findings import Answered, Move
from micra_assistant.diagnosis.learning import basis, learned
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.guide.model import Complaint
from micra_assistant.jobs.faultfinding.experience import experience_of
from micra_assistant.jobs.faultfinding.inquiry import Aim, Inquiry
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.rate import rate_of


class FaultSearch:
    """A search on one open_job for the fault behind one complaint. GuideError if the model has faults.

    What is preferred here is not kept with the job; all that is found is.
    """

    def __init__(self, open_job: OpenJob, complaint: Complaint) -> None:
        self.open_job = open_job
        self.guide = open_job.guide
        self.complaint = complaint
        author = _read(open_job, complaint)
        self._author = author
        self._experience = experience_of(open_job.causes, open_job.guide, complaint.faults, author)
        self._model = learned(author, self._experience)
        failing = _failed_last(open_job, complaint.faults)
        self._sought = Aim(self._model, complaint.faults, self._model.rate_per_hour, failing)

    @property
    def preferred(self) -> Aim:
        """What is looked for, and how, at the labour rate of the job."""
        rate = rate_of(self.open_job.workshop(), self._model, self.open_job.state.outcome)
        return replace(self._sought, rate_per_hour=rate)

    def basis(self, fault: Fault) -> str:
        """Return what the estimate of a fault rests on."""
        return basis(self._author, self._experience, fault.id)

    def inquiry(self) -> Inquiry:
        """Return what is asked now."""
        return Inquiry(self.open_job, self.preferred)

    def prefer(self, move: Move | None) -> None:
        """Do something else than what is advised, or with None what is advised again."""
        self._sought = replace(self._sought, chosen=move)

    def set_failing(self, failing: bool) -> None:
        """Say whether the car shows its complaint now."""
        self._sought = replace(self._sought, failing=failing)

    def accept(self, inquiry: Inquiry) -> None:
        """Go on although the findings contradict themselves, until they do so much more."""
        self._sought = replace(self._sought, accepted=fit(inquiry.case) * LEAST_FIT)


def _read(open_job: OpenJob, complaint: Complaint) -> Model:
    model = model_for(open_job.guide, complaint, open_job.parts)
    if model is None:
        raise ValueError(f"“{complaint.title}” has no model")
    return model


def _failed_last(open_job: OpenJob, name: str) -> bool:
    """Return whether the car showed its complaint at the last answer."""
    findings = [found.finding for found in reversed(open_job.state.found) if found.model == name]
    return next((finding.failing for finding in findings if isinstance(finding, Answered)), True)
