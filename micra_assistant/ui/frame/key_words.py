"""What a key says, in its room: whole, in smaller letters where it must be, cut short only where nothing else helps."""

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.sized_letters import SizedLetters
from micra_assistant.ui.style.wrapped import wrapped

_WORDS, _DETAIL = 17, 14
"""Sizes of letters at scale 1, in pixels."""
_SHARES = ((1, 1), (1, 0.9), (1, 0.8), (1, 0.7), (0.85, 0.8), (0.85, 0.7), (0.7, 0.7), (0.7, 0.6))
"""Steps in which they are smaller where there is too much to say, words and what with."""
_WITH_CAP = 2
"""With the first so many of these steps there may be a cap beside the words."""
_LEAST = 11
"""No letters are smaller, in pixels."""
_CLOSE, _FREE = 0.8, 0.1
"""How close three lines or more stand, in parts of their height, and what of the key's is free over and below them."""
_MOST_WORDS, _MOST_DETAIL = 2, 3
"""Lines that the words have at the most, and what with."""

Lines = list[tuple[str, SizedLetters]]


class KeyPens(NamedTuple):
    """The letters of a key in one size."""

    words: SizedLetters
    detail: SizedLetters


class KeyWords(NamedTuple):
    """The lines that are shown, and whether that is all, with the cap beside it or without."""

    lines: Lines
    is_whole: bool
    has_cap: bool

    @property
    def width(self) -> int:
        """How wide the lines are."""
        return max((letters.width(words) for words, letters in self.lines), default=0)

    @property
    def pitch(self) -> float:
        """How far each line is below the one before, in parts of its height."""
        return _pitch(self.lines)


def pens_for(look: Look, font: QFont) -> list[KeyPens]:
    """Return the letters of a key, the largest first."""
    return [
        KeyPens(_letters(look, font, _WORDS * words, bold=True), _letters(look, font, _DETAIL * detail))
        for words, detail in _SHARES
    ]


def words_in(said: tuple[str, str], room: QSize, beside_cap: int, pens: list[KeyPens]) -> KeyWords:
    """Return what a key says in a room, of which so much of the width is left ``beside_cap``; 0: there is no cap.

    The letters are those of which a key holds three lines, if that takes one step at the most: so they stay the same
    with nearly every act. The cap goes only where it lets the words be larger.
    """
    usual = next((place for place, letters in enumerate(pens[:_WITH_CAP]) if _holds_three(letters, room)), 0)
    shapes = [(letters, True) for letters in pens[usual:_WITH_CAP] if beside_cap > 0]
    shapes += [(letters, False) for letters in pens[usual:]]
    for letters, has_cap in shapes:
        width = beside_cap if has_cap else room.width()
        lines, is_whole = _shaped(said, QSize(width, room.height()), letters)
        if is_whole:
            break
    return KeyWords(lines, is_whole, has_cap)


def _letters(look: Look, font: QFont, pixels: float, *, bold: bool = False) -> SizedLetters:
    return SizedLetters(font, max(_LEAST, look.size(pixels)), bold=bold)


def _shaped(said: tuple[str, str], room: QSize, pens: KeyPens) -> tuple[Lines, bool]:
    """Return the lines in a size, and whether they say all: what does, the words on one line if they can be."""
    shapes = (_wrapped(said, room, pens, most) for most in range(1, _MOST_WORDS + 1))
    first = next(shapes)
    return first if first[1] else next((shape for shape in shapes if shape[1]), first)


def _wrapped(said: tuple[str, str], room: QSize, pens: KeyPens, most: int) -> tuple[Lines, bool]:
    """Return the words on at most so many lines, and below them as much of the rest as there is height for."""
    words, detail = said
    lines = [(line, pens.words) for line in wrapped(words, pens.words, room.width(), most)]
    whole = [words, detail] if detail else [words]
    if detail and (most_below := _room_below(lines, room, pens)):
        lines += [(line, pens.detail) for line in wrapped(detail, pens.detail, room.width(), most_below)]
    shown = " ".join(line for line, _letters in lines)
    return lines, shown == " ".join(whole) and _fits(lines, room)


def _holds_three(pens: KeyPens, room: QSize) -> bool:
    return _fits([("", pens.words), ("", pens.detail), ("", pens.detail)], room)


def _room_below(lines: Lines, room: QSize, pens: KeyPens) -> int:
    """Return how many lines of the rest there is height for below the words."""
    counts = range(_MOST_DETAIL, 0, -1)
    return next((count for count in counts if _fits([*lines, *[("", pens.detail)] * count], room)), 0)


def _fits(lines: Lines, room: QSize) -> bool:
    free = _FREE if len(lines) > 2 else 0
    return sum(letters.height for _words, letters in lines) * _pitch(lines) <= room.height() * (1 - free)


def _pitch(lines: Lines) -> float:
    return _CLOSE if len(lines) > 2 else 1
