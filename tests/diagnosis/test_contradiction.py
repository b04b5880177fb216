"""When an answer is doubted, and which, on a car whose lamp does not light."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis import contradiction
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.contradiction import contradicts, doubted, fit
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, AnyFinding, Outcome, Repaired
from micra_assistant.diagnosis.trust import TRUST
from tests.diagnosis.complaints import FLEX, FUSE, RATE, WIRE, lamp, lamp_case

BROKEN, WHOLE = Answered("look", "broken"), Answered("look", "whole")
DEAD, LIVE = Answered("volts", "none"), Answered("volts", "there")
STEADY, FLICKERS = Answered("flex", "steady"), Answered("flex", "breaks")
NEW_BULB, NEW_FUSE = Repaired("bulb", Outcome.NO_CHANGE), Repaired("fuse", Outcome.NO_CHANGE)
NOTHING_FITS = (BROKEN, DEAD, STEADY, NEW_BULB, NEW_FUSE)


def test_nothing_found_fits() -> None:
    assert fit(lamp_case()) == 1
    assert not contradicts(lamp_case(), WIRE)


@pytest.mark.parametrize("found", [(BROKEN, LIVE, STEADY), (WHOLE, DEAD, STEADY), (WHOLE, DEAD, FLICKERS, NEW_FUSE)])
def test_what_one_fault_leads_to_fits(found: tuple[AnyFinding, ...]) -> None:
    assert fit(lamp_case(*found)) > 1


def test_answers_that_no_fault_leads_to_contradict_themselves() -> None:
    assert contradicts(lamp_case(*NOTHING_FITS), WIRE)
    assert contradicts(lamp_case(*NOTHING_FITS), GIVING_UP)


def test_while_there_is_more_to_ask_nothing_is_doubted() -> None:
    assert not contradicts(lamp_case(*NOTHING_FITS), FLEX)


@pytest.mark.parametrize(("trust", "contradicting"), [("sure", True), ("fair", False)])
def test_the_surer_the_tests_the_sooner_an_answer_is_doubted(trust: str, contradicting: bool) -> None:
    assert contradicts(trusting(trust, BROKEN, DEAD), FUSE) is contradicting


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


def test_what_was_answered_first_is_doubted_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contradiction, "FIRST", 1)
    assert contradicts(lamp_case(BROKEN, DEAD, FLICKERS), WIRE)
    assert not contradicts(lamp_case(DEAD, FLICKERS, BROKEN), WIRE)


@pytest.mark.parametrize(("doubt", "contradicting"), [(2, True), (1000, False)])
def test_a_model_says_how_soon_an_answer_is_doubted(doubt: float, contradicting: bool) -> None:
    case = lamp_case(BROKEN, DEAD, FLICKERS)
    assert contradicts(Case(replace(case.model, doubt=doubt), RATE, case.findings), WIRE) is contradicting


def test_a_repair_alone_contradicts_nothing() -> None:
    assert fit(lamp_case(NEW_BULB)) == 1


def test_a_repair_that_did_not_cure_its_fault_speaks_against_what_led_to_it() -> None:
    assert fit(lamp_case(BROKEN, LIVE, NEW_BULB)) < fit(lamp_case(BROKEN, LIVE))


@pytest.mark.parametrize(("outcome", "counts"), [(Outcome.NO_CHANGE, True), (Outcome.PART_WAS_BAD, False)])
def test_an_answer_that_a_repair_has_outdated_counts_if_it_was_about_the_same_fault(
    outcome: Outcome, counts: bool
) -> None:
    found = (FLICKERS, BROKEN, Repaired("wire", outcome))
    case = lamp_case(*found)
    assert "flex" not in case.answers
    assert (FLICKERS in doubted(case)) is counts


@pytest.mark.parametrize(
    ("outcome", "now", "counts"),
    [
        (Outcome.NO_CHANGE, WHOLE, True),
        (Outcome.NO_CHANGE, BROKEN, False),
        (Outcome.PART_WAS_BAD, WHOLE, False),
    ],
)
def test_an_answer_that_is_another_one_since_it_was_measured_again_counts_if_it_was_about_the_same_fault(
    outcome: Outcome, now: Answered, counts: bool
) -> None:
    case = measuring_again(BROKEN, STEADY, Repaired("bulb", outcome), now)
    assert case.answers["look"] == now
    assert (case.outdated == (BROKEN,)) is counts


def test_what_was_seen_first_counts_once_while_it_is_to_be_measured_again() -> None:
    assert measuring_again(BROKEN, Repaired("bulb", Outcome.NO_CHANGE)).outdated == ()


def test_an_answer_that_is_given_anew_without_a_repair_counts_no_more() -> None:
    assert measuring_again(BROKEN, WHOLE).outdated == ()
    assert measuring_again(BROKEN, Repaired("bulb", Outcome.NO_CHANGE), BROKEN, WHOLE).outdated == ()


def test_a_first_answer_that_came_to_nothing_is_doubted() -> None:
    first, after = (BROKEN, DEAD), (Repaired("bulb", Outcome.NO_CHANGE), WHOLE, FLICKERS)
    assert fit(measuring_again(*first, *after)) < 1 < fit(measuring_again(DEAD, *after))
    assert doubted(measuring_again(*first, *after))[0] == BROKEN


def measuring_again(*found: AnyFinding) -> Case:
    """Return a car on which this was found, where a new bulb in vain asks to look at the old one once more."""
    repairs = (replace(one, again="look") if one.id == "bulb" else one for one in lamp().repairs)
    return Case(replace(lamp(), repairs=tuple(repairs)), RATE, found)


def test_the_answer_that_matters_most_is_doubted_first() -> None:
    assert doubted(lamp_case(BROKEN, DEAD, FLICKERS))[0] == BROKEN


def test_an_answer_that_stands_in_nobodys_way_is_not_doubted() -> None:
    assert set(doubted(lamp_case(BROKEN, DEAD, STEADY))) == {BROKEN, DEAD}


def test_that_a_repair_changed_nothing_can_be_doubted_too() -> None:
    assert doubted(lamp_case(BROKEN, LIVE, STEADY, NEW_BULB))[0] == NEW_BULB


def test_a_car_that_is_cured_is_not_doubted() -> None:
    assert not contradicts(lamp_case(*NOTHING_FITS, Repaired("wire", Outcome.CURED)), GIVING_UP)
