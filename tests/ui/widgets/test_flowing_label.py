"""Plain words that wrap where a layout gives them what width there is."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.flowing_label import FlowingLabel


def test_long_words_want_no_other_width_than_short_ones_but_more_height(qtbot: QtBot) -> None:
    short, long = FlowingLabel("Doors", "item"), FlowingLabel("Doors lock and unlock <b> " * 20, "item")
    for label in (short, long):
        qtbot.addWidget(label)
    assert (short.sizeHint(), short.minimumSizeHint()) == (long.sizeHint(), long.minimumSizeHint())
    assert long.heightForWidth(200) > long.heightForWidth(600) > short.heightForWidth(600)
    assert long.textFormat() is Qt.TextFormat.PlainText
