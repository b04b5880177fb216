"""A table of the guide on screen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Table, Words
from micra_assistant.ui.step.table_block import TableBlock
from tests.ui.hands import settle


@pytest.fixture
def table(qtbot: QtBot) -> TableBlock:
    """Return a table of two columns and two rows."""
    rows = (("Over 1 ohm", "Button"), ("Under 1 ohm", "Latch"))
    cells = tuple(tuple((Words(words),) for words in row) for row in rows)
    block = TableBlock(Table(((Words("You read"),), (Words("Suspect"),)), cells), {})
    qtbot.addWidget(block)
    block.show()
    return block


def lines(table: TableBlock, width: int) -> list[list[str]]:
    """Return what stands on each line, from the top, in a width."""
    table.resize(width, 400)
    settle()
    rows: dict[int, list[tuple[int, str]]] = {}
    for label in table.findChildren(QLabel):
        if label.isVisible():
            place = label.mapTo(table, QPoint())
            words = label.text().removeprefix("<b>").removesuffix("</b>")
            shown = words if words.startswith("<b>") else words.split(">")[-2].split("<")[0] if ">" in words else words
            rows.setdefault(place.y(), []).append((place.x(), shown))
    return [[words for _left, words in sorted(rows[top])] for top in sorted(rows)]


def test_a_wide_table_has_its_heads_once_on_top(table: TableBlock) -> None:
    wide = [["You read", "Suspect"], ["Over 1 ohm", "Button"], ["Under 1 ohm", "Latch"]]
    assert lines(table, 600) == wide


def test_in_a_narrow_table_each_cell_stands_under_its_head(table: TableBlock) -> None:
    expected = ["You read", "Over 1 ohm", "Suspect", "Button", "You read", "Under 1 ohm", "Suspect", "Latch"]
    assert lines(table, 150) == [[words] for words in expected]
    assert len(lines(table, 600)) == 3
