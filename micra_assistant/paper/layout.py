"""Where on a sheet there is something to tick or to write in, as data for other programs."""

from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from micra_assistant.paper.kinds import PaperSize
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.wholefile import write_whole

FORMAT = 1
"""Raised when a reader of the format before would misunderstand it."""


class PlaceKind(StrEnum):
    """A box to tick, a line to write on, or room for anything."""

    BOX = "box"
    BLANK = "blank"
    NOTES = "notes"


class PrintedPlace(Struct, frozen=True):
    """A place on a sheet, in millimetres from the left and the top edge of its page; ``page`` counts from 1.

    The edges are the middle of the line that is drawn there; of a blank only the lower one is.

    Attributes:
        use: what it is for, such as tick, value, words, tool, back, date.
        item: the id of the item that it is about, empty if it is about none.
    """

    kind: PlaceKind
    use: str
    item: str
    page: int
    left: float
    top: float
    width: float
    height: float


class SheetLayout(Struct, frozen=True):
    """All places of a sheet, in the order of reading; the size of its paper is in millimetres."""

    sheet: str
    paper: str
    width: float
    height: float
    pages: int
    places: tuple[PrintedPlace, ...]
    format: int = FORMAT
    unit: str = "mm"

    @property
    def tick_boxes(self) -> dict[str, PrintedPlace]:
        """The boxes of items, by the id of the item."""
        return {place.item: place for place in self.places if place.kind is PlaceKind.BOX and place.item}


class MeasuredPlaces(Struct, frozen=True):
    """What Typst says of a sheet that it has set."""

    pages: int
    places: tuple[PrintedPlace, ...]


def layout_of(order: SheetOrder, measured: MeasuredPlaces) -> SheetLayout:
    """Return the layout of a sheet."""
    width, height = PAPER_MM[PaperSize(order.paper)]
    return SheetLayout(order.kind, order.paper, width, height, measured.pages, measured.places)


def save_layout(layout: SheetLayout, output: Path) -> None:
    """Save a layout as JSON, whole or not at all; NotSavedError if that cannot be."""
    write_whole(output, msgspec.json.format(msgspec.json.encode(layout), indent=2) + b"\n")
