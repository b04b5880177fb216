"""Findings in words that can be read without the model."""

from collections.abc import Mapping

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import (
    AccessClosed,
    AccessOpened,
    Answered,
    AnyFinding,
    LeftOut,
    Move,
    MoveKind,
    Repaired,
)
from micra_assistant.diagnosis.outcomes import OUTCOME_WORDS
from micra_assistant.words import _


def told(model: Model, finding: AnyFinding, items: Mapping[str, str]) -> str:
    """Return a finding in words; ``items`` are the words of items of the guide, by id.

    What the model does not have is told by its id.
    """
    match finding:
        case Answered():
            return _answered(model, finding)
        case Repaired(repair=repair, outcome=outcome, told=True):
            words = _("{repair}: {outcome} (done before the car came)")
            return words.format(repair=_repair(model, repair), outcome=OUTCOME_WORDS[outcome].told)
        case Repaired(repair=repair, outcome=outcome):
            return _("{repair}: {outcome}").format(repair=_repair(model, repair), outcome=OUTCOME_WORDS[outcome].told)
        case LeftOut(move=move):
            return _("Left out: {move}").format(move=move_words(model, move, items))
        case AccessOpened(access=access):
            return _("{access}: done").format(access=_access(model, access))
        case AccessClosed(access=access):
            return _("{access}: put back").format(access=_access(model, access))


def _answered(model: Model, answered: Answered) -> str:
    test = model.find_test(answered.test)
    ask = test.ask if test else answered.test
    answer = test.answers.get(answered.answer, answered.answer) if test else answered.answer
    gap = " " if ask.endswith("?") else ": "
    said = f"{ask.rstrip('.')}{gap}{answer}"
    said = _("{said} (known beforehand)").format(said=said) if answered.told else said
    return said if answered.failing else _("{said} (it was not failing then)").format(said=said)


def _repair(model: Model, repair: str) -> str:
    known = model.find_repair(repair)
    return known.text if known else repair


def _access(model: Model, access: str) -> str:
    known = model.find_access_work(access)
    return known.text if known else access


def move_words(model: Model, move: Move, items: Mapping[str, str]) -> str:
    """Return a test, a repair, a gate or giving up in words, as in ``told``."""
    match move.kind:
        case MoveKind.TEST:
            test = model.find_test(move.id)
            return test.ask if test else move.id
        case MoveKind.REPAIR:
            return _repair(model, move.id)
        case MoveKind.GATE:
            return items.get(move.id, move.id)
        case MoveKind.GIVE_UP:
            return model.give_up.text
