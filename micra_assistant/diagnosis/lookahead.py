"""Looking three moves ahead: what the job costs on the whole if it goes on with a move.

The numbers of this file are those of the measurements: they hold for a decision within milliseconds.
"""

from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from micra_assistant.diagnosis.pricing import Pricing
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState, Problem
from micra_assistant.diagnosis.transitions import Transitions

DEPTH = 3
"""How many moves ahead it looks."""
TESTS_KEPT = 5
"""How many tests are thought of at all: the best ones if nothing is tested after them."""
TESTS_FOLLOWED = 3
"""How many tests are looked behind at each moment."""
MORE_REPAIRS = 2
"""How many repairs are looked behind at first, beside the one that comes first if nothing is tested."""
NEAR = 0.005
"""Moves that cost no more than this share above the best count as good as the best."""

_MASS = attrgetter("mass")
_ENDLESS = float("inf")


class Outlook(Struct, frozen=True):
    """What is seen from a moment.

    Attributes:
        near: the moves that are about as good as the best, each with what the job costs if it goes on with it, times
            how likely it is to come here.
        kept: the tests that were thought of, the best first.
        untested: what the job costs without tests.
    """

    near: dict[int, float]
    kept: tuple[int, ...]
    untested: float


class Lookahead:
    """The look-ahead over one problem."""

    def __init__(self, problem: Problem) -> None:
        self.transitions = Transitions(problem)
        self.pricing = Pricing(problem)

    def outlook(self, state: PlannerState, depth: int, tests: Sequence[int]) -> Outlook:
        """Return the best moves, looked at ``depth`` moves ahead, with no other ``tests`` in mind."""
        price, first = self.first(state)
        enough = price * (1 + NEAR)
        best_tests = self._best(state, tests, TESTS_KEPT, enough)
        others = [repair for repair in self.transitions.repairs if repair != first]
        repairs = self._best(state, others, MORE_REPAIRS, enough)
        kept = tuple(test for _, test in best_tests)
        near = {GIVE_UP: self.transitions.cost(state, GIVE_UP) * state.mass}
        for _, move in sorted([*best_tests[:TESTS_FOLLOWED], *repairs, (price, first)]):
            enough = min(near.values()) * (1 + NEAR)
            value = self.through(state, move, kept, depth - 1, enough)
            if value <= enough:
                near[move] = value
        enough = min(near.values()) * (1 + NEAR)
        return Outlook({move: value for move, value in near.items() if value <= enough}, kept, price)

    def first(self, state: PlannerState) -> tuple[float, int]:
        """Return the price of the job without tests, and the move it begins with."""
        price, repair = self.pricing.priced(state)
        return price, repair if repair == GIVE_UP else self.transitions.repairs[repair]

    def through(
        self, state: PlannerState, move: int, tests: Sequence[int], depth: int, bound: float = _ENDLESS
    ) -> float:
        """Return what the job costs if it goes on with ``move``, looked at ``depth`` moves behind it.

        What is not below ``bound`` need not be exact.
        """
        value = self.transitions.cost(state, move) * state.mass
        if value >= bound:
            return value
        states = sorted(self.transitions.after(state, move), key=_MASS, reverse=True)
        for after in states:
            value += after.least
        for after in states:
            if value >= bound:
                return value
            rest = self._value(after, tests, depth) if depth else self.pricing.priced(after)[0]
            value += rest - after.least
        return value

    def _value(self, state: PlannerState, tests: Sequence[int], depth: int) -> float:
        """Return what the job costs from here on, times how likely it is to come here."""
        best, first = self.first(state)
        if depth == 1:
            return self._best_test(state, tests, best)
        for _, test in self._best(state, tests, TESTS_FOLLOWED, best):
            best = min(best, self.through(state, test, tests, depth - 1, best))
        if first != GIVE_UP:
            best = min(best, self.through(state, first, tests, depth - 1, best))
        return best

    def _best_test(self, state: PlannerState, tests: Sequence[int], best: float) -> float:
        for test in self._below(state, tests, best):
            best = min(best, self.through(state, test, (), 0, best))
        return best

    def _best(self, state: PlannerState, moves: Sequence[int], count: int, below: float) -> list[tuple[float, int]]:
        """Return the moves that are best if nothing is tested behind them, the best first, with what they lead to."""
        found: list[tuple[float, int]] = []
        for move in self._below(state, moves, below):
            bound = found[-1][0] if len(found) == count else _ENDLESS
            value = self.through(state, move, (), 0, bound)
            if value < bound:
                found = sorted([*found, (value, move)])[:count]
        return found

    def _below(self, state: PlannerState, moves: Sequence[int], bound: float) -> list[int]:
        """Return the moves that might lead to less than ``bound``, at the least if all were known behind them."""
        cost, is_left = self.transitions.cost, self.transitions.is_left
        return [move for move in moves if is_left(state, move) and cost(state, move) * state.mass + state.least < bound]
