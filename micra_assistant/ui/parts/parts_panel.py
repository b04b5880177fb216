"""The ways to get the part, compared: what each costs, bought and fitted."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.html import escape, source_link
from micra_assistant.guide.model import Source
from micra_assistant.numbers import Numbers
from micra_assistant.parts import money
from micra_assistant.parts.options import PartsTable
from micra_assistant.ui.parts.parts_delegates import LookDelegate, OptionDelegate, SpanDelegate
from micra_assistant.ui.parts.parts_model import SORT_ROLE, PartsColumn, PartsModel
from micra_assistant.ui.parts.rate_field import RateField
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _


class PartsPanel(QFrame):
    """The parts table of a guide.

    Signals:
        option_chosen: an option was tapped; carries its id.
        source_wanted: the badge of the prices was tapped; carries the source's id.
        rate_changed: the workshop's labour rate for an hour was typed; carries a Decimal.
    """

    option_chosen = Signal(str)
    source_wanted = Signal(str)
    rate_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.model = PartsModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("kind", "panel-title")
        self._priced = TextBlock("", "caption")
        self._priced.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._priced.source_wanted.connect(self.source_wanted)
        self._rate = RateField()
        self._refusal = QLabel()
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.setProperty("kind", "refusal")
        self._refusal.hide()
        self._currency = QLabel()
        self._table = QTableView()
        self._delegates: dict[PartsColumn, LookDelegate] = {
            PartsColumn.OPTION: OptionDelegate(self._table),
            PartsColumn.SPAN: SpanDelegate(self._table),
        }
        self._set_up_table()
        self._lay_out()
        self._rate.changed.connect(self.rate_changed)
        self._rate.refused.connect(self._on_refused)
        self._table.clicked.connect(self._on_clicked)

    @property
    def rate(self) -> RateField:
        """The field for the labour rate."""
        return self._rate

    def show_parts(
        self,
        table: PartsTable,
        sources: dict[str, Source],
        rate_per_hour: Decimal,
        look: Look,
        numbers: Numbers = Numbers.POINT,
    ) -> None:
        """Show the options of ``table``, with labour at ``rate_per_hour``, typed as ``numbers`` are written."""
        self._title.setText(_("Parts: {part}").format(part=table.part.lower()))
        words = _("Prices: {market}, {month}. Check today’s price.")
        words = escape(words.format(market=table.market, month=table.priced))
        badge = f" {source_link(table.source, sources)}" if table.source in sources else ""
        self._priced.setText(words + badge)
        self._rate.show_rate(rate_per_hour, table.currency, numbers)
        self._currency.setText(money.symbol(table.currency))
        self.model.show_table(table, rate_per_hour)
        self._dress(look)

    def show_chosen(self, option_id: str) -> None:
        """Show which option is chosen, empty for none."""
        self.model.show_chosen(option_id)

    def _dress(self, look: Look) -> None:
        row, head = look.size(26), look.size(25)
        self._rate.setFixedWidth(look.size(84))
        self._table.verticalHeader().setDefaultSectionSize(row)
        self._table.horizontalHeader().setFixedHeight(head)
        self._table.setFixedHeight(head + row * max(1, self.model.rowCount()) + 2)
        for column, delegate in self._delegates.items():
            delegate.look = look
            self._table.setItemDelegateForColumn(column, delegate)
        widths = {PartsColumn.OPTION: 190, PartsColumn.PRICE: 150, PartsColumn.SPAN: 190, PartsColumn.FITTED: 150}
        for column, width in widths.items():
            self._table.setColumnWidth(column, look.size(width))

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._sorted)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setCursor(Qt.CursorShape.PointingHandCursor)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(PartsColumn.BENEFITS, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(PartsColumn.DRAWBACKS, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        rate_words = QLabel(_("Your labour rate per hour"))
        rate_words.setProperty("kind", "caption")
        rate_words.setBuddy(self._rate)
        self._rate.setAccessibleName(rate_words.text())
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title)
        head.addWidget(self._priced, 1)
        head.addWidget(rate_words)
        head.addWidget(self._rate)
        head.addWidget(self._currency)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._refusal)
        layout.addWidget(self._table)

    def _on_refused(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self._rate.setAccessibleDescription(words)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.option_chosen.emit(self.model.option_id(self._sorted.mapToSource(index).row()))
