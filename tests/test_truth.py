"""What the shipped guides warn of and whom they believe: one hazard, one level; each source what it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from micra_assistant import assets
from micra_assistant.guide.model import Callout, Guide, Reading, SignalWord, SourceMark, Step, plain
from micra_assistant.guide.reader import read_sources
from micra_assistant.guide.source import Source, SourceKind
from tests.shipped import LIBRARY
from tests.test_coverage import texts_of, words_of

GUIDES = [LIBRARY.guide(name) for name in LIBRARY.names()]
SOURCES = read_sources(assets.guides_folder())
OVER_RANGE = 1_000_000
"""Ohms; a reading that asks for as much wants to see OL."""

HAZARDS = {
    r"latch.*jumping|wiper jumping": SignalWord.WARNING,
    r"tailgate.*(falling|jumping)|tailgate opening by itself": SignalWord.WARNING,
    r"airbag": SignalWord.WARNING,
    r"battery gas": SignalWord.WARNING,
    r"burns|vapour": SignalWord.WARNING,
    r"sharp edges": SignalWord.WARNING,
    r"swallowed": SignalWord.WARNING,
    r"pedal blocked|steering wheel": SignalWord.WARNING,
    r"bent|torn|broken|scratched": SignalWord.NOTICE,
    r"locked out|keys wiped|remotes lost": SignalWord.NOTICE,
    r"control unit destroyed|good wire cut|wrong part": SignalWord.NOTICE,
}
"""Every hazard that a title names, and the one level that it has. A new hazard is entered here."""
DANGEROUS_WORDS = {
    r"crush|pinch": SignalWord.WARNING,
    r"injure|kill|in your face|hit (your|someone)": SignalWord.WARNING,
    r"explod|bursts|acid": SignalWord.WARNING,
    r"burn (you|a child)": SignalWord.WARNING,
}
"""What may happen to a person, as the text says it: never told at a lower level."""


def callouts() -> list[tuple[str, Callout]]:
    """Return all safety messages of the guides, each with where it stands."""
    return [
        (f"{guide.id}#{step.id}", block)
        for guide in GUIDES
        for step in guide.steps
        for block in step.blocks
        if isinstance(block, Callout) and block.signal.is_safety
    ]


@pytest.mark.parametrize(("place", "callout"), callouts(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_hazard_has_one_level_everywhere(place: str, callout: Callout) -> None:
    title = plain(callout.title).lower()
    levels = {level for hazard, level in HAZARDS.items() if re.search(hazard, title)}
    assert levels == {callout.signal}, f"{place}: “{title}”"


@pytest.mark.parametrize(("place", "callout"), callouts(), ids=lambda value: value if isinstance(value, str) else "")
def test_harm_to_a_person_is_never_told_as_harm_to_a_thing(place: str, callout: Callout) -> None:
    words = " ".join(plain(text) for text in texts_of((callout,)))
    levels = {level for harm, level in DANGEROUS_WORDS.items() if re.search(harm, words, re.IGNORECASE)}
    assert levels <= {callout.signal}, f"{place}: {words}"


def test_hands_go_to_the_latch_only_past_a_warning() -> None:
    for step in LIBRARY.guide("tailgate-button").steps:
        if re.search(r"latch lever|push the claw|at the latch plug|reach in and press", words_of(step).lower()):
            titles = [plain(block.title).lower() for block in step.blocks if isinstance(block, Callout)]
            assert any("latch" in title and "jumping" in title for title in titles), step.id


def test_the_way_in_is_locked_until_nobody_can_press() -> None:
    step = LIBRARY.guide("tailgate-button").step("open-tailgate")
    (warning, *_), first = step.blocks, step.items[0]
    assert isinstance(warning, Callout)
    assert warning.signal is SignalWord.WARNING
    assert first.id == "open-clear"
    assert first in warning.blocks


# sources


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_source_says_where_to_look_it_up_in_words(source: Source) -> None:
    assert source.where.endswith(".")
    assert not re.search(r"https?:|www\.|\.(com|org|net|info|jp|ru|co\.uk)\b|\w@\w", source.where)


@pytest.mark.parametrize(("name", "source"), SOURCES.items(), ids=SOURCES)
def test_our_own_judgement_is_called_practice_and_said_to_be_in_no_print(name: str, source: Source) -> None:
    if name.startswith("our-") or name.endswith("-practice"):
        assert source.badge.startswith("P*")
    if name.startswith("our-"):
        assert source.where.startswith("Nowhere in print: the author’s own")


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_printed_source_does_not_own_up_to_being_practice(source: Source) -> None:
    if source.kind in (SourceKind.MANUAL, SourceKind.TRADE):
        confessions = r"common (\w+ )?(practice|knowledge)|from experience|nowhere in print|in no one print"
        assert not re.search(confessions, f"{source.detail} {source.where}", re.IGNORECASE)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_source_whose_car_is_not_known_is_not_about_this_car(source: Source) -> None:
    if "generation is not stated" in source.detail:
        assert source.badge[1:2] == "≈"


def test_the_kinds_that_were_once_too_kind() -> None:
    assert SOURCES["fuse-list"].badge == "A?"
    assert SOURCES["march-pad"].badge == "W≈?"
    assert (SOURCES["article"].badge, SOURCES["article-claims"].badge) == ("A?", "A??")


# readings that must not pass


def readings() -> Iterator[tuple[Guide, Step, Reading]]:
    """Yield each reading of the guides, with its step."""
    for guide in GUIDES:
        for step in guide.steps:
            yield from ((guide, step, item) for item in step.items if isinstance(item, Reading))


def reading(item_id: str) -> Reading:
    """Return a reading of the tailgate guide."""
    return next(item for guide, _, item in readings() if item.id == item_id and guide.id == "tailgate-button")


@pytest.mark.parametrize(
    ("item", "good", "bad"),
    [
        ("battery-volts", ["12.4", "12.9", "13.2"], ["12.3", "13.3", "14.2"]),
        ("signal-released", ["5", "7.5", "11", "12.4"], ["0", "4.9", "16"]),
        ("ground-ohms", ["0.4"], ["1.5", "20"]),
    ],
)
def test_what_a_reading_takes_for_good(item: str, good: list[str], bad: list[str]) -> None:
    limits = reading(item)
    low, high = limits.low or Decimal(0), limits.high
    assert high is not None
    assert [value for value in (*good, *bad) if low <= Decimal(value) <= high] == good


def test_where_ol_is_wanted_the_meter_that_shows_1_is_spoken_of() -> None:
    for guide, step, item in readings():
        if item.unit == "Ω" and item.low is not None and item.low >= OVER_RANGE:
            assert re.search(r"lone 1[^.]*type OL", words_of(step).replace("? T", " t")), f"{guide.id}#{step.id}"
    for step_id in ("meter-leads", "meter-ohms"):
        assert "type OL" in words_of(LIBRARY.guide("remote-key").step(step_id)).replace("Type", "type")


# recalls


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_the_recalls_are_named_the_gravest_first(guide: Guide) -> None:
    step = guide.step("recalls")
    words = words_of(step)
    for told in ("2 December 2002 to 12 May 2006", "133,869", "841,000", "May 2013", "R/2003/066"):
        assert told in words
    places = [words.index(part) for part in ("Steering wheel bolt, May 2013", "Ignition knob", "Driver's airbag")]
    assert places == sorted(places)
    cited = {run.source for text in texts_of(step.blocks) for run in text if isinstance(run, SourceMark)}
    assert cited == {"recalls", "recall-steering"}
    assert [item.id for item in step.items] == ["recalls-asked"]
