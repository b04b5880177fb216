"""The ways to get the part, compared: what each costs, bought, fitted and kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape, source_link
from micra_assistant.guide.model import Source
from micra_assistant.numbers import Numbers
from micra_assistant.parts import money
from micra_assistant.parts.comparison import Fitted, Minutes, by_part, compare
from micra_assistant.parts.cost_words import advice_words
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.parts.options import PartsTable
from micra_assistant.ui.parts.option_details import details_html
from micra_assistant.ui.parts.parts_model import PartsColumn, PartsModel
from micra_assistant.ui.parts.parts_sorting import PartsSorting
from micra_assistant.ui.parts.parts_view import PartsView
from micra_assistant.ui.parts.rate_field import RateField
from micra_assistant.ui.parts.years_choice import YearsChoice
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _


class PartsPanel(QFrame):
    """The parts table of a guide.

    Signals:
        option_chosen: an option was tapped; carries its id.
        source_wanted: the badge of a price was tapped; carries the source's id.
        rate_changed: the workshop's labour rate for an hour was typed; carries a Decimal.
    """

    option_chosen = Signal(str)
    source_wanted = Signal(str)
    rate_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.model = PartsModel(self)
        self._parts: PartsTable | None = None
        self._sources: dict[str, Source] = {}
        self._ways: tuple[Fitted, ...] = ()
        self._told = ""
        self._sorted = PartsSorting(self)
        self._sorted.setSourceModel(self.model)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("kind", "panel-title")
        self._priced = TextBlock("", "caption")
        self._advice = TextBlock("", "item")
        self._details = TextBlock("", "hint")
        self._details.hide()
        self._years = YearsChoice()
        self._rate = RateField()
        self._refusal = QLabel()
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.setProperty("kind", "refusal")
        self._refusal.hide()
        self._currency = QLabel()
        self._table = PartsView(self._sorted)
        self._lay_out()
        self._connect()

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
        minutes: Mapping[str, Minutes] = MappingProxyType({}),
        exchange: Sequence[ExchangeRate] = (),
    ) -> None:
        """Show the options of ``table``, with labour at ``rate_per_hour``, typed as ``numbers`` are written.

        ``minutes`` say how long an option takes on this car; of others the table does. By the rates of ``exchange``
        those in other currencies are compared too.
        """
        self._parts, self._sources, self._ways = (
            table,
            sources,
            compare(table, rate_per_hour, minutes, exchange=exchange),
        )
        self._title.setText(_("Parts: {part}").format(part=table.part.lower()))
        self._priced.setText(self._priced_html(table))
        self._rate.show_rate(rate_per_hour, table.currency, numbers)
        self._rate.setFixedWidth(look.size(84))
        self._currency.setText(money.symbol(table.currency))
        self._table.dress(look)
        self._show_costs()
        self._table.fit()

    def show_chosen(self, option_id: str) -> None:
        """Show which option is chosen, empty for none."""
        self.model.show_chosen(option_id)

    def fit(self) -> None:
        """Show as many options at once as the window has room for."""
        self._table.fit()
        self._share_room()

    def _show_costs(self) -> None:
        """Show what depends on the years that the car is kept."""
        if table := self._parts:
            years = self._years.years
            self.model.show_table(table, self._ways, years, _this_year(), self._sources)
            self._table.fit_columns()
            self._show_details()

    def _show_details(self) -> None:
        """Show all there is to say of the option that was tapped last, and which way to get its part is cheapest."""
        told = next((way for way in self._ways if way.option.id == self._told), None)
        if self._parts:
            self._advice.setText(escape(self._advice_on(self._parts, told)))
        if self._parts and told:
            self._details.setText(details_html(self._parts, told, self._years.years, _this_year()))
        self._details.setVisible(told is not None)
        self._share_room()

    def _advice_on(self, table: PartsTable, told: Fitted | None) -> str:
        groups = by_part(table, self._ways)
        part = table.part_of(told.option) if told else next(iter(groups), "")
        return advice_words(groups.get(part, ()), self._years.years, table.currency)

    def _share_room(self) -> None:
        """Let what is told of one option take the place of what is told of all, where there is no room for both."""
        gives_way = self._table.is_in_low_window and not self._details.isHidden()
        for told_of_all in (self._advice, self._priced):
            told_of_all.setHidden(gives_way)

    def _priced_html(self, table: PartsTable) -> str:
        """Return where most of the prices come from, and that all the rest is estimated, each with its badge."""
        words = _("Prices: {market}, {month}. Check today’s price.").format(market=table.market, month=table.priced)
        said = [(words, table.source)]
        if table.estimates:
            words = _("Times, rate, warranty and how often a part fails: our estimate, nobody has counted.")
            said.append((words, table.estimates))
        known = self._sources
        return " ".join(
            escape(words) + (f" {source_link(name, known)}" if name in known else "") for words, name in said
        )

    def _connect(self) -> None:
        self._priced.source_wanted.connect(self.source_wanted)
        self._rate.changed.connect(self.rate_changed)
        self._rate.refused.connect(self._on_refused)
        self._years.chosen.connect(self._show_costs)
        self._table.clicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        rate_words = QLabel(_("Your labour rate per hour"))
        rate_words.setProperty("kind", "caption")
        rate_words.setBuddy(self._rate)
        self._rate.setAccessibleName(rate_words.text())
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title, 1)
        for field in (self._years, rate_words, self._rate, self._currency):
            head.addWidget(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(2)
        layout.addLayout(head)
        for row in (self._refusal, self._advice, self._table, self._details, self._priced):
            layout.addWidget(row)

    def _on_refused(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self._rate.setAccessibleDescription(words)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._sorted.mapToSource(index).row()
        if index.column() == PartsColumn.ORIGIN and (source := self.model.source_id(row)):
            self.source_wanted.emit(source)
            return
        self._told = self.model.option_id(row)
        self._show_details()
        self.option_chosen.emit(self._told)


def _this_year() -> int:
    return date.today().year  # noqa: DTZ011 - the calendar on the wall
