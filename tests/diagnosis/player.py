"""Plays a model against a car with a hidden fault: a mechanic who does what is advised, one thing at a time.

What a car shows and whether a repair cures it is drawn from the model itself, for each test and repair by the fault,
the seed and its id: two models that share a test see the same answer, whatever order they ask in. What is measured
again is drawn again.
"""

from collections.abc import Iterator, Mapping
from random import Random

from msgspec import Struct

from micra_assistant.diagnosis.advice import Advice
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, AnyFinding, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.move_costs import cost_of
from micra_assistant.diagnosis.planner import advise

_MOST_ACTS = 80


class Done(Struct, frozen=True):
    """One thing that was done: the case before it, and what was advised on it."""

    case: Case
    advice: Advice


class Played(Struct, frozen=True):
    """A job played to its end.

    Attributes:
        fault: what was wrong.
        bill: what all of it cost, in work and money.
        acts: what was done, in order.
        last: the case at the end.
    """

    fault: str
    bill: float
    acts: tuple[Done, ...]
    last: Case

    @property
    def is_cured(self) -> bool:
        """Whether the car was cured."""
        return bool(self.last.cured_by)

    @property
    def is_named(self) -> bool:
        """Whether the likeliest suspect at the end is what was wrong."""
        return max(self.last.shares, key=self.last.shares.__getitem__) == self.fault

    @property
    def is_solved(self) -> bool:
        """Whether the car was cured, or handed over with the right part named."""
        return self.is_cured or self.is_named

    @property
    def needless(self) -> int:
        """How many repairs were done that cured nothing."""
        return sum(outcome is not Outcome.CURED for outcome in self.last.repairs.values())


class Car:
    """A car with a hidden fault."""

    def __init__(self, model: Model, fault: str, seed: int) -> None:
        self._model = model
        self._fault = fault
        self._seed = seed

    def shows(self, test_id: str, before: int) -> Answered:
        """Return what a test finds; ``before`` is how often it was done already."""
        test = self._model.test(test_id)
        chances = [test.likely[answer][self._fault] for answer in test.answers]
        drawn = self._drawn(f"{test_id}/{before}" if before else test_id)
        return Answered(test_id, drawn.choices(list(test.answers), chances)[0])

    def after(self, repair_id: str) -> Repaired:
        """Return what a repair leads to."""
        cured = self._drawn(repair_id).random() < self._model.repair(repair_id).fixes.get(self._fault, 0.0)
        return Repaired(repair_id, Outcome.CURED if cured else Outcome.NO_CHANGE)

    def _drawn(self, name: str) -> Random:
        return Random(f"{self._seed}/{self._fault}/{name}")  # noqa: S311 - no secret


def play(model: Model, fault: str, seed: int) -> Played:
    """Return a job on a car with a fault, gates done as they are asked for, from nothing known to its end."""
    car, case, bill = Car(model, fault, seed), Case(model, model.rate_per_hour), 0.0
    acts: list[Done] = []
    while not case.cured_by and len(acts) < _MOST_ACTS:
        advice = advise(case)
        acts.append(Done(case, advice))
        bill += cost_of(case, advice.move)
        if advice.move == GIVING_UP:
            break
        case = _after(case, advice, car)
    return Played(fault, bill, tuple(acts), case)


def _after(case: Case, advice: Advice, car: Car) -> Case:
    if advice.move.kind is MoveKind.GATE:
        return Case(case.model, case.rate_per_hour, case.findings, items=case.items | {advice.move.id})
    return case.found(_found(case, advice.move, car))


def _found(case: Case, move: Move, car: Car) -> AnyFinding:
    if move.kind is MoveKind.REPAIR:
        return car.after(move.id)
    done = [finding for finding in case.findings if isinstance(finding, Answered) and finding.test == move.id]
    return car.shows(move.id, len(done))


def play_all(model: Model, seeds: int) -> Iterator[Played]:
    """Yield a job for each fault of the model and each seed."""
    for fault in model.faults:
        yield from (play(model, fault.id, seed) for seed in range(seeds))


def mean_bill(model: Model, played: Mapping[str, list[Played]]) -> float:
    """Return what a job costs on the whole, each fault as often as the model says."""
    return sum(share * _mean(played[fault]) for fault, share in model.shares.items())


def _mean(played: list[Played]) -> float:
    return sum(job.bill for job in played) / len(played)
