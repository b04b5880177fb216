"""The sentences: why this, why not that, what is ruled out; money only, and words where others print per cent."""

import pytest

from micra_assistant.diagnosis.explain import name_of, ruled_out, why, why_not
from micra_assistant.diagnosis.found import GIVING_UP, Answered, AnyFinding, Kind, LeftOut, Move, Outcome, Repaired
from micra_assistant.diagnosis.likelihood import likelihood, suspects
from micra_assistant.diagnosis.planner import advise
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, VOLTS, WIRE, lamp_case

GATE = Move(Kind.GATE, "battery-off")
ITEMS = {"battery-off": "Battery off", "key-out": "Key out"}
WIRE_LEFT = (
    Answered("look", "whole"),
    Answered("volts", "none"),
    Repaired("fuse", Outcome.NO_CHANGE),
    Answered("flex", "breaks"),
)
NOTHING_LEFT = (
    *(LeftOut(test) for test in (LOOK, VOLTS, FLEX)),
    *(Repaired(name, Outcome.NO_CHANGE) for name in ("bulb", "fuse", "wire")),
)


def said(*findings: AnyFinding) -> str:
    """Return why what is advised is."""
    case = lamp_case(*findings)
    return why(case, advise(case), ITEMS)


def refused(move: Move, *findings: AnyFinding) -> str:
    """Return why ``move`` is not advised."""
    case = lamp_case(*findings)
    return why_not(case, advise(case), move, ITEMS)


def test_a_test_is_explained_by_what_each_answer_leads_to() -> None:
    assert said() == "?"


def test_a_repair_is_explained_by_how_likely_it_cures() -> None:
    assert said(Answered("look", "broken")) == "?"


def test_a_step_behind_gates_says_them_first() -> None:
    assert said(*WIRE_LEFT) == "?"


def test_giving_up_is_explained() -> None:
    assert said(*NOTHING_LEFT) == "?"


@pytest.mark.parametrize(
    ("move", "findings", "words"),
    [
        (LOOK, (), "?"),
        (BULB, (), "?"),
        (WIRE, (), "?"),
        (VOLTS, (Answered("volts", "none"),), "?"),
        (FUSE, (Repaired("fuse", Outcome.NO_CHANGE),), "?"),
        (FLEX, (LeftOut(FLEX),), "?"),
        (WIRE, (LeftOut(GATE),), "?"),
        (Move(Kind.TEST, "smell"), (), "?"),
        (GIVING_UP, (), "?"),
    ],
)
def test_any_other_move_says_why_not(move: Move, findings: tuple[AnyFinding, ...], words: str) -> None:
    assert refused(move, *findings) == words


def test_what_is_ruled_out_says_by_what() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"), Repaired("fuse", Outcome.NO_CHANGE))
    assert [(out.fault.id, out.because) for out in ruled_out(case)] == []


def test_suspects_are_in_words_the_likeliest_first() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"))
    assert [(suspect.fault.id, suspect.word) for suspect in suspects(case)] == []


def test_nothing_is_ruled_out_before_anything_was_found() -> None:
    assert ruled_out(lamp_case()) == ()


@pytest.mark.parametrize(
    ("share", "word"), [(1, "most likely"), (0.5, "most likely"), (0.3, "likely"), (0.1, "possible"), (0, "unlikely")]
)
def test_shares_have_words(share: float, word: str) -> None:
    assert likelihood(share) == word


def test_moves_have_names() -> None:
    case = lamp_case()
    assert [name_of(case, move) for move in (LOOK, WIRE, GIVING_UP)] == [
        "Look at the filament.",
        "Splice the wire",
        "Send it to an electrician",
    ]
