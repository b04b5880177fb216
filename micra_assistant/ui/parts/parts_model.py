"""The parts table for Qt: options by columns, sorted by what the amounts are worth."""

from collections.abc import Mapping
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from micra_assistant.guide.model import Source
from micra_assistant.parts.comparison import Fitted, dearest_part, fitted_words
from micra_assistant.parts.cost_words import kept_head, kept_words
from micra_assistant.parts.keeping import keep_middle
from micra_assistant.parts.option_words import price_words, short_origin
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.price_age import STRENGTH, age_of
from micra_assistant.words import _

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole
SPAN_ROLE = Qt.ItemDataRole.UserRole + 1
"""Where the price lies between nothing and the dearest part: a pair from 0 to 1; None if it cannot be compared."""
CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 2
STRENGTH_ROLE = Qt.ItemDataRole.UserRole + 3
"""How strongly the price is drawn for its age, from 0 to 1."""

UNKNOWN = float("inf")
"""Stands for an amount that is not known, where rows are put in order."""


class PartsColumn(IntEnum):
    """The columns, left to right."""

    OPTION = 0
    PRICE = 1
    SPAN = 2
    ORIGIN = 3
    BENEFITS = 4
    DRAWBACKS = 5
    FITTED = 6
    KEPT = 7


class PartsModel(QAbstractTableModel):
    """The options of one table with what they cost fitted, and over the years."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: PartsTable | None = None
        self._rows: tuple[Fitted, ...] = ()
        self._sources: Mapping[str, Source] = {}
        self._dearest = Decimal(1)
        self._chosen = ""
        self._years = 0
        self._this_year = 0

    def show_table(
        self,
        table: PartsTable,
        rows: tuple[Fitted, ...],
        years: int,
        this_year: int,
        sources: Mapping[str, Source],
    ) -> None:
        """Show the options of ``table``, which ``rows`` have the costs of, kept so many years."""
        self.beginResetModel()
        self._table, self._rows, self._sources = table, rows, sources
        self._years, self._this_year = years, this_year
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

    def source_id(self, row: int) -> str:
        """Return the id of the source of the price in a row; empty if there is none."""
        source = self._table.source_of(self._rows[row].option) if self._table else ""
        return source if source in self._sources else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(PartsColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header(PartsColumn(section))
        if role == Qt.ItemDataRole.AccessibleTextRole and section == PartsColumn.SPAN:
            return _("Price as a bar")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fitted, column = self._rows[index.row()], PartsColumn(index.column())
        if self._table is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(self._table, fitted, column)
            case Qt.ItemDataRole.ToolTipRole:
                return fitted.option.note or None
            case _ if role == SORT_ROLE:
                return _sort_key(fitted, column, self._years)
            case _ if role == SPAN_ROLE:
                return fitted.price and tuple(float(end / self._dearest) for end in fitted.price)
            case _ if role == CHOSEN_ROLE:
                return fitted.option.id == self._chosen
            case _ if role == STRENGTH_ROLE:
                return STRENGTH[age_of(self._table, fitted.option, self._this_year)]
        return None

    def _words(self, table: PartsTable, fitted: Fitted, column: PartsColumn) -> str:
        option = fitted.option
        match column:
            case PartsColumn.OPTION:
                return option.name
            case PartsColumn.PRICE:
                return price_words(table, option)
            case PartsColumn.SPAN:
                return ""
            case PartsColumn.ORIGIN:
                return short_origin(table, option, self._sources)
            case PartsColumn.BENEFITS:
                return " · ".join(option.benefits)
            case PartsColumn.DRAWBACKS:
                return " · ".join(option.drawbacks)
            case PartsColumn.FITTED:
                return fitted_words(fitted, table.currency)
            case PartsColumn.KEPT:
                return kept_words(fitted, self._years, table.currency)

    def _header(self, column: PartsColumn) -> str:
        return {
            PartsColumn.OPTION: _("Option"),
            PartsColumn.PRICE: _("Price of the part"),
            PartsColumn.SPAN: "",
            PartsColumn.ORIGIN: _("Who says so"),
            PartsColumn.BENEFITS: _("Benefits"),
            PartsColumn.DRAWBACKS: _("Drawbacks"),
            PartsColumn.FITTED: _("Fitted now"),
            PartsColumn.KEPT: kept_head(self._years),
        }[column]


def _sort_key(fitted: Fitted, column: PartsColumn, years: int) -> Any:
    match column:
        case PartsColumn.PRICE | PartsColumn.SPAN:
            return float(fitted.price[0]) if fitted.price else UNKNOWN
        case PartsColumn.FITTED:
            return float(fitted.total[0]) if fitted.total else UNKNOWN
        case PartsColumn.KEPT:
            kept = keep_middle(fitted, years)
            return float(kept.total) if kept else UNKNOWN
        case PartsColumn.BENEFITS:
            return ", ".join(fitted.option.benefits)
        case PartsColumn.DRAWBACKS:
            return ", ".join(fitted.option.drawbacks)
        case PartsColumn.ORIGIN:
            return fitted.option.source
        case PartsColumn.OPTION:
            return fitted.option.name
