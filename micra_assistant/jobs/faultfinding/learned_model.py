"""The model that a fault is sought with: the author's, as the closed jobs of this workshop have changed it."""

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.learning import Experience, basis, learned
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.faultfinding.experience import experience_of
from micra_assistant.jobs.records.causes import Causes
from micra_assistant.parts.options import PartsTable


class LearnedModel(Struct, frozen=True):
    """A model as its author wrote it, and as ``experience`` makes it; ``name`` is that of its file."""

    name: str
    author: Model
    model: Model
    experience: Experience = Experience()

    def basis(self, fault_id: str) -> str:
        """Return what the estimate of a fault rests on, in words."""
        return basis(self.author, self.experience, fault_id)


def learned_model(causes: Causes, guide: Guide, complaint: Complaint, parts: PartsTable | None) -> LearnedModel:
    """Return the model of a complaint; GuideError if it has mistakes, StoreError if the jobs cannot be read."""
    author = model_for(guide, complaint, parts)
    if author is None:
        raise LookupError(f"“{complaint.title}” has no model")
    experience = experience_of(causes, guide, complaint.faults, author)
    return LearnedModel(complaint.faults, author, learned(author, experience), experience)


def with_prices(known: LearnedModel, guide: Guide, complaint: Complaint, parts: PartsTable | None) -> LearnedModel:
    """Return a model with what parts cost now; GuideError if it has mistakes. What closed jobs have shown stays."""
    author = model_for(guide, complaint, parts) or known.author
    return replace(known, author=author, model=learned(author, known.experience))
