"""The words of a hit that were looked for."""

import pytest

from micra_assistant.search import marking
from micra_assistant.search.folding import also, tokens
from micra_assistant.search.hits import Marked
from micra_assistant.search.marking import excerpt
from tests.search.shelf import shown

PHRASES = {"back": [("back", "door")]}


def marked(text: str, *words: str) -> Marked:
    """Return ``text`` with those of ``words`` marked that it holds."""
    plain = tokens(text)
    held = frozenset(token.word for token in (*plain, *also(text, plain, PHRASES)))
    return marking.marked(text, held.intersection(words), PHRASES)


@pytest.mark.parametrize(
    ("text", "words", "seen"),
    [
        ("Press the button", ("button", "press"), "[Press] the [button]"),
        ("Press the button", ("buttons",), "Press the button"),
        ("At 12.4 V or 12.4", ("12.4v",), "At [12.4 V] or 12.4"),
        ("At 12.4 V", ("12.4", "12.4v"), "At [12.4 V]"),
        ("The Back Door opens", ("back_door",), "The [Back Door] opens"),
        ("CR2032", ("2032",), "[CR2032]"),
        ("", ("a",), ""),
    ],
)
def test_what_is_sought_is_marked(text: str, words: tuple[str, ...], seen: str) -> None:
    assert shown(marked(text, *words)) == seen


def test_runs_make_up_the_text() -> None:
    assert list(Marked("one two", ((4, 7),)).runs()) == [("one ", False), ("two", True)]
    assert list(Marked("one").runs()) == [("one", False)]
    assert list(Marked("").runs()) == []


def test_a_short_line_is_shown_whole() -> None:
    line = marked("Press the button", "button")
    assert excerpt(line) == line


def test_a_long_line_is_shown_from_shortly_before_its_first_mark() -> None:
    line = marked("word " * 60 + "button " + "word " * 60, "button")
    seen = excerpt(line)
    assert len(seen.text) <= 152
    assert seen.text.startswith("…word word")
    assert seen.text.endswith("word…")
    assert "[button]" in shown(seen)


def test_a_long_line_without_a_mark_is_shown_from_its_beginning() -> None:
    assert excerpt(Marked("word " * 60)).text == "word " * 29 + "word…"


def test_a_line_without_spaces_is_cut_all_the_same() -> None:
    assert excerpt(Marked("x" * 1000)).text == "x" * 150 + "…"
