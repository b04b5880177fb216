"""Asking and answering until the fault is found, with a lamp small enough to follow by hand."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis import conversation
from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.conversation import DONE, AnswerError, Conversation, End, begin
from micra_assistant.diagnosis.fault_model import Limits
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.guide_items import Items
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import Reading
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, VOLTS, WIRE, lamp_case

ITEMS = Items({"battery-off": "Battery off", "key-out": "Key out"})


def told(*answers: str) -> Conversation:
    """Return the conversation about the lamp after these answers."""
    now = begin(lamp_case(), ITEMS)
    for answer in answers:
        now = conversation.answered(now, answer)
    return now


def test_it_begins_with_what_is_advised() -> None:
    now = told()
    assert (now.asked, now.question) == (LOOK, "Look at the filament.")
    assert now.answers == {"whole": "whole", "broken": "broken"}
    assert (now.cost, now.paid, now.end, now.before) == (2, 0, None, None)


def test_an_answer_is_found_and_leads_to_what_is_advised_then() -> None:
    now = told("whole")
    assert now.case.findings == (Answered("look", "whole"),)
    assert now.asked == advise(now.case).move == FUSE
    assert now.paid == 2


def test_a_repair_that_cures_ends_it() -> None:
    now = told("broken", "cured")
    assert (now.end, now.case.cured_by, now.paid) == (End.CURED, "bulb", 2 + 13)
    with pytest.raises(AnswerError, match="Nothing is left to find"):
        conversation.answered(now, "whole")


def test_a_repair_that_cures_nothing_leads_on() -> None:
    now = told("broken", "no-change")
    assert now.case.repairs == {"bulb": Outcome.NO_CHANGE}
    assert now.end is None
    assert now.asked != BULB


def test_a_part_that_was_bad_makes_the_answers_stale() -> None:
    now = told("broken", "part-was-bad")
    assert now.case.answers == {}


def test_what_must_be_done_first_is_asked_first_and_anew_for_the_next_step() -> None:
    now = conversation.chosen(told(), WIRE)
    assert (now.asked, now.question) == (Move(MoveKind.GATE, "battery-off"), "Battery off")
    now = conversation.answered(now, DONE)
    assert (now.asked, now.goal, now.cost, now.paid) == (Move(MoveKind.GATE, "key-out"), WIRE, 0, 0)
    now = conversation.answered(now, DONE)
    assert (now.asked, now.cost) == (WIRE, 10 + 49)
    now = conversation.answered(now, "no-change")
    assert (now.case.items, now.paid) == (frozenset(), 59)


def test_what_cannot_be_done_first_leaves_out_what_is_behind() -> None:
    now = conversation.skipped(conversation.chosen(told(), WIRE))
    assert now.case.findings == (LeftOut(Move(MoveKind.GATE, "battery-off")),)
    assert WIRE not in conversation.others(now)
    assert now.asked == now.advice.move


def test_what_nobody_knows_is_left_out() -> None:
    now = conversation.skipped(told())
    assert now.case.left_out == {LOOK}
    assert now.asked != LOOK


def test_back_restores_the_moment_before() -> None:
    first = told()
    for now in (
        conversation.answered(first, "whole"),
        conversation.skipped(first),
        conversation.failing(first, does=False),
        conversation.chosen(first, VOLTS),
    ):
        assert conversation.back(now) is first
    assert conversation.back(told("broken", "cured")).asked == BULB
    with pytest.raises(AnswerError, match="This is where it began"):
        conversation.back(first)


def test_on_a_car_that_does_not_fail_now_answers_say_less() -> None:
    now = conversation.answered(conversation.chosen(conversation.failing(told(), does=False), VOLTS), "there")
    assert now.case.findings == (Answered("volts", "there", failing=False),)
    awake = conversation.answered(conversation.chosen(told(), VOLTS), "there")
    assert now.case.shares["wire"] > 5 * awake.case.shares["wire"]


def test_another_move_may_be_chosen_and_says_what_it_comes_to() -> None:
    now = conversation.chosen(told(), BULB)
    assert now.asked == BULB
    assert conversation.reason(now).startswith("You chose it. Expected bill")
    with pytest.raises(AnswerError, match="“look” is not left to do"):
        conversation.chosen(told("whole"), LOOK)


def test_others_are_all_that_is_left_but_this() -> None:
    assert set(conversation.others(told())) == {VOLTS, FLEX, BULB, FUSE, WIRE, GIVING_UP}


def test_why_and_why_not() -> None:
    assert conversation.reason(told()).startswith("“Look at the filament.”")
    assert conversation.reason_against(told(), WIRE).startswith("First: “Battery off”, “Key out”. Expected bill")
    assert conversation.reason(told("broken", "cured")).startswith("Nothing is left")


def test_giving_up_is_asked_and_ends_it() -> None:
    now = told("whole")
    while now.asked != GIVING_UP:
        now = conversation.skipped(now)
    with pytest.raises(AnswerError, match="the last that is left"):
        conversation.skipped(now)
    before, now = now.paid, conversation.answered(now, DONE)
    assert (now.end, now.paid - before) == (End.GIVEN_UP, 250)


def test_an_answer_that_there_is_not_is_named() -> None:
    with pytest.raises(AnswerError, match="no answer “blue” here; there is: whole, broken"):
        conversation.answered(told(), "blue")


def with_reading(item: str) -> Conversation:
    """Return the conversation at the voltage, which is a reading of the guide from 11 V on."""
    case = lamp_case()
    limits = (Limits("there", Decimal(11)), Limits("none", None, Decimal(1)))
    tests = tuple(replace(t, item="lamp-volts", limits=limits) if t.id == "volts" else t for t in case.model.tests)
    items = Items({}, {item: Reading(id=item, label=(), unit="V", minus="leads")})
    now = begin(Case(replace(case.model, tests=tests), case.rate_per_hour), items)
    return conversation.chosen(now, VOLTS)


@pytest.mark.parametrize(("text", "answer"), [("12.4", "there"), ("12400 mV", "there"), ("0", "none")])
def test_a_reading_may_be_typed(text: str, answer: str) -> None:
    now = conversation.typed(with_reading("lamp-volts"), text)
    assert now.case.answers["volts"].answer == answer


@pytest.mark.parametrize(
    ("text", "words"), [("5", "does not tell which"), ("blue", "Type a number in V"), ("OL", "higher range")]
)
def test_a_reading_that_answers_nothing_is_said_to(text: str, words: str) -> None:
    with pytest.raises(AnswerError, match=words):
        conversation.typed(with_reading("lamp-volts"), text)


def test_without_the_item_of_the_guide_nothing_can_be_typed() -> None:
    for now in (told(), with_reading("another")):
        with pytest.raises(AnswerError, match="No reading is asked for here"):
            conversation.typed(now, "12")


def test_all_that_was_found_is_kept_in_order() -> None:
    assert told("broken", "no-change").case.findings == (
        Answered("look", "broken"),
        Repaired("bulb", Outcome.NO_CHANGE),
    )
