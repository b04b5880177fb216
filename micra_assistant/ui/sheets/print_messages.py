"""What is asked of whatever prints, and what it says."""

from msgspec import Struct

from micra_assistant.paper.kinds import PaperSize


class PrintJob(Struct, frozen=True):
    """A sheet to be printed.

    Attributes:
        printer: the name of the printer.
        title: what the job is called in its queue.
        pages: the sheet as SVG, a page each.
        paper: what it is set for.
        copies: how many, from 1 on.
        both_sides: whether both sides of the paper are printed on.
        two_on_a_side: whether two pages stand beside each other on a side.
    """

    printer: str
    title: str
    pages: tuple[bytes, ...]
    paper: PaperSize
    copies: int = 1
    both_sides: bool = False
    two_on_a_side: bool = False


class Printers(Struct, frozen=True, tag="printers"):
    """The names of all printers, and that of the usual one, empty if none is."""

    names: tuple[str, ...] = ()
    usual: str = ""


class Painted(Struct, frozen=True, tag="painted"):
    """So many sides are painted, of so many."""

    sides: int
    of: int


class PrintEnd(Struct, frozen=True, tag="end"):
    """The printer has the sheet, unless there is a ``refusal`` in words for the person.

    ``bug`` tells what the program itself did wrong, in lines without anything a person typed.
    """

    refusal: str = ""
    bug: tuple[str, ...] = ()


PrintSaid = Printers | Painted | PrintEnd
