"""From a typed line to the words of the index that answer it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from micra_assistant.search.folding import has_digit, phrase, tokens
from micra_assistant.search.meaning import LEAST_PART, Meanings
from micra_assistant.search.terms import Correction, Query, Term
from micra_assistant.search.vocabulary import Vocabulary
from micra_assistant.search.wordlist import WordList, folded

_MOST_LETTERS = 300
_MOST_WORDS = 12
_LEAST_SPLIT = 8
"""Letters of two words that were written as one."""
_BARE = re.compile(r"[0-9]{1,2}")


class _Typed(Struct, frozen=True):
    """A word of the line: as it is searched, as it was typed, and whether it may go on."""

    word: str
    surface: str
    is_open: bool

    @property
    def has_figures(self) -> bool:
        """Whether it was typed in figures: then it must not be left out."""
        return has_digit(self.surface)


class Interpreter:
    """Understands a typed line by the words that there are."""

    def __init__(self, vocabulary: Vocabulary, wordlist: WordList) -> None:
        self._vocabulary = vocabulary
        self._wordlist = wordlist
        self._meanings = Meanings(vocabulary, wordlist)

    def query(self, line: str) -> Query:
        """Return what ``line`` asks for; its last word may be the beginning of one."""
        wanted: list[Term] = []
        corrections: list[Correction] = []
        unknown: list[_Typed] = []
        for part in self._parts(_typed(line)):
            if isinstance(part, Term):
                wanted.append(part)
            elif near := self._near(part):
                wanted.append(near[0])
                corrections.append(Correction(part.surface, near[1]))
            elif halves := self._halves(part.word):
                wanted += halves
            else:
                unknown.append(part)
        kept = () if _misses_a_number(wanted, unknown) else tuple(wanted[:_MOST_WORDS])
        left_out = tuple(one.surface for one in unknown)
        return Query(kept, tuple(corrections), left_out, folded(line[:_MOST_LETTERS]))

    def _parts(self, typed: Sequence[_Typed]) -> Iterator[Term | _Typed]:
        """Yield what is wanted, or the word itself where it occurs nowhere; small words are left out."""
        only_small = all(self._wordlist.is_small(one.word) for one in typed)
        at = 0
        while at < len(typed):
            length, wanted = self._longest(typed[at:])
            if wanted:
                yield wanted
            elif only_small or not self._wordlist.is_small(typed[at].word):
                yield self._word(typed[at]) or typed[at]
            at += length

    def _longest(self, typed: Sequence[_Typed]) -> tuple[int, Term | None]:
        """Return how many of the first words belong together, and what they mean."""
        for length in range(min(len(typed), _MOST_WORDS), 1, -1):
            if wanted := self._together(typed[:length]):
                return length, wanted
        return 1, None

    def _together(self, typed: Sequence[_Typed]) -> Term | None:
        words = [one.word for one in typed]
        joined = "".join(words)
        if self._wordlist.same_as(phrase(words)):
            return self._meanings.of_phrase(words)
        if any(map(has_digit, words)):
            return self._meanings.of_word(joined) if self._wordlist.same_as(joined) else self._number(typed)
        if len(words) == 2 and not all(self._vocabulary.known([word]) for word in words):
            return self._meanings.of_word(joined) if self._vocabulary.known([joined]) else None
        return None

    def _number(self, typed: Sequence[_Typed]) -> Term | None:
        """Return the part number, or the value with its unit, that was typed in several words."""
        joined = "".join(one.word for one in typed)
        if self._is_word(typed[0].word) or self._is_word(typed[-1].word):
            return self._meanings.of_value(joined)
        return self._meanings.of_number(joined, is_open=typed[-1].is_open)

    def _is_word(self, word: str) -> bool:
        """Whether ``word`` stands for itself, so that it is no part of a number as V and AX are."""
        return len(word) >= LEAST_PART and not has_digit(word) and bool(self._vocabulary.known([word]))

    def _word(self, typed: _Typed) -> Term | None:
        """Return what one word means, None if it is unknown."""
        if has_digit(typed.word) and not self._wordlist.same_as(typed.word):
            return self._meanings.of_number(typed.word, is_open=typed.has_figures and not _BARE.fullmatch(typed.word))
        return self._meanings.of_word(typed.word, is_open=typed.is_open)

    def _halves(self, word: str) -> tuple[Term, ...]:
        """Return what two words mean that a word was written together from.

        A misspelt word is not asked for its halves: soldring is no ring that is sold.
        """
        if len(word) < _LEAST_SPLIT or has_digit(word) or self._wordlist.is_correct(word):
            return ()
        for at in range(LEAST_PART, len(word) - LEAST_PART + 1):
            halves = word[:at], word[at:]
            if not any(map(self._wordlist.is_small, halves)) and len(self._vocabulary.known(halves)) == len(halves):
                return tuple(meaning for half in halves if (meaning := self._meanings.of_word(half)))
        return ()

    def _near(self, typed: _Typed) -> tuple[Term, str] | None:
        """Return what was plainly meant by a misspelt word."""
        if has_digit(typed.word) or self._wordlist.is_small(typed.word) or self._wordlist.is_correct(typed.word):
            return None
        near = self._vocabulary.near(typed.word, self._wordlist.spoken(typed.word[0]), is_start=typed.is_open)
        wanted = self._meanings.of_word(near) if near and not self._wordlist.is_small(near) else None
        return (wanted, near) if wanted else None


def _misses_a_number(wanted: Sequence[Term], unknown: Sequence[_Typed]) -> bool:
    """Whether a number occurs nowhere; of several short ones, such as those of fuses, some may be missing."""
    missing = [one.word for one in unknown if one.has_figures]
    some_are_there = any(one.is_number for one in wanted)
    return any(not (some_are_there and _BARE.fullmatch(word)) for word in missing)


def _typed(line: str) -> list[_Typed]:
    """Return the words of ``line``, so many as a search can use."""
    text = line[:_MOST_LETTERS]
    return [
        _Typed(token.word, text[token.start : token.end], is_open=token.end == len(text))
        for token in tokens(text)[: 2 * _MOST_WORDS]
    ]
