"""Boxes and blanks stand in the PDF where the layout says, as poppler draws it."""

import json
from pathlib import Path

import pytest

from micra_assistant.cli import main
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Entered, Opened, Ticked, ToolsOut
from micra_assistant.jobs.history import History
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.layout import PlaceKind, PrintedPlace
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.paper.sheets import Sheet
from micra_assistant.paper.typeset import layout, pdf
from tests.builders import guide_fixture, literal
from tests.other_programs import needs
from tests.paper.printed import SHEETS, history_of, sheet_of
from tests.paper.rendering import Drawn, drawn_pages

pytestmark = [pytest.mark.thorough, needs("pdftoppm", package="poppler-utils")]

NEAR = 0.1
"""How far off a place may be at most, in millimetres."""
CORNER = (4.5, 9.5)
"""From where to where in from each edge a reading mark goes: printers reach no nearer to the edge."""
PAGE = literal(
    """
    # Test the button {: #test }

    ## Measure {: #measure }

    !!! warning "Sparks"
        Sparks burn. Take the negative off.

        - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }
    - [ ] Code on the label {: #code words }
    - [ ] Look again {: #again }
    """
)
JOB: History = history_of(
    Opened("button", "2026.11", "AB12 CDE"),
    ToolsOut(("Meter",)),
    Ticked("off"),
    Entered("leads", "0.2"),
    Entered("clips", "5"),
)
guide = guide_fixture(files={"10-page.md": PAGE})


def drawn(sheet: Sheet, guide: Guide, folder: Path) -> list[Drawn]:
    return drawn_pages(pdf(sheet, guide.folder), folder)


def middle(found: tuple[float, float] | None) -> float:
    assert found, "there is a line"
    return sum(found) / 2


def check_box(page: Drawn, box: PrintedPlace) -> None:
    across, down, slack = box.left + box.width / 2, box.top + box.height / 2, 0.7
    for edge in (box.left, box.left + box.width):
        assert middle(page.across(down, edge - slack, edge + slack)) == pytest.approx(edge, abs=NEAR)
    for edge in (box.top, box.top + box.height):
        assert middle(page.down(across, edge - slack, edge + slack)) == pytest.approx(edge, abs=NEAR)


def check_blank(page: Drawn, blank: PrintedPlace) -> None:
    foot, right = blank.top + blank.height, blank.left + blank.width
    line = page.down(blank.left + 0.4, foot - 0.5, foot + 0.5)
    assert middle(line) == pytest.approx(foot, abs=NEAR)
    ends = page.across(foot, blank.left - 0.6, right + 0.6)
    assert ends == pytest.approx((blank.left, right), abs=NEAR)


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize(("kind", "paper"), SHEETS)
def test_boxes_and_blanks_are_where_the_layout_says(
    guide: Guide, tmp_path: Path, kind: SheetKind, paper: PaperSize
) -> None:
    sheet = sheet_of(guide, kind, JOB, paper)
    said, pages = layout(sheet, guide.folder), drawn(sheet, guide, tmp_path)
    assert (said.sheet, said.paper, said.pages) == (kind, paper, len(pages))
    for place in said.places:
        match place.kind:
            case PlaceKind.BOX:
                check_box(pages[place.page - 1], place)
            case PlaceKind.BLANK:
                check_blank(pages[place.page - 1], place)


def test_all_that_is_ticked_or_written_on_a_checklist_is_in_its_layout(guide: Guide) -> None:
    places = layout(sheet_of(guide, SheetKind.CHECKLIST, JOB), guide.folder).places
    assert [(place.use, place.item) for place in places if place.item] == [
        ("tick", "off"),
        ("tick", "leads"),
        ("value", "leads"),
        ("tick", "clips"),
        ("value", "clips"),
        ("tick", "code"),
        ("words", "code"),
        ("tick", "again"),
    ]
    assert [place.use for place in places if not place.item] == [
        "opened-since",
        "registration",
        "date",
        "mechanic",
        "notes",
    ]
    (notes,) = [place for place in places if place.kind is PlaceKind.NOTES]
    assert notes.height > 50
    assert notes.top + notes.height < PAPER_MM[PaperSize.A4][1] - 15


def test_a_put_back_list_has_room_for_the_count_and_boxes_for_the_tools(guide: Guide) -> None:
    places = layout(sheet_of(guide, SheetKind.PUT_BACK, JOB), guide.folder).places
    assert {(place.kind.value, place.use, place.item) for place in places} >= {
        ("box", "tick", "off"),
        ("box", "tick", "clips"),
        ("blank", "back", "clips"),
        ("box", "tool", ""),
    }


@pytest.mark.walk(first=6)
@pytest.mark.parametrize(("kind", "paper"), SHEETS)
def test_the_corners_of_each_page_are_left_for_reading_marks(
    guide: Guide, tmp_path: Path, kind: SheetKind, paper: PaperSize
) -> None:
    width, height = PAPER_MM[paper]
    near, far = CORNER
    for page in drawn(sheet_of(guide, kind, JOB, paper), guide, tmp_path):
        assert page.has_ink(far, far, width - far, height - far)
        for left in (near, width - far):
            for top in (near, height - far):
                assert not page.has_ink(left, top, left + far - near, top + far - near)


def test_the_command_saves_the_layout_beside_the_sheet(
    guide: Guide, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, data = tmp_path / "sheet.pdf", tmp_path / "sheet.json"
    where = ["--data-dir", str(tmp_path / "data"), "--guides", str(guide.folder.parent)]
    assert main([*where, "print", "button", "-o", str(sheet), "--layout", str(data), "--paper", "a5"]) == 0
    assert capsys.readouterr().out == f"{sheet}\n{data}\n"
    said = json.loads(data.read_text())
    assert {key: value for key, value in said.items() if key != "places"} == {
        "sheet": "checklist",
        "paper": "a5",
        "width": 148.0,
        "height": 210.0,
        "pages": 1,
        "format": 1,
        "unit": "mm",
    }
    first = next(place for place in said["places"] if place["item"] == "off")
    assert first.keys() == {"kind", "use", "item", "page", "left", "top", "width", "height"}
    assert (first["kind"], first["use"], first["page"], first["width"], first["height"]) == ("box", "tick", 1, 5.6, 5.6)


def test_a_layout_that_cannot_be_written_is_said_and_leaves_the_sheet(
    guide: Guide, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "sheet.pdf"
    where = ["--data-dir", str(tmp_path / "data"), "--guides", str(guide.folder.parent)]
    assert main([*where, "print", "button", "-o", str(sheet), "--layout", str(tmp_path / "no" / "x.json")]) == 1
    assert "x.json cannot be saved: there is no folder" in capsys.readouterr().err
    assert sheet.exists()
