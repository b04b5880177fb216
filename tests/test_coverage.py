"""Every statement of the two sources is found by a reader of the guides: nothing is lost when a page is rewritten."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Block, Bullets, Callout, Guide, Paragraph, Step, Table, Text, plain
from micra_assistant.parts.options import read_parts

LIBRARY = Library(assets.guides_folder())
STATEMENTS = [
    (guide, statement, *found)
    for guide, statements in tomllib.loads(
        Path(__file__).with_name("coverage.toml").read_text(encoding="utf-8")
    ).items()
    for statement, found in statements.items()
]


@pytest.mark.parametrize(("guide", "statement", "place", "words"), STATEMENTS)
def test_a_statement_is_found(guide: str, statement: str, place: str, words: str) -> None:
    assert words in words_at(LIBRARY.guide(guide), place), f"{statement} is lost"


def test_no_statement_is_forgotten() -> None:
    told = {statement for _, statement, *_ in STATEMENTS}
    thread = {f"S1-{number:02}" for number in range(1, 39)} - {"S1-22", "S1-35"}
    article = {f"S2-{number:02}" for number in range(1, 163)}
    contradictions = {f"X-{number:02}" for number in range(1, 9)}
    assert (thread | article | contradictions) - told == set()


def words_at(guide: Guide, place: str) -> str:
    """Return all words that stand at a place of a guide."""
    if place == "tools":
        return " ".join(f"{tool.name}. {tool.note}" for tool in guide.tools)
    if place.startswith("source:"):
        return guide.sources[place.removeprefix("source:")].detail
    if place in {step.id for step in guide.steps}:
        return words_of(guide.step(place))
    if place in {page.id for page in guide.pages}:
        return next(page.title for page in guide.pages if page.id == place)
    return words_of_option(guide, place)


def words_of(step: Step) -> str:
    """Return the words of a step, white space folded."""
    return re.sub(r"\s+", " ", " ".join([step.title, *(plain(text) for text in texts_of(step.blocks))]))


def texts_of(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Yield every text of blocks and of what is inside them."""
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield text
            case Bullets(lines=lines):
                yield from lines
            case Table(header=header, rows=rows):
                yield from (*header, *(cell for row in rows for cell in row))
            case Callout(title=title, blocks=inner):
                yield title
                yield from texts_of(inner)
    yield from (item.label for item in (block for block in blocks if hasattr(block, "label")))


def words_of_option(guide: Guide, option_id: str) -> str:
    """Return the words of a way to get the part, its prices as numbers."""
    table = read_parts(guide.folder)
    assert table is not None
    option = next(option for option in table.options if option.id == option_id)
    prices = ", ".join(str(price) for price in option.price)
    return " ".join([option.name, prices, *option.benefits, *option.drawbacks, option.note, table.priced])
