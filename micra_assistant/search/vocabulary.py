"""The words that occur in the index, each with the number of documents it is in."""

import sqlite3
from collections.abc import Iterable, Mapping

from micra_assistant.search.slips import FAR, first_letter_slips, slips, slips_of_start
from micra_assistant.search.terms import quoted

Counts = dict[str, int]
"""The number of documents of each word."""

_LAST_LETTER = "\U0010ffff"
_MOST_COMPARED = 3000
_MOST_LIKELY = 40


class Vocabulary:
    """What is asked about words while a typed line is understood."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self, words: Iterable[str]) -> Counts:
        """Return those of ``words`` that occur."""
        wanted = tuple(words)
        marks = ", ".join("?" * len(wanted))
        return self._counts(f"word IN ({marks})", *wanted)

    def families(self, words: Iterable[str]) -> Counts:
        """Return the words that have the stem of one of ``words``: press, pressed, pressing."""
        spoken = tuple(word for word in words if word.isalpha())
        if not spoken:
            return {}
        stems = " OR ".join(map(quoted, spoken))
        return self._counts("number IN (SELECT rowid FROM stems WHERE stems MATCH ?)", stems)

    def starting(self, start: str, most: int) -> Counts:
        """Return the commonest words that begin with ``start``."""
        end = f"ORDER BY documents DESC LIMIT {most:d}"
        return self._counts("word BETWEEN ? AND ?", start, start + _LAST_LETTER, end=end)

    def documents(self) -> int:
        """Return the number of documents there are."""
        count: int = self._connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        return count

    def near(self, word: str, others: Iterable[str], *, is_start: bool = False) -> str:
        """Return the word that was plainly meant by ``word``, from the index or ``others``; empty if there is none.

        ``is_start`` says that ``word`` may be the beginning only.
        """
        known = dict.fromkeys(others, 0) | self._alike(word, is_start=is_start)
        likely = _likely(word, known)
        whole = {other: slips(word, other) for other in likely}
        return (
            _nearest(whole, known)
            or _commonest(self.known(first_letter_slips(word)))
            or (_nearest({other: slips_of_start(word, other) for other in likely}, known) if is_start else "")
        )

    def _alike(self, word: str, *, is_start: bool) -> Counts:
        """Return words with the first letter and of about the length of ``word``, the commonest."""
        longest = 2 * len(word) if is_start else len(word) + 2
        return self._counts(
            "word BETWEEN ? AND ? AND word NOT GLOB '*[0-9._]*' AND length(word) BETWEEN ? AND ?",
            word[0], word[0] + _LAST_LETTER, len(word) - 2, longest,
            end=f"ORDER BY documents DESC LIMIT {_MOST_COMPARED}",
        )  # fmt: skip

    def _counts(self, condition: str, *values: str | int, end: str = "") -> Counts:
        query = f"SELECT word, documents FROM words WHERE {condition} AND documents > 0 {end}"
        return dict(self._connection.execute(query, values).fetchall())


def _nearest(distances: Mapping[str, int], known: Counts) -> str:
    """Return the word that is the fewest slips away, of several the commonest; empty if none is near."""
    near = ((distance, -known[word], word) for word, distance in distances.items() if distance < FAR)
    return min(near, default=(FAR, 0, ""))[-1]


def _commonest(known: Counts) -> str:
    return max(known, key=known.__getitem__, default="")


def _likely(word: str, known: Counts) -> list[str]:
    """Return the words that share most letters, and pairs of letters, with ``word``."""
    pairs = _pairs(word)
    return sorted(known, key=lambda other: len(pairs & _pairs(other)), reverse=True)[:_MOST_LIKELY]


def _pairs(word: str) -> set[str]:
    return {*word, *(word[at : at + 2] for at in range(len(word) - 1))}
