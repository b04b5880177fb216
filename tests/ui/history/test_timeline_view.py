"""The history of a job as it is read."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Entered, Event, Noted, Opened, StepShown, Ticked, Undone
from micra_assistant.jobs.history import History
from micra_assistant.ui.history.timeline_view import TimelineView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.builders import guide_fixture
from tests.clocks import clock_in
from tests.drawings import drawing
from tests.ui.hands import settle
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


def test_what_is_undone_is_struck(view: TimelineView) -> None:
    told = view.findChild(QTextBrowser)
    assert told is not None
    struck = told.document().find("Ignition off")
    assert struck.charFormat().fontStrikeOut()
    assert not told.document().find("Clips out").charFormat().fontStrikeOut()


def test_how_long_the_steps_took_is_said(view: TimelineView) -> None:
    assert view.times.startswith("Time at the car: 1 h 4 min")
    assert "Look at the car" in view.times
    assert "<b>20 min</b>" in view.times
    assert "<b>44 min</b>" in view.times


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

    return [label.text() for label in view.findChildren(QLabel)]


@pytest.mark.parametrize("theme", ThemeName)
def test_a_long_history_is_one_document_with_the_newest_in_sight(qtbot: QtBot, guide: Guide, theme: ThemeName) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    lines = [(f"19T{10 + n // 60:02}:{n % 60:02}", "Ann", Noted("look", f"Note {n}")) for n in range(500)]
    view.show_history(guide, history_of(lines), {}, Look(load_theme(theme)))
    view.show()
    settle()
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
