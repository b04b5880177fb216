"""Text as it is searched: words without capitals and accents, numbers however they are spaced.

``28268-AX61A``, ``28268 ax61a`` and ``28268AX61A`` all hold the word ``28268ax61a``; ``12.4 V`` holds ``12.4v``.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

_TOKEN = re.compile(r"[0-9]*(?i:km/h)|[0-9]+[.,][0-9]+[^\W_]*|[^\W_]+(?:['’][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_LEADING_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LONG_NUMBER = re.compile(r"[0-9]{3,}")
_JOINT = re.compile(r"\s?[-‐-―−]?\s?")
"""What may stand within a part number, or between a value and its unit."""
_CAPITALS = re.compile(r"[A-Z]{1,4}")
_MOST_JOINED = 5


class Token(Struct, frozen=True):
    """A word as it is searched, and where in the text it stands."""

    word: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return ``word`` as it is searched: small letters, no accents, a decimal point for a comma."""
    if word.isascii() and word.isalnum():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word)
    word = "".join(part for part in parts if not unicodedata.combining(part)).replace("’", "'").casefold()
    return word.lower().replace("'", "").replace(",", ".").replace("/", "")


def has_digit(word: str) -> bool:
    """Whether ``word`` is or holds a number, so that it must not be left out of a search."""
    return _DIGIT.search(word) is not None


def tokens(text: str) -> list[Token]:
    """Return the words of ``text`` in their order."""
    return [Token(fold(found[0]), *found.span()) for found in _TOKEN.finditer(text)]


def codes(text: str, words: Sequence[Token]) -> Iterator[Token]:
    """Yield what else the numbers among ``words`` can be found by: neighbours joined, and their parts."""
    if not has_digit(text):
        return
    for run in _runs(text, words):
        for start, first in enumerate(run):
            for end, last in enumerate(run[start + 1 : start + _MOST_JOINED], start + 2):
                joined = "".join(token.word for token in run[start:end])
                if has_digit(joined):
                    yield Token(joined, first.start, last.end)
    for token in words:
        if has_digit(token.word):
            yield from (Token(part, token.start, token.end) for part in _parts(token.word))


def all_tokens(text: str) -> list[Token]:
    """Return the words of ``text`` in their order, then what else its numbers can be found by."""
    words = tokens(text)
    return [*words, *codes(text, words)]


def _parts(code: str) -> set[str]:
    """Return the numbers within ``code`` that somebody may know it by: 2032 of CR2032, 433 of 433.92."""
    leading = _LEADING_NUMBER.match(code)
    parts = {*_LONG_NUMBER.findall(code), *([leading[0]] if leading else ())}
    return parts - {code}


def _runs(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield neighbours that may be one number: ``28268-AX61A``, ``CR 2032``, ``12.4 V``."""
    run: list[Token] = []
    for one, other in pairwise(words):
        if _belong_together(text, one, other):
            run = [*run, other] if run else [one, other]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _belong_together(text: str, one: Token, other: Token) -> bool:
    if has_digit(one.word) or (has_digit(other.word) and _CAPITALS.fullmatch(text, one.start, one.end)):
        return _JOINT.fullmatch(text, one.end, other.start) is not None
    return False
