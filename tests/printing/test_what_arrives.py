"""Each sheet on each paper arrives at the printer as it was set, and what becomes of it is said as it is."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from micra_assistant.cli import main
from micra_assistant.errors import PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.cups import queueing, service
from micra_assistant.paper.cups.queueing import PdfJob, follow, send
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.paper.setting import set_layout, set_pdf
from micra_assistant.paper.sheet_choices import usual
from micra_assistant.parts.options import read_parts
from micra_assistant.workshop.values import Workshop
from tests.builders import guide_fixture
from tests.paper.conformance import tagged
from tests.paper.printed import words_of
from tests.paper.rendering import drawn_pages
from tests.printing.bench import Bench
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.printer

PATIENCE = 60.0
MARGINS = {"left": 6.35, "right": 6.35, "top": 4.3, "bottom": 11.68}
"""What common printers leave white at most, in millimetres: inkjets at the foot, lasers at the head."""
guide = guide_fixture(files=GUIDE)


@pytest.fixture
def open_job(guide: Guide) -> OpenJob:
    job = begin_job(SqliteStore(None), guide, read_parts(guide.folder), Described("AB12 CDE", "Ann Able"))
    for item in guide.items[:2]:
        job.toggle(item.id)
    return job


def order_of(open_job: OpenJob, kind: SheetKind, paper: PaperSize = PaperSize.A4) -> SheetOrder:
    return JobSheets(open_job, Workshop(), date(2026, 11, 21)).order(kind, choices=usual(kind, paper))


def printed(job: PdfJob, content: bytes) -> str:
    """Print a sheet and return what is said once it is done."""
    return follow(job, send(job, content), PATIENCE)


def size_mm(content: bytes) -> list[tuple[float, float]]:
    boxes = [page.mediabox for page in PdfReader(BytesIO(content)).pages]
    return [(round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1)) for box in boxes]


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("kind", SheetKind)
def test_a_sheet_arrives_as_it_was_set(
    bench: Bench, open_job: OpenJob, tmp_path: Path, kind: SheetKind, paper: PaperSize
) -> None:
    order = order_of(open_job, kind, paper)
    content = set_pdf(order)
    job = PdfJob("bench", "Sheet", paper, copies=2, both_sides=True, in_colour=kind.has_pictures)
    assert printed(job, content) == "Printed on “bench”: Sheet."
    arrived = bench.arrived()
    assert words_of(arrived.content) == words_of(content)
    assert size_mm(arrived.content) == size_mm(content)
    check_options(arrived.options, kind, paper)
    check_places(order, arrived.content, tmp_path)


def check_options(options: dict[str, str], kind: SheetKind, paper: PaperSize) -> None:
    """Check what the printer was told, whatever its own usual paper is."""
    width, height = PAPER_MM[paper]
    assert options["IPP_COPIES"] == "2"
    assert options["IPP_SIDES"] == "two-sided-long-edge"
    assert options["IPP_PRINT_COLOR_MODE"] == ("color" if kind.has_pictures else "monochrome")
    size = f"media-size={{x-dimension={round(width * 100)} y-dimension={round(height * 100)}}}"
    assert size in options["IPP_MEDIA_COL"]


def check_places(order: SheetOrder, content: bytes, folder: Path) -> None:
    """Check that boxes are where they should be, and that there is no ink where a printer cannot print."""
    pages, layout = drawn_pages(content, folder), set_layout(order)
    for box in layout.tick_boxes.values():
        across = pages[box.page - 1].across(box.top + box.height / 2, box.left - 0.6, box.left + 0.6)
        down = pages[box.page - 1].down(box.left + box.width / 2, box.top - 0.6, box.top + 0.6)
        assert across
        assert down
        assert (sum(across) / 2, sum(down) / 2) == pytest.approx((box.left, box.top), abs=0.2)
    width, height = layout.width, layout.height
    for page in pages:
        assert not page.has_ink(0, 0, MARGINS["left"], height)
        assert not page.has_ink(width - MARGINS["right"], 0, width, height)
        assert not page.has_ink(0, 0, width, MARGINS["top"])
        assert not page.has_ink(0, height - MARGINS["bottom"], width, height)


def test_tags_and_language_arrive(bench: Bench, open_job: OpenJob) -> None:
    printed(PdfJob("bench", "Sheet", PaperSize.A4), set_pdf(order_of(open_job, SheetKind.CHECKLIST)))
    root = PdfReader(BytesIO(bench.arrived().content)).root_object
    assert str(root["/Lang"]) == "en"
    assert list(tagged(root["/StructTreeRoot"], "/H1"))  # type: ignore[arg-type]  # pypdf types it loosely


def test_two_on_a_side_is_made_by_the_printing_system(bench: Bench, open_job: OpenJob) -> None:
    content = set_pdf(order_of(open_job, SheetKind.GUIDE))
    printed(PdfJob("bench", "Sheet", PaperSize.A4, both_sides=True, two_on_a_side=True), content)
    arrived = bench.arrived()
    assert len(words_of(arrived.content)) == (len(words_of(content)) + 1) // 2
    assert arrived.options["IPP_SIDES"] == "two-sided-short-edge"


def test_the_command_prints_without_qt(
    bench: Bench, guide: Guide, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--data-dir", str(tmp_path / "data"), "--guides", str(guide.folder.parent), "print", "button"]
    assert main([*where, "--printer", "bench", "--paper", "a5", "--copies", "3"]) == 0
    assert capsys.readouterr() == ("Printed on “bench”: Checklist.\n", "")
    assert bench.arrived().options["IPP_COPIES"] == "3"
    assert size_mm(bench.arrived().content)[0] == (148.0, 210.0)
    assert main([*where, "--printer", "other"]) == 2
    assert capsys.readouterr().err == "micra-assistant: there is no printer “other”; there is: bench\n"


def test_a_printer_that_is_off_is_said(bench: Bench, open_job: OpenJob) -> None:
    job = PdfJob("bench", "Sheet", PaperSize.A4)
    with bench.off():
        number = send(job, set_pdf(order_of(open_job, SheetKind.CHECKLIST)))
        assert follow(job, number, 1) == (
            "The printer “bench” has the sheet and has not finished: if nothing comes, see whether it is on."
        )
    assert follow(job, number, PATIENCE).startswith("Printed on “bench”")


def test_a_queue_that_waits_is_said_why_and_a_cancelled_sheet_is_one(bench: Bench, open_job: OpenJob) -> None:
    job = PdfJob("bench", "Sheet", PaperSize.A4)
    with bench.paused():
        number = send(job, set_pdf(order_of(open_job, SheetKind.CHECKLIST)))
        with pytest.raises(PaperError) as waits:
            follow(job, number, 0)
        assert str(waits.value) == (
            "The sheet waits in the queue of “bench”, which does not print now (Out of toner): see to the printer and"
            f" it goes on by itself, or take it back with “cancel bench-{number}” and save it as PDF."
        )
        bench.run("cancel", f"bench-{number}")
        with pytest.raises(PaperError, match="was cancelled in the queue of “bench”: print it again, or save it as"):
            follow(job, number, PATIENCE)


def test_what_the_printer_refuses_is_said(bench: Bench, open_job: OpenJob, monkeypatch: pytest.MonkeyPatch) -> None:
    job, count = PdfJob("bench", "Sheet", PaperSize.A4), bench.count()
    monkeypatch.setitem(queueing._MEDIA, PaperSize.A4, "iso_a0_841x1189mm")
    with pytest.raises(PaperError, match=r"The printer “bench” has no A4 paper: choose another paper or printer\."):
        send(job, b"%PDF-1.7")
    monkeypatch.setattr(queueing, "check", lambda *_: None)
    number = send(job, set_pdf(order_of(open_job, SheetKind.CHECKLIST)))
    refusal = (
        r"The sheet was cancelled by “bench” \(Printer cannot print with supplied options\): print it in another way"
    )
    with pytest.raises(PaperError, match=refusal):
        follow(job, number, PATIENCE)
    assert bench.count() == count


def test_a_printer_that_is_gone_is_said(bench: Bench) -> None:
    with pytest.raises(PaperError, match=r"There is no printer “gone” any more: choose another\."):
        send(PdfJob("gone", "Sheet", PaperSize.A4), b"")
    assert service.queue_names() == ("bench",)
