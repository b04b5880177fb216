"""What comes first whatever it costs, and what is not done because it was just found good."""

from collections.abc import Mapping

from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import why, why_not
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.findings import Answered, LeftOut, Move
from micra_assistant.diagnosis.planner import advise
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, RATE, VOLTS, WIRE, WIRE_LEFT, lamp

GATES = ("battery-off", "key-out")


def house(
    *, access: tuple[str, ...] = (), wire: tuple[str, ...] = (), unless: Mapping[str, str] | None = None
) -> Model:
    """Return the lamp, with what its trim and its wire come after, and what forbids a new fuse."""
    model = lamp()
    bulb, fuse, mend = model.repairs
    return replace(
        model,
        access=tuple(replace(one, after=access) for one in model.access),
        repairs=(bulb, replace(fuse, unless=unless or {}), replace(mend, after=wire)),
    )


def car(model: Model, *findings: Answered | LeftOut) -> Case:
    """Return a car on which all gates are done."""
    return Case(model, RATE, findings, items=GATES)


def test_a_look_comes_before_the_trim_whatever_it_costs() -> None:
    found = (Answered("look", "whole"),)
    plain = car(lamp(), *found, LeftOut(VOLTS), LeftOut(FUSE), LeftOut(BULB))
    assert advise(plain).goal in (FLEX, WIRE)
    after = car(house(access=("volts",)), *found, LeftOut(FUSE), LeftOut(BULB))
    advice = advise(after)
    assert advice.goal == VOLTS
    assert advice.comes_first
    assert {lead.answer for lead in advice.leads} == {"there", "none"}
    assert sum(lead.share for lead in advice.leads) > 0.99


def test_it_says_that_the_look_comes_first() -> None:
    case = car(house(access=("volts",)), Answered("look", "whole"), LeftOut(FUSE), LeftOut(BULB))
    assert "comes before anything dearer" in why(case, advise(case), {})


def test_a_look_that_nobody_can_take_is_passed_over() -> None:
    case = car(house(access=("volts",)), Answered("look", "whole"), LeftOut(VOLTS), LeftOut(FUSE), LeftOut(BULB))
    assert advise(case).goal in (FLEX, WIRE)


def test_what_has_been_answered_is_not_asked_for_again() -> None:
    case = car(house(access=("look", "volts")), Answered("look", "whole"), Answered("volts", "none"), LeftOut(FUSE))
    assert advise(case).goal not in (LOOK, VOLTS)


def test_a_part_comes_after_the_test_that_names_it() -> None:
    found = [finding for finding in WIRE_LEFT if finding != Answered("flex", "breaks")]
    case = Case(house(wire=("flex",)), RATE, found, items=GATES)
    assert advise(case).goal == FLEX


def test_what_was_just_found_good_is_not_repaired() -> None:
    case = car(house(unless={"volts": "there"}), Answered("volts", "there"), Answered("look", "whole"))
    assert "fuse" not in [repair.id for repair in case.repairs_left()]
    assert why_not(case, advise(case), Move(FUSE.kind, "fuse"), {}) == "What it would repair was found good: 12 V."
