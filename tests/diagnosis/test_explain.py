"""The sentences: why this, why not that, what is ruled out; money only, and words where others print per cent."""

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import name_of, ruled_out, why, why_not
from micra_assistant.diagnosis.findings import (
    GIVING_UP,
    Answered,
    AnyFinding,
    LeftOut,
    Move,
    MoveKind,
    Outcome,
    Repaired,
)
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.looking_at import most_for
from micra_assistant.diagnosis.planner import advise, value_of
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, RATE, VOLTS, WIRE, WIRE_LEFT, lamp_case

GATE = Move(MoveKind.GATE, "battery-off")
NARROW = "\N{NO-BREAK SPACE}"
ITEMS = {"battery-off": "Battery off", "key-out": "Key out"}
NOTHING_LEFT: tuple[AnyFinding, ...] = (
    *(LeftOut(test) for test in (LOOK, VOLTS, FLEX)),
    *(Repaired(name, Outcome.NO_CHANGE) for name in ("bulb", "fuse", "wire")),
)


def said(*findings: AnyFinding) -> str:
    """Return why what is advised is."""
    case = lamp_case(*findings)
    return why(case, advise(case), ITEMS).replace(NARROW, " ")


def refused(move: Move, *findings: AnyFinding) -> str:
    """Return why ``move`` is not advised."""
    case = lamp_case(*findings)
    return why_not(case, advise(case), move, ITEMS).replace(NARROW, " ")


def test_a_test_is_explained_by_what_each_answer_leads_to() -> None:
    assert said() == (
        "“Look at the filament.” (2 €): the answer decides what is next – whole: New fuse; broken: New bulb. "
        "Expected bill 52 €, 54 € with repairs only."
    )


def test_a_repair_is_explained_by_how_likely_it_cures() -> None:
    assert said(Answered("look", "broken")) == (
        "“New bulb” (13 €): a cure is most likely, and no test left is worth its cost before it. Expected bill 22 €."
    )


def test_a_step_behind_gates_says_them_first() -> None:
    assert said(*WIRE_LEFT) == (
        "First: “Battery off”, “Key out”. “Splice the wire” (49 €): a cure is most likely, and no test is left. "
        "Expected bill 63 €."
    )


def test_giving_up_is_explained() -> None:
    assert said(*NOTHING_LEFT) == "“Send it to an electrician” (250 €): no repair is left."


@pytest.mark.parametrize(
    ("move", "findings", "words"),
    [
        (LOOK, (), "This is what is advised."),
        (BULB, (), "Expected bill 54 €, 2 € more than with what is advised."),
        (WIRE, (), "First: “Battery off”, “Key out”. Expected bill 88 €, 36 € more than with what is advised."),
        (VOLTS, (Answered("volts", "none"),), "It is answered: none."),
        (FUSE, (Repaired("fuse", Outcome.NO_CHANGE),), "It is done."),
        (FLEX, (LeftOut(FLEX),), "It was left out: not known, or not possible on this car."),
        (WIRE, (LeftOut(GATE),), "It needs “Battery off” first, which was left out: not possible on this car."),
        (Move(MoveKind.TEST, "smell"), (), "It is not in the list of tests and repairs."),
        (GIVING_UP, (), "Expected bill 250 €, 198 € more than with what is advised."),
    ],
)
def test_any_other_move_says_why_not(move: Move, findings: tuple[AnyFinding, ...], words: str) -> None:
    assert refused(move, *findings) == words


def test_a_test_that_tells_nothing_now_says_why() -> None:
    lamp = lamp_case().model
    tests = tuple(replace(test, not_with=("battery-off",)) if test.id == FLEX.id else test for test in lamp.tests)
    case = Case(replace(lamp, tests=tests), RATE, in_force=("battery-off",))
    assert not case.is_left(FLEX)
    assert not case.found(Answered("volts", "none")).is_left(FLEX), "what is found puts nothing back"
    assert why_not(case, advise(case), FLEX, ITEMS) == "It tells nothing while this is so: “Battery off”."


def test_what_is_ruled_out_says_by_what() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"), Repaired("fuse", Outcome.NO_CHANGE))
    assert [(out.fault.id, out.because) for out in ruled_out(case)] == [
        ("bulb", "Look at the filament: whole"),
    ]


def test_a_part_found_bad_rules_out_no_other_that_nothing_looked_at() -> None:
    case = lamp_case(Answered("look", "broken"))
    assert {suspect.fault.id: suspect.word for suspect in suspects(case)}["fuse"] == "unlikely"
    assert ruled_out(case) == ()


def test_a_cure_rules_out_what_the_repair_does_not_mend() -> None:
    case = lamp_case(Repaired("wire", Outcome.CURED))
    assert {out.fault.id for out in ruled_out(case)} == {"bulb", "fuse", "other"}


@pytest.mark.parametrize(
    ("findings", "speaking"),
    [
        ((), None),
        ((Answered("look", "broken"),), Answered("look", "broken")),
        ((Answered("look", "whole"),), None),
    ],
)
def test_what_speaks_for_a_fault_is_the_finding_that_is_likelier_with_it(
    findings: tuple[AnyFinding, ...], speaking: AnyFinding | None
) -> None:
    case = lamp_case(*findings)
    assert most_for(case, case.model.faults[0]) == speaking


def test_a_test_that_decides_with_another_says_so() -> None:
    case = lamp_case()
    together = replace(advise(case), together=(VOLTS,))
    assert "decides together with “Voltage at the lamp?” what is next." in why(case, together, ITEMS)


def test_what_costs_about_the_same_is_said_to() -> None:
    case = lamp_case()
    dearer = replace(advise(case), goal=FUSE, move=FUSE, expected=value_of(case, BULB) or 0)
    assert why_not(case, dearer, BULB, ITEMS).startswith("It comes to about the same")


def test_nothing_is_ruled_out_before_anything_was_found() -> None:
    assert ruled_out(lamp_case()) == ()


def test_moves_have_names() -> None:
    case = lamp_case()
    assert [name_of(case, move) for move in (LOOK, WIRE, GIVING_UP)] == [
        "Look at the filament.",
        "Splice the wire",
        "Send it to an electrician",
    ]
