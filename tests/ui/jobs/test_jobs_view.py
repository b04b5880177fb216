"""The list of jobs as a person works with it."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import Closed, Event, Held, Opened
from micra_assistant.jobs.records.job_query import JobQuery, Shown
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.jobs.jobs_model import JobColumn
from micra_assistant.ui.jobs.jobs_view import JobsView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.three_keys import Key as ThreeKey
from tests.jobs.kept_jobs import keep_job
from tests.ui.hands import tap
from tests.ui.in_sight import button, column, text
from tests.ui.listening import Heard
from tests.ui.three_keys import press as press_key

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    """Return a store with three jobs."""
    with closing(SqliteStore(None)) as store:
        keep_job(store, "key", Opened("key", "1", "XY99 ZZZ", customer="Müller", complaint="Locks itself"), Held.YES)
        keep_job(store, "button", Opened("button", "1", "AB12 CDE", customer="Smith"))
        keep_job(store, "old", Opened("button", "1", "CD34 EFG", customer="Brown"), Held.NO, left_open=("panel off",))
        yield store


@pytest.fixture
def view(qtbot: QtBot) -> JobsView:
    """Return the view, which shows no store yet."""
    view = JobsView()
    qtbot.addWidget(view)
    view.resize(1300, 650)
    view.show()
    view.activateWindow()
    view.setFocus()
    return view


@pytest.fixture
def shown(view: JobsView, store: SqliteStore) -> JobsView:
    """Return the view of three jobs, that of the button open."""
    view.show_store(store, "button", look())
    QApplication.processEvents()
    return view


def look(scale: float = 1.0) -> Look:
    """Return a look."""
    return Look(load_theme(ThemeName.LIGHT), scale)


def cars(view: JobsView) -> list[str]:
    """Return the registrations listed."""
    return [str(car) for car in column(view.model, JobColumn.CAR)]


def chosen(view: JobsView) -> str:
    """Return the job that is chosen."""
    return view.table.job.id if view.table.job else ""


def press(*keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def type_words(words: str) -> None:
    """Type words where the focus is."""
    for letter in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)


def tap_row(view: JobsView, row: int) -> QPoint:
    """Tap a row, and return where."""
    place = view.table.visualRect(view.model.index(row, JobColumn.COMPLAINT)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    return place


def tap_head(view: JobsView, column: JobColumn) -> None:
    """Tap the head of a column."""
    head = view.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_newest_work_is_first_and_chosen(shown: JobsView) -> None:
    assert cars(shown) == ["CD34 EFG", "AB12 CDE", "XY99 ZZZ"]
    assert chosen(shown) == "old"
    assert "3 jobs" in text(shown)


def test_what_is_typed_is_found_at_once(shown: JobsView) -> None:
    type_words("mull")
    assert cars(shown) == ["XY99 ZZZ"]
    assert chosen(shown) == "key"
    assert "1 of 3 jobs" in text(shown)


def test_the_first_that_is_found_is_chosen(shown: JobsView) -> None:
    press(Key.Key_Down, Key.Key_Down)
    type_words("e")
    assert (cars(shown), chosen(shown)) == (["CD34 EFG", "AB12 CDE", "XY99 ZZZ"], "old")


def test_keys_lead_through_the_list(shown: JobsView, qtbot: QtBot) -> None:
    press(Key.Key_Down)
    assert chosen(shown) == "button"
    press_key(shown, ThreeKey.ON)
    assert chosen(shown) == "key"
    press_key(shown, ThreeKey.BACK)
    assert chosen(shown) == "button"
    with qtbot.waitSignal(shown.open_wanted) as opened:
        press(Key.Key_Return)
    assert opened.args == ["button"]
    with qtbot.waitSignal(shown.back_wanted):
        press(Key.Key_Escape)


def test_keys_on_a_button(shown: JobsView, qtbot: QtBot) -> None:
    button(shown, "Details…").setFocus()
    with qtbot.waitSignal(shown.details_wanted) as wanted:
        press(Key.Key_Return)
    assert wanted.args == ["old"]
    with qtbot.waitSignal(shown.back_wanted):
        press(Key.Key_Escape)
    type_words("smi")
    assert (shown.field.text(), cars(shown)) == ("smi", ["AB12 CDE"])


@pytest.mark.parametrize(
    ("job", "words", "signal"),
    [
        (0, "Open job", "open_wanted"),
        (0, "Duplicate", "duplicate_wanted"),
        (0, "Details…", "details_wanted"),
        (0, "Export…", "export_wanted"),
        (0, "Reopen", "reopen_wanted"),
        (1, "Close job…", "close_wanted"),
    ],
)
def test_a_button_is_about_the_job_that_was_tapped(
    shown: JobsView, qtbot: QtBot, job: int, words: str, signal: str
) -> None:
    tap_row(shown, job)
    with qtbot.waitSignal(getattr(shown, signal)) as announced:
        tap(button(shown, words))
    assert announced.args == [["old", "button"][job]]


def test_only_an_open_job_is_closed_and_only_a_closed_one_reopened(shown: JobsView) -> None:
    in_sight = []
    for row in range(3):
        tap_row(shown, row)
        in_sight.append(
            [it.text() for it in shown.findChildren(QPushButton) if it.isVisible() and "lose job" in it.text()]
        )
    assert in_sight == [[], ["Close job…"], []]


def test_two_taps_open_a_job(shown: JobsView, qtbot: QtBot) -> None:
    place = tap_row(shown, 2)
    with qtbot.waitSignal(shown.open_wanted) as opened:
        QTest.mouseDClick(shown.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert opened.args == ["key"]


def test_a_tap_on_a_row_leaves_the_keys_to_the_field(shown: JobsView) -> None:
    tap_row(shown, 1)
    tap_head(shown, JobColumn.CAR)
    type_words("ab")
    assert shown.field.text() == "ab"


def test_the_heads_put_the_jobs_in_order(shown: JobsView) -> None:
    tap_head(shown, JobColumn.CAR)
    assert cars(shown) == ["AB12 CDE", "CD34 EFG", "XY99 ZZZ"]
    assert chosen(shown) == "old"
    tap_head(shown, JobColumn.CAR)
    assert cars(shown) == ["XY99 ZZZ", "CD34 EFG", "AB12 CDE"]
    tap_head(shown, JobColumn.JOB)
    assert cars(shown) == ["CD34 EFG", "AB12 CDE", "XY99 ZZZ"]


def test_open_and_closed_jobs(shown: JobsView) -> None:
    tap(button(shown, "Open"))
    assert cars(shown) == ["AB12 CDE"]
    tap(button(shown, "Closed"))
    assert cars(shown) == ["CD34 EFG", "XY99 ZZZ"]
    assert shown.filter.shown is Shown.CLOSED


def test_nothing_found_is_said_and_one_tap_shows_all(shown: JobsView) -> None:
    tap(button(shown, "Closed"))
    type_words("smith")
    assert "Nothing found for “smith” among the closed jobs." in text(shown)
    assert not button(shown, "Open job").isEnabled()
    tap(button(shown, "Show all jobs"))
    assert cars(shown) == ["CD34 EFG", "AB12 CDE", "XY99 ZZZ"]
    assert (shown.field.text(), shown.filter.shown, chosen(shown)) == ("", Shown.ALL, "old")


def test_where_nothing_is_found_the_key_that_is_said_shows_all(shown: JobsView) -> None:
    type_words("nobody")
    said = shown.three_keys.space
    assert (said.words, said.cap) == ("Show all jobs", "Enter"), "Space types a space there"
    press(Key.Key_Return)
    assert (cars(shown), shown.field.text()) == (["CD34 EFG", "AB12 CDE", "XY99 ZZZ"], "")


def test_no_open_job_is_said_and_one_can_be_begun(view: JobsView, qtbot: QtBot) -> None:
    with closing(SqliteStore(None)) as store:
        keep_job(store, "one", held=Held.YES)
        view.show_store(store, "", look())
        tap(button(view, "Open"))
        assert "No job is open. Begin one, or look at those that are closed." in text(view)
        with qtbot.waitSignal(view.new_wanted):
            tap(button(view, "Begin a job"))
        tap(button(view, "Show all jobs"))
        assert len(cars(view)) == 1


def test_no_closed_job_is_said_and_how_one_is_closed(view: JobsView) -> None:
    with closing(SqliteStore(None)) as store:
        keep_job(store, "one")
        view.show_store(store, "", look())
        tap(button(view, "Closed"))
        assert "No job is closed yet: “Close job…” does that once the work is done." in text(view)
        assert view.three_keys.space.words == "Show all jobs"


def test_there_are_no_jobs_yet(view: JobsView, qtbot: QtBot) -> None:
    with closing(SqliteStore(None)) as store:
        view.show_store(store, "", look())
        assert "There are no jobs yet." in text(view)
        with qtbot.waitSignal(view.new_wanted):
            tap(button(view, "Begin the first job"))
        with qtbot.assertNotEmitted(view.open_wanted):
            press(Key.Key_Down, Key.Key_Return)
        assert (view.three_keys.space.words, view.three_keys.space.cap) == ("Begin the first job", "")
        with qtbot.waitSignal(view.new_wanted):
            press_key(view)


def test_a_job_is_begun_or_taken_in(shown: JobsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.new_wanted):
        tap(button(shown, "New job"))
    with qtbot.waitSignal(shown.import_wanted):
        tap(button(shown, "Import…"))


def test_a_refresh_keeps_the_chosen_job(shown: JobsView, store: SqliteStore) -> None:
    tap_row(shown, 1)
    keep_job(store, "new", Opened("key", "1", "NEW 1"))
    store.append([Event("x", "button", 9, "2026-11-21T10:00:00.000+00:00", Closed(held=Held.YES))])
    shown.refresh(look())
    assert cars(shown) == ["AB12 CDE", "NEW 1", "CD34 EFG", "XY99 ZZZ"]
    assert chosen(shown) == "button"
    assert button(shown, "Reopen").isEnabled()


def test_a_refresh_of_the_same_rows_says_what_can_be_done_now(shown: JobsView, store: SqliteStore) -> None:
    store.append([Event("x", "old", 9, "2026-11-21T10:00:00.000+00:00", Closed(held=Held.YES))])
    shown.refresh(look())
    assert cars(shown)[0] == "CD34 EFG"
    assert shown.model.index(0, JobColumn.STATE).data() == "it held"


@pytest.mark.parametrize(
    ("width", "hidden"), [(800, []), (700, [JobColumn.CUSTOMER]), (600, [JobColumn.CUSTOMER, JobColumn.WORKED])]
)
def test_where_it_is_narrow_columns_give_way_to_the_complaint(
    shown: JobsView, width: int, hidden: list[JobColumn]
) -> None:
    shown.table.setFixedWidth(width)
    QApplication.processEvents()
    assert [column for column in JobColumn if shown.table.isColumnHidden(column)] == hidden
    assert shown.table.columnWidth(JobColumn.COMPLAINT) > 130


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_rows_are_large_enough_to_tap(view: JobsView, store: SqliteStore, scale: float) -> None:
    view.show_store(store, "", look(scale))
    assert view.table.rowHeight(0) >= 40 * scale


class Broken(SqliteStore):
    """A store that cannot be read."""

    def numbers(self, query: JobQuery) -> list[int]:
        """Fail."""
        raise StoreError(f"no {query.order}")


def test_jobs_that_cannot_be_read(view: JobsView, qtbot: QtBot) -> None:
    with closing(Broken(None)) as store, qtbot.waitSignal(view.failed) as failed:
        view.show_store(store, "", look())
    assert failed.args == ["no worked"]
    assert "The jobs cannot be read now." in text(view)
    assert not button(view, "Open job").isEnabled()


def test_keys_put_the_jobs_in_order(shown: JobsView) -> None:
    press(*[Key.Key_Tab] * 5)
    head = shown.table.horizontalHeader()
    for _tab in range(12):
        if head.hasFocus():
            break
        press(Key.Key_Tab)
    assert head.hasFocus()
    press(*[Key.Key_Left] * 4, Key.Key_Up)
    assert head.sortIndicatorSection() == JobColumn.CAR
    assert cars(shown) == ["AB12 CDE", "CD34 EFG", "XY99 ZZZ"]
    press(Key.Key_Down)
    assert cars(shown) == ["XY99 ZZZ", "CD34 EFG", "AB12 CDE"]
    press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert head.sortIndicatorSection() == JobColumn.JOB


def test_a_column_that_is_out_of_sight_is_passed_over(shown: JobsView) -> None:
    shown.resize(600, 650)
    QApplication.processEvents()
    head = shown.table.horizontalHeader()
    head.setFocus()
    assert head.isSectionHidden(JobColumn.CUSTOMER)
    press(*[Key.Key_Left] * 9)
    press(Key.Key_Right, Key.Key_Right)
    assert head.sortIndicatorSection() == JobColumn.COMPLAINT


def test_the_order_is_told(shown: JobsView, heard: Heard) -> None:
    shown.table.horizontalHeader().setFocus()
    press(Key.Key_Left)
    assert heard.take() == ["In order by “State”, falling."]
    press(Key.Key_Up)
    assert heard.take() == ["In order by “State”, rising."]
