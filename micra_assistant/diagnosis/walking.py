"""The situations that a model leads to: from the complaint on, whatever is found, as far as the likeliest go."""

from collections.abc import Collection, Iterator
from heapq import heappop, heappush

from msgspec import Struct

from micra_assistant.diagnosis.advice import Advice
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.planner import advise


class Walked(Struct, frozen=True):
    """What was seen on the way.

    Attributes:
        cases: the cars there are, the likeliest first.
        moves: what is done next on any of them.
        is_whole: whether there are no others.
    """

    cases: tuple[Case, ...]
    moves: frozenset[Move]
    is_whole: bool


def walk(model: Model, most: int, sought: Collection[str]) -> Walked:
    """Return the situations that the model leads to, until all of the sought steps were next, and at most so many.

    Every gate is done there and every answer known.
    """
    waiting = [(-1.0, 0, _first(model))]
    known = {_seen(waiting[0][2])}
    cases: list[Case] = []
    moves: set[Move] = set()
    while waiting and len(cases) < most and not {move.id for move in moves}.issuperset(sought):
        mass, _, case = heappop(waiting)
        advice = advise(case)
        cases.append(case)
        moves.add(advice.goal)
        for share, after in _after(case, advice):
            if (seen := _seen(after)) not in known:
                known.add(seen)
                heappush(waiting, (mass * share, len(known), after))
    return Walked(tuple(cases), frozenset(moves), not waiting)


def next_moves(case: Case, test: Test) -> set[Move]:
    """Return what may be done next once a test is answered."""
    return {advise(case.found(Answered(test.id, answer))).goal for answer in test.answers}


def _first(model: Model) -> Case:
    steps: tuple[Test | Repair, ...] = (*model.tests, *model.repairs)
    return Case(model, model.rate_per_hour, items={gate for step in steps for gate in step.gates})


def _after(case: Case, advice: Advice) -> Iterator[tuple[float, Case]]:
    """Yield the car after each way that the advised move may turn out but for the cure, and how likely that is."""
    for lead in advice.leads:
        if advice.goal.kind is MoveKind.TEST:
            yield lead.share, case.found(Answered(advice.goal.id, lead.answer))
        else:
            yield lead.share, case.found(Repaired(advice.goal.id, Outcome.NO_CHANGE))


def _seen(case: Case) -> frozenset[object]:
    answers = ((test, found.answer, test in case.again) for test, found in case.answers.items())
    return frozenset([*answers, *case.repairs])
