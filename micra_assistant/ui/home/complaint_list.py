"""The complaints of all guides as cards, of which no more are made than are looked at; words narrow them down."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.guide.way_in import WayIn
from micra_assistant.jobs.records.job_query import folded
from micra_assistant.ui.home.complaint_card import ComplaintCard, card_name
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.ui.widgets.no_limit import NO_LIMIT
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.words import _

_PORTION = 6
_FEW = 6
"""So many cards need no field to look for one in."""


class ComplaintList(QWidget):
    """Cards that scroll.

    Attributes:
        field: where words are typed that a complaint must have; hidden while there are few complaints.
        shown: the complaints that have those words, all of them if there are none.

    Signals:
        changed: other complaints are shown.
        grown: the cards may need another height.
        made: there are more cards than before, of the same complaints.
        chosen: a card was tapped; carries its place, from 0.
        find_wanted, guide_wanted: a way in was chosen; carries the place of its card.
    """

    changed = Signal()
    grown = Signal()
    made = Signal()
    chosen = Signal(int)
    find_wanted = Signal(int)
    guide_wanted = Signal(int)

    def __init__(self, ways: Sequence[WayIn], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(ways)
        self._look = look
        self.shown: tuple[WayIn, ...] = self._all
        self.cards: list[ComplaintCard] = []
        self.field = LineField()
        self.field.setPlaceholderText(_("Look for a complaint"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.let_clear()
        self.field.setVisible(len(self._all) > _FEW)
        self.field.textChanged.connect(self._narrow)
        self._area = ScrollColumn()
        self._wanted: QWidget | None = None
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._make_at_end)
        bar.rangeChanged.connect(self._show_wanted)  # what is new finds its place only then
        bar.actionTriggered.connect(self.let_scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(8))
        layout.addWidget(self.field)
        layout.addWidget(self._area, 1)
        self._begin()

    def needed(self, width: int) -> int:
        """Return how high all cards are at a width, in pixels; as high as can be if they are many."""
        if len(self._all) > _FEW:
            return NO_LIMIT
        layout, rest = self._column, width - self._area.verticalScrollBar().sizeHint().width()
        return layout.totalHeightForWidth(rest) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def name(self, place: int) -> str:
        """Return what the card at a place is called, made or not."""
        return card_name(self.shown[place], place + 1)

    def card(self, place: int) -> ComplaintCard | None:
        """Return the card at a place, which is made if it was not yet; None if there is none."""
        while place >= len(self.cards) < len(self.shown):
            self._make_more()
        return self.cards[place] if 0 <= place < len(self.cards) else None

    def show_card(self, place: int) -> None:
        """Bring a card into sight."""
        if card := self.card(place):
            self.show_widget(card)

    def show_widget(self, widget: QWidget) -> None:
        """Bring something that scrolls into sight, and keep it there until the person scrolls."""
        self._wanted = widget
        self._show_wanted()

    def add_above(self, widget: QWidget) -> None:
        """Let something scroll with the cards, above them, until it is put elsewhere."""
        self._area.add_head(widget)

    def give_above(self) -> None:
        """Have nothing above the cards any more."""
        self._area.give_head()

    def add_below(self, widget: QWidget) -> None:
        """Let something stand below the cards, and scroll with them."""
        self._area.add_tail(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when a card has more or less to say, and so another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().eventFilter(watched, event)

    def _show_wanted(self) -> None:
        if (wanted := self._wanted) and (column := self._area.widget()):
            round_it = self._look.size(8)
            if wanted.height() + round_it > self._area.viewport().height():
                top = wanted.mapTo(column, QPoint()).y()
                self._area.verticalScrollBar().setValue(top - round_it)  # its begin, if not all of it
            else:
                self._area.ensureWidgetVisible(wanted, 0, round_it)

    def let_scroll(self) -> None:
        """Keep nothing in sight any more."""
        self._wanted = None

    def _narrow(self, typed: str) -> None:
        wanted = folded(typed).split()
        shown = tuple(way for way in self._all if all(word in folded(way.title) for word in wanted))
        if shown != self.shown:
            self.shown = shown
            self._begin()
            self.changed.emit()

    def _begin(self) -> None:
        """Show the first cards of what is shown, or say that there is none."""
        self._wanted = None
        column = Column()
        column.installEventFilter(self)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.size(10))
        self._column.addStretch(1)
        self.cards = []
        if not self.shown:
            self._column.insertWidget(0, label(_("No complaint has these words. Try fewer letters."), "body"))
        self._make_more()
        self._area.show_column(column)

    def _make_more(self) -> None:
        begin = len(self.cards)
        for place, way in enumerate(self.shown[begin : begin + _PORTION], begin):
            card = ComplaintCard(way, place + 1, self._look)
            card.tapped.connect(partial(self.chosen.emit, place))
            card.find_wanted.connect(partial(self.find_wanted.emit, place))
            card.guide_wanted.connect(partial(self.guide_wanted.emit, place))
            self.cards.append(card)
            self._column.insertWidget(place, card)
        if begin:
            self.made.emit()

    def _make_at_end(self) -> None:
        bar = self._area.verticalScrollBar()
        if bar.maximum() - bar.value() < bar.pageStep() and len(self.cards) < len(self.shown):
            self._make_more()
