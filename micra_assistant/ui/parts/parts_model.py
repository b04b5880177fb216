"""The parts table for Qt: options by columns, sorted by what the amounts are worth."""

from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from micra_assistant.parts import money
from micra_assistant.parts.comparison import Fitted, compare, dearest_part, fitted_words
from micra_assistant.parts.options import PartsTable
from micra_assistant.words import _

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole
SPAN_ROLE = Qt.ItemDataRole.UserRole + 1
"""Where the price lies between nothing and the dearest part: a pair from 0 to 1."""
CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 2


class PartsColumn(IntEnum):
    """The columns, left to right."""

    OPTION = 0
    PRICE = 1
    SPAN = 2
    BENEFITS = 3
    DRAWBACKS = 4
    FITTED = 5


class PartsModel(QAbstractTableModel):
    """The options of one part with their totals at a labour rate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Fitted, ...] = ()
        self._currency = "EUR"
        self._dearest = Decimal(1)
        self._chosen = ""

    def show_table(self, table: PartsTable, rate_per_hour: Decimal) -> None:
        """Show ``table`` with its totals at ``rate_per_hour``."""
        self.beginResetModel()
        self._rows = compare(table, rate_per_hour)
        self._currency = table.currency
        self._dearest = dearest_part(table) or Decimal(1)
        self.endResetModel()

    def show_chosen(self, option_id: str) -> None:
        """Show which option is chosen, empty for none."""
        if option_id != self._chosen:
            self._chosen = option_id
            self.dataChanged.emit(
                self.index(0, PartsColumn.OPTION), self.index(len(self._rows) - 1, PartsColumn.OPTION)
            )

    def option_id(self, row: int) -> str:
        """Return the id of the option in a row."""
        return self._rows[row].option.id

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(PartsColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _header(PartsColumn(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fitted, column = self._rows[index.row()], PartsColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(fitted, column)
            case Qt.ItemDataRole.ToolTipRole:
                return fitted.option.note or None
            case _ if role == SORT_ROLE:
                return _sort_key(fitted, column)
            case _ if role == SPAN_ROLE:
                low, high = fitted.option.price
                return float(low / self._dearest), float(high / self._dearest)
            case _ if role == CHOSEN_ROLE:
                return fitted.option.id == self._chosen
        return None

    def _words(self, fitted: Fitted, column: PartsColumn) -> str:
        option = fitted.option
        match column:
            case PartsColumn.OPTION:
                return option.name
            case PartsColumn.PRICE:
                return money.show_range(*option.price, self._currency)
            case PartsColumn.SPAN:
                return ""
            case PartsColumn.BENEFITS:
                return " · ".join(option.benefits)
            case PartsColumn.DRAWBACKS:
                return " · ".join(option.drawbacks)
            case PartsColumn.FITTED:
                return fitted_words(fitted, self._currency)


def _header(column: PartsColumn) -> str:
    return {
        PartsColumn.OPTION: _("Option"),
        PartsColumn.PRICE: _("Price of the part"),
        PartsColumn.SPAN: "",
        PartsColumn.BENEFITS: _("Benefits"),
        PartsColumn.DRAWBACKS: _("Drawbacks"),
        PartsColumn.FITTED: _("Fitted"),
    }[column]


def _sort_key(fitted: Fitted, column: PartsColumn) -> Any:
    match column:
        case PartsColumn.PRICE | PartsColumn.SPAN:
            return float(fitted.option.price[0])
        case PartsColumn.FITTED:
            return float(fitted.low)
        case PartsColumn.BENEFITS:
            return ", ".join(fitted.option.benefits)
        case PartsColumn.DRAWBACKS:
            return ", ".join(fitted.option.drawbacks)
        case PartsColumn.OPTION:
            return fitted.option.name
