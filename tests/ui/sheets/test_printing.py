"""Print preview and PDF from the window."""

import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog

from micra_assistant.jobs.events import Noted, PhotoAdded
from micra_assistant.jobs.privacy import as_kept
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind
from micra_assistant.paper.typeset import svg_pages
from micra_assistant.ui.actions import Action
from micra_assistant.ui.sheets.printing import paper_of, place_on, set_paper
from tests.disks import full
from tests.paper.printed import pictures_in, words_of
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import open_dialog
from tests.ui.photos import BLUE, RED, encoded, two_halves

pytestmark = pytest.mark.thorough

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier

POINTS = {PaperSize.A4: (595, 842), PaperSize.LETTER: (612, 792), PaperSize.A5: (420, 595)}


def pdf_printer(output: Path, paper: PaperSize) -> QPrinter:
    """Return a printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(output))
    set_paper(printer, paper)
    return printer


def sheet_of(hands: Hands, kind: SheetKind, paper: PaperSize) -> Sheet:
    """Return a sheet of the open job."""
    open_job = hands.window.workbench.shown
    assert open_job
    return JobSheets(open_job, open_job.workshop()).sheet(kind, paper)


def preview(hands: Hands, held: Qt.KeyboardModifier = CONTROL) -> QPrintPreviewDialog:
    """Ask for the preview and return it."""
    hands.press(Key.Key_P, held=held)
    return open_dialog(QPrintPreviewDialog)


def pages_on(output: Path) -> list[tuple[int, int]]:
    """Return the size of each page of a PDF, in points."""
    with PdfReader(output) as reader:
        contents = [page.get_contents() for page in reader.pages]
        assert all(drawn is not None and len(drawn.get_data()) > 1000 for drawn in contents), "a page is empty"
        return [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]


@pytest.mark.parametrize(("kind", "held"), [(SheetKind.CHECKLIST, CONTROL), (SheetKind.GUIDE, CONTROL_SHIFT)])
def test_the_preview_has_every_page(
    workshop: Workshop, hands: Hands, tmp_path: Path, kind: SheetKind, held: Qt.KeyboardModifier
) -> None:
    pages = svg_pages(sheet_of(hands, kind, PaperSize.A4), workshop.guides / "button")
    dialog = preview(hands, held)
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    assert (dialog.windowTitle(), shown.pageCount()) == (kind.value.capitalize(), len(pages))
    layout = dialog.printer().pageLayout()
    assert layout.paintRect() == layout.fullRect(), "the sheets bring their own margins"


@pytest.mark.parametrize("paper", PaperSize)
def test_what_is_printed_has_the_pages_and_the_size_of_the_sheet(
    workshop: Workshop, hands: Hands, tmp_path: Path, paper: PaperSize
) -> None:
    output = tmp_path / "printed.pdf"
    printer = pdf_printer(output, paper)
    assert paper_of(printer) is paper
    preview(hands).paintRequested.emit(printer)
    pages = svg_pages(sheet_of(hands, SheetKind.CHECKLIST, paper), workshop.guides / "button")
    sizes = [re.search(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"', page) for page in pages]
    assert pages_on(output) == [POINTS[paper]] * len(pages)
    assert [tuple(round(float(side)) for side in size.groups()) for size in sizes if size] == pages_on(output)


def test_only_the_pages_asked_for_are_printed(hands: Hands, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "some.pdf", PaperSize.A5)
    printer.setFromTo(2, 3)
    preview(hands, CONTROL_SHIFT).paintRequested.emit(printer)
    assert len(pages_on(tmp_path / "some.pdf")) == 2


def test_a_sheet_is_never_stretched() -> None:
    place = place_on(QRectF(0, 0, 595, 842), QRectF(0, 0, 842, 595))
    assert (round(place.height()), round(place.width() / place.height(), 3)) == (595, round(595 / 842, 3))
    assert place.center() == QRectF(0, 0, 842, 595).center()


@pytest.mark.qt_log_ignore(
    r"^(QPainter::begin: A paint device can only|QPrinter::setOutputFileName: Cannot be changed)", extend=True
)
def test_a_printer_that_does_not_begin_is_said(hands: Hands, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "x.pdf", PaperSize.A4)
    busy = QPainter(printer)
    preview(hands).paintRequested.emit(printer)
    busy.end()
    settle()
    assert "x.pdf does not begin to print" in hands.said


def test_a_file_that_cannot_be_printed_into_is_said(hands: Hands, tmp_path: Path) -> None:
    preview(hands).paintRequested.emit(pdf_printer(tmp_path / "gone" / "x.pdf", PaperSize.A4))
    settle()
    assert hands.said.endswith(
        f"x.pdf cannot be saved: there is no folder {tmp_path / 'gone'}; make it or choose another"
    )


def test_what_is_printed_into_a_file_is_there_whole_or_not_at_all(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, link = tmp_path / "printed.pdf", tmp_path / "link.pdf"
    output.write_text("old")
    link.symlink_to(output)
    printer = pdf_printer(link, PaperSize.A4)
    with monkeypatch.context() as patch:
        patch.setattr("micra_assistant.wholefile.keep_on_disk", full)
        preview(hands).paintRequested.emit(printer)
    settle()
    assert hands.said == f"{link} cannot be saved: the disk is full; make room, or save it on another drive"
    assert output.read_text() == "old"
    preview(hands).paintRequested.emit(printer)
    assert pages_on(output)
    assert printer.outputFileName() == str(link)
    assert set(tmp_path.glob("*.pdf")) == {output, link}
    assert link.is_symlink()


def test_another_paper_is_printed_as_a4(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "printed.pdf", PaperSize.A5)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.B0))
    assert paper_of(printer) is PaperSize.A4


def test_a_closed_preview_leaves_nothing_behind(hands: Hands) -> None:
    preview(hands)
    hands.press(Key.Key_Escape)
    settle()
    assert hands.window.frame.findChild(QPrintPreviewDialog) is None
    hands.press(Key.Key_Space)
    assert "1 of 12" in hands.text


def test_a_guide_that_cannot_be_printed_is_said_to_be(workshop: Workshop, hands: Hands) -> None:
    picture = workshop.guides / "button" / "diagrams" / "tailgate.svg"
    picture.unlink()
    hands.press(Key.Key_P, held=CONTROL_SHIFT)
    assert hands.said == f"the picture {picture} cannot be read: No such file or directory; put it back"
    assert QApplication.activeModalWidget() is None


def save(hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: str, held: Qt.KeyboardModifier = CONTROL) -> str:
    """Ask for a sheet as PDF, answer where it is to go, and return the name that was suggested."""
    suggested: list[str] = []

    def ask(parent: object, title: str, suggestion: str, filters: str) -> tuple[str, str]:
        suggested.append(suggestion)
        return answer, filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    hands.press(Key.Key_S, held=held)
    return Path(*suggested).name


@pytest.mark.parametrize(("kind", "held"), [(SheetKind.CHECKLIST, CONTROL), (SheetKind.GUIDE, CONTROL_SHIFT)])
def test_a_saved_sheet_is_said_where_it_lies(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: SheetKind, held: Qt.KeyboardModifier
) -> None:
    assert save(hands, monkeypatch, str(tmp_path / "sheet"), held) == f"job-0001-button-{kind}.pdf"
    assert hands.said == f"Saved: {tmp_path / 'sheet.pdf'}"
    with PdfReader(tmp_path / "sheet.pdf") as reader:
        assert "Tailgate button" in reader.pages[0].extract_text()


def test_a_sheet_that_cannot_be_saved_is_said_why(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    save(hands, monkeypatch, str(gone / "sheet.pdf"))
    assert hands.said == f"{gone / 'sheet.pdf'} cannot be saved: there is no folder {gone}; make it or choose another"


def test_nothing_is_saved_if_the_person_would_rather_not(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    save(hands, monkeypatch, "")
    assert hands.said == ""


def choose(hands: Hands, act: Action) -> None:
    """Choose an entry of the menu."""
    action = hands.window.frame.findChild(QAction, act.value)
    assert action is not None
    action.trigger()
    settle()


def add_photo(hands: Hands, content: bytes) -> None:
    """Put a photo and a note to the step being read."""
    open_job = hands.window.workbench.shown
    assert open_job is not None
    open_job.do(Noted(hands.step, "The button is corroded."))
    open_job.do(PhotoAdded(hands.step, "photo", "button.jpg", 40, 30), {"photo": content})


@pytest.mark.parametrize(
    ("act", "title"), [(Action.PREVIEW_PUT_BACK, "Put back"), (Action.PREVIEW_REPORT, "Job report")]
)
def test_the_sheets_of_a_job_can_be_looked_at(hands: Hands, act: Action, title: str) -> None:
    choose(hands, act)
    dialog = open_dialog(QPrintPreviewDialog)
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    assert (dialog.windowTitle(), shown.pageCount()) == (title, 1)


@pytest.mark.parametrize("kind", [SheetKind.PUT_BACK, SheetKind.REPORT, SheetKind.FAULT_RECORD])
@pytest.mark.parametrize("act", ["preview", "ask_and_save"])
def test_a_guide_that_is_only_looked_up_has_nothing_to_put_back_or_report(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, kind: SheetKind, act: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing is to be saved"))
    workbench = hands.window.workbench
    assert workbench.shown
    workbench._shown = look_up(SqliteStore(None), workbench.shown.guide)
    getattr(hands.window.sheets, act)(kind)
    assert hands.said.startswith("This sheet is about a job, and this guide is only looked up")
    assert QApplication.activeModalWidget() is None


def test_a_photo_of_the_job_is_printed_in_its_colours(workshop: Workshop, hands: Hands) -> None:
    add_photo(hands, encoded(two_halves(), "jpeg"))
    assert hands.window.workbench.shown
    photos = hands.window.workbench.shown.attachment
    pages = svg_pages(sheet_of(hands, SheetKind.REPORT, PaperSize.A4), workshop.guides / "button", photos)
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(pages[0])).render(painter)
    painter.end()
    points = [image.pixelColor(x, y) for x in range(0, 595, 4) for y in range(0, 842, 4)]
    assert sum(alike(point, RED) for point in points) > 100
    assert sum(alike(point, BLUE) for point in points) > 100


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours are the same but for what JPEG does to them."""
    ours, theirs = (one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue())
    return all(abs(mine - its) < 12 for mine, its in zip(ours, theirs, strict=True))


def test_the_report_is_saved_with_its_photos(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_photo(hands, encoded(two_halves(), "jpeg"))
    names: list[str] = []

    def ask(parent: object, title: str, suggestion: str, filters: str) -> tuple[str, str]:
        names.append(Path(suggestion).name)
        return str(tmp_path / "report.pdf"), filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    choose(hands, Action.SAVE_REPORT)
    assert names == ["job-0001-button-report.pdf"]
    content = (tmp_path / "report.pdf").read_bytes()
    assert pictures_in(content) == [(40, 30)]
    assert "The button is corroded." in " ".join(words_of(content))


def test_the_report_for_the_job_file_is_that_of_the_open_job(hands: Hands) -> None:
    add_photo(hands, b"broken")
    reports: list[tuple[bytes, tuple[str, ...]]] = []
    hands.window.sheets.report(as_kept, lambda content, told: reports.append((content, tuple(told))))
    ((content, told),) = reports
    text = " ".join(words_of(content))
    assert "This photo is left out: it cannot be read." in text
    assert text.endswith(f"printed {date.today().isoformat()}")  # noqa: DTZ011
    assert told == ()


UNKNOWN = "\ufffe"
"""No font has this, as it never will be a letter."""
SAID_OF_IT = "These letters cannot be set on this PC, □ is printed for each: U+FFFE (in “A □ B”); install a font"


def test_letters_that_no_font_has_are_said_with_the_saved_sheet(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_job, file = hands.window.workbench.shown, tmp_path / "sheet.pdf"
    assert open_job is not None
    open_job.do(Noted(hands.step, f"A {UNKNOWN} B"))
    save(hands, monkeypatch, str(file))
    assert hands.said == f"Saved: {file}", "notes are not on the checklist"
    choose(hands, Action.SAVE_REPORT)
    assert hands.said.startswith(f"Saved: {file}. {SAID_OF_IT}")
    choose(hands, Action.EXPORT)
    assert hands.said.startswith(f"Saved: {file}.zip. {SAID_OF_IT}")


def test_letters_that_no_font_has_are_said_once_with_the_preview(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_job, said = hands.window.workbench.shown, list[str]()
    assert open_job is not None
    open_job.do(Noted(hands.step, f"A {UNKNOWN} B"))
    monkeypatch.setattr(hands.window.body.messages, "say_problem", said.append)
    choose(hands, Action.PREVIEW_REPORT)
    (words,) = said
    assert words.startswith(SAID_OF_IT)
