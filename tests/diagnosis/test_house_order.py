"""What comes first whatever it costs, and what is not done because it was just found good."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import why, why_not
from micra_assistant.diagnosis.fault_model import Cost, Model
from micra_assistant.diagnosis.findings import Answered, AnyFinding, LeftOut, Move, Outcome, Repaired
from micra_assistant.diagnosis.planner import advise
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, RATE, VOLTS, WIRE, WIRE_LEFT, lamp

GATES = ("battery-off", "key-out")


def house(
    *, access: tuple[str, ...] = (), wire: tuple[str, ...] = (), unless: Mapping[str, tuple[str, ...]] | None = None
) -> Model:
    """Return the lamp, with what its trim and its wire come after, and what forbids a new fuse."""
    model = lamp()
    bulb, fuse, mend = model.repairs
    return replace(
        model,
        access=tuple(replace(one, after=access) for one in model.access),
        repairs=(bulb, replace(fuse, unless=unless or {}), replace(mend, after=wire)),
    )


def car(model: Model, *findings: AnyFinding) -> Case:
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


@pytest.mark.parametrize(("answers", "is_left"), [(("there", "none"), False), (("none",), True), ((), True)])
def test_several_answers_forbid_a_repair(answers: tuple[str, ...], is_left: bool) -> None:
    case = car(house(unless={"volts": answers}), Answered("volts", "there"), Answered("look", "whole"))
    assert ("fuse" in [repair.id for repair in case.repairs_left()]) is is_left


def test_what_was_just_found_good_is_not_repaired() -> None:
    case = car(house(unless={"volts": ("there",)}), Answered("volts", "there"), Answered("look", "whole"))
    assert "fuse" not in [repair.id for repair in case.repairs_left()]
    assert why_not(case, advise(case), Move(FUSE.kind, "fuse"), {}) == "After this answer it is of no use: 12 V."


# what is part of a repair

BULB_TRIED = (Answered("volts", "there"), Answered("look", "broken"), Repaired("bulb", Outcome.NO_CHANGE))


def looked_at_again() -> Model:
    """Return the lamp whose new bulb is looked at once more if it did not cure it, which takes long."""
    (bulb, *repairs), (look, *tests) = lamp().repairs, lamp().tests
    tests_of_lamp = (replace(look, cost=Cost(500)), *tests)
    return replace(lamp(), tests=tests_of_lamp, repairs=(replace(bulb, again="look"), *repairs))


def test_a_repair_that_cured_nothing_is_ended_by_its_own_test() -> None:
    case = car(looked_at_again(), *BULB_TRIED)
    advice = advise(case)
    assert (advice.goal, advice.comes_first) == (LOOK, True)
    assert "whether the repair mended what was bad" in why(case, advice, {})


@pytest.mark.parametrize("answer", ["whole", "broken"])
def test_what_was_then_found_counts_and_is_not_asked_for_again(answer: str) -> None:
    case = car(looked_at_again(), *BULB_TRIED, Answered("look", answer))
    assert case.answers["look"].answer == answer
    assert LOOK not in [Move(LOOK.kind, test.id) for test in case.tests_left()]
    assert (case.shares["bulb"] > 0.1) is (answer == "broken")


def test_until_then_the_part_is_as_bad_as_it_was_found() -> None:
    assert car(looked_at_again(), *BULB_TRIED).answers["look"].answer == "broken"


def test_what_nobody_can_measure_again_is_passed_over() -> None:
    assert advise(car(looked_at_again(), *BULB_TRIED, LeftOut(LOOK))).goal != LOOK


def test_a_cure_asks_for_nothing_more() -> None:
    assert car(looked_at_again(), Answered("look", "broken"), Repaired("bulb", Outcome.CURED)).again == frozenset()
