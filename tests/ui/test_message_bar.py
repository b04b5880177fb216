"""The line of words to the person."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from micra_assistant.ui.message_bar import MessageBar, Tone


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    """Return a bar that has nothing to say."""
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


@pytest.mark.parametrize(("tone", "goes"), [(Tone.HINT, True), (Tone.PROBLEM, False)])
def test_hints_go_by_themselves_and_problems_stay(bar: MessageBar, tone: Tone, goes: bool) -> None:
    clock = bar.findChild(QTimer)
    assert clock is not None
    bar.say("First: Negative off", Tone.HINT)
    bar.say("Words", tone)
    assert (bar.words, clock.isActive()) == ("Words", goes)


def test_words_are_shown_as_they_are(bar: MessageBar) -> None:
    bar.say("<b>No</b> such file: a<b>.pdf")
    assert bar.words == "<b>No</b> such file: a<b>.pdf"
    bar.hide()
    assert bar.words == ""
