"""Jobs that are played on a computer: a car with a fault that is known, and a mechanic who does what is advised."""

from collections.abc import Sequence
from random import Random

from msgspec import Struct

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.move_costs import cost_of
from micra_assistant.diagnosis.planner import advise


class Job(Struct, frozen=True):
    """The fault that a car had, and the moments of its job: what was known at each, and what was to be done next."""

    fault: str
    moments: tuple[tuple[Case, Move], ...]

    @property
    def last(self) -> Case:
        """The case at the end."""
        return self.moments[-1][0]


class Advised:
    """What a model advises; each moment is decided once, however it was come to."""

    def __init__(self, model: Model) -> None:
        gates = {gate for step in _steps(model) for gate in step.gates}
        self.start = Case(model, model.rate_per_hour, items=gates)
        self._goals: dict[object, Move] = {}

    def goal(self, case: Case) -> Move:
        """Return what is to be done next."""
        answers = frozenset((test, one.answer) for test, one in case.answers.items())
        moment = (answers, frozenset(case.repairs), case.opened, case.again, frozenset(case.outdated))
        if moment not in self._goals:
            self._goals[moment] = advise(case).goal
        return self._goals[moment]

    def play(self, truth: Model, random: Random) -> Job:
        """Return a job on a car as cars truly are."""
        fault = random.choices([fault.id for fault in truth.faults], list(truth.shares.values()))[0]
        luck = {step.id: random.random() for step in _steps(truth)}
        case, moments = self.start, []
        while not case.cured_by and (goal := self.goal(case)).kind is not MoveKind.GIVE_UP:
            moments.append((case, goal))
            step = truth.step(goal)
            case = case.found(_found(step, fault, luck[step.id]))
        return Job(fault, (*moments, (case, self.goal(case))))

    def cost(self, truth: Model) -> float:
        """Return the expected cost of a job where cars are as ``truth`` says: nothing is sampled."""
        return self._cost(self.start, truth, list(truth.shares.values()))

    def _cost(self, case: Case, truth: Model, masses: Sequence[float]) -> float:
        goal = self.goal(case)
        here = sum(masses) * cost_of(case, goal)
        if goal.kind is MoveKind.GIVE_UP:
            return here
        found = ways(truth.step(goal), [fault.id for fault in truth.faults])
        left = ((finding, [m * f for m, f in zip(masses, factors, strict=True)]) for finding, factors in found)
        return here + sum(self._cost(case.found(finding), truth, after) for finding, after in left)


def _steps(model: Model) -> list[Test | Repair]:
    return [*model.tests, *model.repairs]


def _found(step: Test | Repair, fault: str, luck: float) -> AnyFinding:
    """Return what is found on a car with a fault."""
    if isinstance(step, Repair):
        return Repaired(step.id, Outcome.CURED if luck < step.fixes.get(fault, 0) else Outcome.NO_CHANGE)
    seen = Random(luck).choices(list(step.answers), [step.likely[answer][fault] for answer in step.answers])[0]  # noqa: S311 - no secret
    return Answered(step.id, seen)


def ways(step: Test | Repair, faults: Sequence[str]) -> list[tuple[AnyFinding, list[float]]]:
    """Return how a move may leave a car that is not cured, and how likely that is by fault."""
    if isinstance(step, Repair):
        return [(Repaired(step.id, Outcome.NO_CHANGE), [1 - step.fixes.get(fault, 0) for fault in faults])]
    return [(Answered(step.id, a), [step.likely[a][fault] for fault in faults]) for a in step.answers]
