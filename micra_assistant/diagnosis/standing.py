"""What the findings on one car come to: which answers hold, what was repaired, what is open."""

from collections.abc import Iterable
from statistics import median

from msgspec import Struct, field

from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.findings import (
    AccessClosed,
    AccessOpened,
    Answered,
    AnyFinding,
    LeftOut,
    Move,
    MoveKind,
    Outcome,
    Repaired,
)

TOLD = 2
"""An answer told of a fault if it is so many times as likely with it as with most others."""
MOSTLY_CURED = 0.5
"""From which chance of a cure on a fault is one of those that a repair is for."""


class Standing(Struct):
    """How the car stands.

    Attributes:
        answers: by test, the answer that holds.
        outdated: the answers that held until a repair changed nothing, and those that are another one since it was
            measured again: they told of the same fault.
        repairs: by repair, what it led to.
        opened: the access work that is done.
        left_out: what is not for this car.
        again: the tests that a repair which cured nothing asks to be done once more.
        strange: findings about tests, repairs and access work that the model does not have (any more).
    """

    answers: dict[str, Answered] = field(default_factory=dict)
    outdated: list[Answered] = field(default_factory=list)
    repairs: dict[str, Outcome] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    left_out: set[Move] = field(default_factory=set)
    again: set[str] = field(default_factory=set)
    strange: list[AnyFinding] = field(default_factory=list)


def standing(model: Model, findings: Iterable[AnyFinding]) -> Standing:
    """Return what ``findings`` come to, taken in their order."""
    taking = _Taking(model)
    for finding in findings:
        taking.take(finding)
    return taking.standing


class _Taking:
    def __init__(self, model: Model) -> None:
        self.standing = Standing()
        self._model = model
        self._in_vain: set[str] = set()
        """The tests that are done once more after a repair that changed nothing."""

    def take(self, finding: AnyFinding) -> None:
        match finding:
            case Answered(test=name) if (test := self._model.find_test(name)) and finding.answer in test.answers:
                self._answered(finding, test)
            case Repaired(repair=name, told=True) if self._model.find_repair(name):
                self.standing.repairs[name] = finding.outcome
            case Repaired(repair=name, outcome=outcome) if repair := self._model.find_repair(name):
                self._repaired(repair, outcome)
            case LeftOut(move=move):
                self.standing.left_out.add(move)
            case AccessOpened(access=access) if self._model.find_access_work(access):
                self.standing.opened.add(access)
            case AccessClosed(access=access) if self._model.find_access_work(access):
                self.standing.opened.discard(access)
            case _:
                self.standing.strange.append(finding)

    def _answered(self, finding: Answered, test: Test) -> None:
        before = self.standing.answers.get(test.id)
        if before and before.answer != finding.answer and test.id in self._in_vain:
            self.standing.outdated.append(before)
        self.standing.answers[test.id] = finding
        self.standing.again.discard(test.id)
        self._in_vain.discard(test.id)
        self._did(Move(MoveKind.TEST, test.id), "" if finding.told else test.access)

    def _repaired(self, repair: Repair, outcome: Outcome) -> None:
        self.standing.repairs[repair.id] = outcome
        self._did(Move(MoveKind.REPAIR, repair.id), repair.access)
        answers = self.standing.answers
        dropped = [answers.pop(test) for test in self._stale(repair, outcome) if test in answers]
        if outcome is Outcome.PART_WAS_BAD:
            self.standing.outdated.clear()
            self._in_vain.clear()
        else:
            self.standing.outdated += dropped
        if repair.again and outcome is not Outcome.CURED:
            self.standing.again.add(repair.again)
            self._in_vain.update([repair.again] if outcome is Outcome.NO_CHANGE else [])
            self.standing.left_out.discard(Move(MoveKind.TEST, repair.again))

    def _did(self, move: Move, access: str) -> None:
        self.standing.left_out.discard(move)
        self.standing.opened.update(work.id for work in self._model.access_to(access, self.standing.opened))

    def _stale(self, repair: Repair, outcome: Outcome) -> tuple[str, ...]:
        """Return the tests whose answers no longer hold.

        Of a part that was really bad those are also the answers that told of it: it explains them, and the complaint is
        that of another fault. All others are about the car as it is.
        """
        if outcome is Outcome.CURED:
            return ()
        if outcome is Outcome.PART_WAS_BAD:
            told = (test for test, found in self.standing.answers.items() if self._told_of(repair, found))
            return (*repair.stale, *told)
        return repair.stale

    def _told_of(self, repair: Repair, found: Answered) -> bool:
        """Whether an answer is far likelier with a fault that a repair mostly cures than with most others."""
        likely, cures = self._model.test(found.test).likely[found.answer], repair.fixes
        cured = [fault for fault, chance in cures.items() if chance >= MOSTLY_CURED]
        with_others = median(chance for fault, chance in likely.items() if fault not in cured)
        return any(likely[fault] >= TOLD * with_others for fault in cured)
