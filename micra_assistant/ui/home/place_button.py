"""The words of a place on the drawn car, with the numbers of the cards that are about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from micra_assistant.ui.home.number_badge import NumberBadge
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _

_HEIGHT, _BADGE = 48, 30
_MOST = 3
"""So many numbers stand on it."""


class PlaceButton(SureButton):
    """A place: a tap means the first of its cards, or the next one if one of them is marked.

    Attributes:
        cards: the places of its cards, from 0.

    Signals:
        wanted: it was tapped; carries the place of a card.
    """

    wanted = Signal(int)

    def __init__(self, words: str, cards: Sequence[int], look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", "car-place", parent)
        self.cards = tuple(cards)
        self._marked = -1
        self._look = look
        shown = self.cards if len(self.cards) <= _MOST else self.cards[: _MOST - 1]
        self._badges = [NumberBadge(place + 1, look, _BADGE) for place in shown]
        numbers = ", ".join(str(place + 1) for place in self.cards)
        self.setAccessibleName(_("{place}: {numbers}").format(place=words, numbers=numbers))
        self.setToolTip(self.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size(8), 0, look.size(16), 0)
        row.setSpacing(look.size(5))
        for badge in self._badges:
            row.addWidget(badge)
        more = len(self.cards) - len(self._badges)
        self._words = QLabel(_("{place} +{count}").format(place=words, count=more) if more else words)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._words)
        self.setFixedHeight(look.size(_HEIGHT))
        self.clicked.connect(self._on_tap)

    def sizeHint(self) -> QSize:
        row = self.layout()
        return QSize(row.sizeHint().width() if row else 0, self._look.size(_HEIGHT))

    def show_words(self, are_shown: bool) -> None:
        """Show the words, or only the numbers."""
        self._words.setVisible(are_shown)

    @property
    def is_marked(self) -> bool:
        """Whether one of its cards is marked."""
        return self._marked in self.cards

    def show_marked(self, place: int) -> None:
        """Show which card is marked."""
        self._marked = place
        for badge in self._badges:
            badge.show_marked(badge.number == place + 1)
        if self.property("marked") != self.is_marked:
            self.setProperty("marked", self.is_marked)
            restyle(self)

    def _on_tap(self) -> None:
        later = [place for place in self.cards if place > self._marked]
        self.wanted.emit((later if self.is_marked and later else self.cards)[0])
