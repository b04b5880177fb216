"""What cured a car, and what was most likely wrong with it."""

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.likelihood import suspects


class Cure(Struct, frozen=True):
    """The fault that is likeliest once a repair cured the car, and that repair, in words."""

    fault: str
    repair: str


def cure_of(case: Case) -> Cure | None:
    """Return what cured the car, None if nothing has."""
    repair = case.model.find_repair(case.cured_by)
    return Cure(suspects(case)[0].fault.text, repair.text) if repair else None
