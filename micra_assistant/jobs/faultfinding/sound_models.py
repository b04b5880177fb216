"""The models of a guide that can be used."""

from collections.abc import Iterator

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.parts.options import PartsTable


def sound_models(guide: Guide, parts: PartsTable | None) -> Iterator[tuple[Complaint, Model]]:
    """Yield each complaint of a guide with its model; those of models with mistakes are left out."""
    for complaint in guide.complaints:
        try:
            model = model_for(guide, complaint, parts)
        except GuideError:
            continue
        if model:
            yield complaint, model
