"""Asking and answering until the fault is found, with a lamp small enough to follow by hand."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Limits
from micra_assistant.diagnosis.findings import GIVING_UP, Answered, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import Reading
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.conversation import Conversation, End
from micra_assistant.jobs.faultfinding.question import DONE
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.diagnosis.complaints import BULB, FLEX, FUSE, LOOK, VOLTS, WIRE, lamp
from tests.jobs.faultfinding.talks import talk_about, talk_about_shipped, tick

Told = Callable[..., Conversation]
GATES = tick("battery-off", "Battery off"), tick("key-out", "Key out")


@pytest.fixture
def told(nowhere: SqliteStore) -> Told:
    """Return what gives the conversation about the lamp after some answers."""

    def after(*answers: str) -> Conversation:
        now = talk_about(nowhere, lamp(), *GATES)
        for answer in answers:
            now.answer(answer)
        return now

    return after


def seen(now: Conversation) -> tuple[object, ...]:
    """Return all that a person is told of a conversation."""
    case = now.case
    return case.findings, case.items, case.failing, now.asked, now.inquiry.goal, now.question, now.paid, now.end


def test_it_begins_with_what_is_advised(told: Told) -> None:
    now = told()
    assert (now.asked, now.question) == (LOOK, "Look at the filament.")
    assert now.answers == {"whole": "whole", "broken": "broken"}
    assert (now.cost, now.paid, now.end) == (2, 0, None)
    with pytest.raises(AnswerError, match="This is where it began"):
        now.back()


def test_an_answer_is_found_and_leads_to_what_is_advised_then(told: Told) -> None:
    now = told("whole")
    assert now.case.findings == (Answered("look", "whole"),)
    assert now.asked == advise(now.case).move == FUSE
    assert now.paid == 2


def test_a_repair_that_cures_ends_it(told: Told) -> None:
    now = told("broken", "cured")
    assert (now.end, now.case.cured_by, now.paid) == (End.CURED, "bulb", 2 + 13)
    with pytest.raises(AnswerError, match="Nothing is left to find"):
        now.answer("whole")


def test_a_repair_that_cures_nothing_leads_on(told: Told) -> None:
    now = told("broken", "no-change")
    assert now.case.repairs == {"bulb": Outcome.NO_CHANGE}
    assert now.end is None
    assert now.asked != BULB


def test_a_part_that_was_bad_makes_the_answers_stale(told: Told) -> None:
    now = told("broken", "part-was-bad")
    assert now.case.answers == {}


def test_what_must_be_done_first_is_asked_first_and_anew_for_the_next_step(told: Told) -> None:
    now = told()
    now.choose(WIRE)
    assert (now.asked, now.question) == (Move(MoveKind.GATE, "battery-off"), "Battery off")
    now.answer(DONE)
    assert (now.asked, now.inquiry.goal, now.cost, now.paid) == (Move(MoveKind.GATE, "key-out"), WIRE, 0, 0)
    now.answer(DONE)
    assert (now.asked, now.cost) == (WIRE, 10 + 49)
    now.answer("no-change")
    assert (now.case.items, now.paid) == (frozenset(), 59)


def test_what_cannot_be_done_first_leaves_out_what_is_behind(told: Told) -> None:
    now = told()
    now.choose(WIRE)
    now.skip()
    assert now.case.findings == (LeftOut(Move(MoveKind.GATE, "battery-off")),)
    assert WIRE not in now.others()
    assert now.asked == now.inquiry.advice.move


def test_what_nobody_knows_is_left_out(told: Told) -> None:
    now = told()
    now.skip()
    assert now.case.left_out == {LOOK}
    assert now.asked != LOOK


def test_back_restores_the_moment_before(told: Told) -> None:
    now = told("whole")
    before = seen(now)
    ways: list[Callable[[], None]] = [
        lambda: now.answer("no-change"),
        now.skip,
        lambda: now.set_failing(failing=False),
        lambda: now.choose(VOLTS),
        lambda: now.choose(GIVING_UP),
    ]
    for do in ways:
        do()
        assert seen(now) != before
        now.back()
        assert seen(now) == before
    now.choose(GIVING_UP)
    now.answer(DONE)
    for _ in range(3):
        now.back()
    assert seen(now) == seen(told())
    cured = told("broken", "cured")
    cured.back()
    assert (cured.asked, cured.end) == (BULB, None)


def test_on_a_car_that_does_not_fail_now_answers_say_less(told: Told) -> None:
    now, awake = told(), told()
    now.set_failing(failing=False)
    for one in (now, awake):
        one.choose(VOLTS)
        one.answer("there")
    assert now.case.findings == (Answered("volts", "there", failing=False),)
    assert now.case.shares["wire"] > 5 * awake.case.shares["wire"]


def test_another_move_may_be_chosen_and_says_what_it_comes_to(told: Told) -> None:
    now = told()
    now.choose(BULB)
    assert now.asked == BULB
    assert now.reason().startswith("You chose it. Expected bill")
    with pytest.raises(AnswerError, match="“look” is not left to do"):
        told("whole").choose(LOOK)


def test_others_are_all_that_is_left_but_this(told: Told) -> None:
    assert set(told().others()) == {VOLTS, FLEX, BULB, FUSE, WIRE, GIVING_UP}


def test_why_and_why_not(told: Told) -> None:
    assert told().reason().startswith("“Look at the filament.”")
    assert told().inquiry.why_not(WIRE).startswith("First: “Battery off”, “Key out”. Expected bill")
    assert told("broken", "cured").reason().startswith("Nothing is left")


def test_giving_up_is_asked_and_ends_it(told: Told) -> None:
    now = told("whole")
    while now.asked != GIVING_UP:
        now.skip()
    with pytest.raises(AnswerError, match="the last that is left"):
        now.skip()
    before = now.paid
    now.answer(DONE)
    assert (now.end, now.paid - before) == (End.GIVEN_UP, 250)


def test_an_answer_that_there_is_not_is_named(told: Told) -> None:
    with pytest.raises(AnswerError, match="no answer “blue” here; there is: whole, broken"):
        told().answer("blue")


def with_reading(store: SqliteStore, item: str) -> Conversation:
    """Return the conversation at the voltage, which is a reading of the guide from 11 V on."""
    model = lamp()
    limits = (Limits("there", Decimal(11)), Limits("none", None, Decimal(1)))
    tests = tuple(replace(t, item="lamp-volts", limits=limits) if t.id == "volts" else t for t in model.tests)
    now = talk_about(store, replace(model, tests=tests), Reading(id=item, label=(), unit="V", minus="leads"))
    now.choose(VOLTS)
    return now


@pytest.mark.parametrize(("text", "answer"), [("12.4", "there"), ("12400 mV", "there"), ("0", "none")])
def test_a_reading_may_be_typed(nowhere: SqliteStore, text: str, answer: str) -> None:
    now = with_reading(nowhere, "lamp-volts")
    now.type(text)
    assert now.case.answers["volts"].answer == answer


@pytest.mark.parametrize(
    ("text", "words"), [("5", "does not tell which"), ("blue", "Type a number in V"), ("OL", "higher range")]
)
def test_a_reading_that_answers_nothing_is_said_to(nowhere: SqliteStore, text: str, words: str) -> None:
    now = with_reading(nowhere, "lamp-volts")
    before = seen(now)
    with pytest.raises(AnswerError, match=words):
        now.type(text)
    assert seen(now) == before


def test_without_the_item_of_the_guide_nothing_can_be_typed(told: Told, nowhere: SqliteStore) -> None:
    for now in (told(), with_reading(nowhere, "another")):
        with pytest.raises(AnswerError, match="No reading is asked for here"):
            now.type("12")


def test_all_that_was_found_is_kept_in_order(told: Told) -> None:
    assert told("broken", "no-change").case.findings == (
        Answered("look", "broken"),
        Repaired("bulb", Outcome.NO_CHANGE),
    )


def done_first(now: Conversation) -> list[str]:
    """Do all that comes before what is asked, and return it."""
    done = list[str]()
    while now.inquiry.asked.kind is MoveKind.GATE:
        done.append(now.inquiry.asked.id)
        now.answer(DONE)
    return done


def test_what_is_put_back_for_a_test_is_asked_anew_for_the_next(nowhere: SqliteStore) -> None:
    now = talk_about_shipped(nowhere, "remote-key-one")
    now.choose(Move(MoveKind.TEST, "cell-volts"))
    done_first(now)
    now.answer("good")
    for test in ("bare-switch", "key-heard"):
        now.choose(Move(MoveKind.TEST, test))
        assert done_first(now)[0] == "cell-in"
        now.answer(next(iter(now.answers)))
