"""What the house wants first whatever it costs: the free looks before something is taken apart, a test before its part.

It is the author of a model who says which, in ``after``; the planner, which goes by cost alone, does not know of it.
"""

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind


def first_of_all(case: Case, goal: Move) -> Move:
    """Return the test that comes before ``goal``, the first in the order of the model; ``goal`` itself if none does."""
    for _ in case.model.tests:
        test = _before(case, goal)
        if test is None:
            return goal
        goal = Move(MoveKind.TEST, test.id)
    return goal


def _before(case: Case, goal: Move) -> Test | None:
    """Return the first test that is left of those that come right before ``goal``, None if there is none."""
    wanted = _wanted(case, goal)
    return next((test for test in case.tests_left() if test.id in wanted), None)


def _wanted(case: Case, goal: Move) -> frozenset[str]:
    """Return the tests that come right before ``goal``, done or not."""
    if goal == GIVING_UP:
        return frozenset()
    step = case.model.step(goal)
    before = [test for access in case.model.access_to(step.access, case.opened) for test in access.after]
    own = () if isinstance(step, Test) else step.after
    return frozenset((*before, *own)) - {goal.id}
