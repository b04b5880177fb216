"""What to do next on a car that is not cured: the test or repair that makes the expected cost of the job least.

The model is that of Heckerman, Breese and Rommelse; moves are weighed by looking three of them ahead instead of one.
"""

from msgspec.structs import replace

from micra_assistant.diagnosis.advice import Advice, Lead, Valued
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.choices import Choices, choices_of
from micra_assistant.diagnosis.deciding import Decider, Decision, Next
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, AnyFinding, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.house_order import first_of_all
from micra_assistant.diagnosis.last_look import last_look
from micra_assistant.diagnosis.problem import GIVE_UP, PlannerState
from micra_assistant.diagnosis.stopping import StopReason, stop_before


def advise(case: Case) -> Advice:
    """Return what to do next, the same for the same findings."""
    choices = choices_of(case)
    decider = Decider(choices.problem)
    start = decider.transitions.start()
    decision = decider.decide(start)
    cheapest = choices.move(decision.move)
    goal = first_of_all(case, cheapest)
    stop = stop_before(case, goal)
    if look := _before_handing_over(case, goal, stop):
        return _first(case, choices, decider, look, is_last=True)
    if stop:
        return _handing_over(decider, decision, stop)
    return _cheapest(case, choices, decider, decision) if goal == cheapest else _first(case, choices, decider, goal)


def _cheapest(case: Case, choices: Choices, decider: Decider, decision: Decision) -> Advice:
    """Return the advice to do what costs least."""
    start, goal = decider.transitions.start(), choices.move(decision.move)
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


def _handing_over(decider: Decider, decision: Decision, stop: StopReason) -> Advice:
    """Return the advice to repair no more."""
    cost = decider.transitions.cost(decider.transitions.start(), GIVE_UP)
    untested = decision.outlook.untested
    return Advice(GIVING_UP, GIVING_UP, (), cost, cost, untested, (), (), decider.priced, stop=stop)


def _before_handing_over(case: Case, goal: Move, stop: StopReason | None) -> Move | None:
    """Return the look that is worth taking before the car is handed over, None if it is not, or if none is."""
    look = last_look(case) if stop or goal == GIVING_UP else None
    return first_of_all(case, look) if look else None


def _first(case: Case, choices: Choices, decider: Decider, look: Move, *, is_last: bool = False) -> Advice:
    """Return the advice to do a test that comes first in the order of the house, or last of all."""
    start, number = decider.transitions.start(), choices.moves.index(look)
    gates, answers = case.open_gates(look), tuple(case.model.test(look.id).answers)
    shares = [after.mass for after in decider.transitions.after(start, number)]
    return Advice(
        move=Move(MoveKind.GATE, gates[0]) if gates else look,
        goal=look,
        gates=gates,
        cost=decider.transitions.cost(start, number),
        expected=decider.value(start, number),
        untested=decider.decide(start).outlook.untested,
        together=(),
        leads=tuple(
            Lead(answer, share, _goal(case.found(Answered(look.id, answer))))
            for answer, share in zip(answers, shares, strict=True)
        ),
        priced=decider.priced,
        comes_first=not is_last,
        is_last_look=is_last,
    )


def advise_instead(case: Case, advice: Advice, repair: Move) -> Advice:
    """Return the advice with another repair in place of the one advised, as that is the same work with another part.

    The advice as it was if the house wants something before it.
    """
    choices = choices_of(case)
    number = choices.number(repair)
    if number is None or first_of_all(case, repair) != repair or stop_before(case, repair):
        return advice
    decider = Decider(choices.problem)
    start, gates = decider.transitions.start(), case.open_gates(repair)
    failed = Lead("", decider.transitions.after(start, number)[0].mass, _goal(case.found(_found(repair, ""))))
    return replace(
        advice,
        move=Move(MoveKind.GATE, gates[0]) if gates else repair,
        goal=repair,
        gates=gates,
        cost=decider.transitions.cost(start, number),
        expected=decider.value(start, number),
        leads=(failed,),
    )


def _goal(case: Case) -> Move:
    """Return what is advised on a car, without the reasons."""
    choices = choices_of(case)
    decider = Decider(choices.problem)
    goal = first_of_all(case, choices.move(decider.decide(decider.transitions.start()).move))
    stop = stop_before(case, goal)
    return _before_handing_over(case, goal, stop) or (GIVING_UP if stop else goal)


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
    found = _found(goal, answers[after.way])
    return Lead(answers[after.way], after.mass, _next(case.found(found), choices.move(after.move)), then)


def _found(goal: Move, answer: str) -> AnyFinding:
    return Answered(goal.id, answer) if answer else Repaired(goal.id, Outcome.NO_CHANGE)


def _next(case: Case, planned: Move) -> Move:
    """Return what follows on a car where ``planned`` costs least."""
    return _goal(case) if case.again or planned == GIVING_UP or stop_before(case, planned) else planned
