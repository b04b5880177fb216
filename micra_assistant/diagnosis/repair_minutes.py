"""How long a repair takes on a car that is shut: what the parts table and a repair that fails again are reckoned with.

What is still to do on a car that is open already is ``Case.to_open``.
"""

from micra_assistant.diagnosis.fault_model import Model, Repair


def whole_minutes(model: Model, repair: Repair) -> float:
    """Return the minutes of a repair from a shut car to a shut car: all access work, its own steps, putting back."""
    return repair.cost.minutes + sum(access.cost.minutes for access in model.access_to(repair.access))
