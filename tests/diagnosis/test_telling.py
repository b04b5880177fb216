"""Findings told in words that need no model."""

import pytest

from micra_assistant.diagnosis.findings import (
    GIVING_UP,
    AccessClosed,
    AccessOpened,
    Answered,
    AnyFinding,
    LeftOut,
    Move,
    MoveKind,
    Outcome,
    Repaired,
)
from micra_assistant.diagnosis.telling import told
from tests.diagnosis.complaints import VOLTS, WIRE, lamp


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (Answered("look", "whole"), "Look at the filament: whole"),
        (Answered("volts", "there"), "Voltage at the lamp? 12 V"),
        (Answered("volts", "none", failing=False), "Voltage at the lamp? none (it was not failing then)"),
        (Answered("smell", "burnt"), "smell: burnt"),
        (Answered("volts", "blue"), "Voltage at the lamp? blue"),
        (Repaired("bulb", Outcome.CURED), "New bulb: it cured it"),
        (Repaired("bulb", Outcome.NO_CHANGE), "New bulb: it changed nothing"),
        (Repaired("glue", Outcome.PART_WAS_BAD), "glue: the part was really bad, but the complaint stays"),
        (LeftOut(VOLTS), "Left out: Voltage at the lamp?"),
        (LeftOut(WIRE), "Left out: Splice the wire"),
        (LeftOut(Move(MoveKind.TEST, "smell")), "Left out: smell"),
        (LeftOut(Move(MoveKind.GATE, "key-out")), "Left out: Key out"),
        (LeftOut(Move(MoveKind.GATE, "battery-off")), "Left out: battery-off"),
        (LeftOut(GIVING_UP), "Left out: Send it to an electrician"),
        (AccessOpened("trim"), "Trim off: done"),
        (AccessClosed("trim"), "Trim off: put back"),
    ],
)
def test_a_finding_is_told(finding: AnyFinding, words: str) -> None:
    assert told(lamp(), finding, {"key-out": "Key out"}) == words
