"""Which documents answer best: those that say the rare words, in their title, in the words that were typed."""

from collections.abc import Collection, Iterable

from micra_assistant.search.candidates import Candidate
from micra_assistant.search.documents import Kind
from micra_assistant.search.sought import Sought
from micra_assistant.search.words import BenchWords

_WEIGHTS = (6.0, 3.0, 3.0, 2.0, 1.0)
"""Of title, page, item labels, other text, and what is around."""
_WHOLE_TITLE = 4.0
_EXACT_TITLE = 1000.0
_ON_THE_BENCH = 1.15
_KINDS = {Kind.GUIDE: 1.3, Kind.COMPLAINT: 1.3, Kind.PART: 0.8}


class Ranking:
    """Weighs candidates by what is sought; ``titled`` are the numbers of those with just that title."""

    def __init__(self, sought: Sought, bench: BenchWords, titled: Collection[int], here: int) -> None:
        self._sought = sought
        self._bench = bench
        self._titled = titled
        self._here = here

    def best(self, candidates: Iterable[Candidate], most: int) -> list[tuple[float, Candidate]]:
        """Return the best with their scores, best first; of those that say the same, the first."""
        unlike = {one.number: one for one in candidates}.values()
        best: dict[int, tuple[float, Candidate]] = {}
        for score, one in sorted(((self._score(one), one) for one in unlike), key=_first_best):
            best.setdefault(one.same, (score, one))
        return list(best.values())[:most]

    def _score(self, candidate: Candidate) -> float:
        values = map(self._sought.value, candidate.fields)
        score = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
        score += _WHOLE_TITLE * self._share(candidate.fields[0])
        score += _EXACT_TITLE * (candidate.number in self._titled)
        return score * _KINDS.get(candidate.kind, 1.0) * (_ON_THE_BENCH if candidate.guide == self._here else 1.0)

    def _share(self, title: str) -> float:
        """Return how much of a title is sought, its small words left out."""
        words = [word for word in title.split() if not self._bench.is_small(word)]
        return sum(map(self._sought.strength, words)) / len(words) if words else 0.0


def _first_best(scored: tuple[float, Candidate]) -> tuple[float, int]:
    score, candidate = scored
    return -score, candidate.number
