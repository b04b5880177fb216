"""The ways to get a part in the shipped guides, and what they cost over the years."""

import pytest

from micra_assistant import assets
from micra_assistant.guide.reader import read_sources
from micra_assistant.parts.comparison import by_part, compare
from micra_assistant.parts.cost_words import advice_words
from micra_assistant.parts.keeping import keep_middle
from micra_assistant.parts.options import PartsTable, read_parts
from tests.parts.ways import plain

GUIDES = ("tailgate-button", "remote-key")


def shipped(name: str) -> PartsTable:
    """Return the parts table of a shipped guide."""
    table = read_parts(assets.guides_folder() / name, read_sources(assets.guides_folder()))
    assert table
    return table


@pytest.mark.parametrize(
    ("years", "original", "analogue", "used", "clean"),
    [
        (0, 4450, 2350, 1900, 1275),
        (1, 4512, 2739, 2718, 2159),
        (3, 4797, 3736, 4355, 3926),
        (5, 5225, 4734, 5992, 5694),
    ],
)
def test_the_three_ways_of_the_article_and_cleaning(
    years: int, original: int, analogue: int, used: int, clean: int
) -> None:
    """Round in the table of the author's estimates; at the middle of the price."""
    table = shipped("tailgate-button")
    ways = {way.option.id: way for way in compare(table, table.rate_per_hour)}
    costs = [keep_middle(ways[name], years) for name in ("original", "analogue", "used", "clean")]
    assert [kept and round(kept.total) for kept in costs] == [original, analogue, used, clean]


def test_the_articles_prices_are_the_articles_and_the_others_are_not() -> None:
    table = shipped("tailgate-button")
    by_source = {option.id: table.source_of(option) for option in table.options}
    assert [name for name, source in by_source.items() if source == "article"] == ["original", "analogue", "used"]
    assert [option.id for option in table.options if table.is_estimate(option)] == ["clean"]


@pytest.mark.parametrize(
    ("guide", "parts"),
    [
        (
            "tailgate-button",
            {
                "Tailgate button": {
                    *("original", "analogue", "used", "clean", "micro-switch", "dealer-fitted", "pad", "finisher")
                },
                "Latch with actuator": {"latch-new", "latch-used"},
                "Loom in the sleeve": {"loom-repair", "loom-new", "loom-used"},
            },
        ),
        (
            "remote-key",
            {
                "Remote key": {"register", "locksmith", "dealer", "auto-electrician", "breaker-set"},
                "Key without remote": {"chip-only"},
                "Parts of the key": {"shell", "cell", "blade"},
                "Receiver in the car": {"receiver"},
            },
        ),
    ],
)
def test_every_way_that_the_sources_know_is_there_by_what_it_is_a_way_to(
    guide: str, parts: dict[str, set[str]]
) -> None:
    table = shipped(guide)
    groups = by_part(table, compare(table, table.rate_per_hour))
    assert {part: {way.option.id for way in ways} for part, ways in groups.items()} == parts


@pytest.mark.parametrize("guide", GUIDES)
def test_what_nobody_has_counted_is_under_the_source_that_says_so(guide: str) -> None:
    table = shipped(guide)
    assert table.estimates == "our-estimate" or all(option.fails is None for option in table.options)


def test_of_the_key_only_the_first_fitting_is_compared() -> None:
    table = shipped("remote-key")
    ways = by_part(table, compare(table, table.rate_per_hour))["Remote key"]
    assert plain(advice_words(ways, 3, table.currency)) == (
        "Fitted now, “Registration (2018)” comes cheapest: about £60. "
        "How often these fail, nobody knows: only the first fitting is compared."
    )
