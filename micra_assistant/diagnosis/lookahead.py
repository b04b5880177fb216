"""Looking three moves ahead: what the job costs on the whole if it goes on with a move.

The numbers of this file are those of the measurements: they hold for a decision within milliseconds.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from micra_assistant.diagnosis.bundles import Bundles
from micra_assistant.diagnosis.pricing import Pricing
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState, Problem
from micra_assistant.diagnosis.transitions import Transitions

DEPTH = 3
"""How many moves ahead it looks."""
TESTS_KEPT = 5
"""How many tests are thought of at all: the best ones if nothing is tested after them."""
TESTS_FOLLOWED = 3
"""How many tests are looked behind at each moment but the first."""
LEAST_ALONE = 2
"""How many tests are kept for their own sake beside those that pay together."""
WORTH_ALONE = 0.15
"""If the best test saves this share of what could be saved at all, none are sought that pay together."""
MORE_REPAIRS = 2
"""How many repairs are looked behind at first, beside the one that comes first if nothing is tested."""
ROUGHLY = 0.05
"""Moves that cost this share more than the best one, looked at one move less far, are not looked at further."""
SURELY_WORSE = 0.05
"""Tests that by themselves cost this share more than the best one are not looked behind, but at first."""
GRAIN = 0.006
"""A moment is not looked behind where no test could save more than this share of all that the job costs."""
NEAR = 0.005
"""Moves that cost no more than this share above the best count as good as the best."""

_ENDLESS = float("inf")


class Mind(Struct, frozen=True):
    """What is thought of.

    Attributes:
        tests: the tests; no others.
        grain: what a look further must be worth, in the same terms as the prices of moments; 0 if it is not settled.
        bundle: those of the tests that are worth doing together, in their order.
    """

    tests: tuple[int, ...] = ()
    grain: float = 0.0
    bundle: tuple[int, ...] = ()

    def after(self, move: int) -> "Mind":
        """Return what is thought of behind a move; only a test that goes together with others is followed by them."""
        return Mind(self.tests, self.grain) if self.bundle and move not in self.bundle else self


NOTHING = Mind()


class Outlook(Struct, frozen=True):
    """What is seen from a moment.

    Attributes:
        near: the moves that are about as good as the best, each with what the job costs if it goes on with it, times
            how likely it is to come here.
        mind: what was thought of.
        untested: what the job costs without tests.
    """

    near: dict[int, float]
    mind: Mind
    untested: float


class Lookahead:
    """The look-ahead over one problem."""

    def __init__(self, problem: Problem) -> None:
        self.transitions = Transitions(problem)
        self.pricing = Pricing(problem)
        self._bundles = Bundles(self.transitions, self.pricing)
        self._known: dict[tuple[int, int, tuple[int, ...], float], float] = {}

    def outlook(self, state: PlannerState, depth: int, within: Mind) -> Outlook:
        """Return the best moves, looked at ``depth`` moves ahead, with no other tests in mind."""
        price, first = self.first(state)
        tests = within.tests
        enough = price * (1 + NEAR)
        best_tests = self._best(state, tests, TESTS_KEPT, enough)
        others = [repair for repair in self.transitions.left(state, self.transitions.repairs) if repair != first]
        repairs = self._first_few(state, others, MORE_REPAIRS)
        bundle = self._bundle(state, tests, min([price, *(value for value, _ in best_tests)]))
        mind = Mind(_kept(tests, [test for _, test in best_tests], bundle), within.grain or GRAIN * price, bundle)
        alone = {move: value for value, move in [*best_tests, *repairs, (price, first)]}
        near = {GIVE_UP: self.transitions.cost(state, GIVE_UP) * state.mass}
        moves = {*self._below(state, mind.tests, enough), *alone} - {GIVE_UP}
        best_first = sorted(moves, key=lambda move: (alone.get(move, price), move))
        for move in self._promising(state, best_first, mind, depth - 2):
            enough = min(near.values()) * (1 + NEAR)
            value = self.through(state, move, mind.after(move), depth - 1, enough)
            if value <= enough:
                near[move] = value
        enough = min(near.values()) * (1 + NEAR)
        return Outlook({move: value for move, value in near.items() if value <= enough}, mind, price)

    def _promising(self, state: PlannerState, moves: Iterable[int], mind: Mind, depth: int) -> list[int]:
        """Return the moves that are about the best, looked at ``depth`` moves behind them, the best first."""
        rough: list[tuple[float, int]] = []
        best = enough = _ENDLESS
        for move in moves:
            value = self.through(state, move, mind.after(move), depth, enough)
            rough.append((value, move))
            best = min(best, value)
            enough = best * (1 + ROUGHLY)
        return [move for value, move in sorted(rough) if value <= enough]

    def first(self, state: PlannerState) -> tuple[float, int]:
        """Return the price of the job without tests, and the move it begins with."""
        price, repair = self.pricing.priced(state)
        return price, repair if repair == GIVE_UP else self.transitions.repairs[repair]

    def through(self, state: PlannerState, move: int, mind: Mind, depth: int, bound: float = _ENDLESS) -> float:
        """Return what the job costs if it goes on with ``move``, looked at ``depth`` moves behind it.

        What is not below ``bound`` need not be exact.
        """
        value = self.transitions.cost(state, move) * state.mass
        if value >= bound or move == GIVE_UP:
            return value
        behind = self.transitions.behind(state, move)
        value += behind.least
        for after in behind.likeliest_first:
            if value >= bound:
                return value
            rest = self._rest(after, mind, depth) if depth else self.pricing.priced(after)[0]
            value += rest - after.least
        return value

    def _rest(self, state: PlannerState, mind: Mind, depth: int) -> float:
        """Return what the job costs from here on, times how likely it is to come here."""
        price = self.pricing.priced(state)[0]
        if price - state.least <= mind.grain:
            return price
        value = self._value(state, mind, depth)
        return min(value, self._bundles.price(state, mind.bundle)) if mind.bundle else value

    def _value(self, state: PlannerState, mind: Mind, depth: int) -> float:
        """Return the same as if no tests were worth doing together; each is worked out once."""
        key = state.past, depth, mind.tests, mind.grain
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self._best_of(state, mind, depth)
        return value

    def _best_of(self, state: PlannerState, mind: Mind, depth: int) -> float:
        best, first = self.first(state)
        if depth == 1:
            return self._best_test(state, mind.tests, best)
        singly = Mind(mind.tests, mind.grain)
        for move in [*self._followed(state, mind.tests, best), *([] if first == GIVE_UP else [first])]:
            best = min(best, self.through(state, move, singly, depth - 1, best))
        return best

    def _followed(self, state: PlannerState, tests: Sequence[int], price: float) -> list[int]:
        """Return the tests to look behind."""
        found = self._best(state, tests, TESTS_FOLLOWED, price)
        enough = min([price, *(value for value, _ in found)]) * (1 + SURELY_WORSE)
        return [test for value, test in found if value <= enough]

    def _best_test(self, state: PlannerState, tests: Sequence[int], best: float) -> float:
        for test in self._below(state, tests, best):
            best = min(best, self.through(state, test, NOTHING, 0, best))
        return best

    def _bundle(self, state: PlannerState, tests: Sequence[int], best: float) -> tuple[int, ...]:
        """Return the tests that are worth more together than the best one is alone, none if it is worth much."""
        price = self.pricing.priced(state)[0]
        if price - best >= WORTH_ALONE * (price - state.least):
            return ()
        bundle = self._bundles.find(state, tests)
        together = self._bundles.price(state, bundle)
        while len(bundle) > 2 and self._bundles.price(state, bundle[:-1]) <= together * (1 + NEAR):
            bundle = bundle[:-1]
        return bundle if together < best else ()

    def _best(self, state: PlannerState, tests: Iterable[int], count: int, below: float) -> list[tuple[float, int]]:
        """Return the tests that are best if nothing is tested behind them, with what they lead to."""
        return self._first_few(state, self._below(state, tests, below), count)

    def _first_few(self, state: PlannerState, moves: Iterable[int], count: int) -> list[tuple[float, int]]:
        """Return the moves that are best if nothing is tested behind them, the best first, with what they lead to."""
        found: list[tuple[float, int]] = []
        for move in moves:
            bound = found[-1][0] if len(found) == count else _ENDLESS
            value = self.through(state, move, NOTHING, 0, bound)
            if value < bound:
                found = sorted([*found, (value, move)])[:count]
        return found

    def _below(self, state: PlannerState, tests: Iterable[int], bound: float) -> list[int]:
        """Return the tests that might lead to less than ``bound``, at the least if they told what the fault is."""
        cost, mass, might = self.transitions.cost, state.mass, bound - state.least
        return [test for test in self.transitions.left(state, tests) if cost(state, test) * mass < might]


def _kept(tests: tuple[int, ...], best: Sequence[int], bundle: tuple[int, ...]) -> tuple[int, ...]:
    """Return all tests if they are few, else the best ones, and those that are worth doing together."""
    if len(tests) <= TESTS_KEPT:
        return tests
    alone = [test for test in best if test not in bundle]
    return (*alone[: max(TESTS_KEPT - len(bundle), LEAST_ALONE)], *bundle)
