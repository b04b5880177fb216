"""What a drawing may ask of those who draw it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from micra_assistant import assets
from micra_assistant.guide.outlines import length
from micra_assistant.guide.pictures import picture_mistake

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">{}</svg>'
LINE = '<line x1="0" y1="10" x2="400" y2="10" stroke="#000" {}/>'
CIRCLE = '<circle r="200"/>'
MANY_ATTRIBUTES = " ".join(f'a{number}=""' for number in range(61))
MANY_NAMESPACES = " ".join(f'xmlns:a{number}="a"' for number in range(100))
GRADIENT = '<linearGradient id="a"><stop offset="0"/></linearGradient><g fill="url(#a)">{}</g>'


def fault(folder: Path, inside: str) -> str:
    """Return what is wrong with a drawing that holds ``inside``."""
    (folder / "a.svg").write_text(SVG.format(inside), encoding="utf-8")
    return picture_mistake(folder, "a.svg")


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (f"<text>{'Ω' * 20_001}</text>", "has more than 20000 letters"),
        ("<text>Volts</text>" * 4_001, "has more than 20000 letters"),
        (f"<text>{'<tspan>a</tspan>' * 200}</text>", "has a text of more than 200 parts"),
        (f"<rect {MANY_ATTRIBUTES}/>", "more than 60 attributes"),
        (f'<rect style="{"a:b;" * 501}"/>', "has “style” with more than 2000 letters"),
        (f'<g transform="{"rotate(1)" * 300}"/>', "has “transform” with more than 2000 letters"),
        (f"<g {MANY_NAMESPACES}/>", "has more than 100 namespaces"),
        (GRADIENT.format("<rect/>" * 1_999), "has gradients and more than 2000 elements"),
    ],
)
def test_what_would_keep_screen_or_paper_busy_is_refused(tmp_path: Path, inside: str, message: str) -> None:
    assert message in fault(tmp_path, inside)


@pytest.mark.parametrize(
    "inside",
    [
        LINE.format('stroke-dasharray="0.0001"'),
        LINE.format('style="fill:none; stroke-dasharray : .0001 0.0001"'),
        LINE.format('stroke-dasharray="none" style="stroke-dasharray:9;stroke-dasharray:0.0001"'),
        f'<g stroke-dasharray="0.001 0.001"><g>{LINE.format("") * 4}</g></g>',
        '<line x2="100%" stroke-dasharray=".1"/>',
        f'<polyline stroke-dasharray="1" points="{"0,0 400,300 " * 400}"/>',
        f'<path stroke-dasharray="1" d="M0 0{"l400 0-400 0" * 400}"/>',
        f'<path stroke-dasharray="1" d="M0 0{"L400 0z" * 400}"/>',
        f'<path stroke-dasharray="1" d="M0 0{"H4e2H0" * 700}"/>',
        f'<path stroke-dasharray="1" d="M0 0q9 9 9 0{"t1 0-1 0" * 700}"/>',
        f'<path stroke-dasharray="1" d="M0 0{"a200 200 0 1 1 1 1" * 200}"/>',
        f'<g stroke-dasharray="1">{CIRCLE * 400}</g>',
        f'<text stroke-dasharray=".1">{"Volts" * 200}</text>',
    ],
)
def test_dashes_without_end_are_refused(tmp_path: Path, inside: str) -> None:
    assert "has more than 500000 dashes: make them longer, or the lines solid" in fault(tmp_path, inside)


@pytest.mark.parametrize(
    "inside",
    [
        f"<text>{'Volts ' * 3_000}</text>",
        f"<text>{'<tspan>a</tspan>' * 190}</text>",
        LINE.format('stroke-dasharray="4 3"') * 2_000,
        LINE.format('stroke-dasharray="none"') * 2_000,
        LINE.format('stroke-dasharray="0"') * 2_000,
        f'<path stroke-dasharray="4 3" d="M0 0{"C10 10 20 20 400 300z" * 200}"/>',
        f'<g stroke-dasharray="0.001"><g stroke-dasharray="none">{LINE.format("") * 20}</g></g>',
        f'<path d="M0 0{" L400 300 L0 0" * 20_000}"/>',
        GRADIENT.format("<rect/>" * 1_900),
        "<rect/>" * 4_900,
    ],
)
def test_what_a_person_might_draw_is_let_through(tmp_path: Path, inside: str) -> None:
    assert fault(tmp_path, inside) == ""


@pytest.mark.parametrize(
    ("shape", "least", "most"),
    [
        ('<line x1="3" y1="4"/>', 5, 10),
        ('<line x1="a" x2=""/>', 0, 0),
        ('<rect width="3" height="4"/>', 14, 50),
        ('<circle cx="500" r="10"/>', 62.8, 71),
        ('<polygon points="0,0 3,0 3,4"/>', 12, 15),
        ('<path d="M100 100L103 100 103 104Z"/>', 12, 2_000),
        ('<path d="M0 0l3 4-3-4"/>', 10, 30),
        ('<path d="m0 0c1e1.5.5 1-2 3 4"/>', 5, 50),
        ("<g/>", 0, 0),
    ],
)
def test_a_line_is_at_least_as_long_as_it_is_and_not_far_longer(shape: str, least: float, most: float) -> None:
    assert least <= length(ET.fromstring(shape)) <= most  # noqa: S314 - it stands above


def test_all_drawings_of_the_program_are_far_below(tmp_path: Path) -> None:
    drawings = sorted(assets.guides_folder().rglob("*.svg"))
    assert len(drawings) > 20
    for drawing in drawings:
        text = drawing.read_text(encoding="utf-8").replace("stroke-dasharray=", "stroke-dasharray='0.1' class=")
        (tmp_path / "a.svg").write_text(text.replace("'0.1' class=", '"0.1" class='), encoding="utf-8")
        assert "dashes" not in picture_mistake(tmp_path, "a.svg")
