"""A typed line, and the words of the index that answer it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from micra_assistant.search.folding import has_digit, tokens
from micra_assistant.search.vocabulary import Counts, Vocabulary, quoted
from micra_assistant.search.words import BenchWords

_MOST_LETTERS = 300
_MOST_LETTERS_IN_WORD = 40
_MOST_WORDS = 12
_MOST_BEGUN = 64
_LEAST_MISSPELT = 4
_LEAST_PART = 3
_VALUE_WITH_UNIT = re.compile(r"([0-9]+(?:\.[0-9]+)?)([^0-9.]+)")

_SAID = 1.0
_BEGUN = 0.9
_BEGUN_OF_KNOWN = 0.4
_SAME = 0.6
_SAME_AS_KNOWN = 0.4


class Wanted(Struct, frozen=True):
    """One thing looked for: the words that count as it, each with how well, and about how many documents have one."""

    forms: dict[str, float]
    documents: int
    is_number: bool = False

    @property
    def match(self) -> str:
        """The FTS5 expression."""
        return "(" + " OR ".join(map(quoted, self.forms)) + ")"


class Correction(Struct, frozen=True):
    """A word that occurs nowhere, and the one that was looked for in its place."""

    typed: str
    shown: str


class Query(Struct, frozen=True):
    """What a line asks for. ``unknown`` are its words that occur nowhere, ``title`` is the line as a title."""

    wanted: tuple[Wanted, ...]
    corrections: tuple[Correction, ...] = ()
    unknown: tuple[str, ...] = ()
    title: str = ""


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
        title = " ".join(one.word for one in typed)
        return Query(tuple(wanted[:_MOST_WORDS]), tuple(corrections), tuple(unknown), title)

    def _parts(self, typed: Sequence[_Typed]) -> Iterator[Wanted | _Typed]:
        """Yield what is wanted, or the word itself where it occurs nowhere; small words are left out."""
        only_small = all(self._bench.is_small(one.word) for one in typed)
        at = 0
        while at < len(typed):
            length, wanted = self._longest(typed[at:])
            if wanted:
                yield wanted
            elif only_small or not self._bench.is_small(typed[at].word):
                yield self._word(typed[at]) or typed[at]
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
            one_number = not any(map(self._is_word, words))
            return self._number("".join(words), is_open=typed[-1].is_open) if one_number else None
        if len(words) <= self._bench.longest and self._bench.same_as(" ".join(words)):
            return self._meaning(" ".join(words))
        if len(words) == 2 and not all(self._vocabulary.known([word]) for word in words):
            joined = "".join(words)
            return self._meaning(joined) if self._vocabulary.known([joined]) else None
        return None

    def _is_word(self, word: str) -> bool:
        """Whether ``word`` stands for itself, so that it is no part of a number as V and AX are."""
        return len(word) >= _LEAST_PART and not has_digit(word) and bool(self._vocabulary.known([word]))

    def _word(self, typed: _Typed) -> Wanted | None:
        """Return what one word means; None if it occurs nowhere."""
        if has_digit(typed.word):
            return self._number(typed.word, is_open=True) or Wanted({}, 0, is_number=True)
        return self._meaning(typed.word, is_open=typed.is_open) or self._split(typed.word)

    def _number(self, word: str, *, is_open: bool) -> Wanted | None:
        """Return a part number, or a value with its unit in all spellings; None if there is none."""
        forms = self._vocabulary.known([word]) or self._vocabulary.known(self._spellings(word))
        if not forms and is_open:
            forms = self._vocabulary.starting(word, _MOST_BEGUN)
        return Wanted(dict.fromkeys(forms, _SAID), max(forms.values()), is_number=True) if forms else None

    def _spellings(self, value: str) -> list[str]:
        found = _VALUE_WITH_UNIT.fullmatch(value)
        return [found[1] + unit for unit in self._bench.same_as(found[2])] if found else []

    def _meaning(self, word: str, *, is_open: bool = False) -> Wanted | None:
        """Return a word or words with their kin, and with what means the same."""
        said = _counted(self._vocabulary, [word])
        begun = self._vocabulary.starting(word, _MOST_BEGUN) if is_open else {}
        entries = [word, *said]
        if is_open and not said and len(word) >= _LEAST_PART:
            entries += self._bench.starting(word)
        same = _counted(self._vocabulary, [other for entry in entries for other in self._bench.same_as(entry)])
        forms = dict.fromkeys(same, _SAME_AS_KNOWN if said else _SAME)
        forms |= dict.fromkeys(begun, _BEGUN_OF_KNOWN if said else _BEGUN)
        forms |= dict.fromkeys(said, _SAID)
        documents = max((said or begun or same).values(), default=0)
        return Wanted(forms, documents) if forms else None

    def _split(self, word: str) -> Wanted | None:
        """Return the two words that ``word`` was written together from: backprobe."""
        for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            parts = word[:at], word[at:]
            if len(self._vocabulary.known(parts)) == 2:
                return self._meaning(" ".join(parts))
        return None

    def _near(self, typed: _Typed) -> tuple[Wanted, str] | None:
        """Return what was probably meant by a misspelt word."""
        if len(typed.word) < _LEAST_MISSPELT:
            return None
        entries = (entry for entry in self._bench.starting(typed.word[0]) if " " not in entry)
        near = self._vocabulary.near(typed.word, entries, is_start=typed.is_open)
        wanted = self._meaning(near) if near else None
        return (wanted, near) if wanted else None


def _typed(line: str) -> list[_Typed]:
    """Return the words of ``line``, so many as a search can use."""
    text = unicodedata.normalize("NFKC", line[:_MOST_LETTERS])
    words = tokens(text)[: 2 * _MOST_WORDS]
    return [
        _Typed(token.word[:_MOST_LETTERS_IN_WORD], text[token.start : token.end], is_open=token.end == len(text))
        for token in words
    ]


def _counted(vocabulary: Vocabulary, entries: Sequence[str]) -> Counts:
    """Return the entries that occur, with their kin; several words occur if each of them does."""
    single = [entry for entry in entries if " " not in entry]
    counts = vocabulary.known(single) | vocabulary.families(single)
    for entry in entries:
        words = entry.split()
        if len(words) > 1 and len(known := vocabulary.known(words)) == len(set(words)):
            counts[entry] = min(known.values())
    return counts
