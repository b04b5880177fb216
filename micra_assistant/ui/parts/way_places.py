"""Where everything in the row of a way stands: words that the row paints itself, and room for its few buttons.

Twelve rows of a widget for each word took a tenth of a second to be shown, and as long whenever the look changed.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize

from micra_assistant.ui.parts.way_figures import WayFigures
from micra_assistant.ui.parts.way_pens import CONS, HEARD, NAME, PROS, SUPPORTED, Pens
from micra_assistant.ui.parts.ways_shown import WayShown
from micra_assistant.ui.parts.written_column import WayPiece, WrittenColumn

_LINE_GAP, _COLUMN_GAP = 6, 12
_SAMPLE, _AFTER_SAMPLE = QSize(30, 20), 6
_ROOM_FOR_CHOICE = 360
"""From this width on, in pixels at scale 1, the choice stands beside the name, else below all."""


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


def _named(shown: WayShown, pens: Pens, width: int) -> WrittenColumn:
    """Return what a way is, written in a width."""
    column = WrittenColumn(pens, width)
    column.write(shown.name, NAME)
    column.write(shown.heard, SUPPORTED if shown.is_supported else HEARD)
    column.write(shown.pros, PROS)
    column.write(shown.cons, CONS)
    return column
