"""The test or repair that a move is, and what it costs on a car."""

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.findings import Move, MoveKind


def step_of(model: Model, move: Move) -> Test | Repair:
    """Return the test or repair that a move is; KeyError if it is neither."""
    steps: tuple[Test | Repair, ...] = model.tests if move.kind is MoveKind.TEST else model.repairs
    return {step.id: step for step in steps}[move.id]


def cost_of(case: Case, move: Move) -> float:
    """Return what a move costs, with access work that is not done yet; an item of the guide costs nothing by itself."""
    if move.kind is MoveKind.GATE:
        return 0.0
    if move.kind is MoveKind.GIVE_UP:
        return case.model.give_up.cost.at(case.rate_per_hour)
    step = step_of(case.model, move)
    closed = (access for access in case.model.access if access.id == step.access and access.id not in case.opened)
    return sum((access.cost.at(case.rate_per_hour) for access in closed), step.cost.at(case.rate_per_hour))
