"""Finding a fault through a pipe: one JSON object a line, out and in."""

import json
from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec
from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Model, Repair, Test
from micra_assistant.diagnosis.findings import Answered, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.move_costs import cost_of
from micra_assistant.diagnosis.planner import value_of
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.faultfinding.intake import Known
from micra_assistant.jobs.faultfinding.part_advice import part_advice
from micra_assistant.kind_reading import from_json
from micra_assistant.words import _

_REPAIRED = {True: Outcome.CURED, False: Outcome.NO_CHANGE, "part-was-bad": Outcome.PART_WAS_BAD}


class Reply(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What one line says: just one of these.

    Attributes:
        answer: one of the answers, by its id.
        typed: a reading instead.
        cured: what the repair led to.
        choose: another test or repair than the advised one, by its id.
        failing: whether the car shows its complaint now.
        known: what is known already, free of charge: by test its answer, by repair that it was tried in vain.
        skip, back: that this cannot be done or known; to the moment before.
    """

    answer: str | None = None
    typed: str | None = None
    cured: bool | Literal["part-was-bad"] | None = None
    choose: str | None = None
    failing: bool | None = None
    known: dict[str, str] | None = None
    skip: Literal[True] | None = None
    back: Literal[True] | None = None


def run_pipe(now: Conversation, lines: Iterable[str], write: Callable[[str], object]) -> None:
    """Take lines until the fault is found, nothing is left or no more come."""
    write(_line(shown(now)))
    for line in () if now.end else filter(str.strip, lines):
        try:
            now.catch_up()
            _take(now, line)
        except AnswerError as error:
            write(_line({"error": str(error)}))
            continue
        write(_line(shown(now)))
        if now.end:
            break


def shown(now: Conversation) -> dict[str, Any]:
    """Return a moment as it is written: what is known, what is asked, and how it ended."""
    case = now.case
    state = {
        "model": case.model.id,
        "currency": case.model.currency,
        "shares": case.shares,
        "answers": {test: answered.answer for test, answered in case.answers.items()},
        "repairs": {repair: outcome.value for repair, outcome in case.repairs.items()},
        "left_out": [_named(move) for move in sorted(case.left_out, key=lambda move: (move.kind, move.id))],
        "items": sorted(case.items & _gates(case.model)),
        "failing": case.failing,
        "cost": now.paid,
    }
    return {"state": state, "ask": None if now.end else _asked(now), "done": now.end.value if now.end else None}


def _asked(now: Conversation) -> dict[str, Any]:
    inquiry, advice = now.inquiry, now.inquiry.advice
    leads = [] if now.unclear or now.contradicts else inquiry.leads
    return {
        "move": _named(now.asked),
        "goal": _named(inquiry.goal),
        "question": now.question,
        "answers": dict(now.answers),
        "unit": now.unit or None,
        "doubt": now.unclear.typed if now.unclear else None,
        "first": [
            {"access": access.id, "text": access.text, "minutes": access.cost.minutes, "steps": list(access.steps)}
            for access in inquiry.to_open
        ],
        "cost": now.cost,
        "goal_cost": cost_of(now.case, inquiry.goal),
        "price_known": inquiry.repair is None or inquiry.repair.cost.is_known,
        "expected": advice.expected if inquiry.is_advised else value_of(now.case, inquiry.goal),
        "untested": advice.untested,
        "leads": [{"answer": lead.answer, "share": lead.share, "move": _named(lead.move)} for lead in leads],
        "why": now.reason(),
        "part": list(part_advice(inquiry)),
        **({"contradiction": True} if now.contradicts else {}),
    }


def _take(now: Conversation, line: str) -> None:
    match _read(line):
        case Reply(answer=str(answer)):
            now.answer(answer)
        case Reply(typed=str(text)):
            now.type(text)
        case Reply(cured=bool() | str() as cured):
            now.answer(_REPAIRED[cured].value)
        case Reply(choose=str(name)):
            now.choose(_move(now, name))
        case Reply(failing=bool(failing)):
            now.set_failing(failing=failing)
        case Reply(known=dict(known)):
            now.tell([_known(now, name, said) for name, said in known.items()])
        case Reply(skip=True):
            now.skip()
        case _:
            now.back()


def _read(line: str) -> Reply:
    """Return what a line says; AnswerError if it is not just one thing."""
    try:
        read = from_json(line, Reply)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise AnswerError(_("This is not understood: {reason}.").format(reason=error)) from error
    given = [name for name in read.__struct_fields__ if getattr(read, name) is not None]
    if len(given) != 1:
        raise AnswerError(_("Say one of these: {names}.").format(names=", ".join(read.__struct_fields__)))
    return read


def _move(now: Conversation, name: str) -> Move:
    return Move(MoveKind.TEST if now.case.model.find_test(name) else MoveKind.REPAIR, name)


def _known(now: Conversation, name: str, said: str) -> Known:
    """Return what is said to be known; AnswerError if it cannot be."""
    for known in now.may_be_known:
        match known.finding:
            case Answered(test=test, answer=answer) if (test, answer) == (name, said):
                return known
            case Repaired(repair=repair, outcome=outcome) if (repair, outcome) == (name, said):
                return known
    raise AnswerError(_("“{name}” cannot be known to be “{said}” here.").format(name=name, said=said))


def _gates(model: Model) -> frozenset[str]:
    """Return the items of the guide that must be done before some test or repair."""
    steps: tuple[Test | Repair, ...] = (*model.tests, *model.repairs)
    return frozenset(gate for step in steps for gate in step.gates)


def _named(move: Move) -> dict[str, str]:
    return {"kind": move.kind.value, "id": move.id}


def _line(content: dict[str, Any]) -> str:
    """Return JSON in one line that any pipe can carry."""
    return json.dumps(content, ensure_ascii=True) + "\n"
