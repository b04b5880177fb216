"""The guides that are shipped: sound, whole, and in the colours and shapes that every renderer knows."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from micra_assistant import assets
from micra_assistant.check import guide_faults
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_sources
from micra_assistant.parts.options import read_parts
from micra_assistant.ui.theme import ThemeName, load_theme

LIBRARY = Library(assets.guides_folder())
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
    assert guide_faults(assets.guides_folder() / name) == []


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


def test_every_diagram_is_shown(guide: Guide) -> None:
    pages = "".join(file.read_text(encoding="utf-8") for file in guide.folder.glob("*.md"))
    shown = set(re.findall(r"\((diagrams/[^)]+)\)", pages))
    assert shown == {file.relative_to(guide.folder).as_posix() for file in guide.folder.glob("diagrams/*")}


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


def test_the_pages_of_the_tailgate_button() -> None:
    assert [page.id for page in LIBRARY.guide("tailgate-button").pages] == [
        "before-you-start",
        "remove-the-trim",
        "test-the-button",
        "test-with-power",
        "read-the-results",
        "mend-the-loom",
        "replace-the-button",
        "put-it-back-and-check",
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
