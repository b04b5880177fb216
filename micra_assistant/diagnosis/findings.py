"""What can be done next on a car with a complaint, and what was found when it was done."""

from enum import StrEnum

from msgspec import Struct


class MoveKind(StrEnum):
    """What sort of thing is done next."""

    TEST = "test"
    REPAIR = "repair"
    GATE = "gate"
    GIVE_UP = "give-up"


class Move(Struct, frozen=True):
    """Something to do next: a test, a repair, an item of the guide that must be done before, or giving up.

    ``id`` is that of the test, the repair or the item; empty for giving up.
    """

    kind: MoveKind
    id: str = ""


GIVING_UP = Move(MoveKind.GIVE_UP)


class Outcome(StrEnum):
    """What a repair led to."""

    CURED = "cured"
    NO_CHANGE = "no-change"
    PART_WAS_BAD = "part-was-bad"
    """The part was really bad, but the complaint stays: there are two faults at least."""


class Finding(Struct, frozen=True, tag_field="found", omit_defaults=True):
    """Something a person found or did on the car, or knew of it."""


class Answered(Finding, frozen=True, tag="answered"):
    """A test was answered.

    Attributes:
        failing: False if the car did not show its complaint at that moment.
        told: whether it was known beforehand, so that nothing was done and spent for it.
    """

    test: str
    answer: str
    failing: bool = True
    told: bool = False


class LeftOut(Finding, frozen=True, tag="left-out"):
    """A move is not for this car: nobody knows the answer, or it cannot be done. A gate takes along what it guards."""

    move: Move


class Repaired(Finding, frozen=True, tag="repaired"):
    """A repair was done; ``told``: by somebody else, before the car came here."""

    repair: str
    outcome: Outcome
    told: bool = False


class AccessOpened(Finding, frozen=True, tag="access-opened"):
    """Access work was done."""

    access: str


class AccessClosed(Finding, frozen=True, tag="access-closed"):
    """What access work had taken off is back on the car."""

    access: str


AnyFinding = Answered | LeftOut | Repaired | AccessOpened | AccessClosed


def move_of(finding: AnyFinding) -> Move | None:
    """Return the test, the repair or what else could be next that a finding is about; None if it is access work."""
    match finding:
        case Answered(test=test):
            return Move(MoveKind.TEST, test)
        case Repaired(repair=repair):
            return Move(MoveKind.REPAIR, repair)
        case LeftOut(move=move):
            return move
        case AccessOpened() | AccessClosed():
            return None
