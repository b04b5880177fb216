"""When findings contradict themselves, and which of them is in the way, on a car whose lamp does not light."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.contradiction import contradicts, doubted, fit
from micra_assistant.diagnosis.findings import Answered, AnyFinding, Outcome, Repaired
from micra_assistant.diagnosis.trust import TRUST
from tests.diagnosis.complaints import RATE, lamp, lamp_case

BROKEN, DEAD, STEADY = Answered("look", "broken"), Answered("volts", "none"), Answered("flex", "steady")
NEW_BULB, NEW_FUSE = Repaired("bulb", Outcome.NO_CHANGE), Repaired("fuse", Outcome.NO_CHANGE)


def test_nothing_found_fits() -> None:
    assert fit(lamp_case()) == 1
    assert not contradicts(lamp_case())


def test_one_answer_that_is_false_is_borne() -> None:
    assert not contradicts(lamp_case(BROKEN, DEAD))


ONE_FALSE = (BROKEN, DEAD)
TWO_FALSE = (Repaired("wire", Outcome.NO_CHANGE), BROKEN, DEAD, Answered("flex", "breaks"))


@pytest.mark.parametrize(
    ("trust", "found", "contradicting"),
    [
        ("sure", ONE_FALSE, True),
        ("reliable", ONE_FALSE, False),
        ("reliable", TWO_FALSE, True),
        ("fair", TWO_FALSE, False),
    ],
)
def test_one_sure_answer_or_two_reliable_ones_must_be_false_before_anything_is_doubted(
    trust: str, found: tuple[AnyFinding, ...], contradicting: bool
) -> None:
    assert contradicts(trusting(trust, *found)) is contradicting


def trusting(trust: str, *found: AnyFinding) -> Case:
    """Return a car on which this was found with tests that are trusted so far."""
    share = TRUST[trust]
    tests = (
        replace(test, likely={answer: _shares(chances, share) for answer, chances in test.likely.items()})
        for test in lamp().tests
    )
    return Case(replace(lamp(), tests=tuple(tests)), RATE, found)


def _shares(chances: Mapping[str, float], trust: float) -> dict[str, float]:
    return {fault: trust if chance > 0.5 else 1 - trust for fault, chance in chances.items()}


def test_a_repair_that_did_not_cure_speaks_against_its_fault_only() -> None:
    assert fit(lamp_case(NEW_BULB)) == 1


def test_a_repair_that_cures_its_fault_every_other_time_speaks_not_even_against_that() -> None:
    bulb, *others = lamp().repairs
    model = replace(lamp(), repairs=(replace(bulb, fixes={"bulb": 0.5}), *others))
    assert fit(Case(model, RATE, (NEW_BULB, BROKEN))) == 1


def test_answers_that_no_fault_leads_to_contradict_themselves() -> None:
    case = lamp_case(BROKEN, DEAD, STEADY, NEW_BULB, NEW_FUSE)
    assert contradicts(case)
    assert fit(case) < fit(case.without(BROKEN))


def test_that_it_may_be_something_else_explains_nothing() -> None:
    whole, there = Answered("look", "whole"), Answered("volts", "there")
    assert contradicts(lamp_case(whole, there, STEADY, NEW_BULB, NEW_FUSE))


def test_the_answer_that_matters_most_is_doubted_first() -> None:
    case = lamp_case(BROKEN, DEAD, STEADY, NEW_BULB, NEW_FUSE)
    first, *_ = doubted(case)
    assert all(fit(case.without(first)) >= fit(case.without(other)) for other in case.findings)


def test_an_answer_that_stands_in_nobodys_way_is_not_doubted() -> None:
    assert set(doubted(lamp_case(BROKEN, DEAD, STEADY))) == {BROKEN, DEAD}


def test_a_car_that_is_cured_is_not_doubted() -> None:
    assert not contradicts(lamp_case(DEAD, STEADY, NEW_FUSE, Repaired("bulb", Outcome.CURED)))
