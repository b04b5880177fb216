"""Where the print service takes a PDF, the window gives it the PDF itself, and says what becomes of it."""

import pytest
from PySide6.QtCore import Qt

from micra_assistant.errors import PaperError
from micra_assistant.paper.cups.queueing import PdfJob
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.ui.actions import Action
from micra_assistant.ui.sheets import sending
from micra_assistant.ui.sheets.painting import printed
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.sheets.print_messages import HandedOn, PrintEnd, PrintJob
from tests.paper.printed import words_of
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import dialogs
from tests.ui.sheets.print_window import TestPrinters, print_window

pytestmark = pytest.mark.thorough

JOB = PrintJob("bench", "Checklist", (), PaperSize.A5, 2, in_colour=True, pdf=b"%PDF-")


@pytest.fixture
def printers(workshop: Workshop, hands: Hands) -> TestPrinters:
    """Return a printer that takes a PDF."""
    printers = TestPrinters("Workshop", take_pdf=True)
    sheets = hands.window.sheets
    sheets._to_paper = sheets._to_paper._replace(make_printing=lambda: printers)
    return printers


def printing(hands: Hands, kind: SheetKind = SheetKind.CHECKLIST) -> PrintDialog:
    """Print a sheet from the print window."""
    hands.choose(Action(f"preview-{kind}"))
    dialog = print_window()
    dialog.print()
    return dialog


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("kind", SheetKind)
def test_the_pdf_itself_is_given_without_the_job_file(hands: Hands, printers: TestPrinters, kind: SheetKind) -> None:
    dialog = printing(hands, kind)
    (job,) = printers.jobs
    assert job.pages == ()
    assert job.in_colour is kind.has_pictures
    assert len(words_of(job.pdf)) == dialog.preview.pages
    assert b"/EmbeddedFile" not in job.pdf
    printers.finish(told="Printed on “Workshop”: it.")
    settle()
    assert hands.said == "Printed on “Workshop”: it."


def test_what_the_printer_has_cannot_be_stopped_here(hands: Hands, printers: TestPrinters) -> None:
    dialog = printing(hands)
    printers.handed_on.emit()
    assert dialog.status.words == "The printer has the sheet. Waiting for it to finish …"
    assert dialog.status._stop.isHidden()
    hands.press(Qt.Key.Key_Escape)
    assert dialog.status.words == "The printer has the sheet already: it can only be stopped there."
    hands.press(Qt.Key.Key_Escape)
    settle()
    assert dialogs(hands.window.frame, PrintDialog) == []


def test_what_became_of_it_is_said_and_the_pdf_is_at_hand(hands: Hands, printers: TestPrinters) -> None:
    dialog = printing(hands)
    printers.handed_on.emit()
    printers.finish("The sheet was cancelled in the queue of “Workshop”: print it again, or save it as PDF.")
    assert dialog.status.words.endswith("print it again, or save it as PDF.")
    assert dialog.isVisible()


def test_a_sheet_goes_to_the_print_service_as_it_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[PdfJob, bytes]] = []

    def send(job: PdfJob, content: bytes) -> int:
        sent.append((job, content))
        return 7

    monkeypatch.setattr(sending, "send", send)
    monkeypatch.setattr(sending, "follow", lambda job, number, _patience: f"{job.title} {number}")
    assert list(printed(JOB)) == [HandedOn(), PrintEnd(told="Checklist 7")]
    assert sent == [(PdfJob("bench", "Checklist", PaperSize.A5, 2, in_colour=True), b"%PDF-")]


def test_why_it_is_not_printed_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PaperError("no")

    monkeypatch.setattr(sending, "send", refuse)
    assert list(printed(JOB)) == [PrintEnd("no")]
