"""Text as it is searched."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from micra_assistant.search.folding import also, fold, tokens

PHRASES = {"back": [("back", "door"), ("back", "door", "opener")]}


def words(text: str) -> list[str]:
    """Return the words of ``text`` in their order."""
    return [token.word for token in tokens(text)]


def extra(text: str) -> set[str]:
    """Return what else ``text`` can be found by."""
    return {token.word for token in also(text, tokens(text), PHRASES)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Press the BUTTON.", ["press", "the", "button"]),
        ("Türgriff, E\u0301tau", ["turgriff", "etau"]),
        ("Don't, don’t", ["dont", "dont"]),
        ("12.4 V or 12,4V", ["12.4", "v", "or", "12.4v"]),
        ("under 5 km/h", ["under", "5", "kmh"]),
        ("1 Ω, 1 \u2126", ["1", "ω", "1", "ω"]),
        ("кнопка — ✓ 🔧 _ ''", ["кнопка"]),
        ("½ ⑴", ["12", "1"]),
        ("", []),
    ],
)
def test_words_lose_their_capitals_and_accents(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["28268-AX61A", "28268 AX61A", "28268AX61A", "28268–ax61a", "28268 - AX61A"])
def test_a_part_number_is_one_word_however_it_is_written(text: str) -> None:
    assert "28268ax61a" in {*words(text), *extra(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CR 2032", {"cr2032"}),
        ("CR2032", {"2032"}),
        ("12.4 V", {"12.4v"}),
        ("5WK4 876", {"5wk4876", "5"}),
        ("433.92 MHz", {"433.92mhz", "433"}),
        ("F6, F17", {"6", "17"}),
        ("look at 12", set()),
        ("heat-shrink tube", {"heatshrink"}),
        ("open - shut", set()),
        ("the back door opener", {"back_door", "back_door_opener"}),
        ("back. Door", {"back_door"}),
        ("door back", set()),
    ],
)
def test_what_else_a_text_can_be_found_by(text: str, found: set[str]) -> None:
    assert extra(text) == found


@given(st.text())
@example("SECOND")
@example("the twenty-first one")
def test_every_word_stands_where_it_says(text: str) -> None:
    plain = tokens(text)
    for token in plain:
        found = text[token.start : token.end]
        assert token.word in (fold(found), *(alone.word for alone in tokens(found)))  # a number may be in words
    assert all(0 <= token.start < token.end <= len(text) for token in also(text, plain, PHRASES))


@given(st.text())
def test_a_folded_word_is_one_word_of_the_index(text: str) -> None:
    for token in tokens(text):
        assert token.word
        assert all(letter in "._" or letter.isalnum() for letter in token.word)
        assert not any(letter.isspace() for letter in token.word)
