"""What is asked before a car is handed over: who goes on with it works less if the record names the right part.

The planner, which goes by the cost of the own job alone, asks for nothing once giving up is cheapest.
"""

from micra_assistant.diagnosis.belief import likely
from micra_assistant.diagnosis.case import Case, as_move
from micra_assistant.diagnosis.fault_model import Test
from micra_assistant.diagnosis.findings import GIVING_UP, Move
from micra_assistant.diagnosis.move_costs import cost_of

NAMED_SAVES = 0.5
"""Which share of what giving up costs is saved if the part that is named is the right one."""


def last_look(case: Case) -> Move | None:
    """Return the test that makes the named part surer by most more than it costs, None if none does."""
    worth = NAMED_SAVES * cost_of(case, GIVING_UP)
    gains = [(worth * _surer(case, test) - cost_of(case, as_move(test)), test) for test in case.tests_left()]
    gain, test = max(gains, key=lambda one: one[0], default=(0.0, None))
    return as_move(test) if test and gain > 0 else None


def _surer(case: Case, test: Test) -> float:
    """Return how much likelier the likeliest suspect is the right one, once a test is answered."""
    shares = tuple(case.shares[fault.id] for fault in case.model.faults)
    answers = (likely(case.model, test, answer, failing=case.failing) for answer in test.answers)
    return sum(max(s * chance for s, chance in zip(shares, row, strict=True)) for row in answers) - max(shares)
