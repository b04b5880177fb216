"""Labels for bags: counted, from the job, and each where it is on the label sheets of shops."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.model import Count, Guide
from micra_assistant.jobs.events import AnyAct, Entered, Opened, Ticked
from micra_assistant.jobs.history import History
from micra_assistant.paper.bag_labels import DRAWINGS, SheetLabel, SheetLabels, drawing_of, labels_of
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.label_grids import GRIDS, LabelGrid, grid_called, grid_for
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.paper.setting import set_layout, set_pdf
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.sheets import Sheet, SheetMaker
from tests.builders import guide_fixture
from tests.other_programs import needs
from tests.paper.printed import PRINTED, history_of, words_of
from tests.paper.rendering import drawn_pages

PAGE = """
    # Trim {: #trim }

    ## Take it off {: #off }

    - [ ] Screws out {: #screws count="screw" undo="Fit the screws" state="screws out" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }
    - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }

    ## Put it on {: #on }

    - [ ] Clips home {: #clips-in count="clip" undoes="clips" }
    - [ ] Screws in {: #screws-in count="screw" undoes="screws" }
    """
guide = guide_fixture(PAGE)
OPENED = Opened("button", "2026.11", "AB12 CDE")
NEAR = 0.1
DRAWN = (*DRAWINGS, "broken-clip", "broken-nut")


def sheet_of(guide: Guide, grid: LabelGrid, *acts: AnyAct) -> Sheet:
    choices = SheetChoices(grid.paper, labels=grid.name)
    maker = SheetMaker(guide, history_of(OPENED, *acts), "0042")
    return maker.sheet(SheetKind.LABELS, grid.paper, None, 0, PRINTED, choices)  # type: ignore[arg-type]


def labels(guide: Guide, *acts: AnyAct) -> list[SheetLabel]:
    made = sheet_of(guide, GRIDS[0], *acts).labels
    assert made
    return list(made.labels)


def test_before_anything_is_off_the_numbers_are_written_in(guide: Guide) -> None:
    assert [(label.count, label.things, label.where) for label in labels(guide)] == [
        (0, "screws", "1.1 Take it off"),
        (0, "clips", "1.1 Take it off"),
    ]


def test_what_is_out_is_counted_and_says_when_it_goes_back(guide: Guide) -> None:
    out = labels(guide, Entered("screws", "6"), Entered("clips", "11"), Ticked("panel"))
    assert [(label.count, label.things, label.back, label.place) for label in out] == [
        (11, "clips", "Press in the clips", "goes back 2 of 3"),
        (6, "screws", "Fit the screws", "goes back 3 of 3"),
    ]


def test_one_is_called_one_and_what_is_back_needs_no_bag(guide: Guide) -> None:
    out = labels(guide, Entered("screws", "1"), Entered("clips", "2"), Entered("clips-in", "2"))
    assert [(label.count, label.things) for label in out] == [(1, "screw")]


def test_what_tends_to_break_has_a_second_label_for_what_broke(guide: Guide) -> None:
    off = History(history_of(OPENED, Entered("screws", "6"), Entered("clips", "11")).events).state
    for state in (off, History().state):
        made = labels_of(guide, state, None, GRIDS[0], ["clips"]).labels
        assert [label.things for label in made if label.is_broken] == ["broken clips"]
        broken = [label.things for label in made].index("broken clips")
        assert "clips" in made[broken - 1].things
        assert (made[broken].count, made[broken].drawing) == (0, "broken-clip")


@pytest.mark.parametrize(
    ("line", "noun", "drawing"),
    [
        ("clips", "clip", "clip"),
        ("finisher-nuts", "nut", "nut"),
        ("cover-screws", "винт", "screw"),
        ("clips-off", "клипса", "clip"),
        ("screw-plugs", "plug", ""),
        ("covers-off", "cover", ""),
    ],
)
def test_a_thing_is_drawn_that_goes_by_its_name_in_english(line: str, noun: str, drawing: str) -> None:
    assert drawing_of(Count(id=line, label=(), noun=noun)) == drawing


@pytest.mark.thorough
def test_every_drawing_can_be_drawn_on_every_label_sheet(guide: Guide) -> None:
    for grid in GRIDS:
        made = SheetLabels(grid, tuple(SheetLabel(2, name, "1.1", "Fit it", drawing=name) for name in DRAWN))
        sheet = replace(sheet_of(guide, grid), labels=made)
        (page, *_more) = words_of(set_pdf(order_of(sheet, guide.folder)))
        assert all(name in page for name in DRAWN)


@pytest.mark.parametrize("grid", GRIDS, ids=[grid.name for grid in GRIDS])
def test_the_labels_of_a_sheet_have_room_on_its_paper(grid: LabelGrid) -> None:
    width, height = PAPER_MM[grid.paper]
    right = grid.left + (grid.columns - 1) * grid.across + grid.width
    below = grid.top + (grid.rows - 1) * grid.down + grid.height
    assert right == pytest.approx(width - grid.left, abs=0.2), "as far from the right as from the left"
    assert below == pytest.approx(height - grid.top, abs=0.6)
    assert grid.across >= grid.width
    assert grid.down >= grid.height


def test_a_label_sheet_of_another_paper_is_not_taken() -> None:
    assert grid_for(PaperSize.LETTER, "64x38").name == "4x2in"
    assert grid_for(PaperSize.A4, "64x38").name == "64x38"
    with pytest.raises(UnknownNameError, match="no label sheet “round”; there is: 99x68, 64x38"):
        grid_called("round")


@pytest.mark.thorough
@pytest.mark.parametrize("grid", GRIDS, ids=[grid.name for grid in GRIDS])
def test_a_box_for_each_piece_stands_inside_its_label(guide: Guide, grid: LabelGrid) -> None:
    sheet = sheet_of(guide, grid, Entered("screws", "6"), Entered("clips", "7"))
    layout = set_layout(order_of(sheet, guide.folder))
    assert layout.pages == 1
    boxes = [place for place in layout.places if place.use == "piece"]
    counts = [0] * grid.columns
    for box in boxes:
        assert box.width >= 5
        column = int((box.left - grid.left) // grid.across)
        counts[column] += 1
        left = grid.left + column * grid.across
        assert left < box.left < box.left + box.width < left + grid.width
        assert grid.top < box.top
        assert box.top + box.height < grid.top + grid.height - 1
    assert counts[:2] == [7, 6]


@pytest.mark.thorough
@needs("pdftoppm", package="poppler-utils")
@pytest.mark.walk(first=2)
@pytest.mark.parametrize("grid", GRIDS, ids=[grid.name for grid in GRIDS])
def test_each_label_is_drawn_where_it_is_on_the_sheet(guide: Guide, tmp_path: Path, grid: LabelGrid) -> None:
    sheet = sheet_of(guide, grid, Entered("screws", "6"))
    (page,) = drawn_pages(set_pdf(order_of(sheet, guide.folder)), tmp_path)
    for column in range(grid.columns):
        left = grid.left + column * grid.across
        assert page.has_ink(left + 7, grid.top + 2, left + grid.width - 5, grid.top + 12)
        assert not page.has_ink(left + 1, grid.top + 1, left + 2.5, grid.top + grid.height - 1), "no print at the edge"


@pytest.mark.thorough
def test_many_labels_go_on_a_second_sheet_and_empty_ones_fill_it(guide: Guide) -> None:
    content = set_pdf(order_of(sheet_of(guide, GRIDS[0], Entered("screws", "60")), guide.folder))
    (page,) = words_of(content)
    assert "60 screws" in page
    assert "back:" in page, "there is no room for sixty boxes"
    assert page.count("Goes back after:") == 6
    assert page.count("Job 0042") == 8
