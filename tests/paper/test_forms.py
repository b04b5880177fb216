"""Blank forms: what they take from the guide, and that all of it can be filled in."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.paper.forms import BlankForm
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.layout import PlaceKind
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.sheets import Sheet, SheetMaker
from micra_assistant.paper.typeset import layout, pdf
from micra_assistant.parts.options import read_parts
from tests.builders import guide_fixture, write_guide
from tests.paper.printed import PARTS, PRINTED, words_of

PAGE = """
    # Test {: #test }

    ## Measure {: #measure }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Look {: #look }
    """
guide = guide_fixture(files={"10-page.md": PAGE, "parts.toml": PARTS})
pytestmark = pytest.mark.thorough
TITLES = ("Intake of a car", "Readings", "Put back, by hand", "Quotes for a part")


def forms(guide: Guide, paper: PaperSize) -> Sheet:
    return SheetMaker(guide).sheet(SheetKind.FORMS, paper, read_parts(guide.folder), 0, PRINTED)  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", PaperSize)
def test_each_form_has_a_page_to_itself(guide: Guide, paper: PaperSize) -> None:
    pages = words_of(pdf(forms(guide, paper), guide.folder))
    assert len(pages) == len(TITLES)
    for page, title in zip(pages, TITLES, strict=True):
        assert f"{title} Registration" in page


@pytest.mark.parametrize(("form", "title"), list(zip(BlankForm, TITLES, strict=True)))
def test_one_form_can_be_had_alone(guide: Guide, form: BlankForm, title: str) -> None:
    choices = SheetChoices(PaperSize.A4, form=form)
    made = SheetMaker(guide).sheet(SheetKind.FORMS, PaperSize.A4, None, Decimal(0), PRINTED, choices)
    (page,) = words_of(pdf(made, guide.folder))
    assert f"{title} Registration" in page


def test_what_is_measured_by_the_guide_has_its_limits_and_the_part_its_name(guide: Guide) -> None:
    _intake, readings, _put_back, quotes = words_of(pdf(forms(guide, PaperSize.A4), guide.folder))
    assert "1.1 Leads Ω 0.5 Ω or less" in readings
    assert "Look" not in readings
    assert "Part Button" in quotes


def test_many_readings_go_on_to_the_next_page(tmp_path: Path) -> None:
    lines = "".join(f'- [ ] Wire {number}. {{: #wire-{number} unit="Ω" max="1" }}\n' for number in range(60))
    guide = read_guide(
        write_guide(tmp_path, {"10-page.md": f"# Test {{: #test }}\n\n## Measure {{: #measure }}\n\n{lines}"})
    )
    choices = SheetChoices(PaperSize.A4, form=BlankForm.READINGS)
    made = SheetMaker(guide).sheet(SheetKind.FORMS, PaperSize.A4, None, Decimal(0), PRINTED, choices)
    pages = words_of(pdf(made, guide.folder))
    assert len(pages) == 3
    assert all(f"Wire {number}." in " ".join(pages) for number in range(60))
    assert all("Limits" in page for page in pages)


def test_all_can_be_written_in(guide: Guide) -> None:
    places = layout(forms(guide, PaperSize.A4), guide.folder).places
    backs = [place for place in places if place.use == "back"]
    assert len(backs) == 22, "they fill the page"
    assert max(place.top + place.height for place in places) <= 297 - 19
    assert all(place.kind is PlaceKind.BOX and place.width >= 5 for place in backs)
    cells = [place for place in places if place.use in ("value", "quote", "put-back")]
    assert min(place.height for place in cells) >= 8
