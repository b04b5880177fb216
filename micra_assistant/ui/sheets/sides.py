"""How pages go on the sides of the paper: one, or two beside each other on the paper turned."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from micra_assistant.paper.kinds import PaperSize
from micra_assistant.paper.paper_sizes import PAPER_MM

Page = TypeVar("Page")


def sides_of(pages: Sequence[Page], two_on_a_side: bool) -> list[Sequence[Page]]:
    """Return the pages in the groups that stand on a side each."""
    step = 2 if two_on_a_side else 1
    return [pages[first : first + step] for first in range(0, len(pages), step)]


def side_size(paper: PaperSize, two_on_a_side: bool) -> QSizeF:
    """Return the size of a side in millimetres, as it is held to be read."""
    size = QSizeF(*PAPER_MM[paper])
    return size.transposed() if two_on_a_side else size


def rooms(side: QRectF, two_on_a_side: bool) -> list[QRectF]:
    """Return the room of each page on a side: all of it, or its left and its right half."""
    if not two_on_a_side:
        return [side]
    half = QSizeF(side.width() / 2, side.height())
    return [QRectF(side.topLeft() + QPointF(shift, 0), half) for shift in (0, half.width())]


def place_on(page: QSizeF, room: QRectF) -> QRectF:
    """Return where a page goes in its room: whole, in its own shape, in the middle."""
    place = QRectF(QPointF(), page.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(room.center())
    return place
