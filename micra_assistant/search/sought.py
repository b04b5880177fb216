"""What a text is worth to whoever searches: more, the rarer the words that it holds."""

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

from micra_assistant.search.query import Wanted

_LEAST_WORTH = 0.2


class _Thing(Struct, frozen=True):
    """One thing wanted: its words and phrases with how well each counts, and what it is worth to find it."""

    words: dict[str, float]
    phrases: dict[str, float]
    worth: float

    def value(self, words: frozenset[str], text: str) -> float:
        """Return what is found of it in ``text``, which holds ``words``."""
        here = self.words.keys() & words
        best = max(map(self.words.__getitem__, here)) if here else 0.0
        for phrase, strength in self.phrases.items():
            if strength > best and phrase in text:
                best = strength
        return best * self.worth


class Sought:
    """All that a query wants, each thing worth more if fewer of all ``documents`` have it."""

    def __init__(self, wanted: Iterable[Wanted], documents: int) -> None:
        self._things = tuple(_thing(one, documents) for one in wanted if one.forms)
        self._words = frozenset(word for thing in self._things for word in thing.words)
        self._phrases = tuple(phrase for thing in self._things for phrase in thing.phrases)
        self._strengths: dict[str, float] = {}
        for word, strength in (pair for thing in self._things for pair in thing.words.items()):
            self._strengths[word] = max(strength, self._strengths.get(word, 0.0))

    @property
    def words(self) -> frozenset[str]:
        """The single words that are sought."""
        return self._words

    def phrases(self) -> Iterator[list[str]]:
        """Yield the words of each phrase that is sought."""
        return (phrase.split() for phrase in self._phrases)

    def value(self, text: str) -> float:
        """Return what ``text`` is worth, in words as they are searched; 0 if it holds nothing of what is sought."""
        words = self._words.intersection(text.split())
        if not (words or self._phrases):
            return 0.0
        padded = f" {text} "
        return sum(thing.value(words, padded) for thing in self._things)

    def strength(self, word: str) -> float:
        """Return how well ``word`` counts: 1 as it was typed, 0 if it is not sought."""
        return self._strengths.get(word, 0.0)


def _thing(wanted: Wanted, documents: int) -> _Thing:
    words = {form: strength for form, strength in wanted.forms.items() if " " not in form}
    phrases = {f" {form} ": strength for form, strength in wanted.forms.items() if " " in form}
    return _Thing(words, phrases, _LEAST_WORTH + math.log(1 + documents / (1 + wanted.documents)))
