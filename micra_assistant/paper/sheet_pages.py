"""The chapters and steps of a guide as they stand on a sheet."""

from msgspec import Struct

from micra_assistant.paper.printed_blocks import SheetBlock


class SheetStep(Struct, frozen=True):
    """A step; it is never split over two pages of paper. Links lead to its ``id``; ``note`` stands below its title."""

    id: str
    number: str
    title: str
    time: str
    blocks: tuple[SheetBlock, ...]
    note: str = ""


class SheetPage(Struct, frozen=True):
    """A page of the guide: a chapter on paper; what is in none has the number 0 and no title."""

    number: int
    title: str
    steps: tuple[SheetStep, ...]
