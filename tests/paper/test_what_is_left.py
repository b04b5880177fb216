"""What is left of a sheet, sheets without pictures, and larger text."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Entered, Noted, PhotoAdded, Ticked
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.printed_blocks import SheetCallout, SheetItem
from micra_assistant.paper.setting import set_pages, set_pdf, set_pictures
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from tests import circuits
from tests.builders import guide_fixture, write_guide
from tests.paper.printed import PRINTED, history_of, jpeg, words_of
from tests.ui.small_guide import GUIDE

guide = guide_fixture(files=GUIDE)
ALL_OF_PAGE_1 = (
    Ticked("doors"),
    Entered("battery", "12.6"),
    Ticked("ignition"),
    Ticked("negative-off"),
    Entered("clips", "3"),
    Ticked("panel"),
)


def made(guide: Guide, kind: SheetKind, choices: SheetChoices, *acts: object) -> Sheet:
    """Return a sheet of a job in which these acts were done."""
    maker = SheetMaker(guide, history_of(*acts), "0042")  # type: ignore[arg-type]
    return maker.sheet(kind, choices.paper, None, Decimal(0), PRINTED, choices)


def left(guide: Guide, *acts: object) -> Sheet:
    """Return what is left of the checklist."""
    return made(guide, SheetKind.CHECKLIST, SheetChoices(PaperSize.A4, only_left=True, pictures=False), *acts)


def lines(sheet: Sheet) -> list[str]:
    """Return the lines on a checklist, those in warnings too."""
    blocks = [block for page in sheet.pages for step in page.steps for block in step.blocks]
    inside = [part for block in blocks if isinstance(block, SheetCallout) for part in block.blocks]
    return [block.id for block in (*blocks, *inside) if isinstance(block, SheetItem)]


def warnings(sheet: Sheet) -> int:
    """Return how many warnings are on a sheet."""
    return sum(isinstance(block, SheetCallout) for page in sheet.pages for step in page.steps for block in step.blocks)


def test_what_is_done_is_left_out(guide: Guide) -> None:
    sheet = left(guide, Ticked("doors"))
    assert "doors" not in lines(sheet)
    assert "battery" in lines(sheet)
    assert sheet.pages[0].steps[0].number == "1.1", "steps keep their numbers"


def test_a_step_without_anything_to_do_goes_but_no_warning_of_a_chapter_that_goes_on(guide: Guide) -> None:
    sheet = left(guide, Ticked("doors"), Entered("battery", "12.6"), Ticked("negative-off"))
    assert [step.id for step in sheet.pages[0].steps] == ["power-off"]
    assert "negative-off" not in lines(sheet)
    assert warnings(sheet) == 1
    only_the_warning_is_done = left(guide, Ticked("ignition"), *ALL_OF_PAGE_1[3:])
    assert [step.id for step in only_the_warning_is_done.pages[0].steps] == ["look", "power-off"]
    assert warnings(only_the_warning_is_done) == 1, "it holds to the end of the chapter"


def test_a_chapter_in_which_nothing_is_to_be_done_goes_as_a_whole(guide: Guide) -> None:
    sheet = left(guide, *ALL_OF_PAGE_1)
    assert [page.number for page in sheet.pages] == [2]


@pytest.mark.parametrize("value", ["1", "99", "?"])
def test_what_is_wrong_is_left_to_do(guide: Guide, value: str) -> None:
    assert "battery" in lines(left(guide, Entered("battery", value)))


def test_the_guide_and_a_checklist_of_all_keep_what_is_done(guide: Guide) -> None:
    whole = SheetChoices(PaperSize.A4, pictures=False)
    assert "doors" in lines(made(guide, SheetKind.CHECKLIST, whole, Ticked("doors")))
    asked = SheetChoices(PaperSize.A4, only_left=True)
    assert "doors" in lines(made(guide, SheetKind.GUIDE, asked, Ticked("doors")))


def words(guide: Guide, kind: SheetKind, choices: SheetChoices, *acts: object) -> str:
    """Return the words of a sheet as it is printed."""
    return " ".join(words_of(set_pdf(order(guide, kind, choices, *acts))))


def order(guide: Guide, kind: SheetKind, choices: SheetChoices, *acts: object) -> SheetOrder:
    """Return a sheet that is to be set; it has a photo."""
    sheet = made(guide, kind, choices, *acts)
    return order_of(sheet, guide.folder, lambda _photo: jpeg(), choices.text_size)


def test_what_is_back_is_left_out_and_counted(guide: Guide) -> None:
    apart = (*ALL_OF_PAGE_1, Ticked("panel-on"))
    sheet = words(guide, SheetKind.PUT_BACK, SheetChoices(PaperSize.A4, only_left=True), *apart)
    assert "2 of 3 still to be put back" in sheet
    assert "Fit the panel" not in sheet
    assert "Connect the negative" in sheet


def test_without_pictures_there_are_none(guide: Guide) -> None:
    for kind, are_usual in ((SheetKind.GUIDE, True), (SheetKind.CHECKLIST, False)):
        assert bool(order(guide, kind, SheetChoices(PaperSize.A4, pictures=True)).pictures)
        assert not order(guide, kind, SheetChoices(PaperSize.A4, pictures=False)).pictures
        assert kind.has_pictures is are_usual


def test_a_checklist_has_no_picture_of_a_step_without_a_line(guide: Guide) -> None:
    sheet = made(guide, SheetKind.CHECKLIST, SheetChoices(PaperSize.A4, only_left=True), *ALL_OF_PAGE_1[:2])
    assert not any(isinstance(block, Diagram) for page in sheet.pages for step in page.steps for block in step.blocks)


def test_of_a_circuit_the_table_stays(tmp_path: Path) -> None:
    page = f"# Test {{: #test }}\n\n## Know it {{: #circuit }}\n\nWords.\n\n{circuits.PICTURE}\n"
    guide = read_guide(write_guide(tmp_path, {"10-page.md": page, **circuits.CIRCUIT}))
    without = order(guide, SheetKind.GUIDE, SheetChoices(PaperSize.A4, pictures=False))
    assert without.pictures == ()
    assert "TP1 Signal at the button" in " ".join(words_of(set_pdf(without)))


def test_a_report_without_pictures_has_no_photos(guide: Guide) -> None:
    acts = (Noted("look", "Seen"), PhotoAdded("look", "photo", "button.jpg", 40, 30))
    with_photo = order(guide, SheetKind.REPORT, SheetChoices(PaperSize.A4), *acts)
    without = order(guide, SheetKind.REPORT, SheetChoices(PaperSize.A4, pictures=False), *acts)
    assert (list(with_photo.photos), list(without.photos)) == (["photo"], [])
    assert "Seen" in " ".join(words_of(set_pdf(without)))
    assert "left out" not in " ".join(words_of(set_pdf(without)))


@pytest.mark.walk(first=4)
@pytest.mark.parametrize("kind", SheetKind)
def test_larger_text_takes_more_room_and_says_the_same(guide: Guide, kind: SheetKind) -> None:
    usual, larger = (SheetChoices(PaperSize.A4, size) for size in (100, 150))
    small, large = order(guide, kind, usual, *ALL_OF_PAGE_1), order(guide, kind, larger, *ALL_OF_PAGE_1)
    assert len(set_pages(large)) >= len(set_pages(small))
    said, said_large = (" ".join(words_of(set_pdf(one))).split() for one in (small, large))
    assert {word for word in said if word.isalpha()} <= {*(word for word in said_large if word.isalpha()), "Notes"}


def test_pictures_of_pages_have_the_resolution_that_was_asked_for(guide: Guide) -> None:
    pages = set_pictures(order(guide, SheetKind.GUIDE, SheetChoices(PaperSize.A5)), 72)
    sizes = {(int.from_bytes(page[16:20], "big"), int.from_bytes(page[20:24], "big")) for page in pages}
    assert all(page.startswith(b"\x89PNG") for page in pages)
    assert sizes == {(420, 595)}
