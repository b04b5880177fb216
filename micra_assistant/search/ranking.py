"""Which documents answer best: those that say the rare words, in their title, in the words that were typed."""

import sqlite3
from collections.abc import Collection, Iterable

from msgspec import Struct

from micra_assistant.search.candidates import Candidate
from micra_assistant.search.documents import DocumentKind
from micra_assistant.search.term_weights import TermWeights
from micra_assistant.search.wordlist import WordList

_TITLE, _PAGE, _LABELS, _BODY, _AROUND = 6.0, 3.0, 3.0, 2.0, 1.0
"""What a word counts in title, page title, item labels, other text, and guide and car."""
_WHOLE_TITLE = 4.0
_EXACT_TITLE = 1000.0
_IN_ONE_LINE = 3.0
"""What it counts besides that words stand together."""
_OPEN_NOW = 1.15
_KINDS = {DocumentKind.GUIDE: 1.3, DocumentKind.COMPLAINT: 1.3, DocumentKind.PART: 0.8}
_MORE = 25
"""Documents read in full beyond those shown. The others are weighed by title, page and items alone."""

Lines = tuple[frozenset[str], ...]
"""The sought words of each line."""


class Answer(Struct, frozen=True):
    """A document that answers: what it is worth, and which sought words its title and its lines hold."""

    score: float
    number: int
    kind: DocumentKind
    title: frozenset[str]
    labels: Lines
    body: Lines


class Ranking:
    """Weighs candidates by what is sought; ``titled`` are the numbers of those with just that title."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        sought: TermWeights,
        wordlist: WordList,
        titled: Collection[int],
        here: int,
    ) -> None:
        self._connection = connection
        self._sought = sought
        self._wordlist = wordlist
        self._titled = titled
        self._here = here

    def best(self, candidates: Iterable[Candidate], most: int) -> list[Answer]:
        """Return the best, best first; of those that say the same, the first."""
        unlike = {one.number: one for one in candidates}.values()
        likely: dict[int, tuple[float, Candidate]] = {}
        for score, one in sorted(((self._score(one), one) for one in unlike), key=_first_best):
            likely.setdefault(one.same, (score, one))
        answers = (self._answer(score, one) for score, one in list(likely.values())[: most + _MORE])
        return sorted(answers, key=lambda one: (-one.score, one.number))[:most]

    def _score(self, candidate: Candidate) -> float:
        score = self._value(_TITLE, candidate.title) + self._value(_PAGE, candidate.page)
        score += self._value(_LABELS, candidate.labels) + _WHOLE_TITLE * self._share(candidate.title)
        score += _EXACT_TITLE * (candidate.number in self._titled) + _AROUND * self._sought.whole
        return score * self._favour(candidate)

    def _answer(self, score: float, candidate: Candidate) -> Answer:
        """Return the candidate with its score now that it is read in full."""
        query = "SELECT body_words, around_words FROM documents WHERE number = ?"
        body, around = self._connection.execute(query, (candidate.number,)).fetchone()
        title = self._sought.words_of(candidate.title)
        labels, lines = self._lines(candidate.labels), self._lines(body)
        more = _BODY * self._sought.value(frozenset().union(*lines)) + self._value(_AROUND, around)
        together = _IN_ONE_LINE * max(map(self._sought.value, (title, *labels, *lines)))
        score += more * self._favour(candidate) + together
        return Answer(score, candidate.number, candidate.kind, title, labels, lines)

    def _lines(self, text: str) -> Lines:
        return tuple(map(self._sought.words_of, text.split("\n")))

    def _value(self, weight: float, text: str) -> float:
        return weight * self._sought.value(self._sought.words_of(text))

    def _favour(self, candidate: Candidate) -> float:
        return _KINDS.get(candidate.kind, 1.0) * (_OPEN_NOW if candidate.guide == self._here else 1.0)

    def _share(self, title: str) -> float:
        """Return how much of a title is sought, its small words left out."""
        words = [word for word in title.split() if not self._wordlist.is_small(word)]
        return sum(map(self._sought.strength, words)) / len(words) if words else 0.0


def _first_best(scored: tuple[float, Candidate]) -> tuple[float, int]:
    score, candidate = scored
    return -score, candidate.number
