"""Tests that pay only together: each by itself leaves the next move as it is, so that it looks like a loss.

They are found by how much they tell, whatever that is worth: as long as several faults are about as likely, a test that
tells them apart makes the square of their shares larger, also where no repair is worth it yet.
"""

from collections.abc import Iterable, Sequence
from operator import mul

from msgspec import Struct

from micra_assistant.diagnosis.pricing import Pricing
from micra_assistant.diagnosis.problem import PlannerState
from micra_assistant.diagnosis.transitions import Transitions

MOST_TESTS = 4
"""How many tests go together at most."""
MOST_WAYS = 16
"""In how many ways they may turn out together at most: for so many moments, repairs behind them are priced."""
CANDIDATES = 6
"""How many tests are thought of: those that tell most by themselves."""
CLEAR = 0.01
"""A moment no longer counts once it could tell no more than this share of what there is to tell."""


class _Worth(Struct, frozen=True):
    """What it is worth, at a moment, to know all that is not known: ``money`` for ``unknown``."""

    money: float
    unknown: float

    def of(self, told: float) -> float:
        return self.money * told / self.unknown


class Bundles:
    """Tests done one after the other until repairing is cheaper, in one problem."""

    def __init__(self, transitions: Transitions, pricing: Pricing) -> None:
        self._transitions = transitions
        self._pricing = pricing

    def find(self, state: PlannerState, tests: Iterable[int]) -> tuple[int, ...]:
        """Return the most telling tests, each the one that tells most for its cost with those before it."""
        worth = _Worth(self._pricing.priced(state)[0] - state.least, _unknown(state))
        if worth.unknown <= 0:
            return ()
        left = self._transitions.left(state, tests)
        left.sort(key=lambda test: self._told([state], test), reverse=True)
        left = left[:CANDIDATES]
        chosen: list[int] = []
        moments, ways = [state], 1
        while left and len(chosen) < MOST_TESTS:
            best = max(left, key=lambda test: self._net(state, moments, test, worth))
            ways *= self._transitions.ways(best)
            if ways > MOST_WAYS:
                break
            chosen.append(best)
            left.remove(best)
            after = [behind for moment in moments for behind in self._transitions.after(moment, best)]
            moments = [moment for moment in after if _unknown(moment) > CLEAR * worth.unknown]
            left = self._transitions.left(after[0], left) if after else left
        return tuple(chosen)

    def price(self, state: PlannerState, tests: Sequence[int]) -> float:
        """Return what the job costs if these tests are done in their order, as long as that is cheaper than repairs."""
        price = self._pricing.priced(state)[0]
        for number, test in enumerate(tests):
            if self._transitions.is_left(state, test):
                return self._through(state, test, tests[number + 1 :], price)
        return price

    def _through(self, state: PlannerState, test: int, others: Sequence[int], bound: float) -> float:
        """Return what the job costs with ``test`` next, then the others, at most ``bound``."""
        value = self._transitions.cost(state, test) * state.mass + state.least
        if value >= bound:
            return bound
        for after in self._transitions.after(state, test):
            value += self.price(after, others) - after.least
            if value >= bound:
                return bound
        return value

    def _net(self, state: PlannerState, moments: Iterable[PlannerState], test: int, worth: _Worth) -> float:
        """Return what a test tells at these moments, in money, less what it costs."""
        return worth.of(self._told(moments, test)) - self._transitions.cost(state, test) * state.mass

    def _told(self, moments: Iterable[PlannerState], test: int) -> float:
        """Return how much less is unknown behind a test, done at all these moments."""
        after = self._transitions.after
        return sum(_unknown(moment) - sum(map(_unknown, after(moment, test))) for moment in moments)


def _unknown(state: PlannerState) -> float:
    """Return how far it is from known what the fault is: 0 if one fault is left, at most ``state.mass``."""
    weights = state.weights
    return state.mass - sum(map(mul, weights, weights)) / state.mass if state.mass > 0 else 0.0
