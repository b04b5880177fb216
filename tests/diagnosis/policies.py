"""What following the planner to the end costs on the whole: its tree walked in full, nothing sampled."""

from collections.abc import Iterator

from micra_assistant.diagnosis.deciding import Decider, Decision
from micra_assistant.diagnosis.problem import PlannerState, Problem


class Policy:
    """The planner on one problem; each moment is decided once, by a planner that knows nothing of the others."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._transitions = Decider(problem).transitions
        self.decisions: dict[int, Decision] = {}
        self.most_priced = 0

    def cost(self) -> float:
        """Return the expected cost of a job."""
        return self._cost(self._transitions.start(), {})

    def tests(self) -> Iterator[Decision]:
        """Return the decisions for a test, once the cost was worked out."""
        return (decision for decision in self.decisions.values() if decision.move in self._transitions.tests)

    def _cost(self, state: PlannerState, known: dict[int, float]) -> float:
        if state.mass <= 0:
            return 0.0
        if state.past not in known:
            move = self._decision(state).move
            behind = sum(self._cost(after, known) for after in self._transitions.after(state, move))
            known[state.past] = self._transitions.cost(state, move) * state.mass + behind
        return known[state.past]

    def _decision(self, state: PlannerState) -> Decision:
        decider = Decider(self._problem)
        decision = self.decisions[state.past] = decider.decide(state)
        self.most_priced = max(self.most_priced, decider.priced)
        return decision
