"""Jobs come onto the open job, are closed, reopened, duplicated, and travel as files."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from micra_assistant import assets
from micra_assistant.jobs.events import Closed, Described, Held, Noted
from micra_assistant.jobs.mileage import Reached
from micra_assistant.jobs.state import JobState
from micra_assistant.ui.diagnosis.suspect_row import SuspectRow
from micra_assistant.ui.home.home_view import HomeView
from micra_assistant.ui.jobs.blank_dialog import BlankDialog
from micra_assistant.ui.jobs.car_question import AskedCar
from micra_assistant.ui.jobs.close_dialog import CloseDialog
from micra_assistant.ui.jobs.details_dialog import DetailsDialog
from micra_assistant.ui.jobs.job_words import left_open_words
from micra_assistant.ui.jobs.jobs_view import JobsView
from micra_assistant.ui.jobs.new_job_dialog import NewJob, NewJobDialog
from micra_assistant.ui.widgets.tick_box import Mark
from tests.ui.hands import Hands, Workshop, settle

pytestmark = [pytest.mark.usefixtures("workshop"), pytest.mark.thorough]

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
HELD = Closed(cause="button worn", repair="new button", held=Held.YES)


def state(hands: Hands) -> JobState:
    """Return how the open job stands."""
    assert hands.window.workbench.shown is not None
    return hands.window.workbench.shown.state


def job_id(hands: Hands) -> str:
    """Return the id of the open job."""
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.job is not None
    return hands.window.workbench.shown.job.id


def close_with(monkeypatch: pytest.MonkeyPatch, closed: Closed | None) -> list[tuple[object, ...]]:
    """Answer the closing dialog; return what it was asked with."""
    asked: list[tuple[object, ...]] = []

    def ask(*given: object, **_: object) -> Closed | None:
        asked.append(given)
        return closed if len(asked) == 1 else None

    monkeypatch.setattr(CloseDialog, "ask", ask)
    return asked


def priced(closed: Closed) -> Closed:
    """Return an outcome with the rate that it is kept with here, the author's."""
    return replace(closed, rate=Decimal(1200), currency="RUB")


def test_a_closed_job_offers_its_report(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[str] = []
    report = hands.window.findChild(QAction, "preview-report")
    assert isinstance(report, QAction)
    report.triggered.disconnect()
    report.triggered.connect(lambda: wanted.append("report"))
    close_with(monkeypatch, HELD)
    hands.window.jobs.close_job()
    settle()
    assert "Job 0001 is closed." in hands.said
    hands.tap(hands.button("Print the report"))
    assert wanted == ["report"]


def test_the_message_leaves_what_can_be_done_with_a_job_in_sight(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    close_with(monkeypatch, HELD)
    hands.window.jobs.close_job()
    settle()
    assert hands.said
    reopen, body = hands.button("Reopen"), hands.window.body
    assert not body.messages.geometry().intersects(QRect(reopen.mapTo(body, QPoint()), reopen.size()))


def test_the_car_that_is_named_on_closing_is_kept_with_the_job(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_: object, car: AskedCar, **__: object) -> Closed:
        car.told(Described("AB12 CDE", mileage=84000), "Ann")
        return HELD

    monkeypatch.setattr(CloseDialog, "ask", ask)
    hands.window.jobs.close_job()
    now = state(hands)
    assert (now.car, now.mileage, now.is_closed) == ("AB12 CDE", 84000, True)
    assert hands.window.workshop_settings.now.who == "Ann"


# the list


def test_an_earlier_job_is_opened_from_the_list(hands: Hands) -> None:
    hands.press(Key.Key_Space)
    first = job_id(hands)
    hands.begin("button", "AB12 CDE")
    hands.press(Key.Key_J, held=CONTROL)
    hands.aside(JobsView).open_wanted.emit(first)
    assert ("Job 0001" in hands.text, hands.row("doors").mark, hands.window.body.aside) == (True, Mark.DONE, None)


def test_the_list_goes_back_to_the_job(hands: Hands) -> None:
    hands.press(Key.Key_J, held=CONTROL)
    hands.aside(JobsView)
    hands.press(Key.Key_Escape)
    assert hands.window.body.aside is None


def test_a_job_is_duplicated_with_car_customer_and_complaint_and_without_its_ticks(hands: Hands) -> None:
    hands.window.workbench.begin("button", Described("AB12 CDE", "Smith", 84000, "Dead button"))
    hands.press(Key.Key_Space)
    hands.window.jobs.duplicate()
    assert "Job 0003" in hands.text
    assert state(hands).ticked == frozenset()
    described = Described(state(hands).car, state(hands).customer, state(hands).mileage, state(hands).complaint)
    assert described == Described("AB12 CDE", "Smith", None, "Dead button"), "the mileage is that of the day"


def test_the_details_of_a_job_are_changed_and_shown(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    details = Described("AB12 CDE", "Smith", 84000, "Dead button")
    monkeypatch.setattr(DetailsDialog, "ask", lambda *_, **__: details)
    hands.press(Key.Key_D, held=CONTROL)
    assert "<b>AB12 CDE</b>" in hands.text
    workshop.close()
    hands = workshop.open()
    assert (state(hands).car, state(hands).customer, state(hands).mileage) == ("AB12 CDE", "Smith", 84000)


def test_details_that_were_not_changed_are_not_kept_anew(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(hands)
    monkeypatch.setattr(DetailsDialog, "ask", lambda suggested, *_: suggested)
    hands.press(Key.Key_D, held=CONTROL)
    assert state(hands) == before


def test_the_mileage_is_compared_with_that_of_the_job_before_on_the_same_car(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Reached | None] = []

    def ask(_former: object, _look: object, _over: object, known: Callable[[str], Reached | None], *_: object) -> None:
        asked.append(known("ab12cde"))

    monkeypatch.setattr(DetailsDialog, "ask", lambda *_, **__: Described("AB12 CDE", mileage=84000))
    hands.press(Key.Key_D, held=CONTROL)
    monkeypatch.setattr(DetailsDialog, "ask", ask)
    hands.press(Key.Key_D, held=CONTROL)
    hands.begin("button", "АВ12 СDE")
    hands.press(Key.Key_D, held=CONTROL)
    assert [reached.mileage if reached else None for reached in asked] == [None, 84000]


def test_the_name_is_typed_once_and_stands_by_what_is_done(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewJobDialog, "ask", lambda *_, **__: NewJob("button", who="Ann"))
    hands.press(Key.Key_N, held=CONTROL)
    hands.press(Key.Key_Space)
    workshop.close()
    hands = workshop.open()
    hands.press(Key.Key_Space, Key.Key_Escape)
    assert hands.window.workbench.shown is not None
    assert {event.by for event in hands.window.workbench.shown.history.events} == {"Ann"}


def test_the_list_tells_which_car_is_taken_apart(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.press(Key.Key_J, held=CONTROL)
    row = hands.aside(JobsView).table.job
    assert row is not None
    assert (row.closed, row.left_open, left_open_words(row)) == (False, 2, "to put back: 2")


# closing


def test_a_closed_job_is_put_away_and_is_listed_with_its_outcome(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_with(monkeypatch, HELD)
    hands.press(Key.Key_E, held=CONTROL)
    hands.aside(JobsView)
    assert state(hands).outcome == priced(HELD)
    workshop.close()
    hands = workshop.open()
    assert isinstance(hands.window.body.aside, HomeView)


def test_what_is_open_on_the_car_is_told_and_holds_the_closing(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    asked = close_with(monkeypatch, HELD)
    hands.press(Key.Key_E, held=CONTROL)
    assert [opening.words for opening in asked[0][0]] == ["clips out · 11\u00a0clips", "negative off"]  # type: ignore[attr-defined]
    assert asked[1][2] == HELD, "what was typed is asked about again"
    assert not state(hands).is_closed
    assert hands.said.startswith("Still open on the car: clips out · 11 clips, negative off.")


def test_it_is_closed_all_the_same_with_a_reason_that_is_kept(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.pass_gate("negative-off")
    close_with(monkeypatch, Closed(override="towed away"))
    hands.press(Key.Key_E, held=CONTROL)
    assert state(hands).outcome == priced(Closed(left_open=("negative off",), override="towed away"))


def test_a_closed_job_is_reopened_and_goes_on(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    close_with(monkeypatch, HELD)
    hands.press(Key.Key_E, held=CONTROL)
    hands.aside(JobsView).open_wanted.emit(job_id(hands))
    assert "closed" in hands.text
    hands.tap(hands.row("doors"))
    assert (hands.row("doors").mark, hands.said[:18]) == (Mark.EMPTY, "This job is closed")
    hands.tap(hands.button("Reopen"))
    assert hands.said == "Job 0001 is open again."
    hands.press(Key.Key_Space)
    assert hands.row("doors").mark is Mark.DONE


def test_a_gate_of_a_closed_job_is_not_asked_about(hands: Hands) -> None:
    assert hands.window.workbench.shown
    hands.window.workbench.shown.do(HELD)
    hands.window.workbench.changed.emit()
    hands.tap(hands.row("negative-off"))
    assert (hands.question, hands.said[:18]) == ("", "This job is closed")


def test_what_a_job_says_itself_to_be_left_open_is_not_told_anew_when_it_is_opened(hands: Hands) -> None:
    hands.pass_gate("negative-off")
    assert hands.window.workbench.shown
    hands.window.workbench.shown.do(Closed(override="towed away"))
    first = job_id(hands)
    hands.begin("button")
    hands.window.job_list.open(first)
    assert (state(hands).is_closed, hands.said) == (True, "")


@pytest.mark.parametrize(
    ("dialog", "key", "answer"), [(CloseDialog, Key.Key_E, HELD), (DetailsDialog, Key.Key_D, Described("XY 34"))]
)
def test_an_answer_about_a_job_that_has_left_the_bench_meanwhile_is_not_kept(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, dialog: type, key: Key, answer: object
) -> None:
    assert hands.window.workbench.shown
    asked = hands.window.workbench.shown

    def ask(*_: object, **__: object) -> object:
        hands.begin("button", "AB12 CDE")
        return answer

    monkeypatch.setattr(dialog, "ask", ask)
    hands.press(key, held=CONTROL)
    assert [(job.state.car, job.state.is_closed) for job in (asked, hands.window.workbench.shown)] == [
        ("", False),
        ("AB12 CDE", False),
    ]


def test_an_open_job_is_neither_reopened_nor_blanked(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BlankDialog, "ask", lambda *_: pytest.fail("it is asked about"))
    before = state(hands)
    hands.window.jobs.reopen()
    hands.choose("blank")
    assert state(hands) == before


def test_whether_it_held_is_put_right_later(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    close_with(monkeypatch, Closed(cause="button worn"))
    hands.press(Key.Key_E, held=CONTROL)
    asked = close_with(monkeypatch, HELD)
    hands.press(Key.Key_E, held=CONTROL)
    assert asked[0][2] == priced(Closed(cause="button worn"))
    assert state(hands).outcome == priced(HELD)


# the strip


def test_the_strip_stays_while_another_guide_is_looked_up(workshop: Workshop) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    hands = workshop.open()
    hands.begin("button")
    hands.pass_gate("negative-off")
    hands.window.workbench.show_guide("key")
    assert hands.window.body.strip.words == "negative off"
    hands.tap(hands.window.body.strip)
    hands.press(Key.Key_Space)
    assert hands.window.body.strip.words == ""
    assert "Job 0001" in hands.text


# job files


@pytest.fixture
def exported(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a job."""
    hands.press(Key.Key_Space)
    assert hands.window.workbench.shown is not None
    hands.window.workbench.shown.do(Noted("look", "Rust"))
    file = tmp_path / "job.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    hands.window.job_files.export()
    assert hands.said == f"Saved: {file}"
    return file


def test_a_job_is_saved_without_the_customers_data(
    workshop: Workshop, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hands.window.workbench.shown is not None
    hands.window.workbench.shown.do(Described("A 123", "Ann Able", 84_000, "it rattles when Ann drives"))
    file = tmp_path / "less.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *what: (str(file), what[3].split(";;")[1]))
    hands.window.job_files.export()
    assert hands.said == f"Saved: {file}. The customer’s data was left out; notes and photos are in it as they are."
    with ZipFile(file) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist() if not name.endswith(".pdf"))
        pdf = PdfReader(BytesIO(archive.read("report.pdf")))
    report = "".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata)
    assert b"84000" in everything
    for private in ("A 123", "Ann"):
        assert private.encode() not in everything
        assert private not in report
    assert state(hands).customer == "Ann Able"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    hands.window.job_files.take_in()
    assert hands.said == "Job 0001 is taken in: 0 acts and 0 photos are new."


def test_a_job_travels_to_another_workshop(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Workshop(tmp_path / "elsewhere")
    shutil.copytree(tmp_path / "guides", elsewhere.guides)
    there = elsewhere.open()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(exported)], ""))
    there.window.job_files.take_in()
    assert there.said == "Job 0002 is taken in: 3 acts and 0 photos are new."
    there.tap(there.button("Open it"))
    assert (there.row("doors").mark, [note.text for note in state(there).notes]) == (Mark.DONE, ["Rust"])
    there.window.job_files.take_in()
    assert there.said == "Job 0002 is taken in: 0 acts and 0 photos are new."
    elsewhere.close()


def test_a_file_that_is_no_job_is_told(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "letter.zip"
    file.write_text("no job")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    hands.window.job_files.take_in()
    assert "letter.zip" in hands.said


# two windows


def test_two_windows_on_the_same_job_see_each_other(workshop: Workshop, hands: Hands) -> None:
    other = Workshop(workshop.guides.parent)
    there = other.open()
    hands.press(Key.Key_Space)
    there.window.records_watch.check()
    assert there.row("doors").mark is Mark.DONE
    there.fill_in("battery", "12.6")
    hands.window.records_watch.check()
    assert hands.typed("battery") == "12.6"
    assert state(hands) == state(there)
    other.close()


def test_what_another_window_opens_on_the_car_holds_the_closing(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    other = Workshop(workshop.guides.parent)
    there = other.open()
    hands.window.workbench.show_guide("key")
    there.pass_gate("negative-off")
    hands.window.records_watch.check()
    assert hands.window.body.strip.words == "negative off"
    close_with(monkeypatch, HELD)
    hands.press(Key.Key_E, held=CONTROL)
    assert not state(hands).is_closed
    other.close()


def test_the_open_job_is_resumed_whatever_was_imported_meanwhile(
    workshop: Workshop, hands: Hands, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = Workshop(tmp_path / "elsewhere")
    shutil.copytree(tmp_path / "guides", elsewhere.guides)
    there = elsewhere.open()
    there.begin("button", "MINE")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(exported)], ""))
    there.window.job_files.take_in()
    elsewhere.close()
    assert state(elsewhere.open()).car == "MINE"
    elsewhere.close()


def test_an_offer_goes_with_the_job_it_was_about(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    close_with(monkeypatch, HELD)
    hands.press(Key.Key_E, held=CONTROL)
    hands.aside(JobsView).open_wanted.emit(job_id(hands))
    hands.tap(hands.row("doors"))
    assert hands.said.startswith("This job is closed")
    hands.begin("button")
    assert hands.said == ""


def test_the_car_that_is_left_open_is_told_when_its_job_is_duplicated(hands: Hands) -> None:
    hands.begin("button", "AB12 CDE")
    hands.pass_gate("negative-off")
    hands.window.jobs.duplicate()
    assert hands.said == "AB12 CDE is left with this open: negative off."


def test_a_cause_that_is_sure_is_learnt_from(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    complaint = Described(complaint="The tailgate no longer opens from its button")
    hands.window.workbench.begin("tailgate-button", complaint)
    cause = "Button contacts worn out"
    asked = close_with(monkeypatch, Closed(cause=cause, sure=True))
    hands.press(Key.Key_E, held=CONTROL)
    assert cause in asked[0][3]  # type: ignore[operator]
    assert state(hands).outcome == priced(Closed(cause=cause, model="faults.toml", fault="contacts", sure=True))
    hands.window.workbench.begin("tailgate-button", complaint)
    hands.press(Key.Key_F2)
    row = next(row for row in hands.window.frame.findChildren(SuspectRow) if cause in row.accessibleName())
    hands.tap(row)
    assert row.basis.endswith("(1 job)")


def test_words_of_one_s_own_are_kept_and_not_learnt_from(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open()
    hands.begin("tailgate-button")
    close_with(monkeypatch, Closed(cause="A mouse", sure=True))
    hands.press(Key.Key_E, held=CONTROL)
    assert state(hands).outcome == priced(Closed(cause="A mouse"))
