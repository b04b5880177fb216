"""What a move costs at a moment of the job, and the moments it may lead to."""

from collections.abc import Iterable
from operator import attrgetter, mul

from msgspec import Struct

from micra_assistant.diagnosis.access_costs import AccessCosts
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, PlannerState, Problem

_MASS, _LEAST = attrgetter("mass"), attrgetter("least")


class _Step(Struct, frozen=True):
    """A test or a repair: ``ways`` are what it may lead to, each with its factors by fault and its bit in the past."""

    cost: float
    group: int
    ways: tuple[tuple[tuple[float, ...], int], ...]
    bits: int


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
        self._steps = _steps(problem)
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
        step = self._steps[move]
        return step.cost + self._access.left(step.group, state.opened) if step.group >= 0 else step.cost

    def opens(self, state: PlannerState, move: int) -> bool:
        """Whether access work must be done for a move."""
        group = NO_GROUP if move == GIVE_UP else self._steps[move].group
        return group >= 0 and not state.opened >> group & 1

    def is_left(self, state: PlannerState, move: int) -> bool:
        """Whether a move was not made before."""
        return not state.past & self._steps[move].bits

    def left(self, state: PlannerState, moves: Iterable[int]) -> list[int]:
        """Return those of the moves that were not made before."""
        past, steps = state.past, self._steps
        return [move for move in moves if not past & steps[move].bits]

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
        opened = state.opened | self._access.opens[step.group] if step.group >= 0 else state.opened
        states = []
        for factors, bit in step.ways:
            weights = list(map(mul, state.weights, factors))
            least = sum(map(mul, weights, self._known_costs))
            states.append(PlannerState(weights, sum(weights), least, state.past | bit, opened))
        return states


def _behind(moments: list[PlannerState]) -> Behind:
    return Behind(moments, sorted(moments, key=_MASS, reverse=True), sum(map(_LEAST, moments)))


def _steps(problem: Problem) -> list[_Step]:
    """Return all moves but giving up; repairs have the lowest bits, answers those above."""
    free = len(problem.repairs)
    steps = []
    for test in problem.tests:
        ways = tuple((factors, 1 << free + answer) for answer, factors in enumerate(test.likely))
        steps.append(_Step(test.cost, test.group, ways, sum(bit for _, bit in ways)))
        free += len(ways)
    for number, repair in enumerate(problem.repairs):
        fails = tuple(1 - fixes for fixes in repair.fixes)
        steps.append(_Step(repair.cost, repair.group, ((fails, 1 << number),), 1 << number))
    return steps


def _cost_if_known(problem: Problem, fault: int) -> float:
    """Return what the job costs at the least once it is known that this is the fault, access work left aside."""
    paid, left, best = 0.0, 1.0, problem.give_up
    helpful = [repair for repair in problem.repairs if repair.fixes[fault] > 0]
    for repair in sorted(helpful, key=lambda repair: repair.cost / repair.fixes[fault]):
        paid += repair.cost * left
        left *= 1 - repair.fixes[fault]
        best = min(best, paid + problem.give_up * left)
    return best
