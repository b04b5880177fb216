"""How a sheet comes out on paper."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import cycle, groupby, pairwise, product
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from pypdf import PageObject, PdfReader

from micra_assistant.errors import NotSavedError, PaperError
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Entered, Opened, Ticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.state import JobState
from micra_assistant.paper import setting
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from micra_assistant.paper.typeset import layout, pdf, save_pdf, svg_pages
from micra_assistant.parts.options import read_parts
from tests import circuits
from tests.builders import HEAD, exchange, literal, state_after, write_guide
from tests.paper.printed import PARTS, pictures_in
from tests.shipped import LIBRARY
from tests.ui.photos import encoded, two_halves

pytestmark = pytest.mark.thorough

CHECKLIST, GUIDE = SheetKind.CHECKLIST, SheetKind.GUIDE
ABOUT_THE_GUIDE = (CHECKLIST, GUIDE)
SIZES = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4), PaperSize.A5: (148.0, 210.0)}
"""Width and height in millimetres."""
ABOUT_ON_EACH = [(GUIDE, PaperSize.A4), (CHECKLIST, PaperSize.LETTER), (GUIDE, PaperSize.A5)]
ABOUT_ON_EACH += [sheet for sheet in product(ABOUT_THE_GUIDE, PaperSize) if sheet not in ABOUT_ON_EACH]

DRAWING = """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="10 20 40 30">
    <linearGradient id="dot"><stop offset="0" stop-color="#1d2530"/></linearGradient>
    <linearGradient id="same" xlink:href="#dot"/><circle cx="20" cy="30" r="5" fill="url(#dot)"/>
    <text x="12" y="45" font-family="Roboto" font-size="4">Ω</text></svg>
    """
TEST = literal(
    """
    # Test the button {: #test }

    ## Measure {: #measure minutes=75 }

    Set the meter to **ohms**.[^meters] Then [plug it in](#plug).[^versa]

    ![The meter on both terminals](meter.svg)

    !!! warning "Sparks"
        Sparks burn. Take the negative off.

        - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }

    - [ ] Leads {: #leads unit="Ω" max="0.5" }
    - [ ] Pressed {: #pressed unit="Ω" max="1" minus="leads" }
    - [ ] Clips out {: #clips count="clip" undo="Press in the clips" state="clips out" }

    ## Cut the wire {: #cut }

    !!! danger "High voltage"
        It kills. Touch nothing.

    | You see | Do |
    |---|---|
    | Light | Stop |

    - [ ] Wire cut {: #wire }
    """
)
PLUG = literal(
    """
    # Plug it in {: #plug-in }

    ## Plug {: #plug }

    - [ ] Plug in {: #plugged }
    """
)
CIRCUIT_PAGE = f"# Test {{: #test }}\n\n## Know the circuit {{: #circuit }}\n\nWords before it.\n\n{circuits.PICTURE}\n"
HALF_DONE = state_after(
    Opened("button", "2026.11", "AB12 CDE"), Ticked("off"), Entered("leads", "0.2"), Entered("pressed", "14")
)


def guide_in(folder: Path, *pages: str, head: str = HEAD) -> Guide:
    numbered = {f"{number}0-page.md": page for number, page in enumerate(pages or (TEST, PLUG), 1)}
    files = {"guide.toml": head, "meter.svg": DRAWING, "parts.toml": PARTS, **numbered}
    return read_guide(write_guide(folder, files))


def sheet_of(
    guide: Guide, kind: SheetKind = CHECKLIST, paper: PaperSize = PaperSize.A4, state: JobState | None = None
) -> Sheet:
    maker = SheetMaker(guide, History((), state) if state else None, "0042" if state else "")
    return maker.sheet(kind, paper, read_parts(guide.folder), Decimal(40), date(2026, 11, 20))


def pages_of(sheet: Sheet, guide: Guide) -> list[str]:
    """Return the words of each page, white space folded."""
    reader = PdfReader(BytesIO(pdf(sheet, guide.folder)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def every_sheet(guide: Guide, state: JobState | None = None) -> Iterator[Sheet]:
    for kind in SheetKind if state else ABOUT_THE_GUIDE:
        for paper in PaperSize:
            yield sheet_of(guide, kind, paper, state)


EACH_KIND = list(zip(SheetKind, cycle(PaperSize)))
EACH_ON_EACH = [*EACH_KIND, *(sheet for sheet in product(SheetKind, PaperSize) if sheet not in EACH_KIND)]
"""Every kind of sheet on every paper, the first have each kind once."""


def shipped_sheets() -> list[tuple[str, SheetKind, PaperSize]]:
    """Return every sheet about a shipped guide on every paper; the first have each guide, kind and paper once."""
    first = list(zip(cycle(LIBRARY.names()), cycle(ABOUT_THE_GUIDE), PaperSize))
    return [*first, *(sheet for sheet in product(LIBRARY.names(), ABOUT_THE_GUIDE, PaperSize) if sheet not in first)]


def sheets_to_work_by(guide: Guide, state: JobState) -> Iterator[Sheet]:
    """Yield the sheets that are held beside the car, whose heads repeat warnings and the state of the car."""
    held = (SheetKind.CHECKLIST, SheetKind.GUIDE, SheetKind.PUT_BACK)
    return (sheet for sheet in every_sheet(guide, state) if sheet.kind in held)


def items_page(count: int, prose: str = "") -> str:
    lines = "".join(f"- [ ] Item number {number}. {{: #item-{number} }}\n" for number in range(count))
    return f"# Long {{: #long }}\n\n## All {{: #all }}\n\n{prose}\n\n{lines}"


class Stroke(NamedTuple):
    """A square in an SVG page: its side and the width of its line, in millimetres."""

    side: float
    line: float


def squares(page: bytes) -> Iterator[Stroke]:
    """Yield the outlined squares with round corners."""
    for path in ET.fromstring(page).iter("{http://www.w3.org/2000/svg}path"):  # noqa: S314 - our own
        outline = re.match(r"M 0 0m ([0-9.]+) 0h ([0-9.]+)c [^v]*v ([0-9.]+)c", path.get("d", ""))
        if outline and outline[2] == outline[3] and path.get("fill") == "none":
            points = (2 * float(outline[1]) + float(outline[2]), float(path.get("stroke-width", "")))
            yield Stroke(*(point * 25.4 / 72 for point in points))


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize(("kind", "paper"), EACH_ON_EACH)
def test_typst_has_nothing_against_a_sheet(tmp_path: Path, kind: SheetKind, paper: PaperSize) -> None:
    guide = guide_in(tmp_path)
    given: Any = setting._input(order_of(sheet_of(guide, kind, paper, HALF_DONE), guide.folder))
    _, warnings = setting._compiler().compile_with_warnings(given, format="svg")
    assert not warnings


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize(("kind", "paper"), EACH_ON_EACH)
def test_the_pdf_is_tagged_and_says_what_it_is(tmp_path: Path, kind: SheetKind, paper: PaperSize) -> None:
    guide = guide_in(tmp_path)
    content = pdf(sheet_of(guide, kind, paper, HALF_DONE), guide.folder)
    reader = PdfReader(BytesIO(content))
    assert str(reader.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in reader.root_object
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert "Tailgate button" in str(reader.metadata)


@pytest.mark.parametrize("paper", PaperSize)
def test_the_paper_has_its_size(tmp_path: Path, paper: PaperSize) -> None:
    guide = guide_in(tmp_path)
    box = PdfReader(BytesIO(pdf(sheet_of(guide, paper=paper), guide.folder))).pages[0].mediabox
    assert (float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72) == pytest.approx(SIZES[paper], abs=0.1)


@pytest.mark.parametrize("kind", SheetKind)
def test_the_same_sheet_is_the_same_file(tmp_path: Path, kind: SheetKind) -> None:
    guide = guide_in(tmp_path)
    first, second = (pdf(sheet_of(guide, kind, state=HALF_DONE), guide.folder) for _ in range(2))
    assert first == second


def test_every_tick_box_is_large_enough_and_on_the_paper(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    for sheet in every_sheet(guide):
        width, height = SIZES[sheet.paper]
        boxes = layout(sheet, guide.folder).tick_boxes
        assert list(boxes) == [item.id for item in guide.items]
        for box in boxes.values():
            assert box.width >= 5
            assert 5 < box.left < width - 5 - box.width
            assert 5 < box.top < height - 5 - box.height


def test_tick_boxes_are_drawn_as_large_as_they_say_in_a_line_of_0_4_mm_and_gates_in_a_heavier_one(
    tmp_path: Path,
) -> None:
    guide = guide_in(tmp_path)
    sheet = sheet_of(guide)
    drawn = [square for page in svg_pages(sheet, guide.folder) for square in squares(page)]
    assert len(drawn) == len(guide.items)
    said = layout(sheet, guide.folder).tick_boxes.values()
    assert {box.width for box in said} == {round(box.side, 2) for box in drawn}
    assert sorted(round(square.line, 2) for square in drawn) == [*[0.4] * 5, 0.8]


@pytest.mark.walk(first=3)
@pytest.mark.parametrize(("kind", "paper"), ABOUT_ON_EACH)
def test_no_step_is_split_over_two_pages(tmp_path: Path, kind: SheetKind, paper: PaperSize) -> None:
    steps = "".join(
        f"## Step {step} {{: #step-{step} }}\n\nBegin of {step}.\n\n"
        + "".join(f"- [ ] Item {item} {{: #item-{step}-{item} }}\n" for item in range(3 + step % 4))
        + f"\nEnd of {step}.\n\n"
        for step in range(40)
    )
    guide = guide_in(tmp_path, f"# Steps {{: #steps }}\n\n{steps}")
    sheet = sheet_of(guide, kind, paper)
    boxes, pages = layout(sheet, guide.folder).tick_boxes, pages_of(sheet, guide)
    assert max(box.page for box in boxes.values()) > 2
    for number, step in enumerate(guide.steps):
        ((page, _left),) = {(boxes[item.id].page, boxes[item.id].left) for item in step.items}
        assert f"1.{number + 1} Step {number} " in pages[page - 1]
        if kind is GUIDE:
            assert f"Begin of {number}." in pages[page - 1]
            assert f"End of {number}." in pages[page - 1]


@pytest.mark.walk(first=3)
@pytest.mark.parametrize(("kind", "paper"), ABOUT_ON_EACH)
def test_a_step_taller_than_a_page_is_printed_to_its_end(tmp_path: Path, kind: SheetKind, paper: PaperSize) -> None:
    guide = guide_in(tmp_path, items_page(90, "\n\n".join(f"Sentence {number}." for number in range(120))))
    sheet = sheet_of(guide, kind, paper)
    foot = SIZES[paper][1] - 14
    tops = [(box.page, box.left, box.top) for box in layout(sheet, guide.folder).tick_boxes.values()]
    assert tops == sorted(tops)
    assert all(top + 5 < foot for *_, top in tops)
    text = " ".join(pages_of(sheet, guide))
    assert all(f"Item number {number}." in text for number in range(90))
    assert all(f"Sentence {number}." in text for number in range(120)) == (kind is GUIDE)


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    "block",
    [
        "\n".join(f"- line {number}." for number in range(70)),
        "\n".join(["| a | b |", "|---|---|", *(f"| line | {number}. |" for number in range(70))]),
        '!!! caution "Long"\n    It hurts. Wait.\n\n' + "".join(f"    - line {number}.\n" for number in range(70)),
        "\n".join(["Word. " * 250] * 10) + "line 69.",
        "\n\n".join(["![Drawing](meter.svg)"] * 12) + "\n\nline 69.",
    ],
    ids=["list", "table", "callout", "paragraph", "pictures"],
)
def test_a_tall_step_of_any_block_is_printed_to_its_end(tmp_path: Path, block: str) -> None:
    guide = guide_in(tmp_path, f"# A {{: #a }}\n\n## B {{: #b }}\n\n{block}\n\nAt the very end.\n")
    for paper in PaperSize:
        pages = pages_of(sheet_of(guide, GUIDE, paper), guide)
        assert re.search(r"line (\| )?69\.", " ".join(pages))
        assert "At the very end." in " ".join(pages)
        assert len([page for page in pages if "1 A" in page]) > 1


def test_every_page_repeats_the_warnings_in_force_strongest_first(tmp_path: Path) -> None:
    fill = "".join(f"- [ ] Fill {number} {{: #fill-{number} }}\n" for number in range(60))
    page = TEST + "\n## Fill {: #fill }\n\n" + fill
    more = f"## More {{: #more }}\n\n{fill.replace('fill-', 'more-')}\n## Cut"
    guide = guide_in(tmp_path, page.replace("## Cut", more), PLUG + fill.replace("fill-", "plug-fill-"))
    heads = [re.split("Car now:", page)[0] for page in pages_of(sheet_of(guide), guide)]
    assert [head for head, _pages in groupby(head.split("In force:")[1].strip() for head in heads)] == [
        "WARNING Sparks",
        "DANGER High voltage WARNING Sparks",
        "no warning so far",
    ]


def test_short_chapters_share_a_page_and_its_head(tmp_path: Path) -> None:
    guide = guide_in(tmp_path, TEST, PLUG)
    (page,) = pages_of(sheet_of(guide), guide)
    assert "In force: DANGER High voltage WARNING Sparks Car now" in page
    assert "Checklist · 0 of 6 lines done" in page
    assert page.index("1 Test the button") < page.index("2.1 Plug")


def test_every_page_tells_the_state_of_the_car(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    for sheet in sheets_to_work_by(guide, HALF_DONE):
        assert all("Car now: negative off opened since:" in page for page in pages_of(sheet, guide))
    assert all("Car now: nothing open opened since:" in page for page in pages_of(sheet_of(guide), guide))


def test_every_page_has_guide_car_job_version_date_and_number(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    for sheet in sheets_to_work_by(guide, HALF_DONE):
        pages = pages_of(sheet, guide)
        for number, page in enumerate(pages, 1):
            assert page.startswith("Tailgate button · Nissan Micra K12")
            foot = f"Job 0042 · AB12 CDE page {number} of {len(pages)} guide version 2026.11 · printed 2026-11-20"
            assert page.endswith(foot)
    assert all("Blank sheet, no job page" in page for page in pages_of(sheet_of(guide), guide))


def test_a_checklist_in_words(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    (page,) = pages_of(sheet_of(guide, state=HALF_DONE), guide)
    assert page.split("opened since: ")[1].split(" Job 0042")[0] == (
        "Registration AB12 CDE Date Mechanic 1 Test the button 1.1 Measure about 1 h 15 min "
        "WARNING Sparks Sparks burn. Take the negative off. 1 Negative off Gate passed "
        "2 Leads 0.2 Ω 0.5 Ω or less OK "
        "3 Pressed less “Leads” 14 Ω 1 Ω or less TOO HIGH "
        "4 Clips out clips "
        "1.2 Cut the wire DANGER High voltage It kills. Touch nothing. 5 Wire cut 2.1 Plug 6 Plug in "
        "Where a fact comes from: M service manual · P workshop practice · "
        "≈ a sister model · * cars in general · ? fairly sure. Notes"
    )


def test_the_guide_carries_everything_there_is(tmp_path: Path) -> None:
    tools = '\n[[tools]]\nname = "Meter"\nnote = "set to ohms"\n'
    guide = guide_in(tmp_path, TEST, PLUG, head=literal(HEAD) + 'summary = "It stays shut."\n' + tools)
    front, test, plug, end = pages_of(sheet_of(guide, GUIDE), guide)
    assert "Tailgate button Nissan Micra K12 It stays shut. Time: about 1 h 15 min, the author’s estimate" in front
    assert "Have at hand Meter, set to ohms Contents 1 Test the button 2 1.1 Measure 2 1.2 Cut the wire 2" in front
    assert "2 Plug it in 3 2.1 Plug 3 Button: what it costs 4 Where the facts come from 4" in front
    assert "Set the meter to ohms. P*1 Then plug it in (step 2.1). M≈?2" in test.replace("\u2060", "")
    assert "Gate: nothing below before this is done" in test
    assert "You see Do Light Stop" in test
    assert "2.1 Plug" in plug
    costs = end.replace("\N{NO-BREAK SPACE}", " ").replace("\u2060", "")
    assert "New one £20 – £30 Britain, asked in June M≈?2 £40 – £50 not known For it: Lasts. Against it: Dear." in costs
    assert "Ask first. Warranty, and how often it fails: not known." in costs
    assert "How often these fail, nobody knows: only the first fitting is compared." in costs
    assert "Prices: Britain, asked in June. M≈?2 Labour at £40/h is an assumption." in costs
    assert "M service manual · P workshop practice · ≈ a sister model · * cars in general · ? fairly sure." in end
    assert "P*1 How meters read · workshop practice, cars in general, sure" in end
    assert "M≈?2 Manual of a sister car · service manual, a sister model, fairly sure" in end


def test_a_checklist_shows_badges_without_numbers_and_says_once_what_they_mean(tmp_path: Path) -> None:
    guide = guide_in(tmp_path, TEST.replace("Leads {", "Leads[^meters] {"), PLUG)
    (page,) = pages_of(sheet_of(guide), guide)
    assert "Leads P* Ω" in page.replace("\u2060", "")
    key = (
        "Where a fact comes from: "
        "M service manual · P workshop practice · ≈ a sister model · * cars in general · ? fairly sure."
    )
    assert page.count(key) == 1


def test_a_checklist_without_sources_explains_none(tmp_path: Path) -> None:
    guide = guide_in(tmp_path, PLUG)
    assert "Where a fact" not in pages_of(sheet_of(guide), guide)[0]


def test_a_picture_bears_the_badges_of_its_sources(tmp_path: Path) -> None:
    guide = guide_in(tmp_path, TEST.replace("(meter.svg)", "(meter.svg)[^versa][^meters]"), PLUG)
    assert "From M≈?2 P*1" in pages_of(sheet_of(guide, GUIDE), guide)[1]


def test_the_list_of_sources_says_where_to_look_each_up(tmp_path: Path) -> None:
    guide_in(tmp_path, TEST, PLUG)
    file = next(tmp_path.rglob("sources.toml"))
    file.write_text(f'{file.read_text(encoding="utf-8").rstrip()}\nwhere = "Section *BL*, page 7."\n', encoding="utf-8")
    guide = read_guide(next(tmp_path.rglob("guide.toml")).parent)
    text = " ".join(pages_of(sheet_of(guide, GUIDE), guide))
    assert text.count("Look it up:") == 1
    assert "Manual of a sister car · service manual, a sister model, fairly sure" in text
    assert "Look it up: Section *BL*, page 7." in text


def circuit_guide(folder: Path, more_cases: int = 0) -> Guide:
    """Return a guide with the small circuit and as many cases more."""
    table = literal(circuits.TABLE) + "".join(
        f'\n[[cases]]\nid = "more-{number}"\nname = "Case {number}."\nsays = "Line {number}."\n'
        for number in range(more_cases)
    )
    groups = "".join(f'<g id="at-more-{number}" display="none"/>' for number in range(more_cases))
    drawing = circuits.DRAWING.replace("</svg>", f"{groups}</svg>")
    files = {"diagrams/circuit.svg": drawing, "diagrams/circuit.toml": table, "10-page.md": CIRCUIT_PAGE}
    return read_guide(write_guide(folder, files))


@pytest.mark.parametrize("paper", PaperSize)
def test_a_circuit_has_a_table_below_its_picture(tmp_path: Path, paper: PaperSize) -> None:
    guide = circuit_guide(tmp_path)
    sheet = sheet_of(guide, GUIDE, paper)
    text = pages_of(sheet, guide)[1].replace("\u2060", "")
    assert "From M≈?1 P*2" in text
    assert "released → pressed TP1 M≈?1 TP2 P*2 No fault 12 → 0 V 0 V A press pulls the signal down." in text
    assert "Signal wire broken 0 V 0 V Nothing reaches the button, pressed or not." in text
    assert "Bold: unlike the sound circuit. TP1 Signal at the button · TP2 Ground at the button." in text
    assert b'id="picture-0-at-open" display="none"' in svg_pages(sheet, guide.folder)[1]


def test_what_is_unlike_the_sound_circuit_is_bold(tmp_path: Path) -> None:
    guide = circuit_guide(tmp_path)
    bold = bold_words(PdfReader(BytesIO(pdf(sheet_of(guide, GUIDE), guide.folder))).pages[1])
    rows = bold[bold.index("No fault") : bold.index("Bold")]
    assert rows == "No fault Signal wire broken 0 V Ground broken 12 V 0 → 12 V "


def bold_words(page: PageObject) -> str:
    """Return the words of a page that are set in bold; arrows have a font of their own."""
    found: list[str] = []

    def visit(text: str, _user: object, _text: object, font: dict[str, str] | None, _size: object) -> None:
        if font and "Bold" in font["/BaseFont"]:
            found.append(text)

    page.extract_text(visitor_text=visit)
    return " ".join("".join(found).split()) + " "


@pytest.mark.parametrize("paper", PaperSize)
def test_a_circuit_of_many_cases_goes_over_to_the_next_page(tmp_path: Path, paper: PaperSize) -> None:
    guide = circuit_guide(tmp_path, more_cases=60)
    pages = pages_of(sheet_of(guide, GUIDE, paper), guide)
    assert all(f"Case {number}." in " ".join(pages) for number in range(60))
    assert len([page for page in pages if "released → pressed TP1" in page]) > 1


def test_links_in_the_head_of_a_table_that_goes_over_a_page_do_not_stop_the_printer(tmp_path: Path) -> None:
    rows = "\n".join(f"| line | {number}. |" for number in range(70))
    table = f"| see [B](#b) | read[^meters] |\n|---|---|\n{rows}"
    guide = guide_in(tmp_path, f"# A {{: #a }}\n\n## B {{: #b }}\n\n{table}\n")
    pages = [page.replace("\u2060", "") for page in pages_of(sheet_of(guide, GUIDE), guide)]
    assert len([page for page in pages if "see B (step 1.1) read P*1" in page]) > 1


def test_a_picture_has_its_words(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    assert b"/Alt(The meter on both terminals)" in pdf(sheet_of(guide, GUIDE), guide.folder)


def test_what_is_done_is_struck_through_and_what_is_wrong_is_not(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    blank, half = (svg_pages(sheet_of(guide, state=state), guide.folder)[0] for state in (None, HALF_DONE))
    strike = b'stroke-width="0.9"'
    assert (blank.count(strike), half.count(strike)) == (0, 2)


@pytest.mark.parametrize("kind", ABOUT_THE_GUIDE)
def test_hostile_words_are_printed_as_they_are_typed(tmp_path: Path, kind: SheetKind) -> None:
    hostile = "#x $y$ \"z\" @a //b --- ... 'c' =d ~e [f] #[g] #panic()"
    page = f"# T {hostile} {{: #t }}\n\n## S {hostile} {{: #s }}\n\n- [ ] L {hostile} `*_< \\` {{: #i }}\n"
    page += "\n## Z {: #z }\n\n- [ ] Z {: #y }\n"
    guide = guide_in(tmp_path, page, head=HEAD.replace("Tailgate button", r"#x $y$ \\ @a // <b>"))
    text = " ".join(pages_of(sheet_of(guide, kind), guide))
    for words in (f"1 T {hostile}", f"1.1 S {hostile}", f"L {hostile} *_< \\", "#x $y$ \\ @a // <b>"):
        assert words in text


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("kind", SheetKind)
def test_a_letter_that_no_font_has_is_a_box_and_the_sheet_is_pdf_ua_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: SheetKind
) -> None:
    monkeypatch.setattr(setting, "_fonts_of_this_pc", setting._fonts)
    guide = guide_in(tmp_path)
    sheet = sheet_of(guide, kind, state=state_after(Opened("button", "2026.11", "東京 👩‍🔧 ✅ Ж 500")))
    assert "□□ □□ □ Ж 500" in pages_of(sheet, guide)[0]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf(sheet, guide.folder)


def test_what_cannot_be_seen_is_not_printed_and_a_long_registration_stays_on_its_line(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    car = "A\x00B\u202e C\r\nD\ud800" + "W" * 300
    for kind in ABOUT_THE_GUIDE:
        (page, *_) = pages_of(sheet_of(guide, kind, state=state_after(Opened("button", "2026.11", car))), guide)
        assert f"Job 0042 · AB C D{'W' * 13}… page 1 of" in page


def test_what_was_typed_may_be_long(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    state = state_after(Entered("leads", "about as much as yesterday"))
    assert "about as much as yesterday 0.5 Ω or less NOT A VALUE" in pages_of(sheet_of(guide, state=state), guide)[0]


def test_svg_pages_hold_pictures_as_vectors_each_with_ids_of_its_own(tmp_path: Path) -> None:
    guide = guide_in(tmp_path, TEST.replace("(meter.svg)", "(meter.svg)\n\n![The same again](meter.svg)"), PLUG)
    page = svg_pages(sheet_of(guide, GUIDE), guide.folder)[1]
    assert b"data:image" not in page
    ids = re.findall(rb'id="(picture[^"]*)"', page)
    assert ids == [b"picture-0-dot", b"picture-0-same", b"picture-1-dot", b"picture-1-same"]
    assert all(b'xlink:href="#' + name + b'"' in page and b"url(#" + name + b")" in page for name in ids[::2])


def test_svg_pages_are_those_of_the_pdf(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    for sheet in every_sheet(guide):
        assert len(svg_pages(sheet, guide.folder)) == len(pages_of(sheet, guide))


def test_a_pdf_is_saved_and_replaces_the_one_before(tmp_path: Path) -> None:
    guide, output = guide_in(tmp_path), tmp_path / "out" / "sheet.pdf"
    output.parent.mkdir()
    output.write_text("old")
    save_pdf(sheet_of(guide), guide.folder, output)
    assert output.read_bytes() == pdf(sheet_of(guide), guide.folder)
    assert list(output.parent.iterdir()) == [output]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    guide, output = guide_in(tmp_path), tmp_path / "nowhere" / "sheet.pdf"
    with pytest.raises(NotSavedError, match=r"sheet\.pdf cannot be saved: there is no folder .*nowhere; make it"):
        save_pdf(sheet_of(guide), guide.folder, output)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    guide, output = guide_in(tmp_path), tmp_path / "out" / "sheet.pdf"
    output.mkdir(parents=True)
    with pytest.raises(NotSavedError, match=r"sheet\.pdf cannot be saved: it is a folder; name a file in it"):
        save_pdf(sheet_of(guide), guide.folder, output)
    assert list(output.parent.iterdir()) == [output]


def test_a_picture_that_has_gone_is_named(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    (guide.folder / "meter.svg").unlink()
    with pytest.raises(PaperError, match=r"meter\.svg cannot be read: No such file or directory; put it back"):
        pdf(sheet_of(guide, GUIDE), guide.folder)


@pytest.mark.parametrize("kind", ["pipe", "link", "device", "large"])
def test_a_picture_that_was_exchanged_since_the_guide_was_read_is_named(tmp_path: Path, kind: str) -> None:
    """None of these keeps the printer waiting, fills the memory, or gets a file of the user onto paper."""
    guide = guide_in(tmp_path)
    exchange(guide.folder / "meter.svg", kind)
    with pytest.raises(PaperError, match=r"meter\.svg cannot be read: it .*; put it back"):
        pdf(sheet_of(guide, GUIDE), guide.folder)


def photo_in_guide(folder: Path, name: str, content: bytes) -> Guide:
    """Return a guide that shows a photo instead of the drawing."""
    photo = folder / "guides" / "button" / name
    photo.parent.mkdir(parents=True)
    photo.write_bytes(content)
    return guide_in(folder, TEST.replace("meter.svg", name), PLUG)


@pytest.mark.parametrize(("name", "kind"), [("meter.jpg", "jpeg"), ("meter.png", "png")])
def test_a_photo_in_a_guide_is_printed(tmp_path: Path, name: str, kind: str) -> None:
    guide = photo_in_guide(tmp_path, name, encoded(two_halves(), kind))
    sheet = sheet_of(guide, GUIDE)
    assert pictures_in(pdf(sheet, guide.folder)) == [(40, 30)]
    assert b"data:image/" + kind.encode() in svg_pages(sheet, guide.folder)[1]


@pytest.mark.parametrize("kept", [100, 20])
@pytest.mark.parametrize(("name", "kind"), [("meter.jpg", "jpeg"), ("meter.png", "png")])
def test_a_damaged_photo_in_a_guide_is_named(tmp_path: Path, name: str, kind: str, kept: int) -> None:
    guide = photo_in_guide(tmp_path, name, encoded(two_halves(), kind)[:kept])
    with pytest.raises(PaperError, match=f"{name}: it (is|has) .*: (copy|save) "):
        pdf(sheet_of(guide, GUIDE), guide.folder)


def test_a_picture_that_is_none_is_said(tmp_path: Path) -> None:
    guide = guide_in(tmp_path)
    (guide.folder / "meter.svg").write_text("<svg")
    with pytest.raises(PaperError, match="the sheet cannot be set: failed to parse SVG"):
        pdf(sheet_of(guide, GUIDE), guide.folder)


@pytest.mark.walk(first=3)
@pytest.mark.parametrize(("name", "kind", "paper"), shipped_sheets())
def test_the_guides_that_ship_come_out_in_every_form(name: str, kind: SheetKind, paper: PaperSize) -> None:
    guide = LIBRARY.guide(name)
    boxes = list(layout(sheet_of(guide, kind, paper), guide.folder).tick_boxes.values())
    assert [box.item for box in boxes] == [item.id for item in guide.items]
    assert all(one.page <= other.page for one, other in pairwise(boxes))


def test_a_guide_with_nothing_to_tick_prints_a_sheet_for_notes(tmp_path: Path) -> None:
    guide = guide_in(tmp_path, "# Page {: #page }\n\n## Step {: #step }\n\nWords.\n")
    (page,) = pages_of(sheet_of(guide), guide)
    assert "Registration" in page
    assert "Notes" in page
