"""What the best policy of a small problem costs, worked out in full; shares no code with the planner."""

from collections.abc import Iterator
from typing import NamedTuple

from micra_assistant.diagnosis.problem import NO_GROUP, Problem


class _Moment(NamedTuple):
    weights: tuple[float, ...]
    tests: frozenset[int]
    repairs: frozenset[int]
    opened: frozenset[int]
    states: int = 0


class _Choice(NamedTuple):
    """A move: what it costs now, and the moments it leads to."""

    cost: float
    moments: tuple[_Moment, ...]


def brute_force(problem: Problem) -> float:
    """Return the cost of the best policy by trying all of them."""
    return _tried(problem, _start(problem))


def _tried(problem: Problem, moment: _Moment) -> float:
    costs = [
        choice.cost + sum(_tried(problem, after) for after in choice.moments) for choice in _choices(problem, moment)
    ]
    return min([problem.give_up * sum(moment.weights), *costs])


def optimum(problem: Problem) -> float:
    """Return the same by branch and bound: a branch is left when even full knowledge behind it is too dear (Vomlel)."""
    return _Search(problem).cost(_start(problem))


def costs_if_next(problem: Problem) -> dict[int, float]:
    """Return what the job costs at best with each move next, tests numbered before repairs."""
    search, start = _Search(problem), _start(problem)
    return {
        number: choice.cost + sum(map(search.cost, choice.moments))
        for number, choice in enumerate(_choices(problem, start))
    }


class _Search:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._known: dict[_Moment, float] = {}
        self._told = [_cost_if_told(problem, fault) for fault in range(len(problem.shares))]

    def cost(self, moment: _Moment) -> float:
        if moment not in self._known:
            self._known[moment] = self._search(moment)
        return self._known[moment]

    def _search(self, moment: _Moment) -> float:
        best = self._problem.give_up * sum(moment.weights)
        bounded = [
            (choice.cost + sum(map(self._least, choice.moments)), choice) for choice in _choices(self._problem, moment)
        ]
        for bound, choice in sorted(bounded, key=lambda pair: pair[0]):
            value = bound
            for after in choice.moments:
                if value >= best:
                    break
                value += self.cost(after) - self._least(after)
            best = min(best, value)
        return best

    def _least(self, moment: _Moment) -> float:
        return sum(weight * cost for weight, cost in zip(moment.weights, self._told, strict=True))


def _cost_if_told(problem: Problem, fault: int) -> float:
    """Return what the job costs at the least when the fault is told, all access work done."""
    helpful = [repair for repair in problem.repairs if repair.fixes[fault] > 0]
    paid, left, best = 0.0, 1.0, problem.give_up
    for repair in sorted(helpful, key=lambda repair: repair.cost / repair.fixes[fault]):
        paid += left * repair.cost
        left -= left * repair.fixes[fault]
        best = min(best, paid + left * problem.give_up)
    return best


def _start(problem: Problem) -> _Moment:
    tests, repairs = range(len(problem.tests)), range(len(problem.repairs))
    return _Moment(problem.shares, frozenset(tests), frozenset(repairs), frozenset())


def _choices(problem: Problem, moment: _Moment) -> Iterator[_Choice]:
    mass = sum(moment.weights)
    for number in sorted(moment.tests):
        test = problem.tests[number]
        if test.shut & moment.states or any(bits & ~moment.states == 0 for bits in test.kept_open):
            continue
        after = moment._replace(tests=moment.tests - {number}, opened=moment.opened | {test.group})
        after = after._replace(states=moment.states | test.opens)
        back = sum(price for bits, price in test.backs if bits & moment.states)
        cost = (test.cost + back + _access(problem, moment, test.group)) * mass
        seen = [tuple(w * chance for w, chance in zip(moment.weights, row, strict=True)) for row in test.likely]
        yield _Choice(cost, tuple(after._replace(weights=weights) for weights in seen))
    for number in sorted(moment.repairs):
        repair = problem.repairs[number]
        weights = tuple(w * (1 - fixes) for w, fixes in zip(moment.weights, repair.fixes, strict=True))
        opened = moment.opened | {repair.group}
        cost = (repair.cost + _access(problem, moment, repair.group)) * mass
        states = moment.states | repair.opens
        yield _Choice(cost, (_Moment(weights, moment.tests, moment.repairs - {number}, opened, states),))


def _access(problem: Problem, moment: _Moment, group: int) -> float:
    return 0.0 if group == NO_GROUP or group in moment.opened else problem.access[group]
