"""A table of the guide on screen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from micra_assistant.guide.html import rich_text
from micra_assistant.guide.model import Table
from micra_assistant.guide.source import Source
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.text_block import TextBlock, cell_html

_LETTERS_OF_COLUMN = 14
"""Of a column that is narrower than this many letters, each cell stands on its own under its head."""


class TableBlock(Flowing, QFrame):
    """A header row and rows of words, ruled between; where that is too narrow, one cell below the other.

    Signals:
        step_wanted, source_wanted: as TextBlock.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(self, table: Table, sources: dict[str, Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self._table, self._sources = table, sources
        self._is_narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._heads = [self._head(column) for column in range(len(table.header))]
        self._cells = [[self._text(cell_html(cell, sources), "table-cell") for cell in row] for row in table.rows]
        self._heads_of_cells: list[TextBlock] = []
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = _LETTERS_OF_COLUMN * self.fontMetrics().averageCharWidth() * len(self._heads)
        if (is_narrow := self.width() < least) is not self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        """Put all cells where they belong."""
        for column, head in enumerate(self._heads):
            head.setHidden(self._is_narrow)
            self._grid.setColumnStretch(column, int(column == 0 or not self._is_narrow))
            self._grid.addWidget(head, 0, column)
        if self._is_narrow and not self._heads_of_cells:
            self._heads_of_cells = [self._head(column) for row in self._cells for column in range(len(row))]
        for head in self._heads_of_cells:
            head.setVisible(self._is_narrow)
        if self._is_narrow:
            self._place_below()
            return
        for number, row in enumerate(self._cells, 1):
            for column, cell in enumerate(row):
                self._grid.addWidget(cell, number, column)

    def _place_below(self) -> None:
        cells = (cell for row in self._cells for cell in row)
        for number, (head, cell) in enumerate(zip(self._heads_of_cells, cells, strict=True)):
            self._grid.addWidget(head, 2 * number, 0)
            self._grid.addWidget(cell, 2 * number + 1, 0)

    def _head(self, column: int) -> TextBlock:
        return self._text(f"<b>{rich_text(self._table.header[column], self._sources)}</b>", "table-head")

    def _text(self, html: str, kind: str) -> TextBlock:
        text = TextBlock(html, kind, self)  # of this table from the start: else it would be shown as a window
        text.step_wanted.connect(self.step_wanted)
        text.source_wanted.connect(self.source_wanted)
        return text
