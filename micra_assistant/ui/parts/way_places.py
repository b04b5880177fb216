"""Where everything in the row of a way stands: words that the row paints itself, and room for its few buttons.

Twelve rows of a widget for each word took a tenth of a second to be shown, and as long whenever the look changed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from micra_assistant.ui.parts.ways_shown import WayShown
from micra_assistant.ui.style.look import Look
from micra_assistant.words import _

_GAP, _LINE_GAP, _COLUMN_GAP, _BESIDE_PRICE = 2, 6, 12, 8
_SAMPLE, _AFTER_SAMPLE = QSize(30, 20), 6
_BAR_HEIGHT = 10
_AMOUNT_HEIGHT = 40
_WIDE_PRICE = 240
_FIGURES_WIDTH = 118
_BADGE_SIDE, _BADGE_TOP = 7, 3
"""What is free round the words of a badge, with its frame."""
_ROOM_FOR_CHOICE = 360
"""From this width on, in pixels at scale 1, the choice stands beside the name, else below all."""


class Letters(NamedTuple):
    """How words are written: their height in pixels at scale 1, and the meaning of their colour."""

    pixels: int
    colour: str
    is_bold: bool = False
    is_badge: bool = False


NAME = Letters(17, "ink", is_bold=True)
HEARD, SUPPORTED = Letters(14, "warning", is_bold=True), Letters(14, "good", is_bold=True)
PROS, CONS, CAPTION = Letters(14, "ink"), Letters(14, "muted"), Letters(13, "muted")
PRICE, FITTED = Letters(16, "ink", is_bold=True), Letters(16, "ink")
GUESS, CHEAPEST = Letters(13, "warning", is_badge=True), Letters(15, "good", is_bold=True)


class Piece(NamedTuple):
    """Words in their place."""

    words: str
    letters: Letters
    room: QRect


class Needed(NamedTuple):
    """The sizes of the buttons of a row, and the widths that all rows share."""

    origin: QSize
    make_up: QSize
    choose: QSize
    price: int = 0
    figures: int = 0


class Pens:
    """The fonts and colours of all rows in a look, and how wide words are in them: most stand in every row."""

    def __init__(self, font: QFont, look: Look) -> None:
        self._font = font
        self.look = look
        self._fonts: dict[Letters, QFont] = {}
        self._metrics: dict[Letters, QFontMetrics] = {}
        self._advances: dict[tuple[str, Letters], int] = {}

    def font(self, letters: Letters) -> QFont:
        """Return the font of letters."""
        if letters not in self._fonts:
            self._fonts[letters] = font = QFont(self._font)
            font.setPixelSize(self.look.size(letters.pixels))
            font.setBold(letters.is_bold)
        return self._fonts[letters]

    def metrics(self, letters: Letters) -> QFontMetrics:
        """Return the measures of letters."""
        if letters not in self._metrics:
            self._metrics[letters] = QFontMetrics(self.font(letters))
        return self._metrics[letters]

    def colour(self, letters: Letters) -> QColor:
        """Return the colour of letters."""
        return self.look.theme.colour(letters.colour)

    def width(self, words: str, letters: Letters) -> int:
        """Return the width of words on one line, with what is round them in a badge."""
        free = 2 * self.look.size(_BADGE_SIDE) if letters.is_badge else 0
        return self._advance(words, letters) + 1 + free

    def height(self, words: str, letters: Letters, width: int) -> int:
        """Return the height of words on as many lines as a width needs."""
        metrics = self.metrics(letters)
        if self._advance(words, letters) <= width:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, width, 1), Qt.TextFlag.TextWordWrap, words).height()

    def _advance(self, words: str, letters: Letters) -> int:
        if (words, letters) not in self._advances:
            self._advances[words, letters] = self.metrics(letters).horizontalAdvance(words)
        return self._advances[words, letters]


class _Column:
    """Words and rooms one below the other, from a place on."""

    def __init__(self, pens: Pens, place: QPoint, width: int) -> None:
        self.pieces: list[Piece] = []
        self._pens = pens
        self._left = place.x()
        self.bottom = place.y()
        self.width = width

    def write(self, words: str, letters: Letters) -> None:
        """Add words on as many lines as they need, nothing if there are none."""
        if words:
            self.pieces.append(Piece(words, letters, self.room(self._pens.height(words, letters, self.width))))

    def line(self, words: str, letters: Letters, least: int = 0) -> QRect:
        """Add words on one line, at ``least`` so high in pixels; return where they stand."""
        free = 2 * self._pens.look.size(_BADGE_TOP) if letters.is_badge else 0
        height = max(self._pens.metrics(letters).height() + free, least)
        self.pieces.append(Piece(words, letters, self.room(height)))
        return self.pieces[-1].room

    def room(self, height: int) -> QRect:
        """Leave room as high as this, and return it."""
        taken = QRect(self._left, self.bottom, self.width, height)
        self.bottom += height + _GAP
        return taken


class WayPlaces:
    """The places of one row in a width.

    Attributes:
        pieces: the words to be painted.
        sample, bar: where the line of the chart and the price are drawn.
        origin, make_up, choose: where the buttons stand.
        below: the room under all that, of no height; what unfolds stands there.
    """

    def __init__(
        self, shown: WayShown, kept_head: str, pens: Pens, needed: Needed, inside: QRect, *, wide: bool
    ) -> None:
        self._shown = shown
        self._kept_head = kept_head
        self._pens = pens
        self._needed = needed
        self._size = pens.look.size
        self.pieces: list[Piece] = []
        self.bar, self.origin, self.make_up = QRect(), QRect(), QRect()
        self.sample = QRect(inside.topLeft(), QSize(*map(self._size, _SAMPLE.toTuple())))
        is_beside = inside.width() >= self._size(_ROOM_FOR_CHOICE)
        choice_width = needed.choose.width() + self._size(_COLUMN_GAP) if is_beside else 0
        self.choose = QRect(QPoint(inside.right() + 1 - needed.choose.width(), inside.top()), needed.choose)
        self._wide = wide
        figures = sum(self._widths(inside.width())) + 2 * self._size(_COLUMN_GAP)
        named = inside.width() - choice_width - (figures + self._size(_COLUMN_GAP) if wide else 0)
        bottom = self._name(inside.topLeft(), named)
        if is_beside:
            bottom = max(bottom, self.choose.bottom() + 1)
        if wide:
            begin = QPoint(inside.left() + named + self._size(_COLUMN_GAP), inside.top())
            bottom = max(bottom, self._figures(begin, figures))
        else:
            bottom = self._figures(QPoint(inside.left(), bottom + self._size(_LINE_GAP)), inside.width())
        if not is_beside:
            self.choose.moveTopLeft(QPoint(inside.left(), bottom + self._size(_LINE_GAP)))
            bottom = self.choose.bottom() + 1
        self.below = QRect(inside.left(), bottom, inside.width(), 0)

    def _name(self, place: QPoint, width: int) -> int:
        """Write what it is; return where that ends."""
        beside = self.sample.width() + _AFTER_SAMPLE
        column = _Column(self._pens, place + QPoint(beside, 0), width - beside)
        column.write(self._shown.name, NAME)
        column.write(self._shown.heard, SUPPORTED if self._shown.is_supported else HEARD)
        column.write(self._shown.pros, PROS)
        column.write(self._shown.cons, CONS)
        return self._taken(column)

    def _widths(self, room: int) -> tuple[int, int, int]:
        """Return how wide price, amount fitted and amount kept are."""
        shown, pens = self._shown, self._pens
        price = max(self._needed.price, self._size(_WIDE_PRICE) if self._wide else 0)
        least = self._figures_width
        fitted = max(least, pens.width(_fitted_head(), CAPTION), pens.width(_times(), GUESS))
        kept = max(least, pens.width(self._kept_head, CAPTION), pens.width(shown.basis, GUESS))
        return min(price, room), fitted, kept

    @property
    def _figures_width(self) -> int:
        return max(self._needed.figures, self._size(_FIGURES_WIDTH))

    def _figures(self, place: QPoint, room: int) -> int:
        """Write price and amounts side by side, on as many lines as they need; return where that ends."""
        left, top, bottom = place.x(), place.y(), place.y()
        for write, width in zip((self._price, self._fitted, self._kept), self._widths(room), strict=True):
            if left > place.x() and left + width > place.x() + room:
                left, top = place.x(), bottom + self._size(_COLUMN_GAP)
            column = _Column(self._pens, QPoint(left, top), width)
            write(column)
            bottom = max(bottom, self._taken(column))
            left += width + self._size(_COLUMN_GAP)
        return bottom

    def _price(self, column: _Column) -> None:
        shown = self._shown
        column.line(_price_head(), CAPTION)
        amount = column.line(shown.price, PRICE, self._size(_AMOUNT_HEIGHT)) if shown.price else QRect()
        if shown.bar is not None and self._wide:
            beside = self._pens.width(shown.price, PRICE) + self._size(_BESIDE_PRICE)
            top = amount.center().y() - self._size(_BAR_HEIGHT) // 2
            self.bar = QRect(amount.left() + beside, top, amount.width() - beside, self._size(_BAR_HEIGHT))
        elif shown.bar is not None:
            self.bar = column.room(self._size(_BAR_HEIGHT))
        if shown.origin:
            self.origin = column.room(self._needed.origin.height())

    def _fitted(self, column: _Column) -> None:
        column.line(_fitted_head(), CAPTION)
        column.line(self._shown.fitted, FITTED, self._size(_AMOUNT_HEIGHT))
        if self._shown.is_fitted_known:
            column.line(_times(), GUESS)

    def _kept(self, column: _Column) -> None:
        column.line(self._kept_head, CAPTION)
        self.make_up = column.room(self._needed.make_up.height())
        self.make_up.setWidth(self._figures_width)
        if self._shown.basis:
            column.line(self._shown.basis, GUESS)
        if self._shown.is_cheapest:
            column.line(_cheapest(), CHEAPEST)

    def _taken(self, column: _Column) -> int:
        self.pieces += column.pieces
        return column.bottom - _GAP


def said_beside(shown: WayShown) -> Iterator[str]:
    """Yield what a row says besides its name and amounts."""
    yield from filter(None, (shown.pros, shown.cons, shown.basis))
    if shown.is_cheapest:
        yield _cheapest()


def _price_head() -> str:
    return _("Price of the part")


def _fitted_head() -> str:
    return _("Fitted now")


def _times() -> str:
    return _("≈ our times")


def _cheapest() -> str:
    return _("cheapest")
