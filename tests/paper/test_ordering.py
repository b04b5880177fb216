"""The data of a sheet as it is set."""

from decimal import Decimal
from pathlib import Path

from micra_assistant.guide.reader import read_guide
from micra_assistant.number_words import GAP
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from tests.builders import write_guide
from tests.paper.printed import PRINTED, history_of
from tests.ui.small_guide import GUIDE


def test_a_number_that_the_guide_names_stands_in_one_line_with_its_unit(tmp_path: Path) -> None:
    said = 'Over 1 Ω, "12 V" or C:\\5 A.'
    pages = {**GUIDE, "10-get-ready.md": GUIDE["10-get-ready.md"].replace("Negative off", said, 1)}
    guide = read_guide(write_guide(tmp_path, pages))
    sheet = SheetMaker(guide, history_of(), "0042").sheet(SheetKind.GUIDE, PaperSize.A4, None, Decimal(0), PRINTED)
    data = order_of(sheet, tmp_path).sheet.decode()
    assert f'Over 1{GAP}Ω, \\"12{GAP}V\\" or C:\\\\5{GAP}A.' in data
