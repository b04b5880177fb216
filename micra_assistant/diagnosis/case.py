"""One car with a complaint: what was found on it, what is believed of it, and what is left to do."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec.structs import replace

from micra_assistant.diagnosis import belief
from micra_assistant.diagnosis.fault_model import Access, Cost, Model, Repair, Test, WayBack
from micra_assistant.diagnosis.findings import GIVING_UP, AnyFinding, Move, MoveKind, Outcome
from micra_assistant.diagnosis.open_states import open_after, open_with
from micra_assistant.diagnosis.standing import standing

_NOTHING: Mapping[str, float] = MappingProxyType({})


class Case:
    """One car with a complaint; never changes: something found makes another case.

    Steps are hard where the guide says so: a move whose gates are open is never advised, the gate is.

    Attributes:
        model: what is known about the complaint.
        rate_per_hour: what an hour of work costs here.
        findings: what was found, in order.
        items: the items of the guide that are done on the car now, gates and access work among them.
        in_force: the items that hold something open on the car now, such as that its battery is off; of a car that
            nobody sees, what the work on it has left open.
        begun: by access work, the minutes of those of its steps that are done already.
        closed: the access work that was seen open on the car and is put back.
        stays: the items that hold something open which cannot be put back for a test.
        failing: whether the car shows its complaint now; if not, tests are worth less.
        answers: by test, the answer that holds.
        outdated: the answers that held until a repair changed nothing.
        repairs: by repair that was done, what it led to.
        opened: the access work that is done.
        again: the tests that a repair which cured nothing asks to be done once more.
        left_out: the moves that are not for this car.
        strange: findings about what the model does not have (any more); they count for nothing.
        evidence: all that speaks for or against a fault.
        weights: how much of each fault is left, never 0.
        shares: how likely each fault is, 1 in all.
    """

    def __init__(
        self,
        model: Model,
        rate_per_hour: Decimal,
        findings: Iterable[AnyFinding] = (),
        *,
        items: Iterable[str] = (),
        in_force: Iterable[str] | None = None,
        begun: Mapping[str, float] = _NOTHING,
        closed: Iterable[str] = (),
        stays: Iterable[str] = (),
        failing: bool = True,
    ) -> None:
        self.model = model
        self.rate_per_hour = rate_per_hour
        self.findings = tuple(findings)
        self.items = frozenset(items)
        self._is_seen = in_force is not None
        self.in_force = self._left_open() if in_force is None else frozenset(in_force)
        self.begun, self.closed, self.stays = begun, frozenset(closed), frozenset(stays)
        self.failing = failing
        stands = standing(model, self.findings)
        self.answers = dict(stands.answers)
        self.outdated = tuple(stands.outdated)
        self.repairs = dict(stands.repairs)
        self.opened = frozenset((stands.opened | self._seen_open()) - self.closed)
        self._open_behind: dict[str, frozenset[str]] = {}
        self.again = frozenset(stands.again)
        self.left_out = frozenset(stands.left_out)
        self.strange = tuple(stands.strange)
        self.evidence = belief.evidence(model, stands)
        self.weights = belief.weights(model, self.evidence)
        self.shares = belief.shares(self.weights)

    def found(self, *findings: AnyFinding) -> "Case":
        """Return the case once this was found too, and the car is as the work for it leaves it."""
        return self._with(self.findings + findings, open_after(self.model, findings, self.in_force, self.opened))

    def without(self, finding: AnyFinding) -> "Case":
        """Return the case as if ``finding`` had never been found, the last such if there are several."""
        behind = len(self.findings) - 1 - self.findings[::-1].index(finding)
        return self._with(self.findings[:behind] + self.findings[behind + 1 :], self.in_force)

    @property
    def cured_by(self) -> str:
        """The repair that cured it, empty if none did."""
        return next((repair for repair, outcome in self.repairs.items() if outcome is Outcome.CURED), "")

    def tests_left(self) -> tuple[Test, ...]:
        """Return the tests that can still be advised, once their gates are done."""
        tests = (test for test in self.model.tests if not self.is_answered(test.id) and not self.hinders(test))
        return tuple(test for test in tests if not self.is_left_out(as_move(test)))

    def is_answered(self, test: str) -> bool:
        """Whether a test has an answer that holds, and is not to be done once more."""
        return test in self.answers and test not in self.again

    def hinders(self, test: Test) -> str:
        """Return what has opened, or will have, what lets every car answer a test alike and stays so; empty if none."""
        return next((item for item in self._in_its_way(test) if not self.way_back(item)), "")

    def put_back_first(self, test: Test) -> tuple[WayBack, ...]:
        """Return what is to be put back for a test, as the car will be once its access work is done."""
        return tuple(back for item in self._in_its_way(test) if (back := self.way_back(item)))

    def way_back(self, item: str) -> WayBack | None:
        """Return how what an item opens is put back for a test, None if it stays as it is."""
        back = self.model.put_back_of(item)
        if back is None or item in self.stays or not self.in_force.isdisjoint(back.not_with):
            return None
        return None if Move(MoveKind.GATE, back.line) in self.left_out else back

    def _in_its_way(self, test: Test) -> tuple[str, ...]:
        """Return the items that hold open what must not be for a test, once its access work is done."""
        if not test.not_with:
            return ()
        open_then = self.open_behind(test.access)
        return tuple(item for item in test.not_with if item in open_then and item not in test.on_car.closes)

    def open_behind(self, access: str) -> frozenset[str]:
        """Return the items that hold something open once access work is done, with what it needs; worked out once."""
        if access not in self._open_behind:
            self._open_behind[access] = open_with(self.model, access, self.opened, self.in_force)
        return self._open_behind[access]

    def repairs_left(self) -> tuple[Repair, ...]:
        """Return the repairs that can still be advised, once their gates are done."""
        repairs = self.model.repairs
        return tuple(
            r for r in repairs if r.id not in self.repairs and not self.forbids(r) and not self.is_left_out(as_move(r))
        )

    def forbids(self, repair: Repair) -> str:
        """Return the test by whose answer a repair is not advised, empty if there is none."""
        answers = {test: found.answer for test, found in self.answers.items()}
        return next((test for test, those in repair.unless.items() if answers.get(test) in those), "")

    def is_left(self, move: Move) -> bool:
        """Whether a move can still be made, once its gates are done."""
        step = self.model.find_step(move)
        return move == GIVING_UP or (step is not None and step in (*self.tests_left(), *self.repairs_left()))

    def open_gates(self, move: Move) -> tuple[str, ...]:
        """Return the items of the guide that must be done before ``move`` and are not, in order.

        What is to be put back for a test comes first.
        """
        gates = (gate for gate in self._gates(move) if gate not in self.items)
        return (*self._lines_back(move), *gates)

    def to_open(self, access_id: str) -> tuple[Access, ...]:
        """Return the access work to do for one of that id, what it needs first, each at what is still to do of it."""
        return tuple(self.still_to_do(access) for access in self.model.access_to(access_id, self.opened))

    def is_seen_open(self, access: Access) -> bool:
        """Whether the car itself shows that access work is done; of what leaves no sign, whether it was done."""
        return self.items.issuperset(access.leaves) if access.leaves else access.id in self.opened

    def still_to_do(self, access: Access) -> Access:
        """Return access work at the cost of what is still to do of it."""
        minutes = max(access.cost.minutes - self.begun.get(access.id, 0.0), 0.0)
        return replace(access, cost=Cost(minutes, access.cost.money))

    def is_left_out(self, move: Move) -> bool:
        """Whether ``move`` is not for this car, or one of its gates is not."""
        gates = {Move(MoveKind.GATE, gate) for gate in self.open_gates(move)}
        return move in self.left_out or bool(gates & self.left_out)

    def _lines_back(self, move: Move) -> tuple[str, ...]:
        """Return the items that put back what is open on the car now and must not be for a move."""
        test = self.model.find_test(move.id) if move.kind is MoveKind.TEST else None
        return tuple(back.line for back in self.put_back_first(test) if back.opened in self.in_force) if test else ()

    def _left_open(self) -> frozenset[str]:
        """Return what the work so far has left open, but for what was put back for the next test."""
        put_back = {back.opened for back in self.model.backs if back.line in self.items}
        return open_after(self.model, self.findings) - put_back

    def _gates(self, move: Move) -> tuple[str, ...]:
        step = self.model.find_step(move)
        return step.gates if step else ()

    def _seen_open(self) -> set[str]:
        """Return the access work that the items on the car show to be done."""
        return {access.id for access in self.model.access if access.leaves and self.items.issuperset(access.leaves)}

    def _with(self, findings: Iterable[AnyFinding], in_force: Iterable[str]) -> "Case":
        return Case(
            self.model,
            self.rate_per_hour,
            findings,
            items=self.items,
            in_force=in_force if self._is_seen else None,
            begun=self.begun,
            closed=self.closed,
            stays=self.stays,
            failing=self.failing,
        )


def as_move(step: Test | Repair) -> Move:
    """Return a test or a repair as a move."""
    return Move(MoveKind.TEST if isinstance(step, Test) else MoveKind.REPAIR, step.id)
