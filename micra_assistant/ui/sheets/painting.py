"""Sheets on a printer: the pages that Typst has set, painted as vectors."""

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtSvg import QSvgRenderer

from micra_assistant.errors import MicraError, PaperError
from micra_assistant.paper.cups.queueing import is_there
from micra_assistant.paper.kinds import PaperSize
from micra_assistant.paper.paper_sizes import paper_name
from micra_assistant.ui.sheets.print_messages import HandedOn, Painted, PrintEnd, Printers, PrintJob
from micra_assistant.ui.sheets.sending import sent
from micra_assistant.ui.sheets.sides import place_on, rooms, sides_of
from micra_assistant.words import _

_PAGE_SIZES = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.LETTER: QPageSize.PageSizeId.Letter,
    PaperSize.A5: QPageSize.PageSizeId.A5,
}


def known_printers() -> Printers:
    """Return the printers of this PC; a print server that does not answer can hold this up for minutes."""
    names = tuple(QPrinterInfo.availablePrinterNames())
    return Printers(names, QPrinterInfo.defaultPrinterName(), take_pdf=is_there())


def printed(job: PrintJob) -> Iterator[Painted | HandedOn | PrintEnd]:
    """Print what is given as PDF or as pages, and yield how far that is; what a person can mend is said at the end."""
    return sent(job) if job.pdf else _painted(job)


def _painted(job: PrintJob) -> Iterator[Painted | HandedOn | PrintEnd]:
    """Paint, and yield how far that is; what a person can mend is said at the end."""
    try:
        printer = printer_for(job)
        set_up(printer, job)
        yield from paint(job, printer)
        yield PrintEnd()
    except MicraError as error:
        yield PrintEnd(refusal=str(error))


def printer_for(job: PrintJob) -> QPrinter:
    """Return the printer that was chosen; PaperError if it is gone, or does not have what was asked for."""
    info = QPrinterInfo.printerInfo(job.printer)
    if info.isNull():
        words = _("There is no printer “{name}” any more: choose another.")
        raise PaperError(words.format(name=job.printer))
    papers, duplex = {size.id() for size in info.supportedPageSizes()}, info.supportedDuplexModes()
    if papers and _PAGE_SIZES[job.paper] not in papers and not info.supportsCustomPageSizes():
        words = _("The printer “{name}” has no {paper} paper: choose another paper or printer.")
        raise PaperError(words.format(name=job.printer, paper=paper_name(job.paper)))
    if job.both_sides and duplex and set(duplex) <= {QPrinter.DuplexMode.DuplexNone}:
        words = _("The printer “{name}” cannot print on both sides: choose one side, or another printer.")
        raise PaperError(words.format(name=job.printer))
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def set_up(printer: QPrinter, job: PrintJob) -> None:
    """Set a printer to what was chosen, on the whole paper: the sheets bring their own margins."""
    turned = QPageLayout.Orientation.Landscape if job.two_on_a_side else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(_PAGE_SIZES[job.paper]), turned, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDocName(job.title)
    printer.setCopyCount(job.copies)
    if not job.both_sides:
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    elif job.two_on_a_side:
        printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
    else:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)


def paint(job: PrintJob, printer: QPrinter) -> Iterator[Painted]:
    """Paint the sheet, and yield after each side; PaperError if the printer does not begin or end."""
    painter, sides = QPainter(printer), sides_of(job.pages, job.two_on_a_side)
    if not painter.isActive():
        words = _("The printer “{name}” does not begin to print: is it switched on?")
        raise PaperError(words.format(name=job.printer))
    try:
        for number, pages in enumerate(sides, 1):
            if number > 1:
                printer.newPage()
            for page, room in zip(pages, rooms(QRectF(painter.viewport()), job.two_on_a_side), strict=False):
                renderer = QSvgRenderer(QByteArray(page))
                renderer.render(painter, place_on(renderer.viewBoxF().size(), room))
            yield Painted(number, len(sides))
    finally:
        painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        words = _("The printer “{name}” has not taken the sheet: look whether it is ready, and print again.")
        raise PaperError(words.format(name=job.printer))
