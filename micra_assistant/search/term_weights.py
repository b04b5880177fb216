"""What a text is worth to whoever searches: more, the rarer the words that it holds."""

import math
from collections.abc import Iterable

from msgspec import Struct

from micra_assistant.search.terms import Term

_LEAST_WORTH = 0.2
_APART = 0.7


class _Thing(Struct, frozen=True):
    """One thing wanted: its words with how well each counts, and what it is worth to find it, whole or apart."""

    forms: dict[str, float]
    worth: float
    apart: "tuple[_Thing, ...]" = ()

    def strength(self, words: frozenset[str]) -> float:
        """Return how well it is found among ``words``: 1 as it was typed, 0 not at all."""
        here = self.forms.keys() & words
        best = max(map(self.forms.__getitem__, here)) if here else 0.0
        if self.apart:
            best = max(best, _APART * min(part.strength(words) for part in self.apart))
        return best


class TermWeights:
    """All that a query wants, each thing worth more if fewer of all ``documents`` have it."""

    def __init__(self, wanted: Iterable[Term], documents: int) -> None:
        self._things = tuple(_thing(one, documents) for one in wanted)
        self._strengths: dict[str, float] = {}
        parts = (part for thing in self._things for part in thing.apart)
        for thing in (*self._things, *parts):
            for word, strength in thing.forms.items():
                self._strengths[word] = max(strength, self._strengths.get(word, 0.0))
        self._words = frozenset(self._strengths)

    @property
    def whole(self) -> float:
        """What a text is worth that holds all that is sought."""
        return sum(thing.worth for thing in self._things)

    def words_of(self, text: str) -> frozenset[str]:
        """Return the words of ``text`` that are sought."""
        return self._words.intersection(text.split())

    def value(self, words: frozenset[str]) -> float:
        """Return what a text is worth that holds just these of the sought words."""
        return sum(thing.worth * thing.strength(words) for thing in self._things) if words else 0.0

    def strength(self, word: str) -> float:
        """Return how well ``word`` counts: 1 as it was typed, 0 if it is not sought."""
        return self._strengths.get(word, 0.0)


def _thing(wanted: Term, documents: int) -> _Thing:
    worth = _LEAST_WORTH + math.log(1 + documents / (1 + wanted.documents))
    return _Thing(wanted.forms, worth, tuple(_thing(part, documents) for part in wanted.apart))
