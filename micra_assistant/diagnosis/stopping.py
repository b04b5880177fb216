"""When to stop repairing: the car is handed over with all that was found, before more money goes into guesses.

A planner that goes by cost alone tries one repair after the other as long as giving up is dearer. A mechanic stops
where what was found fits nothing in the list, or no one fault, or where dear repairs were in vain and the next is a
guess.
"""

from enum import StrEnum

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.contradiction import fit
from micra_assistant.diagnosis.fault_model import OTHER, Repair
from micra_assistant.diagnosis.findings import Move, MoveKind, Outcome

NOTHING_FITS = 0.5
"""From which share on it is most likely something that is not in the list."""
DEAR = 0.1
"""From which share of giving up on a repair is dear, work and money together."""
SEVERAL = 2
"""After how many dear repairs in vain a further one must be more than a guess."""
NO_GUESS = 0.5
"""From which chance of a cure on a repair is more than a guess."""
GONE_ON = 0.01
"""Below which fit the findings contradict themselves although somebody has looked at the answers and gone on."""


class StopReason(StrEnum):
    """Why no more is repaired."""

    NOTHING_FITS = "nothing-fits"
    IN_VAIN = "in-vain"
    CONTRADICTION = "contradiction"


def stop_before(case: Case, goal: Move) -> StopReason | None:
    """Return why the car is handed over instead of ``goal``, None if it is not; a test is always worth asking for."""
    if goal.kind is not MoveKind.REPAIR:
        return None
    if case.shares.get(OTHER, 0.0) >= NOTHING_FITS:
        return StopReason.NOTHING_FITS
    if dear_in_vain(case) >= SEVERAL and _cure(case, case.model.repair(goal.id)) < NO_GUESS:
        return StopReason.IN_VAIN
    return StopReason.CONTRADICTION if fit(case) < GONE_ON else None


def dear_in_vain(case: Case) -> int:
    """Return how many dear repairs were done that changed nothing; a part that was really bad was not in vain."""
    failed = [case.model.repair(name) for name, outcome in case.repairs.items() if outcome is Outcome.NO_CHANGE]
    return sum(is_dear(case, repair) for repair in failed)


def is_dear(case: Case, repair: Repair) -> bool:
    """Whether a repair costs much, measured by giving up; access work left aside."""
    rate = case.rate_per_hour
    return repair.cost.at(rate) >= DEAR * case.model.give_up.cost.at(rate)


def _cure(case: Case, repair: Repair) -> float:
    """Return how likely a repair cures the car."""
    return sum(share * repair.fixes.get(fault, 0.0) for fault, share in case.shares.items())
