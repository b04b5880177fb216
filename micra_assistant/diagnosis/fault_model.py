"""The model of one complaint: what may be wrong, what can be tested, what can be repaired, and what each costs.

It says nothing about one car: that is a Case. Faults are one at a time, and tests and repairs do not depend on each
other once the fault is known (naive Bayes), as in Heckerman, Breese and Rommelse, "Decision-theoretic
troubleshooting", Communications of the ACM 38(3), 1995.
"""

from collections.abc import Container, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.diagnosis.on_car import AS_BEFORE, OnCar

_Found = TypeVar("_Found")

OTHER = "other"
"""The fault that no list holds; every model has it."""
DOUBT = 7
"""How many times as likely all that was found must be with a false answer before one is doubted, if nothing is said."""


class Fault(Struct, frozen=True):
    """Something that may be wrong.

    ``weight`` is how many of 100 cars with this complaint have it, by the author's estimate. ``step`` is the step of
    the guide that deals with it, empty if none does.
    """

    id: str
    text: str
    weight: float
    step: str = ""


class Cost(Struct, frozen=True):
    """Work in minutes and money in the currency of the model.

    Where nobody knows the price, ``is_known`` is False and ``money`` is what the planner reckons with.
    """

    minutes: float = 0.0
    money: Decimal = Decimal(0)
    is_known: bool = True

    def at(self, rate_per_hour: Decimal) -> float:
        """Return the cost as one sum of money, the work at a rate per hour."""
        return self.minutes * float(rate_per_hour) / 60 + float(self.money)


class Access(Struct, frozen=True):
    """Work that lets several tests and repairs be done and is done once, such as taking the trim off.

    Attributes:
        cost: of its steps, putting back included; what it needs is not in it.
        steps: those of the guide that do it, in order; none in a model that was written before there were any.
        needs: other access work that must be done first, by id.
        leaves: the items of the guide that show that it is done.
        after: the tests that come before it is begun, whatever that costs.
        on_car: what its steps do to the states that hinder a test.
    """

    id: str
    text: str
    cost: Cost
    steps: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    on_car: OnCar = AS_BEFORE


class WayBack(Struct, frozen=True):
    """What may be put back for a test that cannot be asked while it is open.

    Attributes:
        opened: the item that opens it, as tests name it in ``not_with``.
        line: the item of the guide that puts it back.
        cost: that of putting it back, and of opening it again after the test.
        not_with: the items with which open it stays as it is.
    """

    opened: str
    line: str
    cost: Cost
    not_with: tuple[str, ...] = ()


class Limits(Struct, frozen=True):
    """From which reading to which, both inclusive, an answer is meant; None where there is no end."""

    answer: str
    low: Decimal | None = None
    high: Decimal | None = None


class Test(Struct, frozen=True):
    """Something to ask, look at or measure.

    Attributes:
        ask: the question.
        answers: what can be answered, in words by id.
        likely: by answer and fault, how likely that answer is if that is the fault: above 0 and below 1, and over the
            answers of one fault 1 in all.
        trust: how often the reading tells the truth, as the author sees it.
        looks_at: the faults of which the author expects something of their own; all others show what a good car does.
        access: what must be open, empty if nothing.
        step: the step of the guide that says how to do it, empty if none does.
        item: the reading or tick of the guide that answers it too, empty if none does.
        again: the readings of the guide at which it is measured again; the latest of all is the answer.
        limits: what turns that reading into an answer.
        ticked: the answer that a tick of that item is.
        gates: the items of the guide that must be done first; without them the test is not advised.
        not_with: the items that open what makes every car answer alike, such as its battery; while one is, it is not
            asked. What its own step puts back does not hinder it.
        on_car: what its gates and its step do to the states that hinder a test.
    """

    id: str
    ask: str
    cost: Cost
    answers: Mapping[str, str]
    likely: Mapping[str, Mapping[str, float]]
    trust: float
    access: str = ""
    step: str = ""
    item: str = ""
    again: tuple[str, ...] = ()
    limits: tuple[Limits, ...] = ()
    ticked: str = ""
    gates: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    looks_at: tuple[str, ...] = ()
    on_car: OnCar = AS_BEFORE


class Repair(Struct, frozen=True):
    """Something that may cure it.

    Attributes:
        fixes: by fault, how likely it is that the repair cures it; 0 for those that are not there.
        stale: the tests whose answers no longer hold once it was done.
        option: the way to get the part, by its id in the parts table, empty if it takes none.
        steps: the steps of the guide that do it, in order; ``step`` says how it begins.
        after: the tests that come before it, whatever that costs.
        again: the test that is part of it: if it cures nothing, that is done once more; empty if there is none.
        unless: by test, the answers with which it is not advised: it would repair what was just found good, or in vain.
        step, access, gates, on_car: as for a Test.
    """

    id: str
    text: str
    cost: Cost
    fixes: Mapping[str, float]
    access: str = ""
    step: str = ""
    steps: tuple[str, ...] = ()
    option: str = ""
    stale: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    again: str = ""
    unless: Mapping[str, tuple[str, ...]] = {}
    on_car: OnCar = AS_BEFORE


class GiveUp(Struct, frozen=True):
    """The step that always ends the job, such as sending the car to an electrician."""

    text: str
    cost: Cost


class Model(Struct, frozen=True, dict=True):
    """All that is known about one complaint.

    ``rate_per_hour`` is the author's labour rate in ``currency``. ``assumed`` says, in words, which numbers the author
    left out and what was taken instead. ``basis`` says what the numbers rest on. An answer is doubted once all that was
    found would be ``doubt`` times as likely if one of the first answers were false. ``backs`` are what may be put back
    for a test.

    What is asked for by its id raises KeyError if there is none; where that may be so, there is a ``find_…`` that
    returns None.
    """

    id: str
    title: str
    currency: str
    rate_per_hour: Decimal
    faults: tuple[Fault, ...]
    tests: tuple[Test, ...]
    repairs: tuple[Repair, ...]
    give_up: GiveUp
    access: tuple[Access, ...] = ()
    assumed: tuple[str, ...] = ()
    basis: str = ""
    doubt: float = DOUBT
    backs: tuple[WayBack, ...] = ()

    @property
    def shares(self) -> dict[str, float]:
        """How likely each fault is before anything is tested, 1 in all."""
        total = sum(fault.weight for fault in self.faults)
        return {fault.id: fault.weight / total for fault in self.faults}

    def test(self, test_id: str) -> Test:
        """Return the test of that id; KeyError if there is none."""
        return self._known("test", test_id, self._tests_by_id)

    def find_test(self, test_id: str) -> Test | None:
        """Return the test of that id, None if there is none."""
        return self._tests_by_id.get(test_id)

    def repair(self, repair_id: str) -> Repair:
        """Return the repair of that id; KeyError if there is none."""
        return self._known("repair", repair_id, self._repairs_by_id)

    def find_repair(self, repair_id: str) -> Repair | None:
        """Return the repair of that id, None if there is none."""
        return self._repairs_by_id.get(repair_id)

    def find_access_work(self, access_id: str) -> Access | None:
        """Return the access work of that id, None if there is none."""
        return self._access_by_id.get(access_id)

    def put_back_of(self, item: str) -> WayBack | None:
        """Return how what an item opens is put back for a test, None if it is not."""
        return next((back for back in self.backs if back.opened == item), None)

    def access_to(self, access_id: str, done: Container[str] = ()) -> tuple[Access, ...]:
        """Return the access work to do for one of that id, in order: what it needs first, then itself.

        What is ``done`` needs nothing any more. Nothing if there is none of that id.
        """
        found: dict[str, Access] = {}

        def add(name: str) -> None:
            work = self.find_access_work(name)
            if work and name not in done and name not in found:
                for needed in work.needs:
                    add(needed)
                found[name] = work

        add(access_id)
        return tuple(found.values())

    def step(self, move: Move) -> Test | Repair:
        """Return the test or repair that a move is; KeyError if it is neither."""
        return self.test(move.id) if move.kind is MoveKind.TEST else self.repair(move.id)

    def find_step(self, move: Move) -> Test | Repair | None:
        """Return the test or repair that a move is, None if it is neither."""
        match move.kind:
            case MoveKind.TEST:
                return self.find_test(move.id)
            case MoveKind.REPAIR:
                return self.find_repair(move.id)
            case _:
                return None

    def _known(self, what: str, name: str, known: Mapping[str, _Found]) -> _Found:
        if name not in known:
            raise KeyError(f"the model “{self.id}” has no {what} “{name}”")
        return known[name]

    @cached_property
    def _tests_by_id(self) -> dict[str, Test]:
        return {test.id: test for test in self.tests}

    @cached_property
    def _repairs_by_id(self) -> dict[str, Repair]:
        return {repair.id: repair for repair in self.repairs}

    @cached_property
    def _access_by_id(self) -> dict[str, Access]:
        return {access.id: access for access in self.access}
