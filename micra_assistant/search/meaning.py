"""What words and numbers mean by the words that there are: their kin, what means the same, and how well each counts."""

import re
from collections.abc import Sequence

from micra_assistant.search.folding import phrase
from micra_assistant.search.terms import Term
from micra_assistant.search.vocabulary import Counts, Vocabulary
from micra_assistant.search.wordlist import WordList

_MOST_BEGUN = (0, 12, 24, 48)
"""Words looked for when so many letters are typed."""
LEAST_PART = 3
"""Letters of a word that can stand for itself."""
_VALUE_WITH_UNIT = re.compile(r"([0-9]+(?:\.[0-9]+)?)([^0-9.]+)")
_TIMES = re.compile(r"x([0-9]{1,2})")

_DOER = ("er", "or", "ers", "ors")
"""Endings of what does a thing: its stem would be the doing."""

_SAID = 1.0
_BEGUN = 0.9
_BEGUN_OF_KNOWN = 0.4
_SAME = 0.6
_SAME_AS_KNOWN = 0.4


class Meanings:
    """Looks up what a word, several words or a number stand for."""

    def __init__(self, vocabulary: Vocabulary, wordlist: WordList) -> None:
        self._vocabulary = vocabulary
        self._wordlist = wordlist

    def of_word(self, word: str, *, is_open: bool = False) -> Term | None:
        """Return a word with its kin and with what means the same; None if nothing of that occurs.

        ``is_open`` says that the word may go on.
        """
        said = self._kin([word])
        begun = self._begun(word) if is_open else {}
        entries = [word, *said]
        if is_open and not (said or self._wordlist.same_as(word)) and len(word) >= LEAST_PART:
            entries += self._wordlist.starting(word)
        others = [other for entry in entries for other in self._wordlist.same_as(entry)]
        same = self._kin([other for other in others if not self._wordlist.is_small(other)])
        forms = dict.fromkeys(same, _SAME_AS_KNOWN if said else _SAME)
        forms |= dict.fromkeys(begun, _BEGUN_OF_KNOWN if said else _BEGUN)
        forms |= dict.fromkeys(said, _SAID)
        return Term(forms, max((said or begun or same).values())) if forms else None

    def of_phrase(self, words: Sequence[str]) -> Term | None:
        """Return what several words mean as one, or apart."""
        whole = self.of_word(phrase(words)) or Term({}, 0)
        apart = [self.of_word(word) for word in words if not self._wordlist.is_small(word)]
        known = tuple(one for one in apart if one)
        if len(known) < len(apart) or len(known) < 2:
            return whole if whole.forms else None
        return Term(whole.forms, whole.documents or min(one.documents for one in known), apart=known)

    def of_number(self, number: str, *, is_open: bool = False) -> Term | None:
        """Return a number in all spellings, or those that begin so if it may go on; None if there is none."""
        forms = self._vocabulary.known([number, *self._spellings(number)])
        if is_open and not forms:
            forms = self._vocabulary.starting(number, _MOST_BEGUN[-1])
        return Term(dict.fromkeys(forms, _SAID), max(forms.values()), is_number=True) if forms else None

    def of_value(self, value: str) -> Term | None:
        """Return a number with its unit in all spellings; None if it has no unit that is known, or does not occur."""
        return self.of_number(value) if self._spellings(value) else None

    def _spellings(self, value: str) -> list[str]:
        if how_often := _TIMES.fullmatch(value):
            value = f"{how_often[1]}x"
        found = _VALUE_WITH_UNIT.fullmatch(value)
        units = self._wordlist.same_as(found[2]) if found else ()
        return [value, *(found[1] + unit for unit in units)] if found and units else []

    def _begun(self, start: str) -> Counts:
        """Return the commonest words that begin so, but none that are small."""
        most = _MOST_BEGUN[min(len(start), LEAST_PART)]
        begun = self._vocabulary.starting(start, 2 * most).items()
        return dict([(word, count) for word, count in begun if not self._wordlist.is_small(word)][:most])

    def _kin(self, words: Sequence[str]) -> Counts:
        """Return those of ``words`` that occur, and the others of their stem: press, pressed, pressing.

        An opener is not what is open: of such words only singular and plural are kin.
        """
        doers = [word for word in words if word.endswith(_DOER)]
        others = [word for word in words if not word.endswith(_DOER)]
        numbers = [form for word in doers for form in (f"{word}s", word.removesuffix("s"))]
        known = self._vocabulary.known([*words, *numbers])
        return known | self._vocabulary.families(others)
