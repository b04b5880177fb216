"""A line for words: kept as typed, doubted but never lost, and what becomes of a tick that was there before."""

from pathlib import Path

import pytest

from micra_assistant.guide.entering import TooLongError
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Entered, GuideTaken, Ticked, Unticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.line_words import line_value
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.timeline import timeline
from micra_assistant.jobs.ways_to_open import begin_job
from tests.builders import guide_fixture, guide_of, log_of, state_after

PAGE = """
    # Page {: #page }

    ## Step {: #step }

    !!! warning "Wrong part"
        A wrong part can burn. Read its number first.

        - [ ] Number on the case {: #number words pattern="[0-9]{5}-[0-9A-Z]{5}" like="such as 12345-AB123" }

    - [ ] What was loose {: #loose words }
    """
guide = guide_fixture(PAGE)


def lines_after(guide: Guide, *acts: AnyAct) -> Checklist:
    """Return the checklist after these acts."""
    return Checklist(guide, state_after(*acts))


def test_empty_is_not_done_and_holds_what_comes_after(guide: Guide) -> None:
    checklist = lines_after(guide)
    assert not checklist.line("number").done
    assert checklist.line("loose").held_by == guide.item("number")


def test_words_are_kept_as_they_were_typed(guide: Guide) -> None:
    line = lines_after(guide, Entered("number", " 12345-ab123 ")).line("number")
    assert (line.value, line_value(line)) == ("12345-ab123", "12345-ab123")
    assert (line.done, line.verdict, line.message, line.passes) == (True, None, "", True)


def test_words_unlike_the_pattern_are_doubted_and_kept_and_let_the_work_go_on(guide: Guide) -> None:
    line = lines_after(guide, Entered("number", "1234-AB")).line("number")
    assert (line.value, line.done, line.verdict) == ("1234-AB", True, Verdict.UNLIKE)
    assert line.message == "Is that right? Expected: such as 12345-AB123. It is kept as you typed it."
    assert line.passes
    assert not line.is_wrong


def test_any_words_do_where_there_is_no_pattern(guide: Guide) -> None:
    line = lines_after(guide, Entered("loose", "plug M2, ½ turn")).line("loose")
    assert (line.done, line.verdict) == (True, None)


def test_emptied_it_is_not_done_any_more(guide: Guide) -> None:
    assert not lines_after(guide, Entered("number", "12345-AB123"), Entered("number", " ")).line("number").done


@pytest.fixture
def open_job(store: SqliteStore, guide: Guide) -> OpenJob:
    """Return a new job."""
    return begin_job(store, guide)


def test_more_than_has_room_is_refused_and_nothing_cut_off(open_job: OpenJob) -> None:
    open_job.enter("number", "x" * 200)
    assert open_job.state.values["number"] == "x" * 200
    with pytest.raises(TooLongError, match="At most 200 letters"):
        open_job.enter("number", "x" * 201)
    assert open_job.state.values["number"] == "x" * 200


def test_what_came_from_elsewhere_and_is_too_long_is_shown_as_no_value(guide: Guide) -> None:
    line = lines_after(guide, Entered("number", "x" * 201)).line("number")
    assert (line.done, line.value, line.verdict) == (False, "x" * 201, Verdict.UNREADABLE)
    assert line.message == "At most 200 letters have room here: write the rest as a note."


def test_a_gate_holds_it_and_it_is_undone(open_job: OpenJob) -> None:
    assert open_job.enter("loose", "plug")
    open_job.enter("number", "12345-AB123")
    assert open_job.enter("loose", "plug") is None
    open_job.undo()
    assert not open_job.checklist.line("loose").done


def test_numbers_in_words_are_not_read_as_numbers(open_job: OpenJob) -> None:
    open_job.enter("number", "1,200")
    assert open_job.state.values["number"] == "1,200"


OLD = """
    # Page {: #page }

    ## Step {: #step }

    - [ ] Number noted {: #number }
    """


def test_a_tick_of_an_older_text_stays_done_until_it_is_taken_back(guide: Guide) -> None:
    ticked = (Ticked("number"), GuideTaken("2", "f"))
    line = lines_after(guide, *ticked).line("number")
    assert (line.done, line.value, line.passes) == (True, "", True)
    written = lines_after(guide, *ticked, Entered("number", "12345-AB123")).line("number")
    assert (written.done, written.value) == (True, "12345-AB123")
    assert not lines_after(guide, *ticked, Entered("number", "x"), Entered("number", "")).line("number").done


def test_words_stay_done_where_an_older_text_only_ticks(tmp_path: Path) -> None:
    old = guide_of(tmp_path, OLD)
    assert lines_after(old, Entered("number", "12345-AB123")).line("number").done
    assert not lines_after(old, Entered("number", "12345-AB123"), Unticked("number")).line("number").done


def test_they_are_told_as_typed(guide: Guide) -> None:
    log = History(log_of(Entered("number", "1 ?"), Entered("number", "")))
    words = [entry.words for entry in timeline(guide, log, {})]
    assert words == ["Number on the case: 1 ?", "Number on the case: taken back"]
