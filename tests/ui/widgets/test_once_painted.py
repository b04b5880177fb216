"""What waits for the first paint of a widget is done after it, and once."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.once_painted import once_painted
from tests.ui.hands import settle


def test_it_is_done_once_after_the_first_paint(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[int]()
    qtbot.addWidget(widget)
    once_painted(widget, lambda: done.append(1))
    settle()
    assert done == []
    widget.show()
    widget.repaint()
    assert done == []
    settle()
    widget.repaint()
    settle()
    assert done == [1]
