"""Finder and parts table name the same part for the same work."""

import pytest

from micra_assistant.diagnosis.findings import Answered, LeftOut, Move, MoveKind, Outcome, Repaired
from micra_assistant.jobs.events import Diagnosed, OptionChosen
from micra_assistant.jobs.faultfinding.part_advice import part_advice
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.workshop.values import Workshop
from tests.jobs.routing.walker import Walker
from tests.shipped import LIBRARY

FAULTS = "faults.toml"
DEAD_BUTTON = {
    "latch-sound": "silent",
    "unlocked": "no",
    "feel": "normal",
    "lamps": "work",
    "now-and-then": "jerky",
    "pad": "whole",
    "fuses": "good",
    "button-ohms": "dead",
}


def bad_button(store: SqliteStore, years: int, **answers: str) -> Walker:
    """Return a job of a workshop that reckons with so many years, on which the button was found bad."""
    return found_on(store, years, {**DEAD_BUTTON, **answers})


def found_on(store: SqliteStore, years: int, answers: dict[str, str]) -> Walker:
    """Return a job of a workshop that reckons with so many years, on which this was found."""
    guide = LIBRARY.guide("tailgate-button")
    job = Walker(store, guide, complaint=guide.complaints[0].title)
    job.open_job.workshop = lambda: Workshop(kept_years=years)
    job.search.begin()
    for test, answer in answers.items():
        job.open_job.do(Diagnosed(FAULTS, Answered(test, answer), ""))
    return job


@pytest.mark.parametrize(
    ("years", "repair", "way"),
    [
        (1, "used-button", "Used part"),
        (3, "new-analogue", "Quality analogue"),
        (8, "new-original", "Original (Nissan)"),
    ],
)
def test_the_part_is_that_of_the_table(nowhere: SqliteStore, years: int, repair: str, way: str) -> None:
    inquiry = bad_button(nowhere, years).inquiry
    assert inquiry.goal == inquiry.advice.goal == Move(MoveKind.REPAIR, repair)
    assert f"“{way}” comes cheapest" in part_advice(inquiry)[0]


def test_what_was_chosen_in_the_table_is_fitted(nowhere: SqliteStore) -> None:
    job = bad_button(nowhere, 8)
    job.open_job.do(OptionChosen("used"))
    assert job.inquiry.goal.id == "used-button"
    job.open_job.do(Diagnosed(FAULTS, Repaired("used-button", Outcome.NO_CHANGE), ""))
    assert job.inquiry.goal.id != "used-button"


def test_other_work_is_not_chosen_by_its_price(nowhere: SqliteStore) -> None:
    job = bad_button(nowhere, 8, **{"button-ohms": "poor"})
    assert job.inquiry.goal.id == "clean-button", "to clean it is another repair, whatever a new one costs"


def test_why_it_is_other_work_than_the_table_puts_first_is_said(nowhere: SqliteStore) -> None:
    job = bad_button(nowhere, 8, **{"button-ohms": "poor"})
    told = part_advice(job.inquiry)
    assert "“Original (Nissan)” comes cheapest" in told[0]
    assert told[1].startswith("But “Original (Nissan)” is other work: the finder goes by what each costs now")
    same = part_advice(bad_button(nowhere, 8).inquiry)
    assert not any("is other work" in words for words in same)


def test_that_the_work_of_the_table_was_left_out_is_said(nowhere: SqliteStore) -> None:
    job = bad_button(nowhere, 1, **{"button-ohms": "poor"})
    job.open_job.do(Diagnosed(FAULTS, LeftOut(Move(MoveKind.REPAIR, "clean-button")), ""))
    told = part_advice(job.inquiry)
    assert "“Clean the old button” comes cheapest" in told[0]
    assert (
        told[1] == "But “Clean the old button” is other work, which was done, left out, or does not fit what was found."
    )


def test_an_answer_leads_to_the_part_that_it_says(nowhere: SqliteStore) -> None:
    answers = {test: answer for test, answer in DEAD_BUTTON.items() if test != "button-ohms"}
    asked = found_on(nowhere, 8, answers).inquiry
    assert asked.goal == Move(MoveKind.TEST, "button-ohms")
    led = {lead.answer: lead.move for lead in asked.advice.leads if lead.move.kind is MoveKind.REPAIR}
    assert led["dead"] == Move(MoveKind.REPAIR, "new-original")
    after = {answer: found_on(nowhere, 8, {**answers, "button-ohms": answer}).inquiry.goal for answer in led}
    assert led == after


def test_a_repair_that_failed_leads_to_another_one(nowhere: SqliteStore) -> None:
    inquiry = bad_button(nowhere, 1).inquiry
    assert [lead.move for lead in inquiry.advice.leads] != [inquiry.goal]
    assert inquiry.advice.expected >= inquiry.advice.cost
