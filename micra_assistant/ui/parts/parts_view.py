"""The parts table on screen: its columns, how wide they are, and which go where there is no room."""

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from micra_assistant.ui.parts.parts_delegates import LookDelegate, OptionDelegate, SpanDelegate
from micra_assistant.ui.parts.parts_model import PartsColumn
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_LOW = 690
_ROWS_BELOW = {_LOW: 3, 900: 4}
_MOST_ROWS = 8
"""So many rows are in sight at once in a window lower than that, in pixels at scale 1; the others are scrolled to."""
_ROW, _HEAD = 26, 25
_WIDTHS = {PartsColumn.OPTION: 214, PartsColumn.SPAN: 72, PartsColumn.ORIGIN: 154}
_AS_WIDE_AS_THEIR_WORDS = (PartsColumn.PRICE, PartsColumn.FITTED, PartsColumn.KEPT)
"""An amount that is cut short would be another amount."""
_TOLD_BELOW = (PartsColumn.BENEFITS, PartsColumn.DRAWBACKS)
"""Columns that there is room for in a wide window only; what they say is told below the table, too."""
_LEAST_FOR_WORDS = 200


class PartsView(QTableView):
    """The table, as high as its rows, of which it shows a few at once."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._measured: dict[PartsColumn, int] = {}
        self._delegates: dict[PartsColumn, LookDelegate] = {
            PartsColumn.OPTION: OptionDelegate(self),
            PartsColumn.SPAN: SpanDelegate(self),
        }
        self.setAccessibleName(_("Ways to get the part"))
        self.setModel(model)
        model.modelReset.connect(self._measured.clear)
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
        """Draw in a look from now on."""
        self._look = look
        self._measured.clear()
        row, head = look.size(_ROW), look.size(_HEAD)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(head)
        for column, delegate in self._delegates.items():
            delegate.look = look
            self.setItemDelegateForColumn(column, delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        self._measured.clear()
        super().changeEvent(event)

    def fit(self) -> None:
        """Be as high as the window has room for."""
        if look := self._look:
            most = _rows_in_sight(self.window().height() / look.scale)
            rows = min(most, max(1, self.model().rowCount()))
            self.setFixedHeight(look.size(_HEAD) + look.size(_ROW) * rows + 2)

    @property
    def is_in_low_window(self) -> bool:
        """Whether the window has no room for many words beside the table."""
        return self._look is not None and self.window().height() < self._look.size(_LOW)

    def fit_columns(self) -> None:
        """Leave out the columns of words where they would be cut short, and then the bars."""
        if look := self._look:
            for column in _AS_WIDE_AS_THEIR_WORDS:
                self.setColumnWidth(column, self._width_of_words(column))
            taken = sum(map(self.columnWidth, _AS_WIDE_AS_THEIR_WORDS)) + look.size(sum(_WIDTHS.values()))
            left = self.viewport().width() - taken
            has_room = left >= look.size(_LEAST_FOR_WORDS) * len(_TOLD_BELOW)
            for column in _TOLD_BELOW:
                self.setColumnHidden(column, not has_room)
            self.setColumnHidden(PartsColumn.SPAN, left < 0)
            for column, width in _WIDTHS.items():
                self.setColumnWidth(column, look.size(width))
            slack = 0 if has_room else left + (look.size(_WIDTHS[PartsColumn.SPAN]) if left < 0 else 0)
            self.setColumnWidth(PartsColumn.OPTION, look.size(_WIDTHS[PartsColumn.OPTION]) + slack)

    def _width_of_words(self, column: PartsColumn) -> int:
        """Return how wide a column must be, measured once: all its rows are asked, and the window is resized often."""
        if column not in self._measured:
            of_head = self.horizontalHeader().sectionSizeHint(column)
            self._measured[column] = max(self.sizeHintForColumn(column), of_head)
        return self._measured[column]


def _rows_in_sight(height: float) -> int:
    """Return how many rows a window of a height shows at once."""
    return next((rows for below, rows in _ROWS_BELOW.items() if height < below), _MOST_ROWS)
