"""How likely a fault is, in words, on a car whose lamp does not light."""

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import OTHER
from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.diagnosis.likelihood import likelihood, suspects
from tests.diagnosis.complaints import RATE, lamp, lamp_case


def words(case: Case) -> dict[str, str]:
    """Return by fault how likely it is, the likeliest first."""
    return {suspect.fault.id: suspect.word for suspect in suspects(case)}


@pytest.mark.parametrize(
    ("share", "word"),
    [
        *((1, "most likely"), (0.5, "most likely"), (0.49, "likely"), (0.2, "likely")),
        *((0.19, "possible"), (0.05, "possible"), (0.049, "unlikely"), (0, "unlikely")),
    ],
)
def test_shares_have_words(share: float, word: str) -> None:
    assert likelihood(share) == word


def test_suspects_are_in_words_the_likeliest_first() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"))
    assert list(words(case).items()) == [
        ("wire", "most likely"),
        ("fuse", "likely"),
        ("other", "unlikely"),
        ("bulb", "all but ruled out"),
    ]


def test_below_one_in_fifty_a_fault_is_all_but_ruled_out() -> None:
    bulb, fuse = (lamp_case(Repaired(repair, Outcome.NO_CHANGE)) for repair in ("bulb", "fuse"))
    assert (round(bulb.shares["bulb"], 3), words(bulb)["bulb"]) == (0.020, "all but ruled out")
    assert (round(fuse.shares["fuse"], 3), words(fuse)["fuse"]) == (0.024, "unlikely")


def test_what_was_rare_from_the_beginning_is_not_ruled_out_by_that() -> None:
    faults = tuple(replace(fault, weight=1) if fault.id == OTHER else fault for fault in lamp().faults)
    assert words(Case(replace(lamp(), faults=faults), RATE))[OTHER] == "unlikely"
