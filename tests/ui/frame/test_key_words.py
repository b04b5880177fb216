"""What a key says, in its room."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from micra_assistant.ui.frame.key_words import KeyPens, KeyWords, pens_for, words_in
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme

SHORT, LONG = "to it", "Latch heard with a helper pressing"


@pytest.fixture
def pens(qapp: QApplication) -> list[KeyPens]:
    """Return the letters of a key, the largest first."""
    return pens_for(Look(load_theme(ThemeName.LIGHT)), qapp.font())


def sizes(shown: KeyWords) -> set[int]:
    """Return how large the letters are, in pixels."""
    return {letters.font.pixelSize() for _words, letters in shown.lines}


@pytest.mark.parametrize("height", [44, 46, 60])
def test_letters_keep_their_size_from_act_to_act(pens: list[KeyPens], height: int) -> None:
    short, long = (words_in(("Back", detail), QSize(130, height), 0, pens) for detail in (SHORT, LONG))
    assert (len(short.lines), len(long.lines)) == (2, 3)
    assert sizes(short) == sizes(long)


def test_where_no_letters_have_three_lines_they_are_as_large_as_they_can_be(pens: list[KeyPens]) -> None:
    assert sizes(words_in(("Back", ""), QSize(200, 24), 0, pens)) == {17}
