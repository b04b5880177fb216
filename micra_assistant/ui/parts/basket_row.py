"""Something in the basket as a row: bought or not, and the way out of the basket."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from micra_assistant.jobs.basket import Offer
from micra_assistant.jobs.state import KeptThing
from micra_assistant.parts.basket_things import MOST_PIECES
from micra_assistant.parts.basket_words import thing_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.tick_box import Mark, TickBox
from micra_assistant.words import _

_BOX = 30
_TARGET = 48


class BasketRow(QWidget):
    """A thing with its tick.

    Attributes:
        thing: the thing.
        tick: says whether it was bought, or borrowed.
        fewer, more: want one piece less or more of it.
        out: takes it out of the basket.

    Signals:
        toggled, out_wanted: the tick or the way out was pressed; carry the id of the thing.
        pieces_wanted: another number of pieces is wanted; carries the id of the thing and the number.
    """

    toggled = Signal(str)
    pieces_wanted = Signal(str, int)
    out_wanted = Signal(str)

    def __init__(self, thing: KeptThing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thing = thing
        words = thing_words(thing.thing)
        self.tick = QPushButton()
        self.tick.setProperty("kind", "tool")
        self.tick.setCheckable(True)
        self.tick.setChecked(thing.is_there)
        said = _("There: {thing}") if thing.is_there else _("To get: {thing}")
        self.tick.setAccessibleName(said.format(thing=words))
        self.tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tick.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.tick.setMinimumHeight(look.size(_TARGET))
        box = TickBox(look.theme, look.size(_BOX))
        box.show_mark(Mark.DONE if thing.is_there else Mark.EMPTY)
        inside = QHBoxLayout(self.tick)
        inside.setContentsMargins(look.size(12), look.size(4), look.size(12), look.size(4))
        inside.setSpacing(look.size(12))
        for widget in (box, named := label(words, "item")):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(widget, int(widget is named))
        self.fewer = self._counting("−", _("One piece less: {thing}"), -1)
        self.more = self._counting("+", _("One piece more: {thing}"), 1)
        self.out = SureButton(_("Take out"))
        self.out.setAccessibleName(_("Take out: {thing}").format(thing=thing.thing.words))
        self.tick.clicked.connect(lambda: self.toggled.emit(thing.id))
        self.out.clicked.connect(lambda: self.out_wanted.emit(thing.id))
        in_line(self, look, self.tick, self.fewer, self.more, self.out)

    @property
    def stops(self) -> list[QWidget]:
        """What can be pressed, from the left."""
        return [button for button in (self.tick, self.fewer, self.more, self.out) if button.isEnabled()]

    def _counting(self, sign: str, words: str, change: int) -> SureButton:
        """Return a button that wants so many pieces more."""
        thing = self.thing.thing
        button = SureButton(sign, "pieces")
        button.setAccessibleName(words.format(thing=thing.words))
        button.setEnabled(1 <= thing.pieces + change <= MOST_PIECES)
        button.clicked.connect(lambda: self.pieces_wanted.emit(self.thing.id, thing.pieces + change))
        return button


class OfferRow(QWidget):
    """Something that may be wanted, why, and the way into the basket.

    Attributes:
        offer: what it is.
        put_in: puts it into the basket.

    Signals:
        wanted: it is to be put in; carries the BasketThing.
    """

    wanted = Signal(object)

    def __init__(self, offer: Offer, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        words = thing_words(offer.thing)
        self.put_in = SureButton(_("Put in"))
        self.put_in.setAccessibleName(_("Put in: {thing}").format(thing=words))
        self.put_in.clicked.connect(lambda: self.wanted.emit(offer.thing))
        said = label(_("{thing}: {why}").format(thing=words, why=offer.why), "item")
        in_line(self, look, said, self.put_in)


def in_line(row: QWidget, look: Look, first: QWidget, *buttons: SureButton) -> None:
    """Put what has the room and its buttons side by side into a row."""
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(look.size(10))
    line.addWidget(first, 1)
    for button in buttons:
        button.setMinimumSize(look.size(_TARGET), look.size(_TARGET))
        line.addWidget(button)
