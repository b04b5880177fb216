"""Every statement of the two sources is found by a reader of the guides: nothing is lost when a page is rewritten."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.guide.model import (
    Block,
    Bullets,
    Callout,
    Guide,
    Paragraph,
    SourceMark,
    Step,
    Table,
    Text,
    Words,
    plain,
)
from micra_assistant.parts.options import read_parts
from micra_assistant.search.index import SearchIndex
from tests.shipped import LIBRARY

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


# a reader who looks for a statement gets to it


@pytest.fixture(scope="module")
def index() -> Iterator[SearchIndex]:
    """Return the index of the shipped guides."""
    with closing(SearchIndex(None, assets.guides_folder())) as shipped:
        list(shipped.refresh())
        yield shipped


@pytest.mark.walk(first=3)
@pytest.mark.parametrize(
    ("statement", "typed"),
    [
        ("S2-11", "main reasons"),
        ("S2-11", "causes of failure"),
        ("S2-24", "control unit of the central locking"),
        ("S2-65", "ground point on the body"),
        ("S2-70", "how to ring a button"),
        ("S2-116", "connection diagram"),
        ("S2-150", "jerky"),
        ("S2-155", "release inside under the rear seats"),
        ("S2-156", "open it from inside"),
    ],
)
def test_a_reader_who_types_a_statement_gets_to_it_first(index: SearchIndex, statement: str, typed: str) -> None:
    (place,) = {place for _, told, place, _ in STATEMENTS if told == statement}
    assert [hit.step for hit in index.search(typed).hits[:2]].count(place) == 1


def test_the_article_is_not_cited_for_the_latch_which_it_does_not_name() -> None:
    said = sources_beside("complaint", r"\blatch\b", re.IGNORECASE)
    assert said == {"latch-practice"}


def test_what_the_article_claims_is_cited_as_a_claim() -> None:
    for step, words in [
        ("complaint", "most common"),
        ("which-way", "two causes the most common"),
        ("not-a-fault", "overload guard"),
        ("clean-once", "lasts for years"),
        ("choose-part", "within a month"),
        ("choose-part", "mostly standard"),
        ("open-tailgate", "there often is a release inside"),
        ("ask-cost", "at no extra cost"),
        ("ask-jerky", "slight oxidation can stop"),
    ]:
        assert "article-claims" in sources_beside(step, words), words


def test_the_ground_point_is_a_step_of_its_own_with_a_value_and_a_way_to_it() -> None:
    guide = LIBRARY.guide("tailgate-button")
    assert "Place not confirmed for the K12." in words_at(guide, "ground-point")
    assert {item.id for item in guide.step("ground-point").items} == {"ground-clean", "ground-ohms"}
    assert "ground-point" in {run.link for text in texts_of(guide.step("results").blocks) for run in words_in(text)}


def words_in(text: Text) -> Iterator[Words]:
    """Yield the runs of words of a text."""
    yield from (run for run in text if isinstance(run, Words))


def sources_beside(step: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> set[str]:
    """Return the sources cited in the texts of a step of the tailgate guide in which the pattern is found."""
    texts = texts_of(LIBRARY.guide("tailgate-button").step(step).blocks)
    beside = (text for text in texts if re.search(pattern, plain(text), flags))
    return {run.source for text in beside for run in text if isinstance(run, SourceMark)}


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
