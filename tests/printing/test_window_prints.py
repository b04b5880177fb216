"""What prints for the window, in its process: the PDF arrives, with its text."""

import pytest
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.setting import set_pdf
from micra_assistant.ui.sheets.print_messages import PrintEnd, Printers, PrintJob
from micra_assistant.ui.sheets.printing_elsewhere import PrintingElsewhere
from micra_assistant.workshop.values import Workshop
from tests.builders import guide_fixture
from tests.paper.printed import words_of
from tests.printing.bench import Bench
from tests.ui.small_guide import GUIDE

pytestmark = pytest.mark.printer

guide = guide_fixture(files=GUIDE)


def test_the_window_finds_the_printer_and_its_sheet_arrives(bench: Bench, guide: Guide, qtbot: QtBot) -> None:
    sheets = JobSheets(look_up(SqliteStore(None), guide), Workshop())
    content = set_pdf(sheets.order(SheetKind.GUIDE))
    heard: list[object] = []
    printing = PrintingElsewhere("en", heard.extend)
    for signal in (printing.found, printing.ended):
        signal.connect(heard.append)
    printing.handed_on.connect(lambda: heard.append("handed on"))
    printing.find_printers()
    qtbot.waitUntil(lambda: bool(heard), timeout=60_000)
    assert heard == [Printers(("bench",), "bench", take_pdf=True)]
    printing.print(PrintJob("bench", "Guide", (), PaperSize.A4, both_sides=True, pdf=content))
    qtbot.waitUntil(lambda: isinstance(heard[-1], PrintEnd), timeout=60_000)
    printing.close()
    assert heard[1:] == ["handed on", PrintEnd(told="Printed on “bench”: Guide.")]
    assert words_of(bench.arrived().content) == words_of(content)
    assert bench.arrived().options["IPP_SIDES"] == "two-sided-long-edge"
