"""Finding a fault through a pipe: one JSON object a line, out and in."""

import json
from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec
from msgspec import Struct

from micra_assistant.diagnosis import conversation
from micra_assistant.diagnosis.conversation import AnswerError, Conversation
from micra_assistant.diagnosis.findings import Move, MoveKind, Outcome
from micra_assistant.diagnosis.planner import value_of

_REPAIRED = {True: Outcome.CURED, False: Outcome.NO_CHANGE, "part-was-bad": Outcome.PART_WAS_BAD}


class Line(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What one line says: just one of these.

    Attributes:
        answer: one of the answers, by its id.
        typed: a reading instead.
        cured: what the repair led to.
        choose: another test or repair than the advised one, by its id.
        failing: whether the car shows its complaint now.
        skip, back: that this cannot be done or known; to the moment before.
    """

    answer: str | None = None
    typed: str | None = None
    cured: bool | Literal["part-was-bad"] | None = None
    choose: str | None = None
    failing: bool | None = None
    skip: Literal[True] | None = None
    back: Literal[True] | None = None


def run_pipe(now: Conversation, lines: Iterable[str], write: Callable[[str], object]) -> Conversation:
    """Take lines until the fault is found, nothing is left or no more come; return how far it came."""
    write(_line(shown(now)))
    for line in lines:
        if not line.strip():
            continue
        try:
            now = _taken(now, line)
        except AnswerError as error:
            write(_line({"error": str(error)}))
            continue
        write(_line(shown(now)))
        if now.end:
            break
    return now


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
        "items": sorted(case.items),
        "failing": case.failing,
        "cost": now.paid,
    }
    return {"state": state, "ask": None if now.end else _asked(now), "done": now.end.value if now.end else None}


def _asked(now: Conversation) -> dict[str, Any]:
    advice = now.advice
    is_advised = now.goal == advice.goal
    leads = [{"answer": lead.answer, "share": lead.share, "move": _named(lead.move)} for lead in advice.leads]
    return {
        "move": _named(now.asked),
        "goal": _named(now.goal),
        "question": now.question,
        "answers": dict(now.answers),
        "unit": now.reading.unit if now.reading else None,
        "doubt": now.doubt.typed if now.doubt else None,
        "cost": now.cost,
        "expected": advice.expected if is_advised else value_of(now.case, now.goal),
        "untested": advice.untested,
        "leads": leads if is_advised and not now.doubt else [],
        "why": conversation.reason(now),
    }


def _taken(now: Conversation, line: str) -> Conversation:
    match _said(line):
        case Line(answer=str(answer)):
            return conversation.answered(now, answer)
        case Line(typed=str(text)):
            return conversation.typed(now, text)
        case Line(cured=bool() | str() as cured):
            return conversation.answered(now, _REPAIRED[cured].value)
        case Line(choose=str(name)):
            return conversation.chosen(now, _move(now, name))
        case Line(failing=bool(failing)):
            return conversation.failing(now, does=failing)
        case Line(skip=True):
            return conversation.skipped(now)
        case _:
            return conversation.back(now)


def _said(line: str) -> Line:
    """Return what a line says; AnswerError if it is not just one thing."""
    try:
        said = msgspec.json.decode(line, type=Line)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise AnswerError(f"This is not understood: {error}.") from error
    given = [name for name in said.__struct_fields__ if getattr(said, name) is not None]
    if len(given) != 1:
        raise AnswerError(f"Say one of these: {', '.join(said.__struct_fields__)}.")
    return said


def _move(now: Conversation, name: str) -> Move:
    is_test = any(test.id == name for test in now.case.model.tests)
    return Move(MoveKind.TEST if is_test else MoveKind.REPAIR, name)


def _named(move: Move) -> dict[str, str]:
    return {"kind": move.kind.value, "id": move.id}


def _line(content: dict[str, Any]) -> str:
    """Return JSON in one line that any pipe can carry."""
    return json.dumps(content, ensure_ascii=True) + "\n"
