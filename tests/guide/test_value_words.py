"""Readings and counts with their units and nouns, and what is said of them."""

import pytest

from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Count, Reading
from micra_assistant.guide.value_words import counted, how_many, value_words
from micra_assistant.guide.verdict_words import WORDS, verdict_word
from tests.spaces import spaced

OHMS = Reading(id="r", label=(), unit="Ω")
CLIPS = Count(id="c", label=(), noun="clip")
BUSHES = Count(id="b", label=(), noun="bush", plural="bushes")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("0.3", "0.3 Ω"),
        (" 0,3 ", "0,3 Ω"),
        ("-2", "-2 Ω"),
        ("1.2k", "1.2 kΩ"),
        ("1.2 K", "1.2 kΩ"),
        ("3M", "3 MΩ"),
        ("4k7", "4k7"),
        ("250 mV", "250 mV"),
        ("OL", "OL"),
        ("1 ?", "1 ?"),
        ("lots", "lots"),
        ("  ", ""),
    ],
)
def test_a_bare_number_gets_its_unit_and_everything_else_stays(typed: str, words: str) -> None:
    assert spaced(value_words(OHMS, typed)) == words


@pytest.mark.parametrize(("typed", "words"), [("1", "1 clip"), ("11", "11 clips"), ("a few", "a few"), ("", "")])
def test_a_count_gets_the_name_of_the_things(typed: str, words: str) -> None:
    assert spaced(value_words(CLIPS, typed)) == words


def test_an_author_can_say_what_more_than_one_are_called() -> None:
    assert [spaced(counted(number, BUSHES)) for number in (0, 1, 2)] == ["0 bushes", "1 bush", "2 bushes"]
    assert how_many(BUSHES) == "how many bushes"


def test_every_verdict_has_a_word_of_its_own() -> None:
    assert set(WORDS) == set(Verdict)
    assert len({verdict_word(verdict) for verdict in Verdict}) == len(Verdict)
