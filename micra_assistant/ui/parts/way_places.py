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


class WayLetters(NamedTuple):
    """How words are written: their height in pixels at scale 1, and the meaning of their colour."""

    pixels: int
    colour: str
    is_bold: bool = False
    is_badge: bool = False


NAME = WayLetters(17, "ink", is_bold=True)
HEARD, SUPPORTED = WayLetters(14, "warning", is_bold=True), WayLetters(14, "good", is_bold=True)
PROS, CONS, CAPTION = WayLetters(14, "ink"), WayLetters(14, "muted"), WayLetters(13, "muted")
PRICE, FITTED = WayLetters(16, "ink", is_bold=True), WayLetters(16, "ink")
GUESS, CHEAPEST = WayLetters(13, "warning", is_badge=True), WayLetters(15, "good", is_bold=True)


class WayPiece(NamedTuple):
    """Words in their place."""

    words: str
    letters: WayLetters
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
        self._fonts: dict[WayLetters, QFont] = {}
        self._metrics: dict[WayLetters, QFontMetrics] = {}
        self._advances: dict[tuple[str, WayLetters], int] = {}

    def font(self, letters: WayLetters) -> QFont:
        """Return the font of letters."""
        if letters not in self._fonts:
            self._fonts[letters] = font = QFont(self._font)
            font.setPixelSize(self.look.size(letters.pixels))
            font.setBold(letters.is_bold)
        return self._fonts[letters]

    def metrics(self, letters: WayLetters) -> QFontMetrics:
        """Return the measures of letters."""
        if letters not in self._metrics:
            self._metrics[letters] = QFontMetrics(self.font(letters))
        return self._metrics[letters]

    def colour(self, letters: WayLetters) -> QColor:
        """Return the colour of letters."""
        return self.look.theme.colour(letters.colour)

    def width(self, words: str, letters: WayLetters) -> int:
        """Return the width of words on one line, with what is round them in a badge."""
        free = 2 * self.look.size(_BADGE_SIDE) if letters.is_badge else 0
        return self._advance(words, letters) + 1 + free

    def height(self, words: str, letters: WayLetters, width: int) -> int:
        """Return the height of words on as many lines as a width needs."""
        metrics = self.metrics(letters)
        if self._advance(words, letters) <= width:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, width, 1), Qt.TextFlag.TextWordWrap, words).height()

    def _advance(self, words: str, letters: WayLetters) -> int:
        if (words, letters) not in self._advances:
            self._advances[words, letters] = self.metrics(letters).horizontalAdvance(words)
        return self._advances[words, letters]


class _WrittenColumn:
    """Words and rooms one below the other, from its own top left corner on."""

    def __init__(self, pens: Pens, width: int) -> None:
        self.pieces: list[WayPiece] = []
        self.width = width
        self._pens = pens
        self._bottom = 0

    @property
    def height(self) -> int:
        """The height of all that is in it."""
        return max(self._bottom - _GAP, 0)

    def write(self, words: str, letters: WayLetters) -> None:
        """Add words on as many lines as they need, nothing if there are none."""
        if words:
            self.pieces.append(WayPiece(words, letters, self.room(self._pens.height(words, letters, self.width))))

    def line(self, words: str, letters: WayLetters, least: int = 0) -> QRect:
        """Add words on one line, at ``least`` so high in pixels; return where they stand."""
        free = 2 * self._pens.look.size(_BADGE_TOP) if letters.is_badge else 0
        height = max(self._pens.metrics(letters).height() + free, least)
        self.pieces.append(WayPiece(words, letters, self.room(height)))
        return self.pieces[-1].room

    def room(self, height: int) -> QRect:
        """Leave room as high as this, and return it."""
        taken = QRect(0, self._bottom, self.width, height)
        self._bottom += height + _GAP
        return taken

    def pieces_at(self, corner: QPoint) -> Iterator[WayPiece]:
        """Yield its words if its corner stands there."""
        for words, letters, room in self.pieces:
            yield WayPiece(words, letters, room.translated(corner))


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
        self.bar, self.origin, self.make_up = QRect(), QRect(), QRect()
        self.columns = self._price(), self._fitted(), self._kept()

    def _price(self) -> _WrittenColumn:
        shown = self._shown
        column = _WrittenColumn(self._pens, max(self._needed.price, self._size(_WIDE_PRICE) if self._wide else 0))
        column.line(_price_head(), CAPTION)
        amount = column.line(shown.price, PRICE, self._size(_AMOUNT_HEIGHT)) if shown.price else QRect()
        if shown.bar is not None and self._wide:
            beside = self._pens.width(shown.price, PRICE) + self._size(_BESIDE_PRICE)
            top = amount.center().y() - self._size(_BAR_HEIGHT) // 2
            self.bar = QRect(beside, top, amount.width() - beside, self._size(_BAR_HEIGHT))
        elif shown.bar is not None:
            self.bar = column.room(self._size(_BAR_HEIGHT))
        if shown.origin:
            self.origin = column.room(self._needed.origin.height())
        return column

    def _fitted(self) -> _WrittenColumn:
        least = max(self._width, self._pens.width(_fitted_head(), CAPTION), self._pens.width(_times(), GUESS))
        column = _WrittenColumn(self._pens, least)
        column.line(_fitted_head(), CAPTION)
        column.line(self._shown.fitted, FITTED, self._size(_AMOUNT_HEIGHT))
        if self._shown.is_fitted_known:
            column.line(_times(), GUESS)
        return column

    def _kept(self) -> _WrittenColumn:
        shown, pens = self._shown, self._pens
        column = _WrittenColumn(
            pens, max(self._width, pens.width(self._kept_head, CAPTION), pens.width(shown.basis, GUESS))
        )
        column.line(self._kept_head, CAPTION)
        self.make_up = column.room(self._needed.make_up.height())
        self.make_up.setWidth(self._width)
        if shown.basis:
            column.line(shown.basis, GUESS)
        if shown.is_cheapest:
            column.line(_cheapest(), CHEAPEST)
        return column


class WayPlaces:
    """The places of one row in a width.

    Attributes:
        sample: where the line of the chart is drawn.
        choose: where that button stands.
        below: the room under all that, of no height; what unfolds stands there.
    """

    def __init__(
        self, shown: WayShown, figures: WayFigures, pens: Pens, choose: QSize, inside: QRect, *, wide: bool
    ) -> None:
        self._figures = figures
        self._gap = pens.look.size(_COLUMN_GAP)
        line_gap = pens.look.size(_LINE_GAP)
        self.sample = QRect(inside.topLeft(), QSize(*map(pens.look.size, _SAMPLE.toTuple())))
        is_beside = inside.width() >= pens.look.size(_ROOM_FOR_CHOICE)
        self.choose = QRect(QPoint(inside.right() + 1 - choose.width(), inside.top()), choose)
        all_figures = sum(column.width for column in figures.columns) + 2 * self._gap
        taken = (choose.width() + self._gap if is_beside else 0) + (all_figures + self._gap if wide else 0)
        self._name = _named(shown, pens, inside.width() - taken - self._beside_sample)
        bottom = inside.top() + self._name.height
        if is_beside:
            bottom = max(bottom, self.choose.bottom() + 1)
        if wide:
            begin = QPoint(inside.left() + inside.width() - taken + self._gap, inside.top())
            self._corners, figures_bottom = self._placed(begin, all_figures)
            bottom = max(bottom, figures_bottom)
        else:
            self._corners, bottom = self._placed(QPoint(inside.left(), bottom + line_gap), inside.width())
        if not is_beside:
            self.choose.moveTopLeft(QPoint(inside.left(), bottom + line_gap))
            bottom = self.choose.bottom() + 1
        self.below = QRect(inside.left(), bottom, inside.width(), 0)

    @property
    def pieces(self) -> Iterator[WayPiece]:
        """The words to be painted."""
        yield from self._name.pieces_at(self.sample.topLeft() + QPoint(self._beside_sample, 0))
        for column, corner in zip(self._figures.columns, self._corners, strict=True):
            yield from column.pieces_at(corner)

    @property
    def bar(self) -> QRect:
        """Where the price is drawn."""
        return self._figures.bar.translated(self._corners[0])

    @property
    def origin(self) -> QRect:
        """Where the badge stands that says who names the price."""
        return self._figures.origin.translated(self._corners[0])

    @property
    def make_up(self) -> QRect:
        """Where the button stands that unfolds the row."""
        return self._figures.make_up.translated(self._corners[2])

    @property
    def _beside_sample(self) -> int:
        return self.sample.width() + _AFTER_SAMPLE

    def _placed(self, place: QPoint, room: int) -> tuple[list[QPoint], int]:
        """Return the corners of the columns side by side, on as many lines as they need, and where that ends."""
        corners: list[QPoint] = []
        left, top, bottom = place.x(), place.y(), place.y()
        for column in self._figures.columns:
            if left > place.x() and left + column.width > place.x() + room:
                left, top = place.x(), bottom + self._gap
            corners.append(QPoint(left, top))
            bottom = max(bottom, top + column.height)
            left += column.width + self._gap
        return corners, bottom


def _named(shown: WayShown, pens: Pens, width: int) -> _WrittenColumn:
    """Return what a way is, written in a width."""
    column = _WrittenColumn(pens, width)
    column.write(shown.name, NAME)
    column.write(shown.heard, SUPPORTED if shown.is_supported else HEARD)
    column.write(shown.pros, PROS)
    column.write(shown.cons, CONS)
    return column


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
