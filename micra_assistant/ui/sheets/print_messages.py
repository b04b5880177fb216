"""What is asked of whatever prints, and what it says."""

from msgspec import Struct

from micra_assistant.paper.kinds import PaperSize


class PrintJob(Struct, frozen=True):
    """A sheet to be printed.

    Attributes:
        printer: the name of the printer.
        title: what the job is called in its queue.
        pages: the sheet as SVG, a page each; nothing if the print service takes it as PDF.
        paper: what it is set for.
        copies: how many, from 1 on.
        both_sides: whether both sides of the paper are printed on.
        two_on_a_side: whether two pages stand beside each other on a side.
        in_colour: whether there is anything in colour on it.
        pdf: the sheet as PDF, empty if its pages are painted.
    """

    printer: str
    title: str
    pages: tuple[bytes, ...]
    paper: PaperSize
    copies: int = 1
    both_sides: bool = False
    two_on_a_side: bool = False
    in_colour: bool = False
    pdf: bytes = b""


class Printers(Struct, frozen=True, tag="printers"):
    """The names of all printers, that of the usual one, empty if none is, and whether they take a PDF."""

    names: tuple[str, ...] = ()
    usual: str = ""
    take_pdf: bool = False


class Painted(Struct, frozen=True, tag="painted"):
    """So many sides are painted, of so many."""

    sides: int
    of: int


class HandedOn(Struct, frozen=True, tag="handed-on"):
    """The print service has the sheet: it cannot be stopped from here any more."""


class PrintEnd(Struct, frozen=True, tag="end"):
    """The printer has the sheet, unless there is a ``refusal`` in words for the person.

    ``told`` says what is known of it; ``bug`` what the program itself did wrong, in lines without anything a person
    typed.
    """

    refusal: str = ""
    bug: tuple[str, ...] = ()
    told: str = ""


PrintSaid = Printers | Painted | HandedOn | PrintEnd
