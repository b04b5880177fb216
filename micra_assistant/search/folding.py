"""Text as it is searched: words without capitals and accents, numbers however they are spaced.

``28268-AX61A``, ``28268 ax61a`` and ``28268AX61A`` all hold the word ``28268ax61a``; ``12.4 V`` holds ``12.4v``;
``heat-shrink`` holds ``heatshrink``; and what the open job takes for one word, such as back door, is ``back_door``.
Numbers are figures of one script however they are written: three and ``٣`` are ``3``, and three times is ``3x``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from micra_assistant.numbers import ARABIC_MARK
from micra_assistant.search.numerals import WORDS, in_figures

READING = 2
"""Another number whenever words are read in another way, so that an index made before is made anew."""

_WORD = r"[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+)*+"
"""Letters and digits, with the accents that some keyboards put behind them."""
_TOKEN = re.compile(
    rf"(?<![0-9])[0-9]*+(?i:km/h)|(?:(?<![0-9])[0-9]++|(?<![\w.,]))[.,][0-9]++[^\W_]*+|{_WORD}(?:['’]{_WORD})*+|×"
)
_DECIMAL = re.compile(r"(?<![0-9])([0-9]*+)\.([0-9]{1,2})(?![0-9])")
_LOOK_ALIKES = str.maketrans("авекмнорстухі×", "abekmhopctyxix")
_DIGIT = re.compile(r"\d")
_LEADING_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LONG_NUMBER = re.compile(r"[0-9]{3,}")
_AFTER_NUMBER = re.compile(r"[0-9]{4,}([a-z]+[0-9][0-9a-z]*)")
_NAMED_NUMBER = re.compile(r"[a-z]{1,3}([0-9]+)")
_JOINT = re.compile(r"\s?[-‐-―−]?\s?")
"""What may stand within a part number, or between a value and its unit."""
_HYPHEN = re.compile(r"[-‐‑]")
_CAPITALS = re.compile(r"[A-Z]{1,4}")
_MOST_JOINED = 5
_MOST_OF_NUMBER = 8
"""Words."""
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
    """Return ``word`` as it is searched: small letters, no accents, a decimal point for a comma, 0.5 for .50."""
    if word.isascii() and word.isalnum():
        return word[:_MOST_LETTERS].lower()
    letters = unicodedata.normalize("NFKD", _in_one_script(word[:_MOST_LETTERS])).casefold().replace(",", ".")
    kept = "".join(letter for letter in letters if letter in ".×" or letter.isalnum())
    return _DECIMAL.sub(_shortest, _latin(kept), count=1)


def _in_one_script(text: str) -> str:
    """Return ``text``, letter for letter, with the figures of all scripts as 0 to 9."""
    if text.isascii():
        return text
    figures = _DIGIT.sub(lambda figure: str(unicodedata.decimal(figure[0])), text)
    return figures.replace(ARABIC_MARK, ".")


def _latin(word: str) -> str:
    """Return ``word`` in Latin letters if it looks so."""
    latin = word.translate(_LOOK_ALIKES)
    return latin if latin.isascii() else word


def _shortest(decimal: re.Match[str]) -> str:
    """Return a number without noughts that mean nothing."""
    whole, part = decimal[1] or "0", decimal[2].rstrip("0")
    return f"{whole}.{part}" if part else whole


def has_digit(word: str) -> bool:
    """Whether ``word`` is or holds a number, so that it must not be left out of a search."""
    return _DIGIT.search(word) is not None


def tokens(text: str) -> list[Token]:
    """Return the words of ``text`` in their order; what is a number in words is one, in figures."""
    plain = _in_one_script(text)
    folded = ((fold(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(plain))
    words = [Token(*token) for token in folded if token[0]]
    return words if WORDS.isdisjoint([token.word for token in words]) else list(_in_figures(words))


def _in_figures(words: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(words):
        number, used = in_figures([token.word for token in words[at : at + _MOST_OF_NUMBER]])
        yield Token(number, words[at].start, words[at + used - 1].end) if used else words[at]
        at += used or 1


def phrase(words: Iterable[str]) -> str:
    """Return several words as the one that they are taken for."""
    return "_".join(words)


def also(text: str, words: Sequence[Token], phrases: Phrases) -> list[Token]:
    """Return what else a text of these words can be found by: several words taken for one, numbers, their parts."""
    found = [*_phrases(words, phrases), *_compounds(text, words)]
    return [*found, *_codes(text, words)] if any(has_digit(token.word) for token in words) else found


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
    """Return the parts of ``code`` that it may be known by: 17 of F17, 2032 of CR2032, AX61A of 28268AX61A."""
    leading = _LEADING_NUMBER.match(code)
    named = _NAMED_NUMBER.fullmatch(code) or _AFTER_NUMBER.fullmatch(code)
    ends = {*([leading[0]] if leading else ()), *([named[1]] if named else ())}
    return {*_LONG_NUMBER.findall(code), *ends} - {code}


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
