"""The words of a hit that were looked for: in its title, in the line that answers best, and in the step."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from micra_assistant.search.folding import Phrases, Token, also, tokens
from micra_assistant.search.hits import Marked, Place

_MOST_LETTERS = 150
_LETTERS_BEFORE = 40
_CUT = "…"
_KEPT = 256
"""Texts whose words are kept: more than a search shows."""


def marked(text: str, words: frozenset[str], phrases: Phrases) -> Marked:
    """Return ``text`` with these words marked, and those that are taken for one of them."""
    found = list(_words_of(text)) if words else []
    if not words <= {one.word for one in found}:
        found += also(text, found, phrases)
    return Marked(text, tuple(_merged(sorted((one.start, one.end) for one in found if one.word in words))))


@lru_cache(maxsize=_KEPT)
def _words_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text; what one letter finds the next one mostly finds again."""
    return tuple(tokens(text))


def excerpt(line: Marked) -> Marked:
    """Return what is shown of a long line: the part that begins shortly before its first mark."""
    text, first = line.text, line.marks[0][0] if line.marks else 0
    start = _word_start(text, first - _LETTERS_BEFORE) if len(text) > _MOST_LETTERS else 0
    end = _word_end(text, start + _MOST_LETTERS)
    before, after = _CUT if start else "", _CUT if end < len(text) else ""
    shift = start - len(before)
    marks = tuple((from_ - shift, to - shift) for from_, to in line.marks if start <= from_ and to <= end)
    return Marked(f"{before}{text[start:end]}{after}", marks)


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def _word_end(text: str, at: int) -> int:
    return at if at >= len(text) else max(text.rfind(" ", at - _LETTERS_BEFORE, at), 0) or at


def _merged(places: Iterable[Place]) -> Iterator[Place]:
    """Yield sorted places, those that overlap as one."""
    start, end = -1, -1
    for from_, to in places:
        if from_ >= end:
            if end > 0:
                yield start, end
            start, end = from_, to
        end = max(end, to)
    if end > 0:
        yield start, end
