"""What a key says, in its room."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from micra_assistant.ui.frame.key_words import KeyPens, KeyWords, _fits, pens_for, words_in
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


def room_for_three(pens: KeyPens) -> QSize:
    """Return the lowest room that three lines have, one of words and two of what with."""
    lines = [("", pens.words), ("", pens.detail), ("", pens.detail)]
    return QSize(130, next(height for height in range(200) if _fits(lines, QSize(130, height))))


@pytest.mark.parametrize("step", range(2))
def test_letters_keep_their_size_from_act_to_act(pens: list[KeyPens], step: int) -> None:
    room = room_for_three(pens[step])
    short, long = (words_in(("Back", detail), room, 0, pens) for detail in (SHORT, LONG))
    assert (len(short.lines), len(long.lines)) == (2, 3)
    assert sizes(short) == sizes(long)


def test_but_they_are_not_small_for_what_is_seldom_said(pens: list[KeyPens]) -> None:
    room = room_for_three(pens[2])
    short, long = (words_in(("Back", detail), room, 0, pens) for detail in (SHORT, LONG))
    assert (sizes(short), min(sizes(long))) == ({17, 14}, 11)
