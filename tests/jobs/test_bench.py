"""The job on the bench."""

from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from micra_assistant.errors import ClosedError, LookedUpError, StoreError
from micra_assistant.guide.measure import Verdict
from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.bench import Bench, look_up, open_job
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
from micra_assistant.jobs.history import History, replay
from micra_assistant.jobs.listing import JobQuery
from micra_assistant.jobs.reassembly import reassembly
from micra_assistant.jobs.state import JobState
from micra_assistant.jobs.store import SqliteStore
from micra_assistant.jobs.texts import GuideTexts
from micra_assistant.numbers import Numbers
from tests.builders import guide_of

PAGE = """
    # Page {: #page }

    ## First {: #first }

    !!! warning "Short circuit"
        A spark burns you. Take the negative off.

        - [ ] Negative off {: #off }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Clips {: #clips count="clip" }

    ## Second {: #second }

    - [ ] Closed {: #closed }
    """
OPEN_LINE = """
    - [ ] Plug off {: #plug undo="Plug in" state="plug off" }
    """


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide of two steps."""
    return guide_of(tmp_path, PAGE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Return an empty store in a file."""
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as opened:
        yield opened


@pytest.fixture
def bench(store: SqliteStore, guide: Guide) -> Bench:
    """Return a new job on the bench."""
    return open_job(store, guide, details=Described("A 123", "Smith", 84000, "Dead button"))


def resumed(store: SqliteStore, guide: Guide) -> Bench:
    """Return the job that is resumed; there is one."""
    job = store.last_job()
    assert job is not None
    return Bench(store, job, History(store.events(job.id)), guide)


def test_a_job_begins_with_its_guide_and_its_details(bench: Bench, guide: Guide) -> None:
    assert bench.state == JobState(
        guide="button",
        version="2026.11",
        title="Tailgate button",
        text=guide.fingerprint,
        car="A 123",
        customer="Smith",
        mileage=84000,
        complaint="Dead button",
        turn=1,
    )
    assert bench.job is not None
    assert bench.job.name == "0001"
    assert bench.step.id == "first"
    assert bench.keeps


def test_a_job_may_begin_with_a_later_step(store: SqliteStore, guide: Guide) -> None:
    assert open_job(store, guide, step="second").step.id == "second"
    assert resumed(store, guide).step.id == "second"


def test_what_is_done_is_kept_and_shown(store: SqliteStore, bench: Bench) -> None:
    assert bench.job is not None
    acts: list[Callable[[], object]] = [
        lambda: bench.toggle("off"),
        lambda: bench.enter("leads", "0.4"),
        lambda: bench.toggle_option("used"),
        lambda: bench.go_to("second"),
        lambda: bench.toggle("closed"),
        lambda: bench.toggle("closed"),
    ]
    for turn, act in enumerate(acts, 2):
        act()
        assert replay(store.events(bench.job.id)) == bench.state
        assert bench.state.turn == turn
    assert bench.state.ticked == {"off"}
    assert bench.state.values == {"leads": "0.4"}
    assert (bench.state.option, bench.state.step) == ("used", "second")
    bench.toggle_option("used")
    assert bench.state.option == ""


def test_a_held_item_is_left_alone_and_says_what_holds_it(bench: Bench) -> None:
    held = [bench.toggle("closed"), bench.enter("leads", "0.4")]
    assert [held_message(line) for line in held if line] == ["First: Negative off"] * 2
    assert bench.state.turn == 1
    bench.toggle("off")
    assert bench.enter("leads", "0.4") is None
    bench.toggle("off")
    assert bench.enter("leads", "") is None


def test_a_tick_behind_a_gate_that_was_taken_back_can_be_taken_back_too(bench: Bench) -> None:
    for item in ("off", "closed", "off"):
        bench.toggle(item)
    line = bench.checklist.line("closed")
    assert (line.held_by is not None, line.done) == (True, True)
    assert bench.toggle("closed") is None
    assert not bench.state.ticked


def test_a_reading_is_judged_before_it_is_kept(bench: Bench) -> None:
    assert bench.judged("leads", "0.4").verdict is Verdict.OK
    assert bench.judged("leads", "4").verdict is Verdict.HIGH
    assert bench.state.turn == 1


def test_what_cannot_be_kept_is_not_shown(store: SqliteStore, bench: Bench) -> None:
    bench.toggle("off")
    before = bench.state
    store.close()
    with pytest.raises(StoreError):
        bench.toggle("off")
    assert (bench.state, bench.checklist.line("off").done) == (before, True)


def test_a_step_that_cannot_be_kept_is_shown_all_the_same(store: SqliteStore, bench: Bench) -> None:
    store.close()
    with pytest.raises(StoreError):
        bench.go_to("second")
    assert bench.step.id == "second"


def test_steps_have_neighbours(bench: Bench) -> None:
    after = bench.neighbour(1)
    assert after is not None
    assert (after.id, bench.neighbour(-1)) == ("second", None)
    bench.go_to("second")
    assert bench.neighbour(1) is None


def test_the_first_item_to_do_is_the_one_for_space_until_another_is_chosen(bench: Bench) -> None:
    assert bench.current_item == "off"
    bench.toggle("off")
    assert bench.current_item == "leads"
    bench.choose_next(1)
    assert bench.current_item == "clips"
    bench.choose_next(1)
    assert bench.current_item == "clips"
    bench.choose_next(-1)
    bench.choose_next(-1)
    assert bench.current_item == "off"
    bench.go_to("second")
    assert bench.current_item == "closed"
    bench.choose("closed")
    bench.toggle("closed")
    assert bench.current_item == ""
    bench.choose_next(1)
    assert bench.current_item == "closed"


def test_another_reading_of_the_guide_is_shown_on_the_same_step(tmp_path: Path, bench: Bench) -> None:
    bench.toggle("off")
    bench.go_to("second")
    bench.take_guide(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert (bench.step.id, bench.checklist.progress()) == ("second", (1, 4))
    bench.take_guide(guide_of(tmp_path, PAGE.replace("#second", "#third")), None)
    assert bench.step.id == "first"


def test_two_benches_on_one_job_see_what_the_other_does(tmp_path: Path, guide: Guide, bench: Bench) -> None:
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as other_store:
        other = resumed(other_store, guide)
        bench.toggle("off")
        assert not bench.catch_up(), "nobody else has done anything"
        assert other.catch_up()
        assert other.checklist.line("off").done
        assert not other.catch_up()
        other.enter("leads", "0.4")
        bench.enter("clips", "11")
        assert bench.state == resumed(other_store, guide).state
        assert bench.state.since.keys() == {"off", "leads", "clips"}


def test_a_guide_that_is_looked_up_keeps_nothing(store: SqliteStore, guide: Guide) -> None:
    bench = look_up(store, guide)
    bench.go_to("second")
    assert (bench.job, bench.step.id) == (None, "second")
    with pytest.raises(LookedUpError, match="only looked up"):
        bench.toggle("off")
    assert len(store.rows(JobQuery())) == 0


def test_undo_and_redo_say_what_they_did(bench: Bench) -> None:
    assert (bench.undo(), bench.redo()) == (None, None)
    bench.toggle("off")
    bench.enter("leads", "0.4")
    undone = [event.act for event in (bench.undo(), bench.undo()) if event]
    assert undone == [Entered("leads", "0.4"), Ticked("off")]
    assert not bench.state.since
    redone = bench.redo()
    assert redone is not None
    assert redone.act == Ticked("off")
    assert bench.state.ticked == {"off"}


def test_what_was_done_bears_the_name_of_who_did_it(store: SqliteStore, guide: Guide) -> None:
    bench = open_job(store, guide, who="Ann")
    bench.who = "Ben"
    bench.toggle("off")
    assert [event.by for event in bench.history.events] == ["Ann", "Ben"]


def test_what_an_act_refers_to_is_kept_with_it(store: SqliteStore, bench: Bench) -> None:
    photo = sha256(b"a picture").hexdigest()
    bench.do(PhotoAdded("first", photo, "clip.jpg", 640, 480), {photo: b"a picture"})
    assert bench.attachment(photo) == b"a picture"
    store.close()
    with pytest.raises(StoreError):
        bench.attachment(photo)


# the text of the guide


def test_a_job_keeps_the_text_of_its_guide(tmp_path: Path, store: SqliteStore, bench: Bench) -> None:
    kept = GuideTexts(store, tmp_path / "texts", None).guide(bench.state.text)
    assert kept is not None
    assert (kept.pages, kept.fingerprint) == (bench.guide.pages, bench.guide.fingerprint)
    assert kept.folder != bench.guide.folder


def test_what_is_done_with_another_text_of_the_guide_says_so_first(
    tmp_path: Path, store: SqliteStore, bench: Bench
) -> None:
    old = bench.state.text
    bench.take_guide(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert bench.state.text == old
    bench.toggle("off")
    bench.toggle("closed")
    acts = [type(event.act) for event in bench.history.events]
    assert acts == [Opened, GuideTaken, Ticked, Ticked]
    assert bench.state.text == bench.guide.fingerprint != old
    texts = GuideTexts(store, tmp_path / "texts", None)
    labels = [plain(guide.items[-1].label) for text in (old, bench.state.text) if (guide := texts.guide(text))]
    assert labels == ["Closed", "Closed up"]


def test_a_text_that_was_written_at_since_it_was_read_is_not_kept_as_that(tmp_path: Path, store: SqliteStore) -> None:
    guide = guide_of(tmp_path, PAGE)
    guide_of(tmp_path, PAGE.replace("Closed", "Closed up"))
    assert open_job(store, guide).state.text == guide.fingerprint
    assert not store.has_attachment(guide.fingerprint)


def test_a_text_that_was_not_kept_is_not_made_up(tmp_path: Path, store: SqliteStore) -> None:
    texts = GuideTexts(store, tmp_path / "texts", None)
    assert (texts.guide(""), texts.guide("ab" * 32)) == (None, None)
    store.append([], {"ab" * 32: b"no guide"})
    assert texts.guide("ab" * 32) is None


# closing


def test_a_closed_job_takes_nothing_until_it_is_reopened(bench: Bench) -> None:
    bench.toggle("off")
    bench.do(Closed(cause="button", held=Held.YES))
    assert bench.state.is_closed
    for act in (lambda: bench.toggle("off"), lambda: bench.enter("leads", "1"), bench.undo):
        with pytest.raises(ClosedError, match="reopen it"):
            act()
    bench.go_to("second")
    bench.do(Described("A 124"))
    assert (bench.state.car, bench.state.step) == ("A 124", "")
    bench.do(Reopened())
    bench.toggle("off")
    assert not bench.state.ticked


def test_a_closed_job_keeps_its_text_until_it_is_reopened(tmp_path: Path, bench: Bench) -> None:
    old = bench.state.text
    bench.do(Closed())
    bench.take_guide(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    bench.do(Described("A 124"))
    assert bench.state.text == old
    bench.do(Reopened())
    assert bench.state.text == bench.guide.fingerprint != old


def test_what_a_closed_job_has_left_open_is_open_again_with_a_text_that_has_no_line_for_it(
    tmp_path: Path, store: SqliteStore
) -> None:
    bench = open_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    bench.toggle("off")
    bench.toggle("plug")
    bench.do(Closed(override="towed away"))
    for word in ("Closed up", "Closed"):
        bench.take_guide(guide_of(tmp_path, PAGE.replace("Closed", word)), None)
    bench.do(Reopened())
    assert [opening.words for opening in bench.checklist.openings()] == ["plug off"]


def test_what_leaves_the_car_in_the_same_state_is_listed_once(tmp_path: Path, store: SqliteStore) -> None:
    bench = open_job(store, guide_of(tmp_path, PAGE + OPEN_LINE + OPEN_LINE.replace("#plug", "#other-plug")))
    for item in ("off", "plug", "other-plug"):
        bench.toggle(item)
    assert (len(bench.checklist.openings()), store.rows(JobQuery())[0].left_open) == (2, 1)


def test_a_job_is_not_closed_while_something_is_open_on_the_car(tmp_path: Path, store: SqliteStore) -> None:
    bench = open_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    bench.toggle("off")
    bench.toggle("plug")
    with pytest.raises(StillOpenError, match="plug off"):
        bench.do(Closed())
    assert not bench.state.is_closed
    bench.do(Closed(override="towed to the dealer"))
    assert bench.state.outcome == Closed(left_open=("plug off",), override="towed to the dealer")


def test_what_is_open_stays_open_when_a_newer_text_has_no_line_for_it(tmp_path: Path, store: SqliteStore) -> None:
    bench = open_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    bench.toggle("off")
    bench.toggle("plug")
    bench.adopt(guide_of(tmp_path, PAGE), None)
    assert [opening.words for opening in bench.checklist.openings()] == ["plug off"]
    assert [(row.words, row.done) for row in reassembly(bench.guide, bench.state)] == [("Plug in", False)]
    with pytest.raises(StillOpenError, match="plug off"):
        bench.do(Closed())
    assert [opening.words for opening in resumed(store, bench.guide).checklist.openings()] == ["plug off"]
    bench.adopt(guide_of(tmp_path, PAGE.replace("Closed", "Closed up")), None)
    assert [left.item for left in bench.state.left] == ["plug"]
    bench.toggle("plug")
    assert bench.checklist.openings() == ()


def test_what_is_open_stays_open_when_the_guide_is_written_at(tmp_path: Path, store: SqliteStore) -> None:
    bench = open_job(store, guide_of(tmp_path, PAGE + OPEN_LINE))
    bench.toggle("off")
    bench.toggle("plug")
    bench.take_guide(guide_of(tmp_path, PAGE), None)
    assert [opening.words for opening in bench.checklist.openings()] == ["plug off"]


def test_a_text_that_cannot_be_kept_is_not_taken(tmp_path: Path, store: SqliteStore, bench: Bench) -> None:
    guide, newer = bench.guide, guide_of(tmp_path, PAGE.replace("Closed", "Closed up"))
    store.close()
    with pytest.raises(StoreError):
        bench.adopt(newer, None)
    assert bench.guide is guide


def test_a_text_that_another_window_took_is_not_taken_back(tmp_path: Path, guide: Guide, bench: Bench) -> None:
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as other_store:
        other = resumed(other_store, guide)
        newer = guide_of(tmp_path, PAGE.replace("Closed", "Closed up"))
        other.adopt(newer, None)
        bench.toggle("off")
        assert (bench.state.text, bench.has_other_text) == (newer.fingerprint, True)


def test_a_gate_that_was_taken_back_in_another_window_holds(tmp_path: Path, guide: Guide, bench: Bench) -> None:
    bench.toggle("off")
    with closing(SqliteStore(tmp_path / "jobs.sqlite3")) as other_store:
        resumed(other_store, guide).toggle("off")
        held = bench.enter("leads", "0.4")
    assert held is not None
    assert held_message(held) == "First: Negative off"


def test_a_job_that_is_no_longer_in_the_records_takes_nothing(tmp_path: Path, store: SqliteStore, bench: Bench) -> None:
    with closing(SqliteStore(tmp_path / "other.sqlite3")) as empty:
        elsewhere = Bench(empty, bench.job, bench.history, bench.guide)
        with pytest.raises(StoreError, match="there is no job"):
            elsewhere.toggle("off")
        assert len(empty.rows(JobQuery())) == 0


def test_closing_ends_being_away(bench: Bench) -> None:
    bench.do(CalledAway("first"))
    bench.do(Closed())
    assert (bench.state.is_closed, bench.state.away) == (True, False)
    bench.do(Reopened())
    assert (bench.state.is_closed, bench.state.away) == (False, False)


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
def button(store: SqliteStore, tmp_path: Path) -> Bench:
    """Return a job whose guide has a reading for a gate."""
    return open_job(store, guide_of(tmp_path, BUTTON))


@pytest.mark.parametrize("typed", ["1", "1.", "I", "１", "1 Ω"])
def test_a_lone_one_is_not_judged_and_passes_no_gate(button: Bench, typed: str) -> None:
    assert button.judged("bridged", typed).verdict is Verdict.ASKED
    assert button.enter("bridged", typed) is None
    line = button.checklist.line("bridged")
    assert (line.verdict, line.value, line.done, line.passes) == (Verdict.ASKED, f"{typed} ?", False, False)
    assert [choice.words for choice in line.choices] == ["Over range (OL)", "Really 1 Ω"]
    assert button.checklist.line("pressed").held_by is line.item
    assert button.checklist.amiss() == (line,)


@pytest.mark.parametrize(("choice", "kept", "verdict"), [(0, "OL", Verdict.HIGH), (1, "1.0", Verdict.OK)])
def test_what_was_meant_is_what_is_kept(button: Bench, choice: int, kept: str, verdict: Verdict) -> None:
    button.enter("bridged", "1")
    button.enter("bridged", button.checklist.line("bridged").choices[choice].typed)
    line = button.checklist.line("bridged")
    assert (line.value, line.verdict, line.choices) == (kept, verdict, ())
    button.undo()
    assert button.checklist.line("bridged").verdict is Verdict.ASKED


def test_a_one_that_an_older_program_kept_keeps_its_verdict(button: Bench) -> None:
    button.do(Entered("bridged", "1"))
    assert button.checklist.line("bridged").verdict is Verdict.OK


def test_a_number_is_kept_so_that_it_says_the_same_where_numbers_are_written_otherwise(button: Bench) -> None:
    button.numbers = Numbers.COMMA
    button.enter("bridged", "1,234")
    assert button.checklist.line("bridged").value == "1,2340"
    button.enter("bridged", "1.234")
    line = button.checklist.line("bridged")
    assert (line.value, line.verdict) == ("1.234 ?", Verdict.ASKED)
    assert [choice.words for choice in line.choices] == ["1234", "1,234"]
