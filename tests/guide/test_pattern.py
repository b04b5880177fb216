"""Patterns of written words: what fits, what is refused, and that none takes long."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide.entering import MOST_LETTERS
from micra_assistant.guide.pattern import PatternError, fits, forms_of

NUMBER = "[0-9]{5}-?[0-9A-Z]{5}"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (NUMBER, "12345-AB123"),
        (NUMBER, " 12345AB123 "),
        (NUMBER, "12345-ab123"),
        (NUMBER, "12345-АВ123"),  # Cyrillic
        ("[0-9A-Z-]{5,20}", "A-1-B"),
        ("[.-]", "-"),
        ("5WK4 ?[0-9]{3}|CE", "5wk4 876"),
        ("5WK4 ?[0-9]{3}|CE", "CE"),
        ("[A-Z]{1,3}A", "AAA"),
        (".{3}", "Ω ?"),
    ],
)
def test_words_fit(pattern: str, words: str) -> None:
    assert fits(pattern, words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (NUMBER, "1234-AB123"),
        (NUMBER, "12345-AB1234"),
        (NUMBER, "12345_AB123"),
        (NUMBER, "x12345-AB123"),
        ("[.-]", "A"),
        ("A|B", "AB"),
    ],
)
def test_words_do_not_fit(pattern: str, words: str) -> None:
    assert not fits(pattern, words)


@pytest.mark.parametrize(
    ("pattern", "trouble"),
    [
        ("A*", "“*” is not understood"),
        ("A+B", "“+B” is not understood"),
        ("(A{5}){5}", "“(A{5}){5}” is not understood"),
        ("[^A]", "“[^A]” is not understood"),
        ("[A", "“[A” is not understood"),
        (r"\d", r"“\d” is not understood"),
        ("A{,5}", "“{,5}” is not understood"),
        ("A{5,2}", "{5,2}: the first number is the least"),
        ("A{201}", "{201}: the first number is the least"),
        ("[Z-A]", "Z-A runs backwards"),
        ("A{0}", "1 to 200 letters"),
        ("A|", "1 to 200 letters"),
        ("A{200}B", "1 to 200 letters"),
        ("A" * 201, "at most 200 letters"),
    ],
)
def test_what_is_no_sound_pattern_is_refused(pattern: str, trouble: str) -> None:
    with pytest.raises(PatternError, match=re.escape(trouble)):
        forms_of(pattern)


PIECE = st.tuples(st.sampled_from(["A", "[A-C]", "[B-]", "."]), st.sampled_from(["", "?", "{2}", "{0,3}", "{1,2}"]))
PATTERN = st.lists(PIECE.map("".join), min_size=1, max_size=5).map("".join).filter(lambda text: text.strip("{0}"))


@given(st.lists(PATTERN, min_size=1, max_size=3).map("|".join), st.text("ABCD-", max_size=12))
def test_they_mean_what_regular_expressions_mean(pattern: str, words: str) -> None:
    assert fits(pattern, words) == bool(re.fullmatch(pattern, words))


def test_the_steps_of_the_dearest_pattern_are_bounded() -> None:
    """Each piece looks at each place once: no more than that, where re would try every way to share the letters."""
    pattern = ".{0,20}" * 10
    assert sum(piece.most for (form,) in [forms_of(pattern)] for piece in form) <= MOST_LETTERS
    assert not fits(pattern + "|" + "A?" * 60, "A" * MOST_LETTERS + "!")
