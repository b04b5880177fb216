"""The list “Put back”: what it says, and how it comes out on paper."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.errors import PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Entered, Opened, Ticked, ToolsOut
from micra_assistant.paper.put_back_sheet import SheetPutBack, put_back_sheet
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.paper.typeset import layout, svg_pages
from tests.builders import guide_fixture, guide_of, literal, state_after
from tests.paper.printed import PRINTED, history_of, pages_of, sheet_of

pytestmark = pytest.mark.thorough

APART = literal(
    """
    # Apart {: #apart }

    ## Trim off {: #trim-off }

    - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }
    - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
    - [ ] Cloth on {: #cloth undo="Take the cloth off" state="cloth on" }
    """
)
TOGETHER = literal(
    """
    # Together {: #together }

    ## Fit the trim {: #trim-on }

    - [ ] Panel on {: #panel-on undoes="panel" }
    - [ ] Clips in {: #clips-in count="clip" undoes="clips" }

    ## Power on {: #power-on }

    !!! danger "Sparks"
        Sparks burn.[^meters] Keep clear of the posts.

        - [ ] Ignition off {: #ignition }

    !!! note "Clock"
        Set it.

    - [ ] Negative on {: #on undoes="off" }
    """
)
OPENED = Opened("button", "2026.11", "AB12 CDE")
ALL_OFF = (OPENED, Ticked("off"), Entered("clips", "11"), Ticked("panel"), Ticked("cloth"))

guide = guide_fixture(APART, TOGETHER)
"""A guide in which four things come off; nothing but its own tick puts the cloth back."""


def rows_of(guide: Guide, *acts: AnyAct) -> tuple[SheetPutBack, ...]:
    """Return what is to be put back once these acts are done."""
    return put_back_sheet(guide, state_after(*acts)).rows


def text_of(guide: Guide, *acts: AnyAct) -> str:
    """Return the words of the one page on which the list is printed."""
    (page,) = pages_of(sheet_of(guide, SheetKind.PUT_BACK, history_of(*acts)), guide)
    return page


def test_the_last_thing_comes_first_with_where_it_goes_back_and_where_it_came_from(guide: Guide) -> None:
    rows = rows_of(guide, *ALL_OFF)
    assert [(row.number, row.words, row.where, row.off) for row in rows] == [
        (1, "Take the cloth off", "1.1 Trim off", "1.1"),
        (2, "Fit the panel", "2.1 Fit the trim", "1.1"),
        (3, "Press in the clips", "2.1 Fit the trim", "1.1"),
        (4, "Connect the negative", "2.2 Power on", "1.1"),
    ]


@pytest.mark.parametrize(
    ("back", "done", "amiss", "count"),
    [
        ("", False, False, ""),
        ("10", False, True, "10 of 11\u00a0clips back: 1 missing"),
        ("0", False, True, "0 of 11\u00a0clips back: 11 missing"),
        ("11", True, False, "11\u00a0clips back, 11 came off"),
        ("12", False, True, "12\u00a0clips back, 11 came off"),
    ],
)
def test_what_came_off_is_counted(guide: Guide, back: str, done: bool, amiss: bool, count: str) -> None:
    (row,) = (row for row in rows_of(guide, *ALL_OFF, Entered("clips-in", back)) if row.id == "clips")
    assert row.came_off == "11\u00a0clips"
    assert (row.done, row.amiss, row.count) == (done, amiss, count)


def test_a_warning_stands_before_the_first_thing_of_its_step_without_its_items(guide: Guide) -> None:
    warned = {row.words: [callout.signal.value for callout in row.warnings] for row in rows_of(guide, *ALL_OFF)}
    assert warned == {
        "Take the cloth off": [],
        "Fit the panel": [],
        "Press in the clips": [],
        "Connect the negative": ["danger"],
    }
    assert "Ignition off" not in text_of(guide, *ALL_OFF)


def test_what_is_back_warns_of_nothing(guide: Guide) -> None:
    assert not any(row.warnings for row in rows_of(guide, *ALL_OFF, Ticked("on")))


def test_the_list_in_words(guide: Guide) -> None:
    text = text_of(guide, *ALL_OFF, Ticked("panel-on"), Entered("clips-in", "10"), ToolsOut(("Torch", "Wedge")))
    assert text == (
        "Tailgate button · Nissan Micra K12 Put back In force: DANGER Sparks "
        "Car now: negative off clips out · 1 clip cloth on opened since: "
        "Registration AB12 CDE Date Mechanic Put back 3 of 4 still to be put back. What came off last goes back first. "
        "1. Take the cloth off step 1.1 Trim off "
        "2. Fit the panel step 2.1 Fit the trim · from step 1.1 "
        "3. Press in the clips step 2.1 Fit the trim · from step 1.1 10 of 11 clips back 1 missing "
        "DANGER Sparks Sparks burn. P* Keep clear of the posts. "
        "4. Connect the negative step 2.2 Power on · from step 1.1 "
        "Tools at the car: take them along Torch Wedge "
        "Where a fact comes from: P workshop practice · * cars in general. Notes "
        "Job 0042 · AB12 CDE page 1 of 1 guide version 2026.11 · printed 2026-11-21"
    )


def test_what_was_not_counted_yet_has_a_blank(guide: Guide) -> None:
    assert "3. Press in the clips step 2.1 Fit the trim · from step 1.1 11 clips came off: back" in text_of(
        guide, *ALL_OFF
    )


def test_what_is_all_back_is_said(guide: Guide) -> None:
    text = text_of(guide, OPENED, Ticked("off"), Ticked("on"))
    assert "Car now: nothing open" in text
    assert "Everything is back." in text


def test_what_was_never_taken_apart_is_said(guide: Guide) -> None:
    text = text_of(guide, OPENED)
    assert "Nothing was taken apart: there is nothing to put back." in text
    assert "Where a fact comes from" not in text


@pytest.mark.parametrize("paper", PaperSize)
def test_there_is_a_large_box_for_each_thing_and_done_ones_are_struck_through(guide: Guide, paper: PaperSize) -> None:
    sheet = sheet_of(guide, SheetKind.PUT_BACK, history_of(*ALL_OFF, Ticked("panel-on")), paper)
    boxes = layout(sheet, guide.folder).tick_boxes
    assert list(boxes) == ["cloth", "panel", "clips", "off"]
    assert all(box.width >= 5 for box in boxes.values())
    drawn = b"".join(svg_pages(sheet, guide.folder))
    assert drawn.count(b'stroke-width="0.9"') == 1
    assert len(re.findall(rb'stroke-width="1\.13', drawn)) == 4, "a line of 0.4 mm around each box"


def test_a_list_longer_than_a_page_splits_no_thing(tmp_path: Path) -> None:
    items = "".join(f'- [ ] Off {n} {{: #off-{n} undo="Put back {n}." state="open {n}" }}\n' for n in range(60))
    guide = guide_of(tmp_path, f"# A {{: #a }}\n\n## B {{: #b }}\n\n{items}")
    acts = [Ticked(f"off-{number}") for number in range(60)]
    sheet = sheet_of(guide, SheetKind.PUT_BACK, history_of(OPENED, *acts), PaperSize.A5)
    pages, boxes = pages_of(sheet, guide), layout(sheet, guide.folder).tick_boxes
    assert len(pages) > 2
    for number in range(60):
        assert f"{60 - number}. Put back {number}. step 1.1 B" in pages[boxes[f"off-{number}"].page - 1]


def test_a_tool_may_be_called_anything(guide: Guide) -> None:
    assert "#panic() $x$ *b* Ж \\" in text_of(guide, OPENED, ToolsOut(("#panic()\t$x$ *b* Ж \\\x07",)))


def test_a_guide_that_is_only_looked_up_has_no_such_list(guide: Guide) -> None:
    with pytest.raises(PaperError, match="This sheet is about a job, and this guide is only looked up"):
        SheetMaker(guide).sheet(SheetKind.PUT_BACK, PaperSize.A4, None, Decimal(0), PRINTED)
