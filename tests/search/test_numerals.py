"""Numbers that are written as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.search.folding import tokens
from micra_assistant.search.numerals import WORDS, in_figures


@pytest.mark.parametrize(
    ("text", "figures", "words"),
    [
        ("three times", "3", 1), ("zero", "0", 1), ("nineteen", "19", 1), ("twenty", "20", 1),
        ("twenty five amps", "25", 2), ("twenty eleven", "20", 1), ("ninety nine", "99", 2),
        ("one hundred", "100", 2), ("four hundred and thirty three MHz", "433", 5), ("two hundred and off", "200", 2),
        ("twelve point four volts", "12.4", 3), ("zero point zero five", "0.05", 4), ("one point", "1", 1),
        ("three point off", "3", 1), ("twice", "2x", 1), ("thrice", "3x", 1), ("second hand", "2nd", 1),
        ("fifth door", "5th", 1), ("times", "", 0), ("hundred", "", 0), ("point five", "", 0), ("and", "", 0),
    ],
)  # fmt: skip
def test_a_number_in_words_is_read(text: str, figures: str, words: int) -> None:
    assert in_figures(text.split()) == (figures, words)


@given(st.lists(st.sampled_from([*sorted(WORDS), "hundred", "and", "point", "times"]), min_size=1, max_size=9))
def test_no_word_is_taken_twice_or_lost(words: list[str]) -> None:
    figures, used = in_figures(words)
    assert bool(figures) == bool(used) == (words[0] in WORDS)
    assert used <= len(words)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("press three times", "press 3 times"), ("Twenty-five amps", "25 amps"), ("٣ times", "3 times"),
        ("१२ volts", "12 volts"), ("12,40 V", "12.4 V"), (".5 ohm", "0.5 ohm"), ("3.0 V", "3 V"),
        ("second-hand", "2nd-hand"), ("fifth door", "5th door"), ("thrice", "3x"), ("3 ×", "3 x"),
        ("СR2032", "CR2032"), ("К12", "K12"), ("CR２０３２", "CR2032"),
    ],
)  # fmt: skip
def test_numbers_are_the_same_however_they_are_written(text: str, other: str) -> None:
    assert [token.word for token in tokens(text)] == [token.word for token in tokens(other)]


@pytest.mark.parametrize(
    ("text", "word"), [("1.200", "1.200"), ("12.405", "12.405"), ("μA", "μa"), ("кнопка", "кнопка")]
)
def test_what_may_mean_something_else_stays(text: str, word: str) -> None:
    assert [token.word for token in tokens(text)] == [word]
