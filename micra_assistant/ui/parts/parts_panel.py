"""The ways to get the part, compared: what each costs, bought, fitted and kept."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from micra_assistant.guide.html import escape, source_link
from micra_assistant.guide.source import Source
from micra_assistant.parts import money
from micra_assistant.parts.cost_words import kept_head
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.way_order import WayOrder
from micra_assistant.ui.parts.cost_over_years import CostOverYears
from micra_assistant.ui.parts.rate_field import RateField
from micra_assistant.ui.parts.way_row import WayRow
from micra_assistant.ui.parts.ways_list import WaysList
from micra_assistant.ui.parts.ways_shown import PartsFigures, PartShown, parts_shown
from micra_assistant.ui.parts.years_choice import YearsChoice
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import ThreeKeys
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.no_limit import NO_LIMIT
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _

_WIDE = 1240
"""From this width on, in pixels at scale 1, the chart has its place beside the rows."""
_IN_LINE = 1000
"""From this width on all that is above the advice has one line."""
_DRESSED_AT_ONCE = 20
_SIDE_WIDTH = 380
_MARGINS = (14, 8, 14, 8)
_RATE_WIDTH = 96


class PartsPanel(Flowing, QFrame):
    """The parts table of a guide, with its chart, from about 500 pixels of width on.

    Attributes:
        ways: the rows.
        priced: where the prices come from.
        order: the choice of the order of the rows.
        years: how long the car is kept.
        over_years: the chart.
        came: the button for the part that the job waits for.
        add_quote, basket, table_in, table_out: the buttons below.

    Signals:
        option_chosen: an option was chosen or its choice is to be taken back; carries its id.
        source_wanted: the badge of a price was tapped; carries the source's id.
        rate_changed: the workshop's labour rate for an hour was typed; carries a Decimal.
        years_chosen: the car is kept for other years; carries them as an int.
        quote_wanted: a quote is to be typed.
        change_wanted, order_wanted, remove_wanted: something is to be done about a quote; carry the id of its way.
        part_came: the part that the job waits for is there.
        basket_wanted, table_in_wanted, table_out_wanted: the basket, or a table for a spreadsheet is wanted.
        keys_changed: the three keys do something else.
    """

    option_chosen = Signal(str)
    source_wanted = Signal(str)
    rate_changed = Signal(object)
    years_chosen = Signal(int)
    quote_wanted = Signal()
    change_wanted = Signal(str)
    order_wanted = Signal(str)
    remove_wanted = Signal(str)
    part_came = Signal()
    basket_wanted = Signal()
    table_in_wanted = Signal()
    table_out_wanted = Signal()
    keys_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._figures: PartsFigures | None = None
        self._sources: dict[str, Source] = {}
        self._look: Look | None = None
        self._shown: tuple[PartShown, ...] = ()
        self._told: tuple[PartsFigures, WayOrder, dict[str, Source]] | None = None
        self._order = 0
        self.order: ChoiceBox | None = None
        self.years: YearsChoice | None = None
        self.over_years: CostOverYears | None = None
        self._title = label("", "panel-title")
        self.priced = TextBlock("", "caption")
        self.rate = RateField()
        self._refusal = label("", "refusal")
        self._refusal.hide()
        self._currency = QLabel()
        self._waiting = QFrame()
        self._waits_for = label("", "item")
        self.came = SureButton(_("The part is there"))
        self.ways = WaysList()
        self.setFocusProxy(self.ways)
        self.add_quote = SureButton(_("Add a quote…"))
        self.basket = SureButton(_("Basket…"))
        self.table_in = SureButton(_("Take in a table…"))
        self.table_out = SureButton(_("Save as a table…"))
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._titled = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget()
        self._beside = QVBoxLayout(self._side)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below = FlowRow()
        self._lay_out()
        self._connect()

    @property
    def rows(self) -> list[WayRow]:
        """The rows from the top."""
        return self.ways.rows

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do on the rows."""
        return self.ways.three_keys

    def show_parts(self, figures: PartsFigures, sources: dict[str, Source], look: Look) -> None:
        """Show what the ways cost."""
        self._suit(look)
        self._figures, self._sources = figures, sources
        table = figures.table
        self._title.setText(_("{part}: what each way costs").format(part=table.part))
        self.priced.show_html(self._priced_html(table))
        self.rate.show_rate(figures.rate_per_hour, table.currency, figures.numbers)
        self._currency.setText(money.symbol(table.currency))
        self._show_ways()

    def dressed(self) -> Iterator[None]:
        """Dress what there is, some of it at a time, so that less is to be done when it is shown."""
        for place, widget in enumerate(self.findChildren(QWidget)):
            if isValid(widget):
                widget.ensurePolished()
            if place % _DRESSED_AT_ONCE == 0:
                yield

    def put_away(self) -> None:
        """Let go of what is out of sight, before another look is put on: Qt would dress it in vain."""
        if self.isVisible():
            return
        self.ways.put_away()
        if self.order and self.years and self.over_years:
            self._order = self.order.currentIndex()
            for made in (self.order, self.years, self.over_years):
                delete(made)
            self.order = self.years = self.over_years = self._look = None

    def show_chosen(self, option_id: str) -> None:
        """Show which way is chosen, empty for none."""
        self.ways.show_chosen(option_id)

    def show_waiting(self, part: str) -> None:
        """Show which part the job waits for, nothing if it waits for none."""
        self._waits_for.setText(_("This job waits for {part}.").format(part=part))
        self._waiting.setVisible(bool(part))

    def take_keys(self) -> None:
        """Let the keys be for the part that the job waits for, else for the marked row, and bring that into sight."""
        if not self._waiting.isHidden():
            self.came.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, self.came, lambda: bring_into_sight(self.came))
        elif row := self.ways.marked:
            self.ways.setFocus()
            QTimer.singleShot(0, row, lambda: bring_into_sight(row))

    def show_in_basket(self, count: int) -> None:
        """Show how many things are in the basket of the job."""
        self.basket.setText(_("Basket ({count})…").format(count=count) if count else _("Basket…"))

    def let_quote(self, *, able: bool) -> None:
        """Let quotes and basket be filled or not: a guide that is only looked up, and a closed job, take none."""
        why = "" if able else _("Begin or reopen a job first: quotes and basket belong to a job.")
        for button in (self.add_quote, self.basket, self.table_in):
            button.setEnabled(able)
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def work_out(self, figures: PartsFigures, sources: dict[str, Source]) -> None:
        """Work out what is to be said of the ways, if it is not known already."""
        order = list(WayOrder)[self.order.currentIndex() if self.order else self._order]
        told = figures, order, sources
        if told != self._told:
            self._told = told
            self._shown = parts_shown(figures, order, sources)

    def _show_ways(self) -> None:
        if self._figures and self._look:
            self.work_out(self._figures, self._sources)
            self.ways.show_parts(self._shown, kept_head(self._figures.years), self._look)
            self._show_over_years()

    def _show_over_years(self) -> None:
        """Show the chart of the part whose row is marked."""
        shown = next((part for part in self._shown if part.part == self.ways.marked_part), None)
        if shown and self._figures and self.over_years and self.years:
            self.years.show_years(self._figures.years)
            self.over_years.show_part(shown, self._figures.table.currency, self._figures.years)

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

    def _suit(self, look: Look) -> None:
        """Be drawn in a look; what needs one is made with the first."""
        if look == self._look:
            return
        self._look = look
        if self.over_years is None or self.order is None or self.years is None:
            self._make(look)
        else:
            self.years.suit(look)
            self.over_years.suit(look)
            self.order.suit(look)
        self.rate.setFixedWidth(look.size(_RATE_WIDTH))
        self._fit()

    def _make(self, look: Look) -> None:
        self.years = YearsChoice(look)
        self.years.chosen.connect(self.years_chosen)
        self.over_years = CostOverYears(look)
        self._beside.insertWidget(0, self.over_years)
        self.order = ChoiceBox([order.words for order in WayOrder], look)
        self.order.setAccessibleName(_("Order of the ways"))
        self.order.setCurrentIndex(self._order)
        self.order.currentIndexChanged.connect(self._show_ways)
        self._titled.addWidget(self.order)

    def _fit(self) -> None:
        """Put years and chart beside the rows where there is room for them, else above and below them."""
        if not (look := self._look) or self.years is None:
            return
        is_wide = self.width() >= look.size(_WIDE)
        self._columns.setDirection(_direction(in_line=is_wide))
        self._side.setMaximumWidth(look.size(_SIDE_WIDTH) if is_wide else NO_LIMIT)
        is_narrow = self.width() - sum(_MARGINS[::2]) < self.years.width_in_line
        self.years.stand(upright=is_wide or is_narrow)
        self._titled.setDirection(_direction(in_line=not is_narrow))
        if is_wide:
            self._beside.insertWidget(0, self.years)
        else:
            self._head.insertWidget(1, self.years)
        in_line = self.width() >= look.size(_IN_LINE)
        self._head.setDirection(_direction(in_line=in_line))
        self._head.setStretchFactor(self._titled, int(in_line))
        self._head.setStretchFactor(self.years, int(in_line))

    def _connect(self) -> None:
        self.priced.source_wanted.connect(self.source_wanted)
        self.rate.changed.connect(self.rate_changed)
        self.rate.refused.connect(self._on_refused)
        self.ways.part_marked.connect(self._show_over_years)
        for said in (
            *("option_chosen", "source_wanted", "change_wanted", "order_wanted", "remove_wanted", "keys_changed"),
        ):
            getattr(self.ways, said).connect(getattr(self, said))
        for button, wanted in (
            *((self.add_quote, self.quote_wanted), (self.basket, self.basket_wanted), (self.came, self.part_came)),
            *((self.table_in, self.table_in_wanted), (self.table_out, self.table_out_wanted)),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())

    def _lay_out(self) -> None:
        rate_words = label(_("Labour per hour"), "caption")
        rate_words.setWordWrap(False)
        rate_words.setBuddy(self.rate)
        self.rate.setAccessibleName(rate_words.text())
        for widget in (self.add_quote, self.basket, self.table_in, self.table_out, self._rate_block(rate_words)):
            self._below.addWidget(widget)
        self._head.setSpacing(10)
        self._titled.setSpacing(10)
        self._titled.addWidget(self._title, 1)
        self._head.addLayout(self._titled)
        self._waiting.setObjectName("lost")
        waiting = QHBoxLayout(self._waiting)
        waiting.addWidget(self._waits_for, 1)
        waiting.addWidget(self.came)
        self._waiting.hide()
        self._columns.setSpacing(16)
        self._columns.addWidget(self.ways, 1)
        self._columns.addWidget(self._side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(6)
        layout.addLayout(self._head)
        layout.addWidget(self._waiting)
        layout.addLayout(self._columns)
        layout.addLayout(self._below)
        layout.addWidget(self._refusal)
        layout.addWidget(self.priced)

    def _rate_block(self, words: QLabel) -> QWidget:
        """Return the rate with its currency below its words, which stay together."""
        block = QWidget()
        line = QHBoxLayout()
        line.setSpacing(10)
        for widget in (self.rate, self._currency):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        column.addLayout(line)
        return block

    def _on_refused(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.rate.setAccessibleDescription(words)


def _direction(*, in_line: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if in_line else QBoxLayout.Direction.TopToBottom
