"""How long each way to get a part takes on a car: as the finder reckons the repair that fits it."""

from collections.abc import Iterable
from decimal import Decimal

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Repair
from micra_assistant.diagnosis.repair_minutes import whole_minutes
from micra_assistant.parts.comparison import Minutes


def minutes_on(cases: Iterable[Case]) -> dict[str, Minutes]:
    """Return by option how long it still takes on a car, and how long from a shut car.

    Of cases of several complaints the first decides; what it has no repair for is told by another. What no repair
    fits is not there: of that its own table knows.
    """
    minutes = dict[str, Minutes]()
    for case in cases:
        minutes = {**_of_options(case), **minutes}
    return minutes


def _of_options(case: Case) -> dict[str, Minutes]:
    """Return the minutes of what the repairs of a model fit; where several fit the same, those of the longest."""
    by_length = sorted(case.model.repairs, key=lambda repair: whole_minutes(case.model, repair))
    return {repair.option: _of_repair(case, repair) for repair in by_length if repair.option}


def _of_repair(case: Case, repair: Repair) -> Minutes:
    left = repair.cost.minutes + sum(access.cost.minutes for access in case.to_open(repair.access))
    return Minutes(left=_exact(left), whole=_exact(whole_minutes(case.model, repair)))


def _exact(minutes: float) -> Decimal:
    return Decimal(str(minutes))
