"""When the car is handed over although repairs are left."""

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import why
from micra_assistant.diagnosis.fault_model import OTHER
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, AnyFinding, Outcome, Repaired
from micra_assistant.diagnosis.planner import advise, value_of
from micra_assistant.diagnosis.stopping import StopReason, dear_in_vain, stop_before
from tests.diagnosis.complaints import BULB, FUSE, LOOK, RATE, WIRE, lamp, lamp_case

ITEMS = ("battery-off", "key-out")


def car(*findings: AnyFinding, give_up: float = 250) -> Case:
    """Return a car with all gates done, whose giving up takes so many minutes at 1 a minute."""
    model = lamp()
    cost = replace(model.give_up.cost, minutes=give_up)
    return Case(replace(model, give_up=replace(model.give_up, cost=cost)), RATE, findings, items=ITEMS)


def something_else() -> Case:
    """Return a car that is most likely broken in a way that is not in the list."""
    model = lamp()
    faults = tuple(replace(fault, weight=200 if fault.id == OTHER else fault.weight) for fault in model.faults)
    return Case(replace(model, faults=faults, tests=()), RATE, items=ITEMS)


def test_what_fits_nothing_in_the_list_is_handed_over() -> None:
    advice = advise(something_else())
    assert (advice.goal, advice.stop, advice.leads) == (GIVING_UP, StopReason.NOTHING_FITS, ())
    assert "fits none of the faults" in why(something_else(), advice, {})


def in_vain(*repairs: str) -> Case:
    """Return a car on which these repairs cured nothing, with no test to ask."""
    found = (Repaired(repair, Outcome.NO_CHANGE) for repair in repairs)
    return Case(replace(lamp(), tests=()), RATE, found, items=ITEMS)


def test_a_repair_is_dear_by_what_giving_up_costs() -> None:
    assert dear_in_vain(in_vain("wire", "bulb", "fuse")) == 1
    assert dear_in_vain(car(Repaired("bulb", Outcome.NO_CHANGE), give_up=0)) == 0


def test_a_part_that_was_really_bad_was_not_in_vain() -> None:
    assert dear_in_vain(lamp_case(Repaired("wire", Outcome.PART_WAS_BAD), items=ITEMS)) == 0


def test_after_several_dear_repairs_in_vain_the_next_is_no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.diagnosis.stopping.DEAR", 0.01)
    monkeypatch.setattr("micra_assistant.diagnosis.stopping.NOTHING_FITS", 1.0)
    assert stop_before(in_vain("bulb"), FUSE) is None
    guess = in_vain("bulb", "wire")
    sure = replace(lamp(), faults=tuple(replace(f, weight=0.1) if f.id == OTHER else f for f in lamp().faults))
    assert stop_before(Case(sure, RATE, guess.findings, items=ITEMS), FUSE) is None
    likely_bulb = Case(lamp(), RATE, (*guess.findings, Answered("look", "broken")), items=ITEMS)
    assert stop_before(likely_bulb, FUSE) is StopReason.IN_VAIN
    assert "would be a guess" in why(
        likely_bulb, replace(advise(likely_bulb), stop=StopReason.IN_VAIN, goal=GIVING_UP), {}
    )


def test_a_test_is_asked_for_all_the_same() -> None:
    assert stop_before(something_else(), LOOK) is None


CONTRADICTING = (
    Answered("look", "broken"),
    Repaired("bulb", Outcome.NO_CHANGE),
    Answered("volts", "none"),
    Repaired("fuse", Outcome.NO_CHANGE),
    Answered("flex", "steady"),
)


def test_what_contradicts_itself_further_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("micra_assistant.diagnosis.stopping.NOTHING_FITS", 1.0)
    monkeypatch.setattr("micra_assistant.diagnosis.stopping.GONE_ON", 1.0)
    assert stop_before(car(*CONTRADICTING), WIRE) is StopReason.CONTRADICTION
    assert stop_before(car(Answered("look", "broken")), BULB) is None


def test_who_wants_to_may_still_repair() -> None:
    assert value_of(something_else(), BULB) is not None


def test_what_was_said_to_follow_a_repair_is_the_handing_over() -> None:
    case = car(Answered("look", "broken"))
    (lead,) = advise(case).leads
    assert lead.move == advise(case.found(Repaired("bulb", Outcome.NO_CHANGE))).goal
