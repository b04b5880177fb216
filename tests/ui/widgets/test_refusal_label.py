"""What is wrong with what was typed is seen and heard."""

from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.refusal_label import RefusalLabel
from tests.ui.listening import Heard


def test_it_is_said_once_and_gone_when_nothing_is_wrong(qtbot: QtBot, heard: Heard) -> None:
    refusal = RefusalLabel()
    qtbot.addWidget(refusal)
    for words in ("Type a number.", "Type a number.", "", "Type less."):
        refusal.say(words)
        assert (refusal.words, refusal.isHidden()) == (words, not words)
    assert heard.take() == ["Type a number.", "Type less."]
