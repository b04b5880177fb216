"""From a typed line to the words of the index that answer it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from micra_assistant.search.folding import has_digit, phrase, tokens
from micra_assistant.search.vocabulary import Counts, Vocabulary
from micra_assistant.search.wanted import Correction, Query, Wanted
from micra_assistant.search.words import BenchWords, folded

_MOST_LETTERS = 300
_MOST_WORDS = 12
_MOST_BEGUN = (0, 12, 24, 48)
"""Words looked for when so many letters are typed."""
_LEAST_MISSPELT = 4
_LEAST_PART = 3
_VALUE_WITH_UNIT = re.compile(r"([0-9]+(?:\.[0-9]+)?)([^0-9.]+)")

_DOER = ("er", "or", "ers", "ors")
"""Endings of what does a thing: its stem would be the doing."""

_SAID = 1.0
_BEGUN = 0.9
_BEGUN_OF_KNOWN = 0.4
_SAME = 0.6
_SAME_AS_KNOWN = 0.4


class _Typed(Struct, frozen=True):
    """A word of the line: as it is searched, as it was typed, and whether it may go on."""

    word: str
    surface: str
    is_open: bool


class Interpreter:
    """Understands a typed line by the words that there are."""

    def __init__(self, vocabulary: Vocabulary, bench: BenchWords) -> None:
        self._vocabulary = vocabulary
        self._bench = bench

    def query(self, line: str) -> Query:
        """Return what ``line`` asks for; its last word may be the beginning of one."""
        typed = _typed(line)
        wanted: list[Wanted] = []
        corrections: list[Correction] = []
        unknown: list[str] = []
        for part in self._parts(typed):
            if isinstance(part, Wanted):
                wanted.append(part)
            elif near := self._near(part):
                wanted.append(near[0])
                corrections.append(Correction(part.surface, near[1]))
            else:
                unknown.append(part.surface)
        has_all_numbers = not any(map(has_digit, unknown))
        kept = tuple(wanted[:_MOST_WORDS]) if has_all_numbers else ()
        return Query(kept, tuple(corrections), tuple(unknown), folded(line[:_MOST_LETTERS]))

    def _parts(self, typed: Sequence[_Typed]) -> Iterator[Wanted | _Typed]:
        """Yield what is wanted, or the word itself where it occurs nowhere; small words are left out."""
        only_small = all(self._bench.is_small(one.word) for one in typed)
        at = 0
        while at < len(typed):
            length, wanted = self._longest(typed[at:])
            if wanted:
                yield wanted
            elif only_small or not self._bench.is_small(typed[at].word):
                yield from self._word(typed[at]) or (typed[at],)
            at += length

    def _longest(self, typed: Sequence[_Typed]) -> tuple[int, Wanted | None]:
        """Return how many of the first words belong together, and what they mean."""
        for length in range(min(len(typed), _MOST_WORDS), 1, -1):
            if wanted := self._together(typed[:length]):
                return length, wanted
        return 1, None

    def _together(self, typed: Sequence[_Typed]) -> Wanted | None:
        words = [one.word for one in typed]
        if any(map(has_digit, words)):
            if self._bench.same_as("".join(words)):
                return self._meaning("".join(words))
            stands_alone = self._is_word(words[0]) or self._is_word(words[-1])
            return self._number("".join(words), is_open=typed[-1].is_open, is_value=stands_alone)
        if self._bench.same_as(phrase(words)):
            return self._phrase(words)
        if len(words) == 2 and not all(self._vocabulary.known([word]) for word in words):
            joined = "".join(words)
            return self._meaning(joined) if self._vocabulary.known([joined]) else None
        return None

    def _is_word(self, word: str) -> bool:
        """Whether ``word`` stands for itself, so that it is no part of a number as V and AX are."""
        return len(word) >= _LEAST_PART and not has_digit(word) and bool(self._vocabulary.known([word]))

    def _word(self, typed: _Typed) -> tuple[Wanted, ...]:
        """Return what one word means, or each of two that it was written together from; nothing if unknown."""
        if has_digit(typed.word) and not self._bench.same_as(typed.word):
            number = self._number(typed.word, is_open=True, is_value=False)
            return (number,) if number else ()
        whole = self._meaning(typed.word, is_open=typed.is_open)
        return (whole,) if whole else self._halves(typed.word)

    def _number(self, word: str, *, is_open: bool, is_value: bool) -> Wanted | None:
        """Return a part number, or a value with its unit in all spellings; None if there is none.

        ``is_value`` says that it can be no part number, because it has an ordinary word in it.
        """
        spellings = self._spellings(word)
        forms = self._vocabulary.known([word, *spellings] if spellings or not is_value else [])
        if is_open and not (forms or is_value):
            forms = self._vocabulary.starting(word, _MOST_BEGUN[-1])
        return Wanted(dict.fromkeys(forms, _SAID), max(forms.values()), is_number=True) if forms else None

    def _spellings(self, value: str) -> list[str]:
        found = _VALUE_WITH_UNIT.fullmatch(value)
        return [found[1] + unit for unit in self._bench.same_as(found[2])] if found else []

    def _meaning(self, word: str, *, is_open: bool = False) -> Wanted | None:
        """Return a word with its kin and with what means the same; None if nothing of that occurs."""
        said = self._kin([word])
        begun = self._begun(word) if is_open else {}
        entries = [word, *said]
        if is_open and not said and len(word) >= _LEAST_PART:
            entries += self._bench.starting(word)
        others = [other for entry in entries for other in self._bench.same_as(entry)]
        same = self._kin([other for other in others if not self._bench.is_small(other)])
        forms = dict.fromkeys(same, _SAME_AS_KNOWN if said else _SAME)
        forms |= dict.fromkeys(begun, _BEGUN_OF_KNOWN if said else _BEGUN)
        forms |= dict.fromkeys(said, _SAID)
        return Wanted(forms, max((said or begun or same).values())) if forms else None

    def _begun(self, start: str) -> Counts:
        """Return the commonest words that begin so, but none that are small."""
        most = _MOST_BEGUN[min(len(start), _LEAST_PART)]
        begun = self._vocabulary.starting(start, 2 * most).items()
        return dict([(word, count) for word, count in begun if not self._bench.is_small(word)][:most])

    def _phrase(self, words: Sequence[str]) -> Wanted | None:
        """Return what several words mean as one, or apart."""
        whole = self._meaning(phrase(words)) or Wanted({}, 0)
        apart = [self._meaning(word) for word in words if not self._bench.is_small(word)]
        known = tuple(one for one in apart if one)
        if len(known) < len(apart) or len(known) < 2:
            return whole if whole.forms else None
        return Wanted(whole.forms, whole.documents or min(one.documents for one in known), apart=known)

    def _kin(self, words: Sequence[str]) -> Counts:
        """Return those of ``words`` that occur, and the others of their stem: press, pressed, pressing.

        An opener is not what is open: of such words only singular and plural are kin.
        """
        doers = [word for word in words if word.endswith(_DOER)]
        others = [word for word in words if not word.endswith(_DOER)]
        numbers = [form for word in doers for form in (f"{word}s", word.removesuffix("s"))]
        known = self._vocabulary.known([*words, *numbers])
        return known | self._vocabulary.families(others)

    def _halves(self, word: str) -> tuple[Wanted, ...]:
        for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            halves = word[:at], word[at:]
            if len(self._vocabulary.known(halves)) == len(halves):
                return tuple(meaning for half in halves if (meaning := self._meaning(half)))
        return ()

    def _near(self, typed: _Typed) -> tuple[Wanted, str] | None:
        """Return what was probably meant by a misspelt word."""
        if len(typed.word) < _LEAST_MISSPELT or has_digit(typed.word) or self._bench.is_small(typed.word):
            return None
        entries = (entry for entry in self._bench.starting(typed.word[0]) if "_" not in entry)
        near = self._vocabulary.near(typed.word, entries, is_start=typed.is_open)
        wanted = self._meaning(near) if near else None
        return (wanted, near) if wanted else None


def _typed(line: str) -> list[_Typed]:
    """Return the words of ``line``, so many as a search can use."""
    text = line[:_MOST_LETTERS]
    return [
        _Typed(token.word, text[token.start : token.end], is_open=token.end == len(text))
        for token in tokens(text)[: 2 * _MOST_WORDS]
    ]
