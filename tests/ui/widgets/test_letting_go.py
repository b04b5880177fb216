"""Widgets that are done away with."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.letting_go import let_go
from tests.ui.hands import settle


class Painted(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102 - Qt's
        self.times += 1


def test_what_takes_its_place_is_not_painted_again(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    former, following = QWidget(holder), Painted(holder)
    for widget in (former, following):
        widget.setGeometry(10, 10, 50, 50)
    following.hide()
    holder.show()
    settle()
    let_go(former)
    following.show()
    settle()
    times = following.times
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    assert (following.times, times > 0) == (times, True)
