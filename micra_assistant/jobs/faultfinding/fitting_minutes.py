"""How long each way to get a part takes on a car: as the finder reckons the repair that fits it."""

from collections.abc import Iterator
from decimal import Decimal

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model, Repair
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.diagnosis.repair_minutes import whole_minutes
from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Complaint, Guide
from micra_assistant.jobs.faultfinding.case_of_job import case_of, complaint_of
from micra_assistant.jobs.state import JobState
from micra_assistant.parts.comparison import Minutes
from micra_assistant.parts.options import PartsTable


class FittingMinutes:
    """Tells the minutes of the ways to get a part; the models of a guide are read once, those with mistakes left out.

    What no repair fits is not in them: of that its own table knows.
    """

    def __init__(self, guide: Guide, parts: PartsTable | None) -> None:
        self._guide = guide
        self._models = list(_sound_models(guide, parts)) if parts else []
        self._told: tuple[JobState, dict[str, Minutes]] | None = None

    def on(self, state: JobState) -> dict[str, Minutes]:
        """Return by option how long it still takes on the car of a job, and how long from a shut car.

        The complaint that is sought decides; what it has no repair for is told by another complaint of the guide.
        """
        if self._told is None or self._told[0] is not state:
            self._told = state, self._minutes(state)
        return self._told[1]

    def _minutes(self, state: JobState) -> dict[str, Minutes]:
        sought, minutes = complaint_of(self._guide, state), dict[str, Minutes]()
        for complaint, model in sorted(self._models, key=lambda one: one[0] != sought):
            case = case_of(model, complaint.faults, model.rate_per_hour, self._guide, state)
            minutes = {**_of_options(case), **minutes}
        return minutes


def _sound_models(guide: Guide, parts: PartsTable | None) -> Iterator[tuple[Complaint, Model]]:
    for complaint in guide.complaints:
        try:
            model = model_for(guide, complaint, parts)
        except GuideError:
            continue
        if model:
            yield complaint, model


def _of_options(case: Case) -> dict[str, Minutes]:
    """Return the minutes of what the repairs of a model fit; where several fit the same, those of the longest."""
    by_length = sorted(case.model.repairs, key=lambda repair: whole_minutes(case.model, repair))
    return {repair.option: _of_repair(case, repair) for repair in by_length if repair.option}


def _of_repair(case: Case, repair: Repair) -> Minutes:
    left = repair.cost.minutes + sum(access.cost.minutes for access in case.to_open(repair.access))
    return Minutes(left=_exact(left), whole=_exact(whole_minutes(case.model, repair)))


def _exact(minutes: float) -> Decimal:
    return Decimal(str(minutes))
