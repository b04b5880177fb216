"""What is left to do on a car, in numbers for the planner."""

from collections.abc import Iterable

from msgspec import Struct

from micra_assistant.diagnosis.belief import likely
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Repair, Test
from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind
from micra_assistant.diagnosis.problem import GIVE_UP, NO_GROUP, NumberedRepair, NumberedTest, Problem
from micra_assistant.diagnosis.state_bits import StateBits


class Choices(Struct, frozen=True):
    """What is left to do: ``problem`` in numbers, ``moves`` by the number they have there."""

    problem: Problem
    moves: tuple[Move, ...]

    def move(self, number: int) -> Move:
        """Return the move of a number."""
        return GIVING_UP if number == GIVE_UP else self.moves[number]

    def number(self, move: Move) -> int | None:
        """Return the number of a move, None if it is not left."""
        if move == GIVING_UP:
            return GIVE_UP
        return self.moves.index(move) if move in self.moves else None


def choices_of(case: Case) -> Choices:
    """Return what is left to do on a car; what is behind a gate is, too."""
    tests, repairs = case.tests_left(), case.repairs_left()
    moves = [
        *(Move(MoveKind.TEST, test.id) for test in tests),
        *(Move(MoveKind.REPAIR, repair.id) for repair in repairs),
    ]
    return Choices(_problem(case, tests, repairs), tuple(moves))


def _problem(case: Case, tests: Iterable[Test], repairs: Iterable[Repair]) -> Problem:
    model, rate = case.model, case.rate_per_hour
    closed = [access for access in model.access if access.id not in case.opened]
    groups = {access.id: number for number, access in enumerate(closed)}
    opens = tuple(sum(1 << groups[work.id] for work in model.access_to(access.id, case.opened)) for access in closed)
    states = StateBits(case, len(closed))
    return Problem(
        shares=tuple(case.shares[fault.id] for fault in model.faults),
        tests=tuple(
            NumberedTest(
                test.cost.at(rate) + sum(back.cost.at(rate) for back in case.put_back_first(test)),
                groups.get(test.access, NO_GROUP),
                tuple(likely(model, test, answer, failing=case.failing) for answer in test.answers),
                states.opened_by(test),
                *states.in_its_way(test),
            )
            for test in tests
        ),
        repairs=tuple(
            NumberedRepair(
                repair.cost.at(rate),
                groups.get(repair.access, NO_GROUP),
                tuple(repair.fixes.get(fault.id, 0.0) for fault in model.faults),
                states.opened_by(repair),
            )
            for repair in repairs
        ),
        access=tuple(case.still_to_do(access).cost.at(rate) for access in closed),
        opens=opens,
        give_up=model.give_up.cost.at(rate),
    )
