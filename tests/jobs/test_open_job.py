"""The open job."""

from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from micra_assistant.errors import ClosedError, LookedUpError, StoreError
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.checklist import held_message
from micra_assistant.jobs.closing import StillOpenError
from micra_assistant.jobs.events import (
    CalledAway,
    Closed,
    Described,
    Entered,
    GuideTaken,
    Held,
    Opened,
    PhotoAdded,
    Reopened,
    Ticked,
)
from micra_assistant.jobs.guide_texts import GuideTexts
from micra_assistant.jobs.history import History, replay
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import put_back_list
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.ways_to_open import begin_job, look_up
from micra_assistant.numbers import Numbers
from micra_assistant.workshop.values import Workshop
from tests.builders import guide_of
from tests.jobs.two_steps import PAGE

OPEN_LINE = """
    - [ ] Plug off {: #plug undo="Plug in" state="plug off" }
    """


@pytest.fixture
def open_job(store: SqliteStore, guide: Guide) -> OpenJob:
    """Return a new job open."""
    return begin_job(store, guide, details=Described("A 123", "Smith", 84000, "Dead button"))


def resumed(store: SqliteStore, guide: Guide) -> OpenJob:
    """Return the job that is resumed; there is one."""
    job = store.last_job()
    assert job is not None
    return OpenJob(store, job, History(store.events(job.id)), guide)


def test_a_job_begins_with_its_guide_and_its_details(open_job: OpenJob, guide: Guide) -> None:
    assert open_job.state == JobState(
        guide="button",
        version="2026.11",
        title="Tailgate button",
        guide_fingerprint=guide.fingerprint,
        car="A 123",
        customer="Smith",
        mileage=84000,
        complaint="Dead button",
        turn=1,
    )
    assert open_job.job is not None
    assert open_job.job.name == "0001"
    assert open_job.step.id == "first"
    assert open_job.keeps


def test_a_job_may_begin_with_a_later_step(store: SqliteStore, guide: Guide) -> None:
    assert begin_job(store, guide, step="second").step.id == "second"
    assert resumed(store, guide).step.id == "second"


def test_what_is_done_is_kept_and_shown(store: SqliteStore, open_job: OpenJob) -> None:
    assert open_job.job is not None
    acts: list[Callable[[], object]] = [
        lambda: open_job.toggle("off"),
        lambda: open_job.enter("leads", "0.4"),
        lambda: open_job.toggle_option("used"),
        lambda: open_job.go_to("second"),
        lambda: open_job.toggle("closed"),
        lambda: open_job.toggle("closed"),
    ]
    for turn, act in enumerate(acts, 2):
        act()
        assert replay(store.events(open_job.job.id)) == open_job.state
        assert open_job.state.turn == turn
    assert open_job.state.ticked == {"off"}
    assert open_job.state.values == {"leads": "0.4"}
    assert (open_job.state.option, open_job.state.step) == ("used", "second")
    open_job.toggle_option("used")
    assert open_job.state.option == ""


def test_a_held_item_is_left_alone_and_says_what_holds_it(open_job: OpenJob) -> None:
    held = [open_job.toggle("closed"), open_job.enter("leads", "0.4")]
    assert [held_message(line) for line in held if line] == ["First: Negative off"] * 2
    assert open_job.state.turn == 1
    open_job.toggle("off")
    assert open_job.enter("leads", "0.4") is None
    open_job.toggle("off")
    assert open_job.enter("leads", "") is None


def test_a_tick_behind_a_gate_that_was_taken_back_can_be_taken_back_too(open_job: OpenJob) -> None:
    for item in ("off", "closed", "off"):
        open_job.toggle(item)
    line = open_job.checklist.line("closed")
    assert (line.held_by is not None, line.done) == (True, True)
    assert open_job.toggle("closed") is None
    assert not open_job.state.ticked


def test_a_reading_is_judged_before_it_is_kept(open_job: OpenJob) -> None:
    assert open_job.judged("leads", "0.4").verdict is Verdict.OK
    assert open_job.judged("leads", "4").verdict is Verdict.HIGH
    assert open_job.state.turn == 1


def test_what_cannot_be_kept_is_not_shown(store: SqliteStore, open_job: OpenJob) -> None:
    open_job.toggle("off")
    before = open_job.state
    store.close()
    with pytest.raises(StoreError):
        open_job.toggle("off")
    assert (open_job.state, open_job.checklist.line("off").done) == (before, True)


def test_a_step_that_cannot_be_kept_is_shown_all_the_same(store: SqliteStore, open_job: OpenJob) -> None:
    store.close()
    with pytest.raises(StoreError):
        open_job.go_to("second")
    assert open_job.step.id == "second"


def test_steps_have_neighbours(open_job: OpenJob) -> None:
    after = open_job.neighbour(1)
    assert after is not None
    assert (after.id, open_job.neighbour(-1)) == ("second", None)
    open_job.go_to("second")
    assert open_job.neighbour(1) is None


def test_the_first_item_to_do_is_the_one_for_space_until_another_is_chosen(open_job: OpenJob) -> None:
    assert open_job.current_item == "off"
    open_job.toggle("off")
    assert open_job.current_item == "leads"
    open_job.choose("clips")
    assert open_job.current_item == "clips"
    open_job.choose("off")
    assert open_job.current_item == "off"
    open_job.go_to("second")
    assert open_job.current_item == "closed"
    open_job.choose("closed")
    open_job.toggle("closed")
    assert open_job.current_item == ""
    open_job.choose("closed")
    assert open_job.current_item == "closed"


def test_another_reading_of_the_guide_is_shown_on_the_same_step(tmp_path: Path, open_job: OpenJob) -> None:
    open_job.toggle("off")
    open_job.go_to("second")
    open_job.take_rewritten(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert (open_job.step.id, open_job.checklist.progress()) == ("second", (1, 4))
    open_job.take_rewritten(guide_of(tmp_path, PAGE.replace("#second", "#third")), None)
    assert open_job.step.id == "first"


def test_two_windows_on_one_job_see_what_the_other_does(file: Path, guide: Guide, open_job: OpenJob) -> None:
    with closing(SqliteStore(file)) as other_store:
        other = resumed(other_store, guide)
        open_job.toggle("off")
        assert not open_job.catch_up(), "nobody else has done anything"
        assert other.catch_up()
        assert other.checklist.line("off").done
        assert not other.catch_up()
        other.enter("leads", "0.4")
        open_job.enter("clips", "11")
        assert open_job.state == resumed(other_store, guide).state
        assert open_job.state.since.keys() == {"off", "leads", "clips"}


def test_a_guide_that_is_looked_up_keeps_nothing(store: SqliteStore, guide: Guide) -> None:
    open_job = look_up(store, guide)
    open_job.go_to("second")
    assert (open_job.job, open_job.step.id) == (None, "second")
    with pytest.raises(LookedUpError, match="only looked up"):
        open_job.toggle("off")
    assert len(store.rows(JobQuery())) == 0


def test_undo_and_redo_say_what_they_did(open_job: OpenJob) -> None:
    assert (open_job.undo(), open_job.redo()) == (None, None)
    open_job.toggle("off")
    open_job.enter("leads", "0.4")
    undone = [event.act for event in (open_job.undo(), open_job.undo()) if event]
    assert undone == [Entered("leads", "0.4"), Ticked("off")]
    assert not open_job.state.since
    redone = open_job.redo()
    assert redone is not None
    assert redone.act == Ticked("off")
    assert open_job.state.ticked == {"off"}


def test_what_was_done_bears_the_name_of_who_did_it(store: SqliteStore, guide: Guide) -> None:
    open_job = begin_job(store, guide, who="Ann")
    open_job.who = "Ben"
    open_job.toggle("off")
    assert [event.by for event in open_job.history.events] == ["Ann", "Ben"]


def test_what_an_act_refers_to_is_kept_with_it(store: SqliteStore, open_job: OpenJob) -> None:
    photo = sha256(b"a picture").hexdigest()
    open_job.do(PhotoAdded("first", photo, "clip.jpg", 640, 480), {photo: b"a picture"})
    assert open_job.attachment(photo) == b"a picture"
    store.close()
    with pytest.raises(StoreError):
        open_job.attachment(photo)


# the text of the guide


def test_a_job_keeps_the_text_of_its_guide(tmp_path: Path, store: SqliteStore, open_job: OpenJob) -> None:
    kept = GuideTexts(store, tmp_path / "texts", None).guide(open_job.state.guide_fingerprint)
    assert kept is not None
    assert (kept.pages, kept.fingerprint) == (open_job.guide.pages, open_job.guide.fingerprint)
    assert kept.folder != open_job.guide.folder


def test_what_is_done_with_another_text_of_the_guide_says_so_first(
    tmp_path: Path, store: SqliteStore, open_job: OpenJob
) -> None:
    old = open_job.state.guide_fingerprint
    open_job.take_rewritten(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert open_job.state.guide_fingerprint == old
    open_job.toggle("off")
    open_job.toggle("closed")
    acts = [type(event.act) for event in open_job.history.events]
    assert acts == [Opened, GuideTaken, Ticked, Ticked]
    assert open_job.state.guide_fingerprint == open_job.guide.fingerprint != old
    texts = GuideTexts(store, tmp_path / "texts", None)
    labels = [
        plain(guide.items[-1].label) for text in (old, open_job.state.guide_fingerprint) if (guide := texts.guide(text))
    ]
    assert labels == ["Closed", "Closed up"]


def test_a_text_that_was_written_at_since_it_was_read_is_not_kept_as_that(tmp_path: Path, store: SqliteStore) -> None:
    guide = guide_of(tmp_path, PAGE)
    guide_of(tmp_path, PAGE.replace("Closed", "Closed up"))
    assert begin_job(store, guide).state.guide_fingerprint == guide.fingerprint
    assert not store.has_attachment(guide.fingerprint)


def test_a_text_that_was_not_kept_is_not_made_up(tmp_path: Path, store: SqliteStore) -> None:
    texts = GuideTexts(store, tmp_path / "texts", None)
    assert (texts.guide(""), texts.guide("ab" * 32)) == (None, None)
    store.append([], {"ab" * 32: b"no guide"})
    assert texts.guide("ab" * 32) is None


# closing


def test_a_closed_job_takes_nothing_until_it_is_reopened(open_job: OpenJob) -> None:
    open_job.toggle("off")
    open_job.do(Closed(cause="button", held=Held.YES))
    assert open_job.state.is_closed
    for act in (lambda: open_job.toggle("off"), lambda: open_job.enter("leads", "1"), open_job.undo):
        with pytest.raises(ClosedError, match="reopen it"):
            act()
    open_job.go_to("second")
    open_job.do(Described("A 124"))
    assert (open_job.state.car, open_job.state.step) == ("A 124", "")
    open_job.do(Reopened())
    open_job.toggle("off")
    assert not open_job.state.ticked


def test_a_closed_job_keeps_its_text_until_it_is_reopened(tmp_path: Path, open_job: OpenJob) -> None:
    old = open_job.state.guide_fingerprint
    open_job.do(Closed())
    open_job.take_rewritten(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    open_job.do(Described("A 124"))
    assert open_job.state.guide_fingerprint == old
    open_job.do(Reopened())
    assert open_job.state.guide_fingerprint == open_job.guide.fingerprint != old


def test_what_a_closed_job_has_left_open_is_open_again_with_a_text_that_has_no_line_for_it(
    tmp_path: Path, store: SqliteStore
) -> None:
    open_job = begin_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    open_job.toggle("off")
    open_job.toggle("plug")
    open_job.do(Closed(override="towed away"))
    for word in ("Closed up", "Closed"):
        open_job.take_rewritten(guide_of(tmp_path, PAGE.replace("Closed", word)), None)
    open_job.do(Reopened())
    assert [opening.words for opening in open_job.checklist.openings()] == ["plug off"]


def test_what_leaves_the_car_in_the_same_state_is_listed_once(tmp_path: Path, store: SqliteStore) -> None:
    open_job = begin_job(store, guide_of(tmp_path, PAGE + OPEN_LINE + OPEN_LINE.replace("#plug", "#other-plug")))
    for item in ("off", "plug", "other-plug"):
        open_job.toggle(item)
    assert (len(open_job.checklist.openings()), store.rows(JobQuery())[0].left_open) == (2, 1)


def test_a_job_is_not_closed_while_something_is_open_on_the_car(tmp_path: Path, store: SqliteStore) -> None:
    open_job = begin_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    open_job.toggle("off")
    open_job.toggle("plug")
    with pytest.raises(StillOpenError, match="plug off"):
        open_job.do(Closed())
    assert not open_job.state.is_closed
    open_job.do(Closed(override="towed to the dealer"))
    assert open_job.state.outcome == Closed(left_open=("plug off",), override="towed to the dealer")


def test_what_is_open_stays_open_when_a_newer_text_has_no_line_for_it(tmp_path: Path, store: SqliteStore) -> None:
    open_job = begin_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    open_job.toggle("off")
    open_job.toggle("plug")
    open_job.take_newer(guide_of(tmp_path, PAGE), None)
    assert [opening.words for opening in open_job.checklist.openings()] == ["plug off"]
    assert [(row.words, row.done) for row in put_back_list(open_job.guide, open_job.state)] == [("Plug in", False)]
    with pytest.raises(StillOpenError, match="plug off"):
        open_job.do(Closed())
    assert [opening.words for opening in resumed(store, open_job.guide).checklist.openings()] == ["plug off"]
    open_job.take_newer(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert [left.item for left in open_job.state.left] == ["plug"]
    open_job.toggle("plug")
    assert open_job.checklist.openings() == ()


def test_what_is_open_stays_open_when_the_guide_is_written_at(tmp_path: Path, store: SqliteStore) -> None:
    open_job = begin_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    open_job.toggle("off")
    open_job.toggle("plug")
    open_job.take_rewritten(guide_of(tmp_path, PAGE), None)
    assert [opening.words for opening in open_job.checklist.openings()] == ["plug off"]


def test_a_text_that_cannot_be_kept_is_not_taken(tmp_path: Path, store: SqliteStore, open_job: OpenJob) -> None:
    guide, newer = open_job.guide, guide_of(tmp_path, PAGE.replace("Closed", "Closed up"))
    store.close()
    with pytest.raises(StoreError):
        open_job.take_newer(newer, None)
    assert open_job.guide is guide


def test_a_text_that_another_window_took_is_not_taken_back(
    file: Path, tmp_path: Path, guide: Guide, open_job: OpenJob
) -> None:
    with closing(SqliteStore(file)) as other_store:
        other = resumed(other_store, guide)
        newer = guide_of(tmp_path, PAGE.replace("Closed", "Closed up"))
        other.take_newer(newer, None)
        open_job.toggle("off")
        assert (open_job.state.guide_fingerprint, open_job.has_other_text) == (newer.fingerprint, True)


def test_a_gate_that_was_taken_back_in_another_window_holds(file: Path, guide: Guide, open_job: OpenJob) -> None:
    open_job.toggle("off")
    with closing(SqliteStore(file)) as other_store:
        resumed(other_store, guide).toggle("off")
        held = open_job.enter("leads", "0.4")
    assert held is not None
    assert held_message(held) == "First: Negative off"


def test_a_job_that_is_no_longer_in_the_records_takes_nothing(
    tmp_path: Path, store: SqliteStore, open_job: OpenJob
) -> None:
    with closing(SqliteStore(tmp_path / "other.sqlite3")) as empty:
        elsewhere = OpenJob(empty, open_job.job, open_job.history, open_job.guide)
        with pytest.raises(StoreError, match="there is no job"):
            elsewhere.toggle("off")
        assert len(empty.rows(JobQuery())) == 0


def test_closing_ends_being_away(open_job: OpenJob) -> None:
    open_job.do(CalledAway("first"))
    open_job.do(Closed())
    assert (open_job.state.is_closed, open_job.state.away) == (True, False)
    open_job.do(Reopened())
    assert (open_job.state.is_closed, open_job.state.away) == (False, False)


# numbers that can mean two things

BUTTON = """
    # Page {: #page }

    ## Measure {: #measure }

    !!! warning "Short circuit"
        A spark burns you. Measure first.

        - [ ] Bridged {: #bridged unit="Ω" max="2" }

    - [ ] Pressed {: #pressed unit="Ω" max="1" }
    """


@pytest.fixture
def button(store: SqliteStore, tmp_path: Path) -> OpenJob:
    """Return a job whose guide has a reading for a gate."""
    return begin_job(store, guide_of(tmp_path, BUTTON))


@pytest.mark.parametrize("typed", ["1", "1.", "I", "１", "1 Ω"])
def test_a_lone_one_is_not_judged_and_passes_no_gate(button: OpenJob, typed: str) -> None:
    assert button.judged("bridged", typed).verdict is Verdict.ASKED
    assert button.enter("bridged", typed) is None
    line = button.checklist.line("bridged")
    assert (line.verdict, line.value, line.done, line.passes) == (Verdict.ASKED, f"{typed} ?", False, False)
    assert [choice.words for choice in line.choices] == ["Over range (OL)", "Really 1 Ω"]
    assert button.checklist.line("pressed").held_by is line.item
    assert button.checklist.amiss() == (line,)


@pytest.mark.parametrize(("choice", "kept", "verdict"), [(0, "OL", Verdict.HIGH), (1, "1.0", Verdict.OK)])
def test_what_was_meant_is_what_is_kept(button: OpenJob, choice: int, kept: str, verdict: Verdict) -> None:
    button.enter("bridged", "1")
    button.enter("bridged", button.checklist.line("bridged").choices[choice].typed)
    line = button.checklist.line("bridged")
    assert (line.value, line.verdict, line.choices) == (kept, verdict, ())
    button.undo()
    assert button.checklist.line("bridged").verdict is Verdict.ASKED


def test_a_one_that_an_older_program_kept_keeps_its_verdict(button: OpenJob) -> None:
    button.do(Entered("bridged", "1"))
    assert button.checklist.line("bridged").verdict is Verdict.OK


def test_a_number_is_kept_so_that_it_says_the_same_where_numbers_are_written_otherwise(button: OpenJob) -> None:
    button.workshop = lambda: Workshop(numbers=Numbers.COMMA)
    button.enter("bridged", "1,234")
    assert button.checklist.line("bridged").value == "1,2340"
    button.enter("bridged", "1.234")
    line = button.checklist.line("bridged")
    assert (line.value, line.verdict) == ("1.234 ?", Verdict.ASKED)
    assert [choice.words for choice in line.choices] == ["1234", "1,234"]


def test_another_step_leaves_all_lines_as_they_are(open_job: OpenJob) -> None:
    lines = open_job.checklist
    open_job.go_to("second")
    assert open_job.checklist is lines
