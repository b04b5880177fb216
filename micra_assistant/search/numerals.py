"""Numbers in words, as figures: three is 3, twenty-five is 25, twelve point four is 12.4, and twice is 2x."""

from collections.abc import Sequence
from itertools import takewhile

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "fourth fifth sixth seventh eighth ninth tenth"
_ONES = {word: one for one, word in enumerate(_SMALL.split())}
_TENS = {word: 10 * tens for tens, word in enumerate(_ROUND.split(), 2)}
_WHOLE = {word: f"{place}th" for place, word in enumerate(_ORDINALS.split(), 4)}
_WHOLE |= {"first": "1st", "second": "2nd", "third": "3rd", "twice": "2x", "thrice": "3x"}
_HUNDRED, _AND, _POINT = "hundred", "and", "point"

WORDS = frozenset((*_ONES, *_TENS, *_WHOLE))
"""What the word of a number begins with."""


def in_figures(words: Sequence[str]) -> tuple[str, int]:
    """Return the number that ``words`` begin with, and how many of them it is: none if they begin with no number."""
    if words[0] in _WHOLE:
        return _WHOLE[words[0]], 1
    value, used = _below_thousand(words)
    if not used:
        return "", 0
    decimals = "".join(str(_ONES[word]) for word in takewhile(_is_figure, words[used + 1 :]))
    if decimals and words[used] == _POINT:
        return f"{value}.{decimals}", used + 1 + len(decimals)
    return str(value), used


def _is_figure(word: str) -> bool:
    return _ONES.get(word, 10) < 10


def _below_thousand(words: Sequence[str]) -> tuple[int, int]:
    value, used = _below_hundred(words)
    if not used or list(words[used : used + 1]) != [_HUNDRED]:
        return value, used
    joint = 1 if list(words[used + 1 : used + 2]) == [_AND] else 0
    more, further = _below_hundred(words[used + 1 + joint :])
    return 100 * value + more, used + 1 + (joint + further if further else 0)


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    first, second = [*words[:2], "", ""][:2]
    if first in _TENS:
        one = _ONES[second] if _is_figure(second) else 0
        return _TENS[first] + one, 2 if one else 1
    return (_ONES[first], 1) if first in _ONES else (0, 0)
