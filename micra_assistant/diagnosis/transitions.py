"""What a move costs at a moment of the job, and the moments it may lead to."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import attrgetter, mul, or_

from msgspec import Struct

from micra_assistant.diagnosis.access_costs import AccessCosts
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, PlannerState, Problem

_MASS, _LEAST = attrgetter("mass"), attrgetter("least")


class _Step(Struct, frozen=True):
    """A test or a repair.

    Attributes:
        ways: what it may lead to, each with its factors by fault and its bit in the past.
        bits: those of all ways.
        opens: the bits of access work and states that are open once it is done.
        shut, backs, kept_open: as for a NumberedTest.
    """

    cost: float
    group: int
    ways: tuple[tuple[tuple[float, ...], int], ...]
    bits: int
    opens: int
    shut: int = 0
    backs: tuple[tuple[int, float], ...] = ()
    kept_open: tuple[int, ...] = ()


class Behind(Struct, frozen=True, gc=False):
    """The moments behind a move: by answer, the likeliest first, and what they cost at the least, all together."""

    moments: list[PlannerState]
    likeliest_first: list[PlannerState]
    least: float


class Transitions:
    """The moves of a problem: tests, then repairs, then giving up."""

    def __init__(self, problem: Problem) -> None:
        self.tests = range(len(problem.tests))
        self.repairs = range(len(self.tests), len(self.tests) + len(problem.repairs))
        self._access = AccessCosts(problem)
        self._give_up = problem.give_up
        self._shares = problem.shares
        self._steps = _steps(problem, self._access.opens)
        self._forbid = _all_bits(step.shut for step in self._steps)
        self._forbid_together = _all_bits(bits for step in self._steps for bits in step.kept_open)
        self._to_put_back = _all_bits(bits for step in self._steps for bits, _cost in step.backs)
        self._known: dict[tuple[int, int], Behind] = {}
        self._known_costs = [_cost_if_known(problem, fault) for fault in range(len(problem.shares))]

    def start(self) -> PlannerState:
        """Return the moment before anything is done."""
        least = sum(map(mul, self._shares, self._known_costs))
        return PlannerState(self._shares, sum(self._shares), least, 0, 0)

    def cost(self, state: PlannerState, move: int) -> float:
        """Return what a move costs, with the access work that is not done yet."""
        if move == GIVE_UP:
            return self._give_up
        step, opened = self._steps[move], state.opened
        cost = step.cost
        if step.group >= 0 and not opened >> step.group & 1:
            cost += self._access.left(step.group, opened)
        if opened & self._to_put_back:
            cost += sum(price for bits, price in step.backs if opened & bits)
        return cost

    def opens(self, state: PlannerState, move: int) -> bool:
        """Whether access work must be done for a move."""
        group = NO_GROUP if move == GIVE_UP else self._steps[move].group
        return group >= 0 and not state.opened >> group & 1

    def is_left(self, state: PlannerState, move: int) -> bool:
        """Whether a move was not made before, and can be made as the car is then."""
        step = self._steps[move]
        return not (state.past & step.bits or state.opened & step.shut or _is_kept_open(step, state.opened))

    def left(self, state: PlannerState, moves: Iterable[int]) -> list[int]:
        """Return those of the moves that were not made before, and can be made as the car is then."""
        past, steps, opened = state.past, self._steps, state.opened
        left = [move for move in moves if not past & steps[move].bits]
        if opened & self._forbid:
            left = [move for move in left if not opened & steps[move].shut]
        if opened & self._forbid_together:
            left = [move for move in left if not _is_kept_open(steps[move], opened)]
        return left

    def after(self, state: PlannerState, move: int) -> list[PlannerState]:
        """Return the moments a move may lead to: one for each answer, or the one in which the repair cured nothing."""
        return [] if move == GIVE_UP else self.behind(state, move).moments

    def behind(self, state: PlannerState, move: int) -> Behind:
        """Return the same with more about them; worked out once, and not for giving up."""
        key = state.past, move
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _behind(self._worked_out(state, move))
        return known

    def ways(self, move: int) -> int:
        """Return in how many ways a test or a repair may turn out that does not end the job."""
        return len(self._steps[move].ways)

    def _worked_out(self, state: PlannerState, move: int) -> list[PlannerState]:
        step = self._steps[move]
        opened = state.opened | step.opens
        states = []
        for factors, bit in step.ways:
            weights = list(map(mul, state.weights, factors))
            least = sum(map(mul, weights, self._known_costs))
            states.append(PlannerState(weights, sum(weights), least, state.past | bit, opened))
        return states


def _behind(moments: list[PlannerState]) -> Behind:
    return Behind(moments, sorted(moments, key=_MASS, reverse=True), sum(map(_LEAST, moments)))


def _steps(problem: Problem, opens: Sequence[int]) -> list[_Step]:
    """Return all moves but giving up; repairs have the lowest bits, answers those above."""
    free = len(problem.repairs)
    behind = {NO_GROUP: 0, **dict(enumerate(opens))}
    steps = []
    for test in problem.tests:
        ways = tuple((factors, 1 << free + answer) for answer, factors in enumerate(test.likely))
        bits, opened = sum(bit for _, bit in ways), behind[test.group] | test.opens
        steps.append(_Step(test.cost, test.group, ways, bits, opened, test.shut, test.backs, test.kept_open))
        free += len(ways)
    for number, repair in enumerate(problem.repairs):
        fails = tuple(1 - fixes for fixes in repair.fixes)
        opened = behind[repair.group] | repair.opens
        steps.append(_Step(repair.cost, repair.group, ((fails, 1 << number),), 1 << number, opened))
    return steps


def _is_kept_open(step: _Step, opened: int) -> bool:
    """Whether something is open that is to be put back for a step, and something that keeps it from that."""
    return any(opened & bits == bits for bits in step.kept_open)


def _all_bits(parts: Iterable[int]) -> int:
    return reduce(or_, parts, 0)


def _cost_if_known(problem: Problem, fault: int) -> float:
    """Return what the job costs at the least once it is known that this is the fault, access work left aside."""
    paid, left, best = 0.0, 1.0, problem.give_up
    helpful = [repair for repair in problem.repairs if repair.fixes[fault] > 0]
    for repair in sorted(helpful, key=lambda repair: repair.cost / repair.fixes[fault]):
        paid += repair.cost * left
        left *= 1 - repair.fixes[fault]
        best = min(best, paid + problem.give_up * left)
    return best
