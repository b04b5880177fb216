"""The history of a job as it is read."""

import re
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Entered, Event, Noted, Opened, StepShown, Ticked, Undone
from micra_assistant.jobs.history import History
from micra_assistant.ui.history.timeline_text import TimelineText
from micra_assistant.ui.history.timeline_view import TimelineView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.builders import guide_fixture
from tests.clocks import clock_in
from tests.drawings import drawing
from tests.spaces import spaced
from tests.ui.hands import settle
from tests.ui.resized import Resized
from tests.ui.small_guide import GUIDE

LINES: Sequence[tuple[str, str, AnyAct]] = (
    ("19T14:00", "Ann", Opened("button", "1", "AB 12")),
    ("19T14:05", "Ann", Ticked("doors")),
    ("19T14:20", "Tom", StepShown("power-off")),
    ("19T14:32", "Tom", Entered("clips", "11")),
    ("20T09:00", "Tom", Ticked("ignition")),
    ("20T09:01", "Tom", Undone("e4")),
    ("20T09:02", "Tom", Noted("look", "Rust\n<below> the seal")),
)


@pytest.fixture(autouse=True)
def in_utc() -> Iterator[None]:
    """Let the clock on the wall be that of the events."""
    with clock_in("UTC"):
        yield


guide = guide_fixture(files=GUIDE)
"""The small guide of the workshop."""


def history_of(lines: Sequence[tuple[str, str, AnyAct]]) -> History:
    """Return a history of these moments, people and acts; the id of the first event is e0."""
    return History(
        Event(f"e{turn}", "job", turn, f"2026-11-{at}:00.000+00:00", act, by)
        for turn, (at, by, act) in enumerate(lines)
    )


@pytest.fixture
def view(qtbot: QtBot, guide: Guide) -> TimelineView:
    """Return the view of a job of two days, shown."""
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_history(guide, history_of(LINES), {}, Look(load_theme(ThemeName.LIGHT)))
    view.show()
    settle()
    return view


def test_it_reads_day_by_day_with_time_person_step_and_words(view: TimelineView) -> None:
    assert view.words.replace("\t", " ").replace("   ", " | ") == drawing("""
        Thursday, 2026-11-19
        14:00 Job begun: button · AB 12 | Ann
        14:05 Ticked: Doors lock | Look at the car · Ann
        14:20 Take the power off | Tom
        14:32 Clips out: 11 clips | Tom
        Friday, 2026-11-20 · Tom
        09:00 Ticked: Ignition off | undone
        09:01 Undone: Ticked: Ignition off
        09:02 Note: Rust
        <below> the seal | Look at the car
        """)


def test_what_happened_is_laid_out_for_the_width_beside_the_times_alone(qtbot: QtBot, guide: Guide) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 500)
    view = TimelineView(room)
    told = Resized(text_of(view))
    view.show_history(guide, history_of(LINES), {}, Look(load_theme(ThemeName.LIGHT)))
    QVBoxLayout(room).addWidget(view)
    room.show()
    settle()
    assert told.widths == [text_of(view).width()]


def test_what_is_undone_is_struck(view: TimelineView) -> None:
    told = view.findChild(QTextBrowser)
    assert told is not None
    struck = told.document().find("Ignition off")
    assert struck.charFormat().fontStrikeOut()
    assert not told.document().find("Clips out").charFormat().fontStrikeOut()


def test_how_long_the_steps_took_is_said(view: TimelineView) -> None:
    assert spaced(view.times).startswith("Time at the car: 1 h 4 min")
    assert "Look at the car" in view.times
    assert "<b>20 min</b>" in spaced(view.times)
    assert "<b>44 min</b>" in spaced(view.times)


def test_a_short_visit_is_counted_and_not_listed(qtbot: QtBot, guide: Guide) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    lines = (*LINES[:3], ("19T14:20", "Tom", StepShown("measure")), ("19T14:29", "Tom", StepShown("close")))
    view.show_history(guide, history_of(lines), {}, Look(load_theme(ThemeName.LIGHT)))
    view.show()
    assert "Measure" in view.times
    assert "Take the power off" not in view.times
    assert "2 steps under 1 min" in labels(view)


def labels(view: QWidget) -> list[str]:
    """Return all labels of the view."""
    from PySide6.QtWidgets import QLabel

    return [spaced(label.text()) for label in view.findChildren(QLabel)]


def look_for_a_while(view: TimelineView) -> None:
    """Let the rest of the newest be told, as it is while a person looks at what is in sight."""
    text_of(view)._rest._go_on()


@pytest.mark.parametrize("theme", ThemeName)
def test_a_long_history_is_one_document_with_the_newest_in_sight(qtbot: QtBot, guide: Guide, theme: ThemeName) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    lines = [(f"19T{10 + n // 60:02}:{n % 60:02}", "Ann", Noted("look", f"Note {n}")) for n in range(500)]
    view.show_history(guide, history_of(lines), {}, Look(load_theme(theme)))
    view.show()
    settle()
    look_for_a_while(view)
    told = view.findChild(QTextBrowser)
    assert told is not None
    assert told.verticalScrollBar().value() == told.verticalScrollBar().maximum() > 5000
    assert len(view.findChildren(QWidget)) < 50


def test_keys_scroll_and_the_button_leads_back(view: TimelineView, qtbot: QtBot) -> None:
    view.resize(700, 260)
    settle()
    told = view.findChild(QTextBrowser)
    assert told is not None
    told.verticalScrollBar().setValue(told.verticalScrollBar().maximum())
    before = told.verticalScrollBar().value()
    QTest.keyClick(told, Qt.Key.Key_PageUp)
    assert told.verticalScrollBar().value() < before
    button = view.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(view.back_wanted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_step_leads_to_itself(view: TimelineView, qtbot: QtBot) -> None:
    told = view.findChild(QTextBrowser)
    assert told is not None
    assert told.document().find("Take the power off").charFormat().anchorHref() == "step:power-off"
    with qtbot.waitSignal(view.step_wanted) as wanted:
        told.anchorClicked.emit(QUrl("step:power-off"))
    assert wanted.args == ["power-off"]


def test_space_shows_the_step_that_tab_has_marked(view: TimelineView, qtbot: QtBot) -> None:
    told = text_of(view)
    before = told.key_act
    QTest.keyClick(told, Qt.Key.Key_Tab)
    act = told.key_act
    assert act
    assert act.act
    assert (before, act.said) == (None, ("Show the step", "Take the power off"))
    with qtbot.waitSignal(view.step_wanted) as wanted:
        act.act()
    assert wanted.args == ["power-off"]


@pytest.fixture
def long(qtbot: QtBot, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> TimelineView:
    """Return the view of two days of 50 notes each, told by twenties."""
    monkeypatch.setattr("micra_assistant.ui.history.timeline_text._PORTION", 20)
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(900, 300)
    lines = [(f"{19 + n // 50}T10:{n % 50:02}", "Ann", Noted("look", f"Note {n}.")) for n in range(100)]
    view.show_history(guide, history_of(lines), {}, Look(load_theme(ThemeName.LIGHT)))
    view.show()
    settle()
    return view


def text_of(view: TimelineView) -> TimelineText:
    """Return the text of the view."""
    told = view.findChild(TimelineText)
    assert told is not None
    return told


def notes_in(view: TimelineView) -> list[int]:
    """Return the numbers of the notes that are told, in their order."""
    return [int(number) for number in re.findall(r"Note (\d+)\.", view.words)]


def test_only_what_a_window_shows_is_told_at_once_and_the_rest_while_a_person_looks(long: TimelineView) -> None:
    at_once = notes_in(long)
    assert 99 in at_once
    assert len(at_once) == long.height() // 20 + 1
    bar = text_of(long).verticalScrollBar()
    bar.setValue(bar.maximum() - 1)
    height = height_of(long, "Note 98.")
    look_for_a_while(long)
    assert notes_in(long) == list(range(80, 100))
    assert height_of(long, "Note 98.") == height


def test_what_is_marked_before_that_stays_marked(long: TimelineView) -> None:
    text = text_of(long)
    text.setTextCursor(text.document().find("Note 98."))
    look_for_a_while(long)
    assert notes_in(long) == list(range(80, 100))
    assert text.textCursor().selectedText() == "Note 98."


def test_who_scrolls_up_before_that_finds_the_rest(long: TimelineView) -> None:
    text_of(long).verticalScrollBar().setValue(0)
    assert notes_in(long) == list(range(80, 100))
    look_for_a_while(long)
    assert notes_in(long) == list(range(80, 100))


def test_the_newest_are_told_first(long: TimelineView) -> None:
    look_for_a_while(long)
    assert notes_in(long) == list(range(80, 100))
    bar = text_of(long).verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_a_scroll_by_hand_changes_what_the_keys_say(long: TimelineView, qtbot: QtBot) -> None:
    assert long.three_keys.on.detail == "This is the end."
    with qtbot.waitSignal(long.keys_changed):
        text_of(long).verticalScrollBar().setValue(1)
    assert long.three_keys.on.detail == "what is further down"


def test_scrolling_to_the_top_tells_what_was_before_and_moves_nothing(long: TimelineView) -> None:
    look_for_a_while(long)
    bar = text_of(long).verticalScrollBar()
    bar.setValue(1)
    height = height_of(long, "Note 83.")
    bar.setValue(0)
    assert notes_in(long) == list(range(60, 100))
    assert height_of(long, "Note 83.") == height + 1


def test_the_beginning_can_be_scrolled_to(long: TimelineView) -> None:
    bar = text_of(long).verticalScrollBar()
    for _ in range(6):
        bar.setValue(0)
    assert (notes_in(long), bar.value()) == (list(range(100)), 0)


def height_of(view: TimelineView, words: str) -> int:
    """Return how far below the upper edge words stand, in pixels."""
    text = text_of(view)
    return text.cursorRect(text.document().find(words)).top()


def test_home_leads_to_the_beginning(long: TimelineView, qtbot: QtBot) -> None:
    QTest.keyClick(text_of(long), Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: notes_in(long) == list(range(100)))
    assert text_of(long).verticalScrollBar().value() == 0


def test_who_scrolls_on_need_not_wait_for_the_beginning(long: TimelineView) -> None:
    QTest.keyClick(text_of(long), Qt.Key.Key_Home)
    QTest.keyClick(text_of(long), Qt.Key.Key_Down)
    told = notes_in(long)
    settle()
    assert notes_in(long) == told != list(range(100))


def test_each_portion_looks_like_the_others(long: TimelineView) -> None:
    for _ in range(9):
        text_of(long).verticalScrollBar().setValue(0)
    newest = looks_of(long)[-21:]
    assert len(set(newest)) == 2, "the name of the day, and what was done on it"
    assert looks_of(long)[:21] == newest


def looks_of(view: TimelineView) -> list[tuple[float, float, float]]:
    """Return how the paragraphs are set: the room above and before, and by how much a first line stands out."""
    document = text_of(view).document()
    formats = [document.findBlockByNumber(number).blockFormat() for number in range(document.blockCount())]
    return [(one.topMargin(), one.leftMargin(), one.textIndent()) for one in formats]
