"""Sheets on a printer, which is a PDF file here."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from micra_assistant.errors import PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.paper.typeset import svg_pages
from micra_assistant.ui.sheets import painting
from micra_assistant.ui.sheets.painting import paint, printed, printer_for, set_up
from micra_assistant.ui.sheets.print_messages import Painted, PrintEnd, PrintJob
from micra_assistant.ui.sheets.sides import place_on, rooms, side_size, sides_of
from tests.builders import guide_fixture
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.thorough

POINTS = {PaperSize.A4: (595, 842), PaperSize.LETTER: (612, 792), PaperSize.A5: (420, 595)}
guide = guide_fixture(files=GUIDE)
Duplex = QPrinter.DuplexMode


def job_of(guide: Guide, paper: PaperSize = PaperSize.A4, *, both: bool = False, two: bool = False) -> PrintJob:
    """Return the guide on its way to a printer."""
    sheet = SheetMaker(guide).sheet(SheetKind.GUIDE, paper, None, Decimal(0), date(2026, 11, 20))
    return PrintJob("bench", "Guide", svg_pages(sheet, guide.folder), paper, 1, both, two)


def pdf_printer(output: Path, job: PrintJob) -> QPrinter:
    """Return a printer that prints into a file, set to what a job asks for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(output))
    set_up(printer, job)
    return printer


def pages_on(output: Path) -> list[tuple[int, int]]:
    """Return the size of each page of a PDF, in points; none is empty."""
    with PdfReader(output) as reader:
        contents = [page.get_contents() for page in reader.pages]
        assert all(drawn is not None and len(drawn.get_data()) > 1000 for drawn in contents), "a page is empty"
        return [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]


@pytest.mark.walk
@pytest.mark.parametrize("paper", PaperSize)
def test_what_is_printed_has_the_pages_and_the_size_of_the_sheet(
    guide: Guide, tmp_path: Path, paper: PaperSize
) -> None:
    job = job_of(guide, paper)
    painted = list(paint(job, pdf_printer(tmp_path / "x.pdf", job)))
    sizes = [re.search(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"', page) for page in job.pages]
    assert pages_on(tmp_path / "x.pdf") == [POINTS[paper]] * len(job.pages)
    assert [tuple(round(float(side)) for side in size.groups()) for size in sizes if size] == pages_on(
        tmp_path / "x.pdf"
    )
    assert painted == [Painted(side + 1, len(job.pages)) for side in range(len(job.pages))]


def test_two_pages_stand_beside_each_other_on_the_paper_turned(guide: Guide, tmp_path: Path) -> None:
    job = job_of(guide, two=True)
    assert len(job.pages) == 4
    list(paint(job, pdf_printer(tmp_path / "x.pdf", job)))
    assert [sorted(size) for size in pages_on(tmp_path / "x.pdf")] == [[595, 842]] * 2
    left, right = rooms(QRectF(0, 0, 297, 210), two_on_a_side=True)
    page = QSizeF(210, 297)
    assert (place_on(page, left).right(), place_on(page, right).left()) == pytest.approx((148.5, 148.5), abs=0.1)
    assert side_size(PaperSize.A4, two_on_a_side=True) == QSizeF(297, 210)
    assert sides_of("abc", two_on_a_side=True) == ["ab", "c"]


class Duplexer(QPrinter):
    """A printer that keeps how its sides were set: one that prints into a file does not."""

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.set: Duplex | None = None

    def setDuplex(self, duplex: Duplex) -> None:  # noqa: N802 - Qt's name
        """Keep it."""
        self.set = duplex


def test_the_printer_is_set_to_what_was_chosen() -> None:
    for both, two, duplex in (
        (False, False, Duplex.DuplexNone),
        (True, False, Duplex.DuplexLongSide),
        (True, True, Duplex.DuplexShortSide),
    ):
        printer = Duplexer()
        set_up(printer, PrintJob("x", "Guide", (), PaperSize.A5, 3, both, two))
        layout = printer.pageLayout()
        assert (printer.set, printer.copyCount(), printer.docName()) == (duplex, 3, "Guide")
        assert layout.pageSize().id() == QPageSize.PageSizeId.A5
        assert layout.paintRect() == layout.fullRect(), "the sheets bring their own margins"


def test_a_sheet_is_never_stretched() -> None:
    place = place_on(QSizeF(595, 842), QRectF(0, 0, 842, 595))
    assert (round(place.height()), round(place.width() / place.height(), 3)) == (595, round(595 / 842, 3))
    assert place.center() == QRectF(0, 0, 842, 595).center()


@pytest.mark.qt_log_ignore(r"^QPainter::begin: A paint device can only", extend=True)
def test_a_printer_that_does_not_begin_is_said(guide: Guide, tmp_path: Path) -> None:
    job = job_of(guide)
    printer = pdf_printer(tmp_path / "x.pdf", job)
    busy = QPainter(printer)
    with pytest.raises(PaperError, match="“bench” does not begin to print"):
        list(paint(job, printer))
    busy.end()


def info(*, papers: tuple[QPageSize.PageSizeId, ...] = (), duplex: tuple[Duplex, ...] = ()) -> object:
    """Return what a printer says of itself."""
    return SimpleNamespace(
        isNull=lambda: False,
        supportedPageSizes=lambda: [QPageSize(paper) for paper in papers],
        supportedDuplexModes=lambda: list(duplex),
        supportsCustomPageSizes=lambda: False,
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (QPrinterInfo(), "There is no printer “bench” any more"),
        (info(papers=(QPageSize.PageSizeId.A4,)), "“bench” has no A5 paper"),
        (info(duplex=(Duplex.DuplexNone,)), "“bench” cannot print on both sides"),
    ],
)
def test_what_a_printer_does_not_have_is_said(monkeypatch: pytest.MonkeyPatch, said: object, words: str) -> None:
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: said)
    (end,) = printed(PrintJob("bench", "Guide", (), PaperSize.A5, both_sides=True))
    assert isinstance(end, PrintEnd)
    assert words in end.refusal


def test_a_sheet_that_was_taken_ends_without_a_word(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_of(guide)
    monkeypatch.setattr(painting, "printer_for", lambda job: pdf_printer(tmp_path / "x.pdf", job))
    *painted, end = printed(job)
    assert (len(painted), end) == (len(job.pages), PrintEnd())


def test_a_printer_with_all_that_is_asked_for_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    said = info(papers=(QPageSize.PageSizeId.A5,), duplex=(Duplex.DuplexNone, Duplex.DuplexLongSide))
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: said)
    monkeypatch.setattr(painting, "QPrinter", _Made(made))
    printer_for(PrintJob("bench", "Guide", (), PaperSize.A5, both_sides=True))
    assert made == [said]


class _Made:
    """Stands in for a kind of printers, and keeps of what they are made."""

    DuplexMode = QPrinter.DuplexMode
    PrinterMode = QPrinter.PrinterMode

    def __init__(self, made: list[object]) -> None:
        self._made = made

    def __call__(self, info: object, _mode: object) -> None:
        self._made.append(info)
