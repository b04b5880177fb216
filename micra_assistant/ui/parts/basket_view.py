"""The basket of a job: what is to be bought or borrowed, and what else may be wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.jobs.basket import Offer
from micra_assistant.jobs.state import KeptThing
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.parts.basket_things import KIND_WORDS, BasketThing, ThingKind
from micra_assistant.ui.parts.basket_row import BasketRow, OfferRow, in_line
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.back_button import BackButton
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.page_edges import page_edges
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _

_WIDEST, _RIGHT = 900, 8
"""What scrolls, and the field below it, in pixels at scale 1."""
_LONGEST = 120


class BasketView(QFrame):
    """What is in the basket, by what it is for, and offers below; nothing enters it unless a button is pressed.

    Attributes:
        rows: what is in it.
        offers: what may be wanted.
        own: where anything else is typed.

    Signals:
        toggled, out_wanted, pieces_wanted: as BasketRow.
        wanted: something is to be put in; carries the BasketThing.
        back_wanted: the person wants to go back.
        keys_changed: the three keys do something else now.
    """

    prints = SheetKind.SHOPPING_LIST
    toggled = Signal(str)
    out_wanted = Signal(str)
    pieces_wanted = Signal(str, int)
    wanted = Signal(object)
    back_wanted = Signal()
    keys_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Basket"))
        self._look = look
        self.rows: list[BasketRow] = []
        self.offers: list[OfferRow] = []
        self._marked = ""
        self._area = ScrollColumn()
        self._area.keep_within(look.size(_WIDEST))
        self._back = BackButton(_("Back to the job"))
        self._back.clicked.connect(self.back_wanted)
        self.own = TypedField(takes_space=False)
        self.own.setProperty("kind", "form")
        self.own.setMaxLength(_LONGEST)
        self.own.setPlaceholderText(_("something else to buy, such as two bulbs W5W"))
        self.own.setAccessibleName(_("Something else to buy"))
        self._add = SureButton(_("Put in"))
        self._add.clicked.connect(self._on_own)
        self.own.finished.connect(self._on_own)
        self.own.textChanged.connect(self._on_own_typed)
        self._lay_out()

    def show_basket(self, things: Sequence[KeptThing], offers: Sequence[Offer]) -> None:
        """Show what is in the basket, and what may be wanted; the button that was pressed last stays marked."""
        marked, place = self._focused(), self._area.verticalScrollBar().value()
        self.rows = [self._row(thing) for thing in things]
        self.offers = [self._offer(offer) for offer in offers]
        self._area.show_column(self._column())
        self._area.verticalScrollBar().setValue(place)
        if button := next((button for button in self.stops if button.accessibleName() == marked), None):
            button.setFocus(Qt.FocusReason.TabFocusReason)
        elif marked:
            self.setFocus()  # what was pressed is gone; Qt would go on to the search
        self.keys_changed.emit()

    @property
    def stops(self) -> list[QWidget]:
        """What PageUp and PageDown mark, from the top."""
        ticks = [button for row in self.rows for button in row.stops]
        return [*ticks, *(row.put_in for row in self.offers), self._back]

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp and PageDown mark a button, Space presses it; with none marked, Space leads back."""
        return ThreeKeys(self._to(-1), self._space(), self._to(1))

    def _space(self) -> KeyAct:
        if self.own.hasFocus() and (words := self._own_words):
            return KeyAct(_("Put in"), words, self._on_own, cap=_("Enter"))
        return KeyAct(_("Back to the job"), act=self.back_wanted.emit)

    def _to(self, direction: int) -> KeyAct:
        stops, words = self.stops, _("On") if direction > 0 else _("Back")
        focus = self.window().focusWidget()
        place = stops.index(focus) + direction if focus in stops else (0 if direction > 0 else -1)
        if not 0 <= place < len(stops):
            return KeyAct(words, _("This is the end.") if direction > 0 else _("This is the beginning."))
        return KeyAct(words, stops[place].accessibleName(), lambda: self._mark(stops[place]))

    def _mark(self, button: QWidget) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(button)

    def _focused(self) -> str:
        focus = self.window().focusWidget()
        return focus.accessibleName() if focus in self.stops else ""

    @property
    def _own_words(self) -> str:
        return " ".join(self.own.text().split())

    def _on_own_typed(self) -> None:
        """Let Space be one of the three keys while the field is empty: no words begin with it."""
        self.own.takes_space = bool(self.own.text())
        self.keys_changed.emit()

    def _on_own(self) -> None:
        if words := self._own_words:
            self.own.settle()
            self.own.clear()
            self.wanted.emit(BasketThing(ThingKind.CONSUMABLE, words))

    def _row(self, thing: KeptThing) -> BasketRow:
        row = BasketRow(thing, self._look)
        row.toggled.connect(self.toggled)
        row.out_wanted.connect(self.out_wanted)
        row.pieces_wanted.connect(self.pieces_wanted)
        return row

    def _offer(self, offer: Offer) -> OfferRow:
        row = OfferRow(offer, self._look)
        row.wanted.connect(self.wanted)
        return row

    def _column(self) -> Column:
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, self._look.size(_RIGHT), 0)
        layout.setSpacing(self._look.size(6))
        if not self.rows:
            layout.addWidget(label(_("Nothing is in the basket of this job."), "body"))
        for kind, rows in self._by_kind():
            layout.addWidget(label(kind, "notes-heading"))
            for row in rows:
                layout.addWidget(row)
        if self.offers:
            layout.addWidget(label(_("May be wanted: nothing of this is in the basket"), "panel-title"))
            for offer in self.offers:
                layout.addWidget(offer)
        layout.addStretch(1)
        return column

    def _by_kind(self) -> list[tuple[str, list[BasketRow]]]:
        groups = ((kind, [row for row in self.rows if row.thing.thing.kind is kind]) for kind in ThingKind)
        return [(_(KIND_WORDS[kind]), rows) for kind, rows in groups if rows]

    def _lay_out(self) -> None:
        look = self._look
        head = QHBoxLayout()
        head.addWidget(label(_("Basket"), "title"), 1)
        head.addWidget(self._back)
        typed = QWidget()
        in_line(typed, look, self.own, self._add)
        typed.setMaximumWidth(look.size(_WIDEST) - look.size(_RIGHT))
        below = QHBoxLayout()
        below.addWidget(typed, 1)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(page_edges(look))
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(below)
