"""Four times the text takes about four times as long, whatever stands in it.

What is measured is the processor's time for so much and for four times as much of the same hostile text. No time is
absolute: a text is made longer until it takes long enough to be measured, or is as long as its limits let it be.
"""

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from micra_assistant import limits, tomlfile
from micra_assistant.errors import MicraError
from micra_assistant.guide import markup, measure
from micra_assistant.guide.evidence import value_in
from micra_assistant.guide.head import Head
from micra_assistant.guide.html import with_marks
from micra_assistant.guide.pagelimits import page_mistakes
from micra_assistant.guide.pictures import picture_mistake
from micra_assistant.guide.reader import examine
from micra_assistant.guide.tables import table_mistakes
from micra_assistant.jobs.mileage import parse_mileage
from micra_assistant.search.folding import tokens
from tests.builders import HEAD, literal, write_guide

pytestmark = pytest.mark.slow

MOST_GROWTH = 8
ENOUGH = 0.03
"""Seconds: less than this cannot be told from noise."""
LONGEST = 200_000
Do = Callable[[int], object]


def seconds(do: Do, size: int) -> float:
    """Return the least time of the processor that ``do`` takes in three tries, the collector of garbage left out.

    That goes through all that the tests before have left: it would be measured, not ``do``.
    """
    taken = []
    for _ in range(3):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        do(size)
        taken.append(time.process_time() - begun)
        gc.enable()
    return min(taken)


def growth(do: Do, longest: int) -> float:
    """Return how many times as long four times the size takes, at the largest size or the first that takes long."""
    size = max(1, longest // 64)
    while (least := seconds(do, size)) < ENOUGH and size * 8 <= longest:
        size *= 2
    return seconds(do, size * 4) / max(least, ENOUGH / 4)


FIGURES = ["1-", "1", "1,", "1 to ", "+", "1990s ", "£", "1 - ", "5 V, ", "-"]
LINES = ["!!! ", "!!!", " ", "\t", "# ", "- ", "1", "| ", "-", ":", "[", "{:", "a ", "[^", "> "]


@pytest.mark.parametrize("text", FIGURES)
@pytest.mark.parametrize("end", ["", "x"])
def test_values(text: str, end: str) -> None:
    assert growth(lambda size: value_in(text * (size // len(text)) + end), LONGEST) < MOST_GROWTH


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("begin", ["", "!!!", "|-", "- [ ] a {:"])
def test_the_lines_of_a_page(text: str, begin: str) -> None:
    def look(size: int) -> None:
        line = begin + text * (size // len(text)) + "x"
        list(table_mistakes(f"|a\n{line}\n|b"))
        list(page_mistakes(line))
        markup._with_mark(line, 1)

    assert growth(look, LONGEST) < MOST_GROWTH


PARAGRAPHS = ["`a", "`a` ", "*a", "***a** ", "_a_ ", "a  \n", "\\", "[", "[a](b) ", "[^", "![", "<a", "{: a ", "- a\n"]
PARAGRAPHS += [
    "# a\n",
    "> a\n",
    "| a\n",
    '!!! note "a"\n',
    "    a\n",
    "1. a\n",
    "=\n",
    "{: ",
    "&a;",
    "5 V ",
    "- [ ] a {: #a }\n",
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_pages(text: str, tmp_path: Path) -> None:
    """A page may have many paragraphs, each as long as its limits let it be."""
    lines = "\n".join([text * (1900 // len(text))] * 8)
    paragraph = "\n".join(lines.split("\n")[:400]) if "\n" in text else lines[:15_000]
    paragraph = paragraph.replace("[", "[" if paragraph.count("[") < 900 else "", -1)

    def read(paragraphs: int) -> None:
        page = "# A {: #a }\n\n## B {: #b }\n\n" + "\n\n".join([paragraph] * paragraphs)
        examine(write_guide(tmp_path, {"10-page.md": page}))

    assert growth(read, 12) < MOST_GROWTH


TOML: dict[str, Callable[[int], str]] = {
    "complaints": lambda size: literal(HEAD) + '[[complaints]]\ntitle = "T"\nstep = "s"\n' * (size // 40),
    "tools": lambda size: literal(HEAD) + '[[tools]]\nname = "5 V"\n' * (size // 25),
    "keys": lambda size: "\n".join(f"a{number}.b.c.d.e.f.g.h.i.j = 1" for number in range(size // 40)),
    "tables": lambda size: "\n".join(f"[a{number}.b.c.d.e.f]" for number in range(size // 20)),
    "one table": lambda size: "[a.b.c]\n" + "\n".join(f"k{number} = 1" for number in range(size // 10)),
    "numbers": lambda size: "a = [\n" + "9999999999999999,\n" * (size // 18) + "]",
    "inline": lambda size: "\n".join(f"a{number} = {{b = {{c = 1}}}}" for number in range(size // 25)),
    "quotes": lambda size: "\n".join(["a = '" + '"\\' * 900] * (size // 1800)),
    "dots": lambda size: "\n".join(["a." * 950] * (size // 1900)),
    "brackets": lambda size: "\n".join(["[" * 1900] * (size // 1900)),
}


@pytest.mark.parametrize("kind", TOML)
def test_toml(kind: str) -> None:
    def read(size: int) -> None:
        with suppress(MicraError):
            tomlfile.parse(TOML[kind](size), Head, Path("guide.toml"))

    assert growth(read, 400_000) < MOST_GROWTH


@pytest.mark.parametrize("kind", ["complaints", "tools"])
def test_heads(kind: str, tmp_path: Path) -> None:
    """Each complaint that leads nowhere is a fault, each in its line."""
    page = {"10-page.md": "# A {: #a }\n\n## B {: #b }\n\nWords.\n"}

    def read(size: int) -> None:
        examine(write_guide(tmp_path, {**page, "guide.toml": TOML[kind](size)}))

    assert growth(read, 400_000) < MOST_GROWTH


@pytest.mark.parametrize("text", ["<?xml ", "<a>", "<!--", "&amp;", "<text>5 V</text>", "encoding=", " ", "<?"])
def test_drawings(text: str, tmp_path: Path) -> None:
    def look(size: int) -> None:
        (tmp_path / "a.svg").write_text(f"<?xml {text * (size // len(text))}?><svg/>")
        picture_mistake(tmp_path, "a.svg")
        (tmp_path / "a.svg").write_text(f"<svg>{text * (size // len(text))}</svg>")
        with suppress(ET.ParseError):
            picture_mistake(tmp_path, "a.svg")

    assert growth(look, 4_000_000) < MOST_GROWTH


@pytest.mark.parametrize("text", ["1", "1.", "a'", "́a", "km", "1 000 ", " ", "-", "é", "12.5V", "o"])
def test_what_is_typed(text: str) -> None:
    def look(size: int) -> None:
        typed = text * (size // len(text)) + "!"
        for parse in (lambda: measure.parse(typed, "V"), lambda: parse_mileage(typed), lambda: limits.number(typed)):
            with suppress(MicraError, ValueError):
                parse()
        list(tokens(typed))
        with_marks(typed.replace("!", "<"), ["km"], "x")

    assert growth(look, LONGEST) < MOST_GROWTH


def test_a_slow_parser_is_noticed() -> None:
    """The square of the size is sixteen times as long."""
    assert growth(lambda size: sum(1 for _ in range(size * size // 50)), 20_000) > MOST_GROWTH
    assert limits.number("1e12") == Decimal("1e12")
