"""What people typed, made fit to be set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.paper.typed import one_line, typed


@pytest.mark.parametrize(
    ("given_words", "set_words"),
    [
        ("Müller Жук Ω ₽ €5 #x $y$", "Müller Жук Ω ₽ €5 #x $y$"),
        ("u\N{COMBINING DIAERESIS}", "ü"),
        ("one\r\ntwo\rthree\n\nfour  \n", "one\ntwo\nthree\n\nfour"),
        ("a\tb\x00\x07\x1b[0m", "a b[0m"),
        ("ab\N{RIGHT-TO-LEFT OVERRIDE}cd\N{ZERO WIDTH SPACE}e", "abcde"),
        ("x\ud800y", "xy"),
    ],
)
def test_what_is_seen_stays_and_nothing_else(given_words: str, set_words: str) -> None:
    assert typed(given_words) == set_words


def test_one_line_is_one_line_no_longer_than_it_may_be() -> None:
    assert one_line("  one\n two\t three ") == "one two three"
    assert one_line("one two three", 8) == "one two…"
    assert one_line("one two", 7) == "one two"
    assert one_line("128\N{NO-BREAK SPACE}400  km") == "128\N{NO-BREAK SPACE}400 km"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_kept_as_utf_8(words: str) -> None:
    assert typed(words).encode().decode() == typed(words)
    assert "\n" not in one_line(words)
    assert len(one_line(words, 5)) <= 5
