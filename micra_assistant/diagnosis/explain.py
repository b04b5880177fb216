"""Why this, why not that, and what is ruled out by what: no figures but the planner's own costs."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from micra_assistant.diagnosis.advice import Advice, Lead
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Fault
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Move, MoveKind, Repaired
from micra_assistant.diagnosis.likelihood import likelihood, suspects
from micra_assistant.diagnosis.looking_at import most_against
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.diagnosis.planner import value_of
from micra_assistant.diagnosis.stopping import StopReason
from micra_assistant.diagnosis.telling import told
from micra_assistant.parts.money import about
from micra_assistant.words import N_, _, all_of, one_of

Items = Mapping[str, str]
"""The words of items of the guide by their id."""

_SAME = 0.5
"""Costs that differ by less are the same: they are shown in whole units."""

_WHY_STOP = {
    StopReason.NOTHING_FITS: N_("{giving_up}: what was found fits none of the faults in the list."),
    StopReason.IN_VAIN: N_("{giving_up}: dear repairs were in vain, and any further one would be a guess."),
    StopReason.CONTRADICTION: N_("{giving_up}: what was found does not fit together with any one fault."),
}


class RuledOut(Struct, frozen=True):
    """A fault that is all but ruled out, and what of all that was found about it speaks most against it, in words."""

    fault: Fault
    finding: AnyFinding
    because: str


def why(case: Case, advice: Advice, items: Items) -> str:
    """Return why ``advice`` is given."""
    reasons = {MoveKind.TEST: _why_test, MoveKind.REPAIR: _why_repair}
    return _first(advice.gates, items) + reasons.get(advice.goal.kind, _why_give_up)(case, advice)


def why_not(case: Case, advice: Advice, move: Move, items: Items) -> str:
    """Return why ``move`` is not what is advised: what it would cost, or why it cannot be done now."""
    if move in (advice.move, advice.goal):
        return _("This is what is advised.")
    value = value_of(case, move)
    if value is None:
        return _not_left(case, move, items)
    return _first(case.open_gates(move), items) + _compared(case, value, advice.expected)


def ruled_out(case: Case) -> tuple[RuledOut, ...]:
    """Return the faults that are all but ruled out, the least likely last."""
    against = [(one.fault, most_against(case, one.fault)) for one in suspects(case) if one.is_out]
    return tuple(RuledOut(fault, found, said(case, found)) for fault, found in against if found)


def name_of(case: Case, move: Move) -> str:
    """Return what a test asks, what a repair does, or how the job is given up."""
    match move.kind:
        case MoveKind.TEST:
            return case.model.test(move.id).ask
        case MoveKind.REPAIR:
            return case.model.repair(move.id).text
        case _:
            return case.model.give_up.text


def said(case: Case, finding: AnyFinding) -> str:
    """Return what was found as a reason."""
    if isinstance(finding, Repaired):
        return OUTCOME_WORDS[finding.outcome].reason.format(repair=case.model.repair(finding.repair).text)
    return told(case.model, finding, {})


def _why_test(case: Case, advice: Advice) -> str:
    others = all_of(f"“{name_of(case, test)}”" for test in advice.together)
    words = _("{test}: the answer decides what is next – {ways}. {bill}")
    if advice.comes_first:
        words = _("{test}: a look that comes before anything dearer is begun – {ways}. {bill}")
    if advice.is_last_look:
        words = _("{test}: asked before the car is handed over, so that the right part is named. {bill}")
    if advice.goal.id in case.again:
        words = _("{test}: once more, it says whether the repair mended what was bad – {ways}. {bill}")
    if others:
        words = _("{test}: the answer decides together with {others} what is next. {bill}")
    return words.format(test=_named(case, advice), others=others, ways=_ways(case, advice), bill=_bill(case, advice))


def _ways(case: Case, advice: Advice) -> str:
    words = case.model.test(advice.goal.id).answers
    answers: dict[Move, list[str]] = {}
    for lead in advice.leads:
        answers.setdefault(lead.move, []).append(words[lead.answer])
    return "; ".join(f"{one_of(said)}: {name_of(case, move)}" for move, said in answers.items())


def _why_repair(case: Case, advice: Advice) -> str:
    words = _("{repair}: a cure is {likelihood}, and no test is left. {bill}")
    if case.tests_left():
        words = _("{repair}: a cure is {likelihood}, and no test left is worth its cost before it. {bill}")
    cure = likelihood(1 - _share(advice.leads))
    return words.format(repair=_named(case, advice), likelihood=cure, bill=_bill(case, advice))


def _why_give_up(case: Case, advice: Advice) -> str:
    words = _("{giving_up}: no repair is left.")
    if advice.stop:
        words = _(_WHY_STOP[advice.stop])
    elif case.repairs_left():
        words = _("{giving_up}: no repair left is worth its price at these odds.")
    return words.format(giving_up=_named(case, advice))


def _share(leads: Sequence[Lead]) -> float:
    return sum(lead.share for lead in leads)


def _named(case: Case, advice: Advice) -> str:
    return f"“{name_of(case, advice.goal)}” ({_cost(case, advice)})"


def _cost(case: Case, advice: Advice) -> str:
    """Return what the advised move costs; where the price is not known, what the work comes to at the least."""
    step = case.model.find_step(advice.goal)
    if step is None or step.cost.is_known:
        return _money(case, advice.cost)
    price = _money(case, advice.cost - float(step.cost.money))
    return _("unknown, at least {price}").format(price=price)


def _bill(case: Case, advice: Advice) -> str:
    saves = advice.goal.kind is MoveKind.TEST and advice.untested - advice.expected >= _SAME
    words = _("Expected bill {bill}, {untested} with repairs only.") if saves else _("Expected bill {bill}.")
    return words.format(bill=_money(case, advice.expected), untested=_money(case, advice.untested))


def _compared(case: Case, value: float, advised: float) -> str:
    if value < advised + _SAME:
        return _("It comes to about the same: expected bill {bill}.").format(bill=_money(case, value))
    words = _("Expected bill {bill}, {dearer} more than with what is advised.")
    return words.format(bill=_money(case, value), dearer=_money(case, value - advised))


def _not_left(case: Case, move: Move, items: Items) -> str:
    if move.kind is MoveKind.TEST and case.is_answered(move.id):
        return _("It is answered: {answer}.").format(answer=_answer(case, case.answers[move.id]))
    if move.kind is MoveKind.REPAIR and move.id in case.repairs:
        return _("It is done.")
    if move in case.left_out:
        return _("It was left out: not known, or not possible on this car.")
    asked = case.model.find_test(move.id) if move.kind is MoveKind.TEST else None
    if asked and (item := case.hinders(asked)):
        return _("It tells nothing while this is so: “{item}”.").format(item=_item(items, item))
    repair = case.model.find_repair(move.id) if move.kind is MoveKind.REPAIR else None
    if repair and (test := case.forbids(repair)):
        words = _("After this answer it is of no use: {answer}.")
        return words.format(answer=_answer(case, case.answers[test]))
    if case.is_left_out(move):
        gates = (gate for gate in case.open_gates(move) if Move(MoveKind.GATE, gate) in case.left_out)
        words = _("It needs “{item}” first, which was left out: not possible on this car.")
        return words.format(item=_item(items, next(gates)))
    return _("It is not in the list of tests and repairs.")


def _first(gates: Sequence[str], items: Items) -> str:
    """Return the beginning of a sentence about something that is behind gates."""
    named = ", ".join(f"“{_item(items, gate)}”" for gate in gates)
    return f"{_('First: {items}.').format(items=named)} " if gates else ""


def _item(items: Items, item: str) -> str:
    return items.get(item, item)


def _answer(case: Case, answered: Answered) -> str:
    return case.model.test(answered.test).answers[answered.answer]


def _money(case: Case, cost: float) -> str:
    return about(cost, case.model.currency)
