"""Which word was meant by a misspelt one: only one that is plainly the same, a slip or two away.

A slip is two neighbours swapped, a letter doubled or not doubled, one left out, or one for another that sounds like it
or lies beside it on the keyboard. The fewer letters a word has, the more words of the language are so near to it, and
the fewer slips are believed; its ending does not count, for all words have the same few: lacking is not locking.
"""

import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase

_Rest = tuple[str, str, str]
"""What is left of the typed and of the meant word, and the letter that was before it."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("aeiouy", "ckqs", "sz", "gj", "fv", "vw", "dt", "bp", "mn")
_BESIDE = tuple(row[at : at + 2] for row in _ROWS for at in range(len(row) - 1))
_ALIKE = frozenset(one + other for group in (*_SOUNDS, *_BESIDE) for one in group for other in group)
_ENDING = re.compile(r"(?:ings?|e[drs]|ers|ly|s)$")
_DOUBLE_AT_END = re.compile(r"(.)\1$")
_LEAST_LETTERS_OF_WORD = 5
_LETTERS_FOR_TWO = 8
_LEAST_WITHOUT_FIRST = 6
FAR = 9
"""More slips than are ever believed."""


def slips(typed: str, meant: str) -> int:
    """Return the number of slips from ``meant`` to ``typed``, FAR if they are not believed to be the same word."""
    letters = _letters_that_count(typed)
    kinds = tuple(kind for kind, least in _LEAST_LETTERS.items() if letters >= least)
    most = 2 if letters >= _LETTERS_FOR_TWO else 1
    counted = _counted((typed, meant, ""), kinds, most)
    return counted if counted <= most else FAR


def slips_of_start(typed: str, meant: str) -> int:
    """Return 1 if ``meant`` begins as ``typed`` with two letters swapped, else FAR: too many words begin alike."""
    if len(typed) < _LEAST_LETTERS_OF_WORD:
        return FAR
    return 1 if _counted((typed, meant[: len(typed)], ""), (_swapped,), 1) == 1 else FAR


def first_letter_slips(typed: str) -> list[str]:
    """Return the words that ``typed`` may be by a slip at its first letter: it is left out, or changed places."""
    left_out = ascii_lowercase if _letters_that_count(typed) >= _LEAST_WITHOUT_FIRST else ""
    swapped = [typed[1] + typed[0] + typed[2:]] if len(typed) >= _LEAST_LETTERS_OF_WORD else []
    return [*swapped, *(letter + typed for letter in left_out)]


def _letters_that_count(word: str) -> int:
    """Return the number of letters without the ending; none of a word that is too short to judge."""
    return 0 if len(word) < _LEAST_LETTERS_OF_WORD else len(_DOUBLE_AT_END.sub(r"\1", _ENDING.sub("", word)))


def _counted(rest: _Rest, kinds: "tuple[_Kind, ...]", most: int) -> int:
    typed, meant, before = _without_same_start(rest)
    if typed == meant:
        return 0
    if not most:
        return FAR
    rests = (left for kind in kinds for left in kind(typed, meant, before))
    return 1 + min((_counted(left, kinds, most - 1) for left in rests), default=FAR)


def _without_same_start(rest: _Rest) -> _Rest:
    typed, meant, before = rest
    same = 0
    while typed[same : same + 1] == meant[same : same + 1] != "":
        same += 1
    return typed[same:], meant[same:], typed[same - 1] if same else before


def _swapped(typed: str, meant: str, _: str) -> Iterator[_Rest]:
    if len(meant) > 1 and typed[:2] == meant[1] + meant[0]:
        yield typed[2:], meant[2:], typed[1]


def _doubled(typed: str, meant: str, before: str) -> Iterator[_Rest]:
    if typed[:1] == before != "":
        yield typed[1:], meant, before
    if meant[:1] == before != "":
        yield typed, meant[1:], before


def _left_out(typed: str, meant: str, before: str) -> Iterator[_Rest]:
    if meant:
        yield typed, meant[1:], before


def _another(typed: str, meant: str, _: str) -> Iterator[_Rest]:
    if typed[:1] + meant[:1] in _ALIKE:
        yield typed[1:], meant[1:], typed[0]


_Kind = Callable[[str, str, str], Iterator[_Rest]]
_LEAST_LETTERS: dict[_Kind, int] = {_swapped: 4, _doubled: 4, _left_out: 5, _another: 6}
"""How many letters a word must have without its ending for a slip of this kind to be believed."""
