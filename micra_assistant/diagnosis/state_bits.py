"""The states that hinder a test, in bits for the planner: which work opens them, which tests they forbid."""

from collections.abc import Iterable

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Repair, Test
from micra_assistant.diagnosis.open_states import left_by


class StateBits:
    """The bits of the states that the car is not in yet; what it is in now counts in the cost of a test already.

    What work puts back is left aside: a state that the plan has opened holds to its end.
    """

    def __init__(self, case: Case, first: int) -> None:
        """Take ``first`` as the lowest bit."""
        named = [item for test in case.model.tests for item in test.not_with]
        named += [item for back in case.model.backs for item in back.not_with]
        ahead = [item for item in dict.fromkeys(named) if item not in case.in_force]
        self._bits = {item: 1 << first + place for place, item in enumerate(ahead)}
        self._case = case

    def opened_by(self, step: Test | Repair) -> int:
        """Return the bits of what a test or a repair leaves open, with its access work."""
        return self._all(left_by(self._case.model, step, self._case.opened))

    def forbidding(self, test: Test) -> int:
        """Return the bits of what must not be open for a test, and of what keeps the rest from being put back."""
        ways = {item: self._case.way_back(item) for item in self._ahead(test)}
        stays = self._all(item for item, back in ways.items() if back is None)
        return stays | self._all(item for back in ways.values() if back for item in back.not_with)

    def put_back(self, test: Test) -> tuple[tuple[int, float], ...]:
        """Return the bits of what is put back for a test once it is open, each with what that costs."""
        rate, backs = self._case.rate_per_hour, map(self._case.way_back, self._ahead(test))
        return tuple((self._bits[back.opened], back.cost.at(rate)) for back in backs if back)

    def _ahead(self, test: Test) -> tuple[str, ...]:
        """Return what may come in the way of a test, besides what its own access work opens."""
        own = {back.opened for back in self._case.put_back_first(test)}
        own.update(test.on_car.closes)
        return tuple(item for item in test.not_with if item in self._bits and item not in own)

    def _all(self, items: Iterable[str]) -> int:
        return sum(self._bits[item] for item in frozenset(items) if item in self._bits)
