"""The guides that are shipped: sound, whole, and in the colours and shapes that every renderer knows."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from micra_assistant import assets
from micra_assistant.check import guide_mistakes
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Diagram, Guide
from micra_assistant.guide.reader import read_sources
from micra_assistant.parts.options import read_parts
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.shipped import LIBRARY

DIAGRAMS = sorted(assets.guides_folder().glob("*/diagrams/*.svg"))

SHAPES = {"svg", "title", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
"""The elements of SVG Tiny 1.2 that the screen and the paper draw alike."""
STYLING = {"style", "class", "filter", "mask", "clip-path"}
"""The attributes that they do not."""
PAINTS = {"fill", "stroke", "color", "stop-color"}


@pytest.fixture(params=LIBRARY.names())
def guide(request: pytest.FixtureRequest) -> Guide:
    """Return each shipped guide."""
    return LIBRARY.guide(request.param)


def test_there_are_guides() -> None:
    assert "tailgate-button" in LIBRARY.names()
    assert DIAGRAMS


@pytest.mark.parametrize("name", LIBRARY.names())
def test_a_guide_has_no_fault(name: str) -> None:
    assert guide_mistakes(assets.guides_folder() / name) == []


def test_what_is_undone_is_undone_by_a_later_item(guide: Guide) -> None:
    items = guide.items
    for place, item in enumerate(items):
        if item.undo:
            assert [later.id for later in items[place + 1 :] if item.id in later.undoes], f"{item.id} stays open"


def test_nothing_is_undone_before_it_is_done(guide: Guide) -> None:
    places = {item.id: place for place, item in enumerate(guide.items)}
    for item in guide.items:
        assert all(places[undone] < places[item.id] for undone in item.undoes), f"{item.id} comes too early"


def test_every_page_has_something_to_do(guide: Guide) -> None:
    assert [page.id for page in guide.pages if not page.items] == []


def test_every_picture_is_shown(guide: Guide) -> None:
    shown = set(pictures_shown(guide))
    assert {file for file in guide.folder.glob("diagrams/*.svg") if file not in shown} == set()


def test_every_common_picture_is_shown() -> None:
    shown = {file for name in LIBRARY.names() for file in pictures_shown(LIBRARY.guide(name))}
    assert {file for file in assets.guides_folder().glob("common/diagrams/*.svg") if file not in shown} == set()


def pictures_shown(guide: Guide) -> Iterator[Path]:
    """Yield the files of the pictures that a guide shows."""
    for step in guide.steps:
        for block in step.blocks:
            if isinstance(block, Diagram | Circuit):
                yield (guide.folder / block.path).resolve()


def test_every_source_is_cited() -> None:
    cited = {source for name in LIBRARY.names() for source in LIBRARY.guide(name).sources}
    assert cited == read_sources(assets.guides_folder()).keys()


@pytest.mark.parametrize("file", DIAGRAMS, ids=lambda file: file.stem)
def test_a_diagram_is_drawn_in_the_palette_that_themes_recolour(file: Path) -> None:
    painted = {element.attrib[name] for element in elements_of(file) for name in PAINTS & element.attrib.keys()}
    assert painted - {"none"} <= load_theme(ThemeName.DARK).drawing.keys()


@pytest.mark.parametrize("file", DIAGRAMS, ids=lambda file: file.stem)
def test_a_diagram_uses_only_what_screen_and_paper_draw_alike(file: Path) -> None:
    elements = list(elements_of(file))
    assert {element.tag.partition("}")[2] for element in elements} <= SHAPES
    assert {name for element in elements for name in element.attrib} & STYLING == set()


@pytest.mark.parametrize("file", DIAGRAMS, ids=lambda file: file.stem)
def test_a_diagram_has_a_title(file: Path) -> None:
    assert [element.text for element in elements_of(file) if element.tag.endswith("}title")] != []


def elements_of(file: Path) -> Iterator[ET.Element]:
    """Yield every element of a drawing."""
    yield from ET.fromstring(file.read_text(encoding="utf-8")).iter()  # noqa: S314 - our own drawings


# what the article gives


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        (
            "tailgate-button",
            [
                "before-you-start",
                "it-opens-by-itself",
                "battery-and-fuses",
                "open-the-tailgate",
                "prop-the-tailgate",
                "make-it-safe",
                "remove-the-trim",
                "use-the-meter",
                "connectors",
                "test-the-button",
                "test-with-power",
                "read-the-results",
                "why-it-opens",
                "mend-the-loom",
                "test-the-sleeve",
                "mend-a-wire",
                "replace-the-button",
                "look-behind-page",
                "fit-the-trim",
                "put-it-back-and-check",
                "recalls-of-the-car",
                "good-to-know",
            ],
        ),
        (
            "remote-key",
            [
                "which-case",
                "locked-out-page",
                "both-keys",
                "one-key-dead-page",
                "use-the-meter",
                "check-the-key",
                "battery-and-fuses",
                "make-it-safe",
                "look-under-the-dash",
                "connectors",
                "mend-a-wire",
                "put-it-back",
                "a-new-key",
                "hand-it-over",
                "recalls-of-the-car",
                "good-to-know",
            ],
        ),
    ],
)
def test_the_pages_of_the_guides(name: str, pages: list[str]) -> None:
    assert [page.id for page in LIBRARY.guide(name).pages] == pages


def test_what_both_guides_need_is_written_once_and_the_work_on_the_tailgate_stands_apart() -> None:
    drawn_in = {name: {page[3:] for page in read_head(LIBRARY.folder(name)).common} for name in LIBRARY.names()}
    common = {file.name for file in assets.guides_folder().glob("common/*.md")}
    assert drawn_in["tailgate-button"] == common
    assert common - drawn_in["remote-key"] == {
        "prop-the-tailgate.md",
        "tailgate-trim.md",
        "tailgate-sleeve.md",
        "tailgate-trim-back.md",
    }


def test_each_guide_has_its_complaints() -> None:
    assert [(way.guide, way.complaint.step) for way in LIBRARY.ways_in()] == [
        ("tailgate-button", "complaint"),
        ("tailgate-button", "opens-alone"),
        ("remote-key", "both-keys-stopped"),
        ("remote-key", "one-key-dead"),
        ("remote-key", "new-key"),
    ]


@pytest.mark.parametrize(
    ("option", "low", "high", "benefits", "drawbacks"),
    [
        ("original", 2500, 4000, ("Perfect fit", "Long service life"), ("High cost", "Long delivery")),
        ("analogue", 800, 1500, ("Affordable price", "Quickly available"), ("Plastic may differ",)),
        ("used", 300, 700, ("Low price", "Original quality"), ("Unknown life left", "Hidden defects")),
    ],
)
def test_the_parts_table_of_the_article(
    option: str, low: int, high: int, benefits: tuple[str, ...], drawbacks: tuple[str, ...]
) -> None:
    table = read_parts(assets.guides_folder() / "tailgate-button")
    assert table is not None
    (row,) = (row for row in table.options if row.id == option)
    assert (table.currency, table.source) == ("RUB", "article")
    assert (row.price, row.benefits, row.drawbacks) == ((Decimal(low), Decimal(high)), benefits, drawbacks)


@pytest.mark.parametrize("page", sorted(assets.guides_folder().rglob("*.md")), ids=lambda page: page.name)
def test_no_paragraph_says_a_sentence_twice(page: Path) -> None:
    for line in page.read_text(encoding="utf-8").splitlines():
        sentences = [words for words in re.split(r"(?<=[.?!])\s", line) if len(words.split()) > 2]
        assert len(sentences) == len(set(sentences)), line
