"""The print window over printers that a test has made."""

import pytest

from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.sheets.print_messages import Painted, PrintEnd, Printers, PrintJob
from micra_assistant.ui.sheets.printing import Printing
from micra_assistant.ui.sheets.to_paper import ToPaper
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import open_dialog


class TestPrinters(Printing):
    """Printers that keep what they are given.

    Attributes:
        there: which there are.
        jobs: what is to be printed.
        stops: how often it was left off.
    """

    __test__ = False

    def __init__(self, *names: str, take_pdf: bool = False) -> None:
        super().__init__()
        self.there = Printers(names, names[0] if names else "", take_pdf=take_pdf)
        self.jobs: list[PrintJob] = []
        self.stops = 0

    def find_printers(self) -> None:
        """Say which there are."""
        self.found.emit(self.there)

    def print(self, job: PrintJob) -> None:
        """Keep what is to be printed."""
        self.jobs.append(job)

    def paint(self, sides: int) -> None:
        """Say that so many sides are painted."""
        self.painted.emit(Painted(sides, len(self.jobs[-1].pages)))

    def finish(self, refusal: str = "", told: str = "") -> None:
        """Say that the printer has it, and what is known of it, or why it has not."""
        self.ended.emit(PrintEnd(refusal, told=told))

    def stop(self) -> None:
        """Count that."""
        self.stops += 1

    def close(self) -> None:
        """Do nothing."""


@pytest.fixture
def printers(workshop: Workshop, hands: Hands) -> TestPrinters:
    """Return two printers that the window has."""
    printers = TestPrinters("Workshop", "Office")
    sheets = hands.window.sheets
    sheets._to_paper = ToPaper(sheets._to_paper.make_setter, lambda: printers)
    return printers


def print_window() -> PrintDialog:
    """Return the print window that is open, its sheet in sight."""
    let_load()
    dialog = open_dialog(PrintDialog)
    dialog.paper.images.wait()
    settle()
    return dialog


def let_load() -> None:
    """Let all be loaded that a sheet is made with, a part in each turn of the loop."""
    for _part in range(4):
        settle()


def page_count(dialog: PrintDialog) -> int:
    """Return how many pages are in sight."""
    return dialog.preview.pages
