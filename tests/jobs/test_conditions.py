"""Lines that only confirm how the car stands, drawn: ☑ confirmed, □ asked again, ☐ to confirm, ⊘ held."""

from pathlib import Path

import pytest

from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.checklist import Checklist, held_message
from micra_assistant.jobs.closing import unfinished
from micra_assistant.jobs.events import AnyAct, GuideTaken, Left, Ticked, Unticked
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from tests.builders import guide_fixture, guide_of, state_after
from tests.drawings import drawing

SAFE = """
    # Safe {: #safe }

    ## Power off {: #power-off }

    - [ ] Propped {: #prop undo="Take the prop away" state="propped" }
    - [ ] Negative off {: #off undo="Connect the negative" state="battery off" }
    """
WORK = """
    # Work {: #work }

    ## Reach in {: #reach-in }

    !!! warning "Latch jumping"
        It can crush a finger. Take the power off first.

        - [ ] Power off, propped {: #sure confirms="off prop" }

    - [ ] Looked at {: #looked }
    - [ ] Button out {: #out undo="Press it in" state="button out" }
    """
TEST = """
    # Test {: #test }

    ## Power on {: #power-on }

    - [ ] Power on for the test {: #on-test undoes="off" }
    - [ ] Power off after it {: #off-again undo="Connect the negative" state="battery off" }

    ## Close {: #close }

    - [ ] Button in {: #in undoes="out" }
    - [ ] Power on {: #on undoes="off off-again" }
    - [ ] Prop away {: #prop-away undoes="prop" }
    """
SAFE_NOW = (Ticked("prop"), Ticked("off"))
SURE = (*SAFE_NOW, Ticked("sure"))
OFF_AGAIN = (Ticked("on-test"), Ticked("off-again"))

guide = guide_fixture(SAFE, WORK, TEST)
"""A guide with a gate that only confirms what the page before it makes so."""


def work(guide: Guide, *acts: AnyAct) -> str:
    """Return the drawing of the page of the work once these acts are done."""
    checklist = Checklist(guide, state_after(*acts))
    return "\n".join(_drawn(checklist, item.id) for item in guide.pages[1].items)


def _drawn(checklist: Checklist, item_id: str) -> str:
    line = checklist.line(item_id)
    box = "□" if line.asked_again else "☑" if line.done else "⊘" if line.held_by else "☐"
    return " ".join(part for part in (box, plain(line.item.label), held_message(line)) if part)


def test_it_waits_for_what_it_confirms_and_names_the_step_that_makes_it_so(guide: Guide) -> None:
    assert work(guide, Ticked("prop")) == drawing("""
        ⊘ Power off, propped First: Negative off (Power off)
        ⊘ Looked at First: Power off, propped
        ⊘ Button out First: Power off, propped
        """)


def test_it_is_asked_while_the_car_is_so(guide: Guide) -> None:
    assert work(guide, *SAFE_NOW).startswith("☐ Power off, propped\n⊘ Looked at")
    assert work(guide, *SURE) == "☑ Power off, propped\n☐ Looked at\n☐ Button out"


@pytest.mark.parametrize("again", [OFF_AGAIN, (Unticked("off"), Ticked("off")), (Ticked("on"), Unticked("on"))])
def test_it_is_asked_again_once_the_state_was_ended_and_begun_anew(guide: Guide, again: tuple[AnyAct, ...]) -> None:
    assert work(guide, *SURE, *again).startswith("□ Power off, propped\n⊘ Looked at")
    assert work(guide, *SURE, *again, Ticked("sure")).startswith("☑ Power off, propped\n☐ Looked at")


def test_it_stands_while_another_line_keeps_the_state(guide: Guide) -> None:
    assert work(guide, *SURE, Ticked("off-again"), Ticked("on-test")).startswith("☑ Power off, propped\n☐ Looked at")


def test_what_was_confirmed_before_it_was_so_does_not_stand(guide: Guide) -> None:
    assert work(guide, Ticked("sure"), *SAFE_NOW).startswith("□ Power off, propped\n⊘ Looked at")


def test_it_waits_for_a_line_that_is_not_done_yet_and_brings_the_state_back(guide: Guide) -> None:
    assert work(guide, *SURE, Ticked("on-test")).startswith(
        "□ Power off, propped First: Power off after it (Power on)\n⊘ Looked at First: Power off, propped"
    )


def test_it_waits_for_taking_back_what_ended_the_state_if_no_other_line_is_left(guide: Guide) -> None:
    assert work(guide, *SURE, *OFF_AGAIN, Ticked("on")).startswith(
        "□ Power off, propped First take back: Power on (Close)"
    )


def test_work_that_is_done_stays_done_when_the_state_has_ended(guide: Guide) -> None:
    acts = (*SURE, Ticked("looked"), Ticked("out"), Ticked("in"), Ticked("on"))
    assert work(guide, *acts).splitlines()[1:] == [
        "☑ Looked at First: Power off, propped",
        *work(guide, *acts).splitlines()[2:],
    ]
    checklist = Checklist(guide, state_after(*acts))
    assert checklist.progress(guide.pages[1]) == (3, 3)
    assert [one.step.id for one in unfinished(guide, checklist)] == ["close"]
    assert not checklist.line("sure").asked_again
    assert not checklist.line("sure").passes


def test_on_a_page_that_is_done_it_is_asked_again_once_the_car_is_so_anew(guide: Guide) -> None:
    acts = (*SURE, Ticked("looked"), Ticked("out"), *OFF_AGAIN)
    assert work(guide, *acts).startswith("□ Power off, propped\n☑ Looked at")


def test_what_an_earlier_text_of_the_guide_opened_counts(tmp_path: Path) -> None:
    shorter = guide_of(tmp_path, SAFE.replace("#off ", "#negative "), WORK.replace("off prop", "negative prop"))
    acts = (Ticked("prop"), Ticked("off"), GuideTaken("2", "cd", (Left("off", "battery off", "Connect"),)))
    assert work(shorter, *acts).startswith("☐ Power off, propped\n")
    assert work(shorter, *acts, Ticked("sure")).startswith("☑ Power off, propped\n☐ Looked at")


@pytest.fixture
def job(guide: Guide, store: SqliteStore) -> OpenJob:
    """Return a job with the guide, at the step of the work."""
    open_job = begin_job(store, guide)
    open_job.go_to("reach-in")
    return open_job


def test_it_cannot_be_confirmed_while_the_car_is_not_so(job: OpenJob) -> None:
    job.toggle("off")
    held = job.toggle("sure")
    assert held is not None
    assert held_message(held) == "First: Propped (Power off)"
    assert "sure" not in job.state.ticked


def test_one_act_confirms_it_anew_and_the_next_takes_it_back(job: OpenJob) -> None:
    for item in ("prop", "off", "sure", "on-test", "off-again"):
        job.toggle(item)
    assert job.current_item == "sure"
    job.toggle("sure")
    assert (job.checklist.line("sure").stands, job.current_item) == (True, "looked")
    job.toggle("sure")
    assert "sure" not in job.state.ticked


def test_undoing_the_act_that_ended_the_state_lets_the_confirmation_stand(job: OpenJob) -> None:
    for item in ("prop", "off", "sure", "on-test"):
        job.toggle(item)
    job.undo()
    assert job.checklist.line("sure").passes


def test_what_comes_first_of_all_is_what_nothing_holds(guide: Guide) -> None:
    checklist = Checklist(guide, state_after())
    assert checklist.first_before(guide.item("looked")).id == "off"
    assert checklist.first_before(guide.item("prop")).id == "prop"
