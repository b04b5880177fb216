"""What to do next on a car that is not cured: the test or repair that makes the expected cost of the job least.

The model is that of Heckerman, Breese and Rommelse; moves are weighed by looking three of them ahead instead of one.
"""

from micra_assistant.diagnosis.advice import Advice, Lead, Valued
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.choices import Choices, choices_of
from micra_assistant.diagnosis.deciding import Decider, Decision, Next
from micra_assistant.diagnosis.findings import GIVING_UP, Move, MoveKind
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState


def advise(case: Case) -> Advice:
    """Return what to do next, the same for the same findings."""
    choices = choices_of(case)
    decider = Decider(choices.problem)
    start = decider.transitions.start()
    decision = decider.decide(start)
    goal = choices.move(decision.move)
    gates = case.open_gates(goal)
    return Advice(
        move=Move(MoveKind.GATE, gates[0]) if gates else goal,
        goal=goal,
        gates=gates,
        cost=decider.transitions.cost(start, decision.move),
        expected=_expected(decider, start, decision),
        untested=decision.outlook.untested,
        together=tuple(choices.move(number) for number in decision.together),
        leads=tuple(_lead(case, choices, goal, after) for after in decision.follows),
        priced=decider.priced,
    )


def value_of(case: Case, move: Move) -> float | None:
    """Return the expected cost of the rest of the job if ``move`` is next, None if it is not left to do."""
    choices = choices_of(case)
    number = choices.number(move)
    if number is None:
        return None
    decider = Decider(choices.problem)
    return decider.value(decider.transitions.start(), number)


def alternatives(case: Case) -> tuple[Valued, ...]:
    """Return all that could be next, the best first; takes some ten times as long as ``advise``."""
    choices = choices_of(case)
    decider = Decider(choices.problem)
    start = decider.transitions.start()
    valued = [Valued(move, decider.value(start, number)) for number, move in enumerate(choices.moves)]
    valued.append(Valued(GIVING_UP, decider.value(start, GIVE_UP)))
    return tuple(sorted(valued, key=lambda one: one.expected))


def _expected(decider: Decider, start: PlannerState, decision: Decision) -> float:
    near = decision.outlook.near
    return near[decision.move] if decision.move in near else decider.value(start, decision.move)


def _lead(case: Case, choices: Choices, goal: Move, after: Next) -> Lead:
    answers = tuple(case.model.test(goal.id).answers) if goal.kind is MoveKind.TEST else ("",)
    then = tuple(choices.move(number) for number in after.then)
    return Lead(answers[after.way], after.mass, choices.move(after.move), then)
