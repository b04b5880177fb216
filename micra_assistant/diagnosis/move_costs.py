"""What a move costs on a car, and what was spent on it so far."""

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.diagnosis.findings import Answered, AnyFinding, LeftOut, Move, MoveKind, Repaired, move_of


def cost_of(case: Case, move: Move) -> float:
    """Return what a move costs, with access work that is not done yet and what is to be put back for it.

    An item of the guide costs nothing by itself.
    """
    if move.kind is MoveKind.GATE:
        return 0.0
    if move.kind is MoveKind.GIVE_UP:
        return case.model.give_up.cost.at(case.rate_per_hour)
    step = case.model.step(move)
    put_back = case.put_back_first(step) if isinstance(step, Test) else ()
    return sum(part.cost.at(case.rate_per_hour) for part in (*case.to_open(step.access), *put_back, step))


def spent(case: Case) -> float:
    """Return what all tests and repairs cost that were done on a car, in work and money; what was told is free.

    Access work counts with the first of them that it was done for, whatever is open on the car now.
    """
    total = 0.0
    for number, finding in enumerate(case.findings):
        move = move_of(finding) if _was_done(finding) else None
        if move and case.model.find_step(move):
            total += cost_of(Case(case.model, case.rate_per_hour, case.findings[:number]), move)
    return total


def _was_done(finding: AnyFinding) -> bool:
    """Whether a finding came of work on the car: what cannot be done and what was told did not."""
    return not isinstance(finding, LeftOut) and not (isinstance(finding, Answered | Repaired) and finding.told)
