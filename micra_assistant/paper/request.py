"""What is asked of whatever sets sheets, and what it answers."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from micra_assistant.paper.order import SheetOrder


class SheetForm(StrEnum):
    """As what a sheet is set: as PDF, or a page each as SVG or as a PNG picture."""

    PDF = "pdf"
    PAGES = "pages"
    PICTURES = "pictures"


class SheetRequest(Struct, frozen=True):
    """A wish to set a sheet; it is saved as ``output``, whole or not at all, if a file is named.

    Pictures have ``ppi`` pixels to an inch.
    """

    order: SheetOrder
    form: SheetForm
    output: str = ""
    ppi: float = 72


class SheetAnswer(Struct, frozen=True):
    """What came of it.

    Attributes:
        files: the PDF or the pages, nothing if they were saved.
        told: what could not be set as it is, in sentences.
        refusal: why there is nothing, in words for the person; empty if there is.
        bug: what the program itself did wrong, in lines without anything a person typed; empty if nothing.
        is_stopped: whether the person did not want it any more.
    """

    files: tuple[bytes, ...] = ()
    told: tuple[str, ...] = ()
    refusal: str = ""
    bug: tuple[str, ...] = ()
    is_stopped: bool = False

    @property
    def is_done(self) -> bool:
        """Whether there is what was asked for."""
        return not (self.refusal or self.bug or self.is_stopped)


Then = Callable[[SheetAnswer], object]
"""Takes an answer."""
