"""Text as it is searched: words without capitals and accents, numbers however they are spaced.

``28268-AX61A``, ``28268 ax61a`` and ``28268AX61A`` all hold the word ``28268ax61a``; ``12.4 V`` holds ``12.4v``;
``heat-shrink`` holds ``heatshrink``; and what the bench takes for one word, such as back door, is ``back_door``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

_WORD = r"[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+)*+"
"""Letters and digits, with the accents that some keyboards put behind them."""
_TOKEN = re.compile(rf"(?<![0-9])[0-9]*+(?i:km/h)|(?<![0-9])[0-9]++[.,][0-9]++[^\W_]*+|{_WORD}(?:['’]{_WORD})*+")
_DIGIT = re.compile(r"\d")
_LEADING_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LONG_NUMBER = re.compile(r"[0-9]{3,}")
_JOINT = re.compile(r"\s?[-‐-―−]?\s?")
"""What may stand within a part number, or between a value and its unit."""
_HYPHEN = re.compile(r"[-‐‑]")
_CAPITALS = re.compile(r"[A-Z]{1,4}")
_MOST_JOINED = 5
_MOST_LETTERS = 40
"""Of a word; what is longer is searched by its beginning."""

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""Words that are taken for one, by the first of them."""


class Token(Struct, frozen=True):
    """A word as it is searched, and where in the text it stands."""

    word: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return ``word`` as it is searched: small letters, no accents, a decimal point for a comma."""
    if word.isascii() and word.isalnum():
        return word[:_MOST_LETTERS].lower()
    letters = unicodedata.normalize("NFKD", word[:_MOST_LETTERS]).casefold().replace(",", ".")
    return "".join(letter for letter in letters if letter == "." or letter.isalnum())


def has_digit(word: str) -> bool:
    """Whether ``word`` is or holds a number, so that it must not be left out of a search."""
    return _DIGIT.search(word) is not None


def tokens(text: str) -> list[Token]:
    """Return the words of ``text`` in their order."""
    folded = ((fold(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text))
    return [Token(*token) for token in folded if token[0]]


def phrase(words: Iterable[str]) -> str:
    """Return several words as the one that they are taken for."""
    return "_".join(words)


def also(text: str, words: Sequence[Token], phrases: Phrases) -> list[Token]:
    """Return what else a text of these words can be found by: several words taken for one, numbers, their parts."""
    found = [*_phrases(words, phrases), *_compounds(text, words)]
    return [*found, *_codes(text, words)] if has_digit(text) else found


def _phrases(words: Sequence[Token], phrases: Phrases) -> Iterator[Token]:
    for at, first in enumerate(words):
        for wanted in phrases.get(first.word, ()):
            there = words[at : at + len(wanted)]
            if tuple(token.word for token in there) == wanted:
                yield Token(phrase(wanted), first.start, there[-1].end)


def _compounds(text: str, words: Sequence[Token]) -> Iterator[Token]:
    """Yield words with a hyphen as one."""
    if _HYPHEN.search(text):
        for one, other in pairwise(words):
            if other.start == one.end + 1 and _HYPHEN.match(text, one.end):
                yield Token(one.word + other.word, one.start, other.end)


def _codes(text: str, words: Sequence[Token]) -> Iterator[Token]:
    """Yield what else the numbers among ``words`` can be found by: neighbours joined, and their parts."""
    for run in _runs(text, words):
        for start, first in enumerate(run):
            for end, last in enumerate(run[start + 1 : start + _MOST_JOINED], start + 2):
                joined = "".join(token.word for token in run[start:end])
                if has_digit(joined):
                    yield Token(joined, first.start, last.end)
    for token in words:
        if has_digit(token.word):
            yield from (Token(part, token.start, token.end) for part in _parts(token.word))


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
