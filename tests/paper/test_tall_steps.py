"""A step stays on one page if it can, and is split only if it is taller than that."""

from itertools import groupby

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Opened
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.layout import PrintedPlace
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.paper.typeset import layout
from tests.builders import guide_fixture
from tests.paper.printed import history_of, sheet_of

pytestmark = pytest.mark.thorough
LENGTHS = (*range(1, 42), 90, 3, 60, 25)
"""Lines of steps that follow each other: from one to more than any page or column has room for."""
FOOT = 14


def step(number: int, lines: int) -> str:
    items = "".join(f"- [ ] Line {line}. {{: #line-{number}-{line} }}\n" for line in range(lines))
    return f"## Step {number} {{: #step-{number} }}\n\n{items}\n"


guide = guide_fixture("# Lines {: #lines }\n\n" + "".join(map(step, range(len(LENGTHS)), LENGTHS)))


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("kind", [SheetKind.CHECKLIST, SheetKind.GUIDE])
def test_only_what_has_no_room_on_a_page_is_split(guide: Guide, kind: SheetKind, paper: PaperSize) -> None:
    boxes = layout(sheet_of(guide, kind, history_of(Opened("button", "1", "A 1")), paper), guide.folder).tick_boxes
    assert all(box.top + box.height < PAPER_MM[paper][1] - FOOT for box in boxes.values())
    assert [*boxes.values()] == sorted(boxes.values(), key=place)
    columns = {name: {place(box)[:2] for _item, box in some} for name, some in groupby(boxes.items(), step_of)}
    split = {length for length, where in zip(LENGTHS, columns.values(), strict=True) if len(where) > 1}
    whole = {*LENGTHS} - split
    assert max(whole) == min(split) - 1, "a line more is too much"


def place(box: PrintedPlace) -> tuple[int, float, float]:
    """Return where a box stands: its page, its column, its height."""
    return box.page, box.left, box.top


def step_of(named: tuple[str, PrintedPlace]) -> str:
    """Return the step of the line of a box."""
    return named[0].rpartition("-")[0]
