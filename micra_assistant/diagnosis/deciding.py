"""Which move to make, in numbers: the look-ahead, the order of the house, and no test that decides nothing."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.lookahead import DEPTH, Lookahead, Mind, Outlook
from micra_assistant.diagnosis.pricing import NO_LIMIT, TooMuchWorkError
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState, Problem

MOST_PRICED = 2000
"""How many moments are priced to find the best moves; if that is too few, it looks one move less far."""
MOST_BEHIND = 100
"""Up to how many moments in all what follows a move is looked at as far as the move itself; beyond, less far."""

_Seen = TypeVar("_Seen")
_How = TypeVar("_How")


class Next(Struct, frozen=True):
    """What follows one way that a move may turn out.

    Attributes:
        way: its number: the answer of a test, 0 for a repair that cures nothing.
        mass: how likely it is.
        move: what comes next.
        then: what may come after the tests that go together with the move, if there are any.
    """

    way: int
    mass: float
    move: int
    then: tuple[int, ...] = ()


class Decision(Struct, frozen=True):
    """The move to make, what follows it, and what was seen.

    ``together`` are the tests that come next whatever this one says, as they would ask for it: only all their answers
    decide. Mostly there are none.
    """

    move: int
    follows: tuple[Next, ...]
    outlook: Outlook
    together: tuple[int, ...] = ()


class _Sight(Struct, frozen=True):
    """How far what follows a move is looked at, and with what in mind."""

    depth: int
    within: Mind


class Decider:
    """Decides on one problem."""

    def __init__(self, problem: Problem) -> None:
        self._lookahead = Lookahead(problem)
        self.transitions = self._lookahead.transitions
        self._anything = Mind(tuple(self.transitions.tests))
        self._seen: dict[int, Outlook] = {}

    @property
    def priced(self) -> int:
        """How many moments were priced so far."""
        return self._lookahead.pricing.worked_out

    def decide(self, state: PlannerState) -> Decision:
        """Return the move to make, the same each time."""
        outlook = self._outlook(state)
        far, near = _Sight(DEPTH, self._anything), _Sight(DEPTH - 1, outlook.mind)
        return self._within(MOST_BEHIND, lambda sight: self._decision(state, outlook, sight), far, near)

    def value(self, state: PlannerState, move: int) -> float:
        """Return what the job costs if it goes on with ``move``, times how likely it is to come here.

        A move that was passed over is not looked at so far that it would seem better than those that were not.
        """
        outlook = self._outlook(state)
        if move in outlook.near:
            return outlook.near[move]
        least = min(outlook.near.values())
        values = self._less_and_less_far(state, move, outlook.mind)
        return next((value for value in values if value >= least), least)

    def _less_and_less_far(self, state: PlannerState, move: int, mind: Mind) -> Iterator[float]:
        """Yield what the job costs with ``move``: as far as the others are looked at, then less far."""

        def look(behind: int) -> float:
            return self._lookahead.through(state, move, mind.after(move), behind)

        most = self.priced + MOST_PRICED
        for behind in reversed(range(DEPTH)):
            yield self._within(most, look, behind, max(behind - 1, 0))

    def _outlook(self, state: PlannerState) -> Outlook:
        if state.past not in self._seen:
            self._seen[state.past] = self._within(
                MOST_PRICED, lambda depth: self._lookahead.outlook(state, depth, self._anything), DEPTH, DEPTH - 1
            )
        return self._seen[state.past]

    def _within(self, most: int, look: Callable[[_How], _Seen], far: _How, near: _How) -> _Seen:
        """Return what is seen with ``far``, or with ``near`` if that takes more moments priced than ``most`` in all."""
        self._lookahead.pricing.most = most
        try:
            return look(far)
        except TooMuchWorkError:
            self._lookahead.pricing.most = NO_LIMIT
            return look(near)

    def _decision(self, state: PlannerState, outlook: Outlook, sight: _Sight) -> Decision:
        """Return the best move, or the one that follows it if that is the same however it turns out."""
        move = self._choose(state, outlook)
        tried: set[int] = set()
        while move in self.transitions.tests and move not in tried:
            tried.add(move)
            follows = self._follows(state, move, sight)
            if _differ(follows):
                return Decision(move, follows, outlook)
            move = follows[0].move
        if move in tried:
            return self._together(state, outlook, sight)
        return Decision(move, self._follows(state, move, sight), outlook)

    def _together(self, state: PlannerState, outlook: Outlook, sight: _Sight) -> Decision:
        """Return the best move, and the tests that must follow it before the next move depends on what they say."""
        move = min(outlook.near, key=lambda near: (round(outlook.near[near] / state.mass, 6), near))
        follows = self._follows(state, move, sight)
        states = [[after] for after in self.transitions.after(state, move) if after.mass > 0]
        together: list[int] = []
        while move in self.transitions.tests and not _differ(follows) and len(together) < DEPTH - 1:
            test = _last(follows[0])
            if test not in self.transitions.tests:
                break
            together.append(test)
            states = [[last for after in way for last in self.transitions.after(after, test)] for way in states]
            thens = [tuple(self._next(last, sight) for last in way if last.mass > 0) for way in states]
            follows = tuple(replace(after, then=then) for after, then in zip(follows, thens, strict=True))
        return Decision(move, follows, outlook, tuple(together))

    def _choose(self, state: PlannerState, outlook: Outlook) -> int:
        """Return, of the moves that are as good as the best, the one that the house prefers.

        It takes nothing more apart if it need not, tests before it repairs, and then takes the cheaper.
        """
        return min(outlook.near, key=lambda move: self._preference(state, move))

    def _preference(self, state: PlannerState, move: int) -> tuple[bool, int, float, int]:
        kind = 2 if move == GIVE_UP else int(move in self.transitions.repairs)
        return self.transitions.opens(state, move), kind, self.transitions.cost(state, move), move

    def _follows(self, state: PlannerState, move: int, sight: _Sight) -> tuple[Next, ...]:
        states = enumerate(self.transitions.after(state, move))
        return tuple(Next(way, after.mass, self._next(after, sight)) for way, after in states if after.mass > 0)

    def _next(self, state: PlannerState, sight: _Sight) -> int:
        return self._choose(state, self._lookahead.outlook(state, sight.depth, sight.within))


def _differ(follows: tuple[Next, ...]) -> bool:
    """Whether it matters to the next move, or to the one after all that goes together, how a move turns out."""
    return len({move for after in follows for move in after.then or (after.move,)}) > 1


def _last(after: Next) -> int:
    return after.then[0] if after.then else after.move
