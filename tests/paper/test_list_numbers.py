"""The numbers that an author typed before the lines of a list: on paper and on screen as they were typed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from micra_assistant.guide.model import Bullets
from micra_assistant.guide.reader import read_guide
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.parts.options import read_parts
from micra_assistant.ui.widgets.text_block import paragraph_html
from tests.builders import blocks_of, step_file, write_guide
from tests.paper.printed import pages_of

GOES_ON = """
    1. Pull the fuse.

    The next two need two people.

    2. Press the button.
    3. If it clicks, go back to line 2.

    !!! tip "Hint"
        Listen.

        4. Hold it.

    - A dash.

    7. Let go.

    9. Drive.
    """


def test_the_numbers_typed_are_kept_in_the_model(tmp_path: Path) -> None:
    lists = [block for block in blocks_of(tmp_path, GOES_ON) if isinstance(block, Bullets)]
    assert [block.signs for block in lists] == [("1.",), ("2.", "3."), ("•",), ("7.", "9.")]


def test_the_numbers_typed_are_printed_and_shown(tmp_path: Path) -> None:
    guide = read_guide(write_guide(tmp_path, step_file(GOES_ON)))
    sheet = SheetMaker(guide, None, "").sheet(
        SheetKind.GUIDE, PaperSize.A4, read_parts(guide.folder), Decimal(40), date(2026, 11, 20)
    )
    printed = " ".join(pages_of(sheet, guide))
    for line in ("1. Pull", "2. Press", "3. If it", "4. Hold", "• A dash", "7. Let go", "9. Drive"):
        assert line in printed
    (last,) = (
        block
        for block in guide.steps[0].blocks
        if isinstance(block, Bullets) and len(block.numbers) > 1 and 9 in block.numbers
    )
    assert ">9.</p>" in paragraph_html(last, {})


def test_a_number_stays_with_its_line_whatever_the_line_holds(tmp_path: Path) -> None:
    (block,) = blocks_of(tmp_path, "3. **bold**\n\n4. →\n5. two\n   lines\n    \n12. `code`\n2019. A year")
    assert isinstance(block, Bullets)
    assert block.numbers == (3, 4, 5, 12, 2019)
