"""What a way costs, as it stands in its row: the price, fitted now, and kept over the years."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from micra_assistant.ui.parts.way_pens import CAPTION, CHEAPEST, FITTED, GUESS, PRICE, Pens
from micra_assistant.ui.parts.ways_shown import WayShown, cheapest_words
from micra_assistant.ui.parts.written_column import WrittenColumn
from micra_assistant.words import _

_BESIDE_PRICE = 8
_BAR_HEIGHT = 10
_AMOUNT_HEIGHT, _BEFORE_AMOUNT = 40, 5
"""How high an amount is, and what the button that has one keeps free before it: with that it stands under its head."""
_WIDE_PRICE = 240
_FIGURES_WIDTH = 118


class Needed(NamedTuple):
    """The sizes of the buttons of a row, and the widths that all rows share."""

    origin: QSize
    make_up: QSize
    choose: QSize
    price: int = 0
    figures: int = 0


class WayFigures:
    """What a way costs, in three columns that are the same in every width but that of the price.

    Attributes:
        columns: the price, what it costs fitted, and what it costs kept.
        bar, origin, make_up: where the bar and the buttons stand in their columns.
    """

    def __init__(self, shown: WayShown, kept_head: str, pens: Pens, needed: Needed, *, wide: bool) -> None:
        self._shown = shown
        self._kept_head = kept_head
        self._pens = pens
        self._needed = needed
        self._wide = wide
        self._size = pens.look.size
        self._width = max(needed.figures, self._size(_FIGURES_WIDTH))
        self._amount_height = max(self._size(_AMOUNT_HEIGHT), needed.make_up.height())
        self._badge_height = needed.origin.height()
        self.bar, self.origin, self.make_up = QRect(), QRect(), QRect()
        self.columns = self._price(), self._fitted(), self._kept()

    def _price(self) -> WrittenColumn:
        shown = self._shown
        column = WrittenColumn(self._pens, max(self._needed.price, self._size(_WIDE_PRICE) if self._wide else 0))
        column.line(_price_head(), CAPTION)
        amount = column.line(shown.price, PRICE, self._amount_height) if shown.price else QRect()
        if shown.bar is not None and self._wide:
            beside = self._pens.width(shown.price, PRICE) + self._size(_BESIDE_PRICE)
            top = amount.center().y() - self._size(_BAR_HEIGHT) // 2
            self.bar = QRect(beside, top, amount.width() - beside, self._size(_BAR_HEIGHT))
        elif shown.bar is not None:
            self.bar = column.room(self._size(_BAR_HEIGHT))
        if shown.origin:
            self.origin = column.room(self._badge_height)
        return column

    def _fitted(self) -> WrittenColumn:
        least = max(self._width, self._pens.width(_fitted_head(), CAPTION), self._pens.width(_times(), GUESS))
        column = WrittenColumn(self._pens, least)
        column.line(_fitted_head(), CAPTION)
        column.line(self._shown.fitted, FITTED, self._amount_height)
        if self._shown.is_fitted_known:
            column.line(_times(), GUESS, self._badge_height)
        return column

    def _kept(self) -> WrittenColumn:
        shown, pens = self._shown, self._pens
        column = WrittenColumn(
            pens, max(self._width, pens.width(self._kept_head, CAPTION), pens.width(shown.basis, GUESS))
        )
        column.line(self._kept_head, CAPTION)
        before = self._size(_BEFORE_AMOUNT)
        self.make_up = QRect(-before, column.room(self._amount_height).y(), self._width + before, self._amount_height)
        if shown.basis:
            column.line(shown.basis, GUESS, self._badge_height)
        if shown.is_cheapest:
            column.line(cheapest_words(), CHEAPEST)
        return column


def _price_head() -> str:
    return _("Price of the part")


def _fitted_head() -> str:
    return _("Fitted now")


def _times() -> str:
    return _("≈ our times")
