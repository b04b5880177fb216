"""What is believed of one car: order does not matter, taking back restores, and nothing is ever certain."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.diagnosis.belief import likely
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.findings import (
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
from tests.diagnosis.complaints import BULB, FLEX, LOOK, VOLTS, WIRE, lamp, lamp_case

ANSWERS = st.permutations(lamp().tests).flatmap(
    lambda tests: st.tuples(
        *(st.builds(Answered, st.just(t.id), st.sampled_from(sorted(t.answers)), st.booleans()) for t in tests)
    )
)
STEPS = {test.id: sorted(test.answers) for test in lamp().tests}
FINDINGS = st.lists(
    st.one_of(
        *(
            st.builds(Answered, st.just(test), st.sampled_from(answers), st.booleans())
            for test, answers in STEPS.items()
        ),
        st.builds(Repaired, st.sampled_from(["bulb", "fuse", "wire"]), st.sampled_from(Outcome)),
        st.builds(LeftOut, st.sampled_from([LOOK, WIRE])),
        st.just(AccessOpened("trim")),
    ),
    max_size=8,
)


@given(ANSWERS)
def test_the_order_of_answers_does_not_matter(answers: tuple[Answered, ...]) -> None:
    believed = [lamp_case(*order).shares for order in itertools.permutations(answers)]
    assert all(shares == believed[0] for shares in believed)


@given(FINDINGS, FINDINGS)
def test_taking_back_restores_what_was_believed(before: list[AnyFinding], more: list[AnyFinding]) -> None:
    case = lamp_case(*before)
    back = case.found(*more)
    for finding in reversed(more):
        back = back.without(finding)
    assert back.findings == case.findings
    assert back.weights == pytest.approx(case.weights, rel=1e-12)


@given(FINDINGS)
def test_shares_are_one_in_all_and_none_is_nothing(findings: list[AnyFinding]) -> None:
    shares = lamp_case(*findings).shares
    assert sum(shares.values()) == pytest.approx(1, abs=1e-12)
    assert all(share > 0 for share in shares.values())


def test_an_answer_weighs_each_fault_by_how_likely_it_makes_the_answer() -> None:
    shares = lamp_case(Answered("look", "whole")).shares
    total = 0.50 * 0.05 + 0.50 * 0.95
    assert shares == pytest.approx(
        {"bulb": 0.025 / total, "fuse": 0.19 / total, "wire": 0.2565 / total, "other": 0.0285 / total}
    )


def test_a_later_answer_to_the_same_test_replaces_the_former() -> None:
    again = lamp_case(Answered("look", "whole"), Answered("look", "broken"))
    assert again.shares == lamp_case(Answered("look", "broken")).shares


def test_a_good_reading_on_a_car_that_does_not_fail_now_says_little() -> None:
    failing = lamp_case(Answered("volts", "there")).shares["wire"]
    working = lamp_case(Answered("volts", "there", failing=False)).shares["wire"]
    assert failing < 0.03 < 0.15 < working < 0.27


def test_a_fault_shows_three_times_in_ten_on_a_car_that_does_not_fail_now() -> None:
    volts = lamp().tests[1]
    mostly = 0.5 * 0.95 + 0.2 * 0.05 + 0.27 * 0.05 + 0.03 * 0.95
    _bulb, _fuse, wire, _other = likely(lamp(), volts, "there", failing=False)
    assert wire == pytest.approx(0.3 * 0.05 + 0.7 * mostly)


def test_a_bad_reading_on_a_car_that_does_not_fail_now_still_speaks() -> None:
    assert lamp_case(Answered("flex", "breaks", failing=False)).shares["wire"] > 0.27 * 1.5


def test_a_repair_that_cured_nothing_speaks_against_what_it_mends() -> None:
    case = lamp_case(Repaired("bulb", Outcome.NO_CHANGE))
    assert case.weights["bulb"] == pytest.approx(0.5 * 0.02)
    assert case.weights["wire"] == pytest.approx(0.27)


def test_a_cure_says_what_it_was() -> None:
    case = lamp_case(Repaired("fuse", Outcome.CURED))
    assert case.cured_by == "fuse"
    assert case.shares["fuse"] > 0.9999


def test_a_repair_makes_only_those_answers_stale_that_the_author_names() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"), Repaired("wire", Outcome.NO_CHANGE))
    assert list(case.answers) == ["look"]
    assert VOLTS in moves_left(case)


def test_a_part_that_was_bad_stays_mended_and_the_answers_that_told_of_it_are_forgotten() -> None:
    case = lamp_case(Answered("look", "broken"), Repaired("bulb", Outcome.PART_WAS_BAD))
    assert case.answers == {}
    assert case.shares["bulb"] < case.shares["other"]
    assert BULB not in moves_left(case)


def test_answers_about_another_part_hold_and_lead_to_the_second_fault() -> None:
    case = lamp_case(Answered("look", "broken"), Answered("volts", "none"), Repaired("bulb", Outcome.PART_WAS_BAD))
    assert list(case.answers) == ["volts"]
    assert case.shares["bulb"] + case.shares["other"] < 0.1


def test_what_the_author_names_is_forgotten_too() -> None:
    case = lamp_case(Answered("look", "whole"), Answered("volts", "none"), Repaired("wire", Outcome.PART_WAS_BAD))
    assert list(case.answers) == ["look"]


def test_an_answer_after_the_repair_counts() -> None:
    case = lamp_case(Repaired("bulb", Outcome.PART_WAS_BAD), Answered("volts", "none"))
    assert list(case.answers) == ["volts"]


def test_what_is_left_out_is_not_left() -> None:
    case = lamp_case(LeftOut(LOOK), LeftOut(WIRE))
    assert [move.id for move in moves_left(case)] == ["volts", "flex", "bulb", "fuse"]


def test_leaving_out_a_gate_leaves_out_what_is_behind_it_until_it_is_done() -> None:
    gate = LeftOut(Move(MoveKind.GATE, "key-out"))
    assert WIRE not in moves_left(lamp_case(gate))
    assert WIRE in moves_left(lamp_case(gate, items=("key-out",)))


def test_answering_what_was_left_out_takes_it_in_again() -> None:
    assert lamp_case(LeftOut(LOOK), Answered("look", "whole")).left_out == frozenset()


def test_a_test_behind_access_work_shows_that_it_is_done() -> None:
    assert lamp_case(Answered("flex", "steady")).opened == {"trim"}
    assert lamp_case(Answered("flex", "steady"), AccessClosed("trim")).opened == set()


def test_the_checklist_shows_that_access_work_is_done() -> None:
    assert lamp_case(items=("clips",)).opened == set()
    assert lamp_case(items=("clips", "panel")).opened == {"trim"}


def test_open_gates_are_those_that_are_not_done_in_order() -> None:
    assert lamp_case().open_gates(WIRE) == ("battery-off", "key-out")
    assert lamp_case(items=("battery-off",)).open_gates(WIRE) == ("key-out",)
    assert lamp_case().open_gates(FLEX) == ()


def test_findings_of_another_model_count_for_nothing_and_are_kept() -> None:
    strange = (Answered("smell", "burnt"), Answered("look", "green"), Repaired("horn", Outcome.CURED))
    case = lamp_case(*strange, AccessOpened("roof"))
    assert case.strange == (*strange, AccessOpened("roof"))
    assert case.shares == lamp_case().shares


def moves_left(case: Case) -> list[Move]:
    """Return what is left to do."""
    return [
        *(Move(MoveKind.TEST, test.id) for test in case.tests_left()),
        *(Move(MoveKind.REPAIR, repair.id) for repair in case.repairs_left()),
    ]
