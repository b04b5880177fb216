"""Buttons whose words are cut short where there is no room."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.short_button import Short, ShortButton
from tests.ui.painted_text import painted_texts

WORDS = "Lamps & fuses: everything done on it"


@pytest.mark.parametrize("kind", [Short, ShortButton])
def test_words_are_cut_short_and_told_in_full(qtbot: QtBot, kind: type[QPushButton]) -> None:
    button = kind(WORDS)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert [text.words for text in painted_texts(button)] == [WORDS]
    button.resize(120, 40)
    (text,) = painted_texts(button)
    assert text.words.startswith("Lamps & ")
    assert text.words.endswith("…")
    assert (button.toolTip(), button.accessibleName()) == (WORDS.replace("&", "&amp;"), WORDS)
    assert button.minimumSizeHint().width() == 0
