"""The parts table on screen: its columns, how wide they are, and which go where there is no room."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from micra_assistant.ui.parts.parts_delegates import LookDelegate, OptionDelegate, SpanDelegate
from micra_assistant.ui.parts.parts_model import PartsColumn
from micra_assistant.ui.style.look import Look

_MOST_ROWS = 5
"""So many are in sight at once; the others are scrolled to."""
_ROW, _HEAD = 26, 25
_WIDTHS = {
    PartsColumn.OPTION: 230,
    PartsColumn.PRICE: 160,
    PartsColumn.SPAN: 110,
    PartsColumn.ORIGIN: 170,
    PartsColumn.FITTED: 140,
    PartsColumn.KEPT: 140,
}
_TOLD_BELOW = (PartsColumn.BENEFITS, PartsColumn.DRAWBACKS)
"""Columns that there is room for in a wide window only; what they say is told below the table, too."""
_LEAST_FOR_WORDS = 150


class PartsView(QTableView):
    """The table, as high as its rows, of which it shows a few at once."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._delegates: dict[PartsColumn, LookDelegate] = {
            PartsColumn.OPTION: OptionDelegate(self),
            PartsColumn.SPAN: SpanDelegate(self),
        }
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in _TOLD_BELOW:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def dress(self, look: Look) -> None:
        """Draw in a look, as high as the rows there are now."""
        self._look = look
        row, head = look.size(_ROW), look.size(_HEAD)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(head + row * min(_MOST_ROWS, max(1, self.model().rowCount())) + 2)
        for column, delegate in self._delegates.items():
            delegate.look = look
            self.setItemDelegateForColumn(column, delegate)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, look.size(width))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the columns of words where they would be cut short, and then the bars."""
        if look := self._look:
            left = self.viewport().width() - look.size(sum(_WIDTHS.values()))
            for column in _TOLD_BELOW:
                self.setColumnHidden(column, left < look.size(_LEAST_FOR_WORDS) * len(_TOLD_BELOW))
            self.setColumnHidden(PartsColumn.SPAN, left < 0)
