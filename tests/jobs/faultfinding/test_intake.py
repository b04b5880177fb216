"""What is known of a car before anything is done on it."""

import pytest

from micra_assistant.diagnosis.findings import Answered, Outcome, Repaired
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.conversation import Conversation
from micra_assistant.jobs.faultfinding.intake import Known
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.diagnosis.complaints import FLEX, LOOK, lamp
from tests.jobs.faultfinding.talks import talk_on_job, tick

ITEMS = (tick("key-out", "Key out"), tick("battery-off", "Battery off"))
WHOLE = Answered("look", "whole", told=True)
BULB_TRIED = Repaired("bulb", Outcome.NO_CHANGE, told=True)
STEADY = Answered("flex", "steady", told=True)


@pytest.fixture
def now(nowhere: SqliteStore) -> Conversation:
    """Return a conversation about the lamp, before anything was said."""
    return talk_on_job(nowhere, lamp(), *ITEMS)


def known(now: Conversation, *findings: Answered | Repaired) -> list[Known]:
    """Return what may be known that is one of these."""
    return [one for one in now.may_be_known if one.finding in findings]


def test_each_answer_and_each_repair_in_vain_may_be_known(now: Conversation) -> None:
    assert len(now.may_be_known) == 2 * len(lamp().tests) + len(lamp().repairs)


def test_what_is_known_counts_costs_nothing_and_is_not_asked_for(now: Conversation) -> None:
    before = now.case.shares["bulb"]
    now.tell(known(now, WHOLE, BULB_TRIED))
    assert now.case.shares["bulb"] < before / 10
    assert now.paid == 0
    assert now.asked != LOOK
    assert known(now, WHOLE, BULB_TRIED) == []


def test_what_was_seen_elsewhere_opens_nothing_here(now: Conversation) -> None:
    now.tell(known(now, STEADY))
    assert now.case.opened == frozenset()
    assert FLEX not in now.others()


def test_what_others_tried_leaves_answers_as_they_are(now: Conversation) -> None:
    now.tell(known(now, STEADY, Repaired("wire", Outcome.NO_CHANGE, told=True)))
    assert now.case.answers["flex"] == STEADY


def test_the_record_says_that_it_was_known(now: Conversation) -> None:
    now.tell(known(now, WHOLE, BULB_TRIED))
    assert [given.words for given in now.inquiry.given] == [
        "Look at the filament: whole (known beforehand)",
        "New bulb: it changed nothing (done before the car came)",
    ]


def test_it_is_taken_back_at_once(now: Conversation) -> None:
    now.tell(known(now, WHOLE, BULB_TRIED))
    now.back()
    assert (now.inquiry.given, now.asked) == ((), LOOK)


def test_two_answers_to_one_test_are_not_known(now: Conversation) -> None:
    with pytest.raises(AnswerError, match="once"):
        now.tell(known(now, WHOLE, Answered("look", "broken", told=True)))
    assert now.inquiry.given == ()


def test_what_is_answered_is_not_known_once_more(now: Conversation) -> None:
    whole = known(now, WHOLE)
    now.answer("broken")
    with pytest.raises(AnswerError, match="still open"):
        now.tell(whole)
