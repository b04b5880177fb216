"""The price of a moment in the job if nothing more is tested: repairs in the order of what they cure for their cost.

Again and again the repair that cures most for its cost is done, or the access work that does so together with the
repairs behind it, until giving up is cheaper (updated p/c; Ottosen and Jensen for access work, Lin for shared faults).
Repairs are numbered from 0 here, and their numbers are their bits in ``PlannerState.past``.
"""

from collections.abc import Iterable, Sequence

from micra_assistant.diagnosis.access_costs import AccessCosts
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, PlannerState, Problem

NO_LIMIT = 1 << 60
_LEAST_COST = 1e-9
_LEAST_RATE = 1e-300


class TooMuchWorkError(Exception):
    """More moments would have to be priced than was allowed."""


class Rates:
    """What the repairs of a problem cure for their cost, by fault, at hand in the shapes that pricing walks over.

    Attributes:
        costs, groups: of each repair.
        cures: of each repair, the faults it may cure, each with how likely it does.
        worth: by fault, the repairs that may cure it, each with what that is worth for its cost.
        shared: of each repair, its ``cures``, each with the other repairs for that fault and what it is worth to them.
    """

    def __init__(self, problem: Problem) -> None:
        repairs = problem.repairs
        self.costs = [max(repair.cost, _LEAST_COST) for repair in repairs]
        self.groups = [repair.group for repair in repairs]
        self.cures = [[(fault, fixes) for fault, fixes in enumerate(repair.fixes) if fixes > 0] for repair in repairs]
        self.worth: list[list[tuple[int, float]]] = [[] for _ in problem.shares]
        for r, cures in enumerate(self.cures):
            for fault, fixes in cures:
                self.worth[fault].append((r, fixes / self.costs[r]))
        self.shared = [
            [(fault, fixes, [other for other in self.worth[fault] if other[0] != r]) for fault, fixes in cures]
            for r, cures in enumerate(self.cures)
        ]


class Pricing:
    """The prices of the moments of one problem; each is worked out once.

    Attributes:
        most: how many may be worked out in all; TooMuchWorkError if it takes more.
    """

    def __init__(self, problem: Problem) -> None:
        self.most = NO_LIMIT
        self._give_up = problem.give_up
        self._access = AccessCosts(problem)
        self._rates = Rates(problem)
        self._repairs = range(len(problem.repairs))
        self._left: dict[int, tuple[int, ...]] = {}
        self._known: dict[int, tuple[float, int]] = {}

    @property
    def worked_out(self) -> int:
        """How many moments were priced."""
        return len(self._known)

    def priced(self, state: PlannerState) -> tuple[float, int]:
        """Return the cost of the rest of the job times ``state.mass``, and the first repair or ``GIVE_UP``."""
        known = self._known.get(state.past)
        if known is None:
            if len(self._known) >= self.most:
                raise TooMuchWorkError
            known = self._known[state.past] = self._sequence(state)
        return known

    def left(self, state: PlannerState) -> tuple[int, ...]:
        """Return the repairs that are left."""
        done = state.past & ((1 << len(self._repairs)) - 1)
        left = self._left.get(done)
        if left is None:
            left = self._left[done] = tuple(r for r in self._repairs if not done >> r & 1)
        return left

    def _sequence(self, state: PlannerState) -> tuple[float, int]:
        """Walk along the sequence and return its price at the best place to give up; the innermost of all loops.

        It ends where nothing behind can be cheaper: at ``rate``, which only falls, the mass shrinks to nothing at the
        least for ``mass * mass / 2 / rate``, or giving up now is better still.
        """
        groups, costs, shared, give_up = self._rates.groups, self._rates.costs, self._rates.shared, self._give_up
        left, weights, mass, opened = list(self.left(state)), list(state.weights), state.mass, state.opened
        rates = self._at_first(weights)
        worth = rates.__getitem__
        left.sort(key=worth)
        sorted_by = rates[:]
        paid, best, first, started = 0.0, give_up * mass, GIVE_UP, GIVE_UP
        while left:
            r = left.pop()
            if left and rates[r] < sorted_by[left[-1]]:
                left.append(r)
                left.sort(key=worth)
                sorted_by = rates[:]
                r = left.pop()
            if paid + mass * mass / (2 * rates[r] + _LEAST_RATE) >= best:
                break
            if groups[r] >= 0 and not opened >> groups[r] & 1:
                r, opens = self._with_access(r, left, weights, rates, opened)
                if opens >= 0:
                    paid += self._access.left(opens, opened) * mass
                    opened |= self._access.opens[opens]
            if started < 0:
                started = r
            paid += costs[r] * mass
            for fault, fixes, others in shared[r]:
                cured = weights[fault] * fixes
                weights[fault] -= cured
                mass -= cured
                for other, lost in others:
                    rates[other] -= cured * lost
            if paid + give_up * mass < best:
                best, first = paid + give_up * mass, started
        return best, first

    def _at_first(self, weights: Sequence[float]) -> list[float]:
        rates = [0.0] * len(self._repairs)
        for weight, repairs in zip(weights, self._rates.worth, strict=True):
            for repair, worth in repairs:
                rates[repair] += weight * worth
        return rates

    def _with_access(
        self, best: int, left: list[int], weights: Sequence[float], rates: Sequence[float], opened: int
    ) -> tuple[int, int]:
        """Take the next repair out of ``left``, the ``best`` being behind access work; return the work to do, too."""
        group, cost = self._rates.groups[best], self._rates.costs[best]
        alone = rates[best] * cost / (cost + self._access.left(group, opened))
        if not left or alone >= max(map(rates.__getitem__, left)):
            return best, group
        left.append(best)
        left.sort(key=rates.__getitem__)
        best, group = self._first_of_all(left, weights, rates, opened)
        left.remove(best)
        return best, group

    def _first_of_all(
        self, left: Sequence[int], weights: Sequence[float], rates: Sequence[float], opened: int
    ) -> tuple[int, int]:
        """Return the repair to do next, ``left`` being sorted, and the access work to do for it, if any."""
        first, rate, opens = GIVE_UP, -1.0, NO_GROUP
        behind: dict[int, list[int]] = {}
        for r in reversed(left):
            group = self._rates.groups[r]
            if group < 0 or opened >> group & 1:
                first, rate = r, rates[r]
                break
            behind.setdefault(group, []).append(r)
        for group, members in behind.items():
            together = self._together(self._access.left(group, opened), members, weights)
            if together > rate:
                first, rate, opens = members[0], together, group
        return first, opens

    def _together(self, access: float, members: Iterable[int], weights: Sequence[float]) -> float:
        """Return the most that work for ``access`` and the repairs behind it, the best first, cure for their cost."""
        weights = list(weights)
        best, cured, cost = 0.0, 0.0, access
        for r in members:
            cost += self._rates.costs[r]
            for fault, fixes in self._rates.cures[r]:
                taken = weights[fault] * fixes
                weights[fault] -= taken
                cured += taken
            best = max(best, cured / cost)
        return best
