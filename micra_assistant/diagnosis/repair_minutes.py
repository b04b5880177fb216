"""How long a repair takes on a car that is shut: what the parts table and a repair that fails again are reckoned with.

What is still to do on a car that is open already is ``Case.to_open``.
"""

from micra_assistant.diagnosis.fault_model import Model, Repair


def whole_minutes(model: Model, repair: Repair) -> float:
    """Return the minutes of a repair from a shut car to a shut car: all access work, its own steps, putting back."""
    return repair.cost.minutes + sum(access.cost.minutes for access in model.access_to(repair.access))


def minutes_of_options(model: Model) -> dict[str, float]:
    """Return, by way to get the part, the whole minutes of the repair that fits it; of several the longest."""
    minutes: dict[str, float] = {}
    for repair in model.repairs:
        if repair.option:
            minutes[repair.option] = max(minutes.get(repair.option, 0.0), whole_minutes(model, repair))
    return minutes
