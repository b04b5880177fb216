"""The line of words to the person."""

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.frame.message_bar import MessageBar, Tone

ROOM = QRect(100, 50, 500, 500)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return what the bar lies over."""
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def bar(window: QWidget) -> MessageBar:
    """Return a bar that has nothing to say."""
    return MessageBar(lambda: (ROOM, ()), window)


@pytest.mark.parametrize(("tone", "goes"), [(Tone.HINT, True), (Tone.PROBLEM, False)])
def test_hints_go_by_themselves_and_problems_stay(bar: MessageBar, tone: Tone, goes: bool) -> None:
    bar.say("First: Negative off", Tone.HINT)
    clock = bar.findChild(QTimer)
    assert clock is not None
    bar.say("Words", tone)
    assert (bar.words, clock.isActive()) == ("Words", goes)


def test_words_are_shown_as_they_are(bar: MessageBar) -> None:
    bar.say("<b>No</b> such file: a<b>.pdf")
    assert bar.words == "<b>No</b> such file: a<b>.pdf"
    bar.hide()
    assert bar.words == ""


def test_words_lie_at_the_foot_of_their_room(bar: MessageBar) -> None:
    bar.say("Short.")
    short = bar.geometry()
    assert (short.x(), short.width(), short.bottom()) == (100, 500, ROOM.bottom())
    bar.say("Many words. " * 12)
    assert (bar.geometry().bottom(), bar.height() > short.height()) == (ROOM.bottom(), True)
    bar.say("Short.")
    assert bar.geometry() == short


def test_words_lie_at_the_head_of_their_room_if_the_marked_line_is_at_its_foot(window: QWidget) -> None:
    marked = QRect(120, 480, 300, 60)
    bar = MessageBar(lambda: (ROOM, [marked]), window)
    bar.say("The disk is full.", Tone.PROBLEM)
    assert (bar.y(), bar.geometry().intersects(marked)) == (ROOM.top(), False)


def test_words_stay_at_the_foot_if_something_is_to_stay_free_at_the_head_too(window: QWidget) -> None:
    fields = [QRect(120, 55, 300, 60), QRect(120, 480, 300, 60)]
    bar = MessageBar(lambda: (ROOM, fields), window)
    bar.say("The disk is full.", Tone.PROBLEM)
    assert bar.geometry().bottom() == ROOM.bottom()


def test_of_very_many_words_the_first_lines_are_seen_until_more_are_wanted(bar: MessageBar) -> None:
    bar.say("Short.")
    more = next(button for button in bar.findChildren(QPushButton) if button.text() == "More")
    assert more.isHidden()
    bar.say("Many words. " * 60, Tone.PROBLEM)
    assert not more.isHidden()
    few = bar.height()
    assert few < 100
    more.click()
    assert bar.height() > few
    more.click()
    assert bar.height() == few
    more.click()
    bar.say("Other words. " * 60, Tone.PROBLEM)
    assert (bar.height() < 100, more.isChecked()) == (True, False)


def test_an_offer_stays_until_it_is_taken(bar: MessageBar) -> None:
    taken: list[str] = []
    bar.offer("The guide has changed.", "See what", lambda: taken.append("seen"))
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == "See what")
    clock = bar.findChild(QTimer)
    assert clock is not None
    assert (button.isHidden(), clock.isActive()) == (False, False)
    button.click()
    assert (taken, bar.words) == (["seen"], "")
    bar.say("Words")
    assert button.isHidden()


def test_a_fault_stays_until_it_is_closed(bar: MessageBar) -> None:
    taken: list[str] = []
    bar.tell_bug("A fault.", "Copy", lambda: taken.append("copied"))
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == "Copy")
    button.click()
    assert (taken, bar.words) == (["copied"], "A fault.")
    bar.say("A hint.")
    bar.drop_hint()
    bar.drop_offer()
    bar.drop()
    assert bar.words == "A fault."
    bar.dismiss()
    assert bar.words == ""


def test_what_a_fault_covers_and_what_covers_it_comes_back(bar: MessageBar) -> None:
    bar.say("A problem.", Tone.PROBLEM)
    bar.tell_bug("A fault.", "Copy", lambda: None)
    assert bar.words == "A fault."
    bar.tell_bug("A fault, 2 times.", "Copy", lambda: None)
    bar.dismiss()
    assert bar.words == "A problem."
    bar.tell_bug("A fault.", "Copy", lambda: None)
    bar.offer("An offer.", "Take it", lambda: None)
    bar.drop_offer()
    assert bar.words == "A fault."
    bar.dismiss()
    assert bar.words == ""
