"""A column that scrolls."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from tests.ui.hands import settle


def test_how_far_a_new_column_can_be_scrolled_is_known_at_once(qtbot: QtBot) -> None:
    area = ScrollColumn()
    qtbot.addWidget(area)
    area.resize(100, 100)
    area.show()
    settle()
    column = QWidget()
    column.setFixedHeight(400)
    area.show_column(column)
    assert area.verticalScrollBar().maximum() == 300
