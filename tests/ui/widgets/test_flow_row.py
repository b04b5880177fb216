"""Widgets on as many lines as the width asks for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.ui.widgets.flow_row import FlowRow
from tests.ui.hands import settle


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[FlowRow]:
    """Return three buttons of 100 pixels, the last of which belongs to the right end."""
    window = QWidget()
    qtbot.addWidget(window)
    row = FlowRow(parent=window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for number in range(3):
        if number == 2:
            row.add_gap()
        button = QPushButton(str(number))
        button.setFixedSize(100, 40)
        row.addWidget(button)
    window.show()
    yield row
    window.close()


def places(row: FlowRow, width: int) -> list[tuple[int, int]]:
    """Return where the buttons stand in a width."""
    window = row.parentWidget()
    assert window
    window.setFixedSize(width, row.heightForWidth(width))
    settle()
    items = [row.itemAt(place) for place in range(row.count())]
    return [item.geometry().topLeft().toTuple() for item in items if item and not item.isEmpty()]


def test_what_comes_after_the_gap_stands_at_the_right_end_of_one_line(row: FlowRow) -> None:
    assert places(row, 500) == [(0, 0), (110, 0), (400, 0)]
    assert row.heightForWidth(320) == 40


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(319, 90, [(0, 0), (110, 0), (0, 50)]), (120, 140, [(0, 0), (0, 50), (0, 100)])],
)
def test_what_has_no_room_begins_another_line(
    row: FlowRow, width: int, height: int, expected: list[tuple[int, int]]
) -> None:
    assert places(row, width) == expected
    assert row.heightForWidth(width) == height


def test_what_is_hidden_takes_no_room(row: FlowRow) -> None:
    hidden = row.itemAt(1)
    assert hidden
    widget = hidden.widget()
    assert widget
    widget.hide()
    assert places(row, 210) == [(0, 0), (110, 0)]


def test_words_that_change_take_other_room(row: FlowRow) -> None:
    assert row.heightForWidth(320) == 40
    first = row.itemAt(0)
    assert first
    widget = first.widget()
    assert widget
    widget.setFixedSize(200, 60)
    settle()
    assert (row.heightForWidth(320), row.sizeHint().width()) == (110, 420)


def test_what_is_added_or_taken_away_counts_at_once(row: FlowRow) -> None:
    assert row.heightForWidth(320) == 40
    row.takeAt(0)
    assert row.sizeHint().width() == 210


def test_it_needs_the_width_of_its_widest_only(row: FlowRow) -> None:
    assert (row.minimumSize().width(), row.sizeHint().width()) == (100, 320)
    taken = row.takeAt(0)
    assert taken
    assert (row.count(), row.itemAt(5), row.takeAt(5)) == (2, None, None)
