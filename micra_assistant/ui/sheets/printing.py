"""Sheets on a printer: the pages that Typst has set, painted as vectors."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from micra_assistant.errors import PaperError
from micra_assistant.paper.sheets import PaperSize
from micra_assistant.wholefile import whole
from micra_assistant.words import _

_PAGE_SIZES = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.LETTER: QPageSize.PageSizeId.Letter,
    PaperSize.A5: QPageSize.PageSizeId.A5,
}


def paper_of(printer: QPrinter) -> PaperSize:
    """Return the paper that a printer is set to, A4 if it is none of ours."""
    chosen = printer.pageLayout().pageSize().id()
    return next((paper for paper, size in _PAGE_SIZES.items() if size == chosen), PaperSize.A4)


def set_paper(printer: QPrinter, paper: PaperSize) -> None:
    """Set a printer to a paper, the whole sheet: the sheets bring their own margins."""
    page = QPageSize(_PAGE_SIZES[paper])
    printer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def paint_pages(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Paint SVG ``pages`` on the printer, a sheet each, as large as the paper allows and never stretched.

    The pages from and to that the person asked for are kept to. PaperError if the printer does not begin, NotSavedError
    if the file that it prints into cannot be written.
    """
    with _whole_output(printer):
        _paint(pages, printer)


def is_preview(printer: QPrinter) -> bool:
    """Whether what is painted is only looked at."""
    return printer.paintEngine().type() is QPaintEngine.Type.Picture


@contextmanager
def _whole_output(printer: QPrinter) -> Iterator[None]:
    """Let a printer that prints into a PDF leave it whole or not at all; a preview prints into none."""
    output = printer.outputFileName()
    if is_preview(printer) or not output or printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat:
        yield
        return
    with whole(Path(output)) as unfinished:
        printer.setOutputFileName(str(unfinished))
        try:
            yield
        finally:
            printer.setOutputFileName(output)


def _paint(pages: Sequence[bytes], printer: QPrinter) -> None:
    painter = QPainter(printer)
    if not painter.isActive():
        name = printer.printerName() or printer.outputFileName()
        words = _("{name} does not begin to print: is it switched on, and may the file be written?")
        raise PaperError(words.format(name=name))
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        renderer = QSvgRenderer(QByteArray(page))
        renderer.render(painter, place_on(renderer.viewBoxF(), QRectF(painter.viewport())))
    painter.end()


def place_on(page: QRectF, paper: QRectF) -> QRectF:
    """Return where a page goes on the paper: whole, in its own shape, in the middle."""
    size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(), size)
    place.moveCenter(paper.center())
    return place


class PreviewDialog(QPrintPreviewDialog):
    """A print preview; its ``paintRequested`` asks for the pages. It holds its printer, as Qt does not."""

    def __init__(self, parent: QWidget, title: str, paper: PaperSize = PaperSize.A4) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(self._printer, paper)
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(parent.size() * 0.9)
