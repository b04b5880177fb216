"""The states that hinder a test, in bits for the planner: which work opens them, which tests they forbid."""

from collections.abc import Iterable

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Repair, Test


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
        return self._all(step.on_car.after(self._case.open_behind(step.access))) if self._bits else 0

    def in_its_way(self, test: Test) -> tuple[int, tuple[tuple[int, float], ...], tuple[int, ...]]:
        """Return the bits of what must not be open for a test, and of what is put back for it, each with its cost.

        The last are the bits of what is put back together with each of what keeps it from that; what keeps from it what
        is open now, or will be by its own access work, must not be open at all.
        """
        case, ahead = self._case, self._ahead(test)
        backs = [back for item in ahead if (back := case.way_back(item))]
        keeps = [item for back in case.put_back_first(test) for item in back.not_with]
        shut = [item for item in ahead if not case.way_back(item)]
        kept_open = [self._all((back.opened, item)) for back in backs for item in back.not_with if item in self._bits]
        costs = tuple((self._bits[back.opened], back.cost.at(case.rate_per_hour)) for back in backs)
        return self._all((*shut, *keeps)), costs, tuple(kept_open)

    def _ahead(self, test: Test) -> list[str]:
        """Return what may come in the way of a test, besides what its own access work opens."""
        named = [item for item in test.not_with if item in self._bits and item not in test.on_car.closes]
        return [item for item in named if item not in self._case.open_behind(test.access)]

    def _all(self, items: Iterable[str]) -> int:
        bits = 0
        for item in items:
            bits |= self._bits.get(item, 0)
        return bits
