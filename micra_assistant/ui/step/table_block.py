"""A table of the guide on screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from micra_assistant.guide.html import rich_text
from micra_assistant.guide.model import Source, Table
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.text_block import TextBlock, cell_html


class TableBlock(Flowing, QFrame):
    """A header row and rows of words, ruled between.

    Signals:
        step_wanted, source_wanted: as TextBlock.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(self, table: Table, sources: dict[str, Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for column, head in enumerate(table.header):
            grid.addWidget(self._connected(TextBlock(f"<b>{rich_text(head, sources)}</b>", "table-head")), 0, column)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                grid.addWidget(self._connected(TextBlock(cell_html(cell, sources), "table-cell")), number, column)
        for column in range(len(table.header)):
            grid.setColumnStretch(column, 1)

    def _connected(self, text: TextBlock) -> TextBlock:
        text.step_wanted.connect(self.step_wanted)
        text.source_wanted.connect(self.source_wanted)
        return text
