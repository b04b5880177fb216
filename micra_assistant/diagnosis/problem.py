"""The numbers the planner works with: what is left of a model on one car, without names or words."""

from collections.abc import Sequence

from msgspec import Struct

NO_GROUP = -1
"""The access work of a move that needs none, or none any more."""

GIVE_UP = -1
"""The move that ends the job; the others are numbered from 0, tests first."""


class NumberedTest(Struct, frozen=True):
    """A test that is left.

    Attributes:
        cost: what it costs on the car as it is, with what is to be put back first.
        group: its access work.
        likely: by answer, how likely that is with each fault.
        opens: the bits of the states that it leaves the car in, with its access work.
        shut: the bits of the states that forbid it.
        backs: states in which something is to be put back first, their bits, each with what that costs.
        kept_open: two bits each, which forbid it together: what is to be put back, and what keeps it from that.
    """

    cost: float
    group: int
    likely: tuple[tuple[float, ...], ...]
    opens: int = 0
    shut: int = 0
    backs: tuple[tuple[int, float], ...] = ()
    kept_open: tuple[int, ...] = ()


class NumberedRepair(Struct, frozen=True):
    """A repair that is left: its cost, its access work, how likely it cures each fault, and what it opens as a test."""

    cost: float
    group: int
    fixes: tuple[float, ...]
    opens: int = 0


class Problem(Struct, frozen=True):
    """What there is to decide: how likely each fault is, 1 in all, what is left to do, and what each costs.

    ``opens`` are, by access work, the bits of what is done with it: itself and what it needs. Without it none needs
    another. The bits of states are none of those.
    """

    shares: tuple[float, ...]
    tests: tuple[NumberedTest, ...]
    repairs: tuple[NumberedRepair, ...]
    access: tuple[float, ...]
    give_up: float
    opens: tuple[int, ...] = ()


class PlannerState(Struct, frozen=True, gc=False):
    """A moment in the job.

    Attributes:
        weights: by fault, how likely it is that the job comes here and that is the fault.
        mass: their sum, how likely it is that the job comes here at all.
        least: what the rest of the job costs if somebody says what the fault is, times ``mass``; it is never less.
        past: a bit for each answer that was seen and each repair that did not cure it.
        opened: a bit for each access work that was done, and for each state that the work so far has left. What is
            put back for a test is taken to be opened again after it.
    """

    weights: Sequence[float]
    mass: float
    least: float
    past: int
    opened: int
