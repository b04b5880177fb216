"""Called away from the car and back again."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.bookmark import Bookmark, bookmark
from micra_assistant.jobs.events import AnyAct, Entered, StepShown, Ticked, ToolsOut
from micra_assistant.jobs.history import History
from micra_assistant.ui.history.away_view import AwayView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.three_keys import Key as ThreeKey
from micra_assistant.ui.widgets.open_card import OpenCard
from micra_assistant.ui.widgets.tick_box import Mark, TickBox
from tests.builders import guide_fixture, log_of
from tests.clocks import clock_in
from tests.spaces import spaced
from tests.ui.hands import settle, tap
from tests.ui.in_sight import button, labels
from tests.ui.listening import Heard
from tests.ui.small_guide import GUIDE
from tests.ui.three_keys import press

Key = Qt.Key
AT = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)
TOOLS = ("Multimeter", "Torch", "Prop")
WORK = (
    Ticked("negative-off"),
    Entered("clips", "11"),
    StepShown("measure"),
    Entered("leads", "0.2"),
    Entered("pressed", "14"),
    ToolsOut(("Torch",)),
)

guide = guide_fixture(files=GUIDE)
"""The small guide of the workshop."""


def mark_of(guide: Guide, *acts: AnyAct) -> Bookmark:
    """Return where a job was left in which these acts were done."""
    return bookmark(guide, History(log_of(*acts)))


@pytest.fixture
def in_utc() -> Iterator[None]:
    """Let the clock on the wall be that of the events."""
    with clock_in("UTC"):
        yield


@pytest.fixture
def view(qtbot: QtBot, in_utc: None) -> AwayView:
    """Return the view, shown."""
    view = AwayView(Look(load_theme(ThemeName.LIGHT)))
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.show()
    view.activateWindow()
    settle()
    return view


def said(view: AwayView) -> list[str]:
    """Return all labels in sight from the top down, the card of what is open as its words."""
    cards = {card.words for card in view.findChildren(OpenCard) if card.isVisible()}
    plain = [label.text() for label in labels(view) if not isinstance(label.parentWidget(), OpenCard)]
    return [spaced(words) for words in (*cards, *plain)]


def test_away_says_when_where_and_what_is_open(view: AwayView, guide: Guide) -> None:
    view.show_away(mark_of(guide, *WORK), TOOLS, AT)
    assert view.title == "Called away · 14:02"
    assert "Kept: you were at “Measure”." in said(view)
    assert "Open on the car: negative off, clips out · 11 clips" in said(view)


def test_nothing_open_is_said_too(view: AwayView, guide: Guide) -> None:
    view.show_away(mark_of(guide), TOOLS, AT)
    assert "Nothing is open on the car." in said(view)
    assert "Kept: you were at “Look at the car”." in said(view)


def test_tools_that_lie_at_the_car_are_tapped(view: AwayView, guide: Guide, qtbot: QtBot) -> None:
    view.show_away(mark_of(guide, *WORK, ToolsOut(("Torch", "Own tool"))), TOOLS, AT)
    assert [(row.name, row.isChecked()) for row in view.tools] == [
        ("Multimeter", False),
        ("Torch", True),
        ("Prop", False),
        ("Own tool", True),
    ]
    with qtbot.waitSignal(view.tools_changed) as changed:
        QTest.mouseClick(view.tools[0], Qt.MouseButton.LeftButton)
    assert changed.args == [("Multimeter", "Torch", "Own tool")]
    with qtbot.waitSignal(view.tools_changed) as changed:
        view.tools[1].setFocus()
        QTest.keyClick(view.tools[1], Key.Key_Space)
    assert changed.args == [("Multimeter", "Own tool")]
    boxes = [row.findChild(TickBox) for row in view.tools]
    assert [box.mark for box in boxes if box] == [Mark.DONE, Mark.EMPTY, Mark.EMPTY, Mark.DONE]


def test_a_guide_without_tools_asks_for_none(view: AwayView, guide: Guide) -> None:
    view.show_away(mark_of(guide), (), AT)
    assert view.tools == []
    assert not any("tools" in words for words in said(view))


def enter(view: AwayView) -> None:
    """Press Enter."""
    QTest.keyClick(view, Key.Key_Return)


@pytest.mark.parametrize("act", [press, enter], ids=["space", "enter"])
def test_one_key_says_i_am_back_and_then_goes_on(
    view: AwayView, guide: Guide, qtbot: QtBot, act: Callable[[AwayView], None]
) -> None:
    view.show_away(mark_of(guide, *WORK), TOOLS, AT)
    assert view.three_keys.space.words == "I am back"
    with qtbot.assertNotEmitted(view.go_on), qtbot.waitSignal(view.came_back):
        act(view)
    view.show_back(mark_of(guide, *WORK), timedelta(minutes=7))
    assert view.three_keys.space.words == "Go on"
    with qtbot.assertNotEmitted(view.came_back), qtbot.waitSignal(view.go_on):
        act(view)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_the_key_that_opened_it_does_not_close_it_while_it_is_held(
    view: AwayView, guide: Guide, qtbot: QtBot, key: Key
) -> None:
    view.show_away(mark_of(guide, *WORK), TOOLS, AT)
    with qtbot.assertNotEmitted(view.came_back), qtbot.assertNotEmitted(view.go_on):
        for _ in range(3):
            QApplication.sendEvent(
                view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, " ", True)
            )
        QTest.keyRelease(view, key)


def test_a_double_tap_on_i_am_back_does_not_press_go_on(view: AwayView, guide: Guide, qtbot: QtBot) -> None:
    view.show_away(mark_of(guide, *WORK), TOOLS, AT)
    view.came_back.connect(lambda: view.show_back(mark_of(guide, *WORK), timedelta(minutes=7)))
    settle()
    back = button(view, "I am back")
    place = back.mapTo(view, back.rect().center())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    settle()
    assert not button(view, "Go on").geometry().contains(place)


def test_its_buttons(view: AwayView, guide: Guide, qtbot: QtBot) -> None:
    view.show_away(mark_of(guide), TOOLS, AT)
    with qtbot.waitSignal(view.came_back):
        button(view, "I am back").click()
    view.show_back(mark_of(guide), timedelta(hours=2, minutes=5))
    with qtbot.waitSignal(view.go_on):
        button(view, "Go on").click()
    assert not any(one.isVisible() for one in view.findChildren(QPushButton) if one.text() == "I am back")


def test_back_shows_what_is_open_first_then_tools_and_the_last_two_steps(view: AwayView, guide: Guide) -> None:
    view.show_back(mark_of(guide, *WORK), timedelta(hours=1, minutes=14))
    settle()
    assert view.title == "Where you were"
    assert "You were away for 1 h 14 min." in said(view)
    assert "Open on the car: negative off, clips out · 11 clips" in said(view)
    assert "Tools at the car: Torch" in said(view)
    card = view.findChild(OpenCard)
    tools = next(label for label in view.findChildren(QLabel) if label.text() == "Tools at the car: Torch")
    steps = [button(view, "Take the power off"), button(view, "Measure")]
    assert card is not None
    tops = [one.mapTo(view, one.rect().topLeft()) for one in (card, tools, *steps)]
    assert tops[0].y() < tops[1].y() < tops[2].y() == tops[3].y()
    assert tops[2].x() < tops[3].x()


def test_the_lines_of_the_last_steps_stand_with_their_verdicts(view: AwayView, guide: Guide) -> None:
    view.show_back(mark_of(guide, *WORK), timedelta(minutes=7))
    words = said(view)
    for expected in (
        "Ignition off",
        "11 clips",
        "0.2 Ω · OK · 0.5 Ω or less",
        "14 Ω · TOO HIGH · 13.8 Ω less “Leads” · 1 Ω or less",
        "Released",
    ):
        assert expected in words
    marks = [box.mark for box in view.findChildren(TickBox) if box.isVisible()]
    power_off = [Mark.EMPTY, Mark.DONE, Mark.DONE, Mark.EMPTY]
    assert marks == [*power_off, Mark.DONE, Mark.WRONG, Mark.EMPTY]


def test_a_step_leads_to_itself(view: AwayView, guide: Guide, qtbot: QtBot) -> None:
    view.show_back(mark_of(guide, *WORK), timedelta(minutes=7))
    settle()
    with qtbot.waitSignal(view.step_wanted) as wanted:
        tap(button(view, "Take the power off"))
    assert wanted.args == ["power-off"]


def test_page_keys_scroll(view: AwayView, guide: Guide, heard: Heard, qtbot: QtBot) -> None:
    from micra_assistant.ui.widgets.scroll_column import ScrollColumn

    view.resize(600, 300)
    view.show_away(mark_of(guide, *WORK), [f"Tool {n}" for n in range(30)], AT)
    settle()
    area = view.findChild(ScrollColumn)
    assert area is not None
    assert view.three_keys.back.act is None
    with qtbot.waitSignal(view.keys_changed):
        press(view, ThreeKey.ON)
    assert area.verticalScrollBar().value() > 0
    press(view, ThreeKey.BACK)
    assert area.verticalScrollBar().value() == 0
    assert heard.take() == ["Further down.", "Further up."]


def test_a_tool_that_was_ticked_by_key_keeps_the_focus(qtbot: QtBot, guide: Guide) -> None:
    view = AwayView(Look(load_theme(ThemeName.LIGHT), 1.0))
    qtbot.addWidget(view)
    view.show()
    view.show_away(mark_of(guide, *WORK), TOOLS, AT)
    prop = view.tools[-1]
    prop.setFocus()
    view.show_away(mark_of(guide, *WORK, ToolsOut(("Torch", "Prop"))), TOOLS, AT)
    assert view.tools[-1] is prop
    assert [row.isChecked() for row in view.tools] == [False, True, True]
    assert view.focusWidget() is prop
