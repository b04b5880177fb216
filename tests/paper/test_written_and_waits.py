"""Lines for words and waits on paper: with room to write, or filled in."""

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Entered, Opened, Ticked, WaitBegun, WaitLeftOut
from micra_assistant.jobs.history import History
from micra_assistant.paper.printed_blocks import SheetItem
from micra_assistant.paper.sheets import PaperSize, SheetKind
from tests.builders import guide_fixture
from tests.paper.printed import history_of, pages_of, sheet_of

PAGE = """
    # Page {: #page }

    ## Step {: #step }

    - [ ] Waited[^meters] {: #waited wait="3 min" }
    - [ ] Number on the case {: #number words pattern="[0-9]{5}-[0-9A-Z]{5}" like="such as 12345-AB123" }
    - [ ] What was loose {: #loose words }
    """
guide = guide_fixture(PAGE)
OPENED = Opened("button", "2026.11")


def items_of(guide: Guide, *acts: AnyAct) -> dict[str, SheetItem]:
    """Return the items of a checklist of a job in which these acts were done two minutes apart from 08:00 on."""
    sheet = sheet_of(guide, SheetKind.CHECKLIST, history_of(OPENED, *acts))
    (step,) = sheet.pages[0].steps
    return {block.id: block for block in step.blocks if isinstance(block, SheetItem)}


def test_a_wait_has_blanks_for_its_times(guide: Guide) -> None:
    assert items_of(guide)["waited"].wait == "wait 3\u00a0min, from __:__ to __:__"


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ((WaitBegun("waited"),), "wait 3\u00a0min, from 08:02 to __:__"),
        ((WaitBegun("waited"), Entered("loose", "plug"), Ticked("waited")), "wait 3\u00a0min, from 08:02 to 08:06"),
        ((WaitLeftOut("waited", "no airbag"),), "without the wait: no airbag"),
        ((WaitLeftOut("waited"),), "without the wait: blanked"),
    ],
)
def test_a_wait_is_filled_in_by_the_clock_of_the_workshop(guide: Guide, acts: tuple[AnyAct, ...], words: str) -> None:
    assert items_of(guide, *acts)["waited"].wait == words


def test_words_have_a_line_to_write_on(guide: Guide) -> None:
    number, loose = (items_of(guide)[name] for name in ("number", "loose"))
    assert (number.writes, number.blank, number.limits, number.value) == (True, "", "such as 12345-AB123", "")
    assert (loose.writes, loose.limits) == (True, "")


def test_words_are_filled_in_with_what_is_doubted(guide: Guide) -> None:
    number = items_of(guide, Entered("number", "1234-AB"))["number"]
    assert (number.done, number.value) == (True, "1234-AB")
    assert (number.verdict, number.wrong) == ("look again: not as expected", False)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", [SheetKind.CHECKLIST, SheetKind.GUIDE])
@pytest.mark.parametrize("paper", PaperSize)
def test_they_are_set(guide: Guide, kind: SheetKind, paper: PaperSize) -> None:
    blank = " ".join(pages_of(sheet_of(guide, kind, History(()), paper), guide))
    assert "from __:__ to __:__" in blank
    filled = history_of(OPENED, WaitBegun("waited"), Entered("number", "1234-AB #x"), Ticked("waited"))
    text = " ".join(pages_of(sheet_of(guide, kind, filled, paper), guide))
    assert "1234-AB #x" in text
    assert "look again: not as expected" in text


@pytest.mark.thorough
def test_the_report_tells_what_was_written_down_and_why_a_wait_was_left_out(guide: Guide) -> None:
    history = history_of(OPENED, Entered("number", "12345-AB123"), WaitLeftOut("waited", "no airbag there"))
    sheet = sheet_of(guide, SheetKind.REPORT, history)
    assert sheet.report
    assert [(found.label, found.value) for found in sheet.report.written] == [("Number on the case", "12345-AB123")]
    text = " ".join(pages_of(sheet, guide))
    assert "Written down" in text
    assert "without the wait: no airbag there" in text
    assert "Ticked without the wait: Waited (no airbag there)" in text
