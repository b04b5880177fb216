"""What a complaint is likely to take, told before anything is begun: the free looks, and the likeliest repair."""

from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.diagnosis.repair_minutes import whole_minutes
from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Guide
from micra_assistant.parts.options import parts_of


class Forecast(Struct, frozen=True):
    """How long it takes, in minutes: the looks that cost nothing and come before any work, and the likeliest repair.

    ``free_minutes`` is 0 if there are no such looks. ``repair`` is the repair in words, empty if there is none, and
    ``repair_minutes`` how long it takes from a shut car to a shut car.
    """

    free_minutes: float = 0
    repair_minutes: float = 0
    repair: str = ""


def forecast_of(model: Model) -> Forecast:
    """Return what is to be expected of a complaint before anything is known of the car."""
    free = sum(test.cost.minutes for test in _free_looks(model))
    repair = max(model.repairs, key=lambda one: _cures(model, one), default=None)
    return Forecast(free, whole_minutes(model, repair), repair.text) if repair else Forecast(free)


def forecasts_of(guide: Guide) -> dict[str, Forecast]:
    """Return what is to be expected of the complaints of a guide, by the name of their model; only of sound models."""
    found: dict[str, Forecast] = {}
    for complaint in guide.complaints:
        with suppress(GuideError):
            if model := model_for(guide, complaint, parts_of(guide)):
                found[complaint.faults] = forecast_of(model)
    return found


def _free_looks(model: Model) -> Iterator[Test]:
    """Yield the tests that the author wants before other work, and that need nothing opened and no money."""
    first = {test for access in model.access for test in access.after}
    first |= {test for repair in model.repairs for test in repair.after}
    for test in model.tests:
        if test.id in first and not test.access and not test.cost.money:
            yield test


def _cures(model: Model, repair: Repair) -> float:
    """Return how many cars of all with this complaint a repair alone would cure, from 0 to 1."""
    return sum(share * repair.fixes.get(fault, 0.0) for fault, share in model.shares.items())
