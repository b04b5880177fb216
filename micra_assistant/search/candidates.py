"""The documents that may answer a query, as FTS5 finds them: never more than can be weighed at once."""

import sqlite3
from collections.abc import Iterator, Sequence

from msgspec import Struct

from micra_assistant.search.documents import DocumentKind
from micra_assistant.search.terms import Term, all_of, any_of

_MOST = 80
"""Of each search. Where more answer, those that do so in their title and those of the guide shown count as well."""
_FOREMOST = "SELECT number, guide, same, kind, title_words, page_words, label_words FROM documents WHERE "


class Candidate(Struct, frozen=True):
    """A document that may answer: its number, its guide's, what its copies share, its kind, and its foremost words."""

    number: int
    guide: int
    same: int
    kind: DocumentKind
    title: str
    page: str
    labels: str


class Candidates:
    """Looks up documents; those of the guide numbered ``here`` are not missed among many."""

    def __init__(self, connection: sqlite3.Connection, here: int) -> None:
        self._connection = connection
        self._here = here

    def titled(self, title: str) -> list[Candidate]:
        """Return the documents with just this title."""
        return list(self._documents("title_key = ? LIMIT ?", title, _MOST))

    def with_all(self, wanted: Sequence[Term]) -> list[Candidate]:
        """Return documents that have all that is wanted, originals before copies."""
        if not wanted:
            return []
        found = list(self._matching("entries", all_of(wanted)))
        if len(found) == _MOST:
            found += self._matching("titles", all_of(wanted))
            found += self._of_here(wanted)
        return found

    def with_most(self, wanted: Sequence[Term]) -> list[Candidate]:
        """Return documents that have every number, and as much as possible of the rest."""
        numbers = [one for one in wanted if one.is_number]
        words = sorted((one for one in wanted if not one.is_number), key=lambda one: one.documents)
        kept = numbers
        for one in words:
            if self._is_answered(all_of([*kept, one])):
                kept = [*kept, one]
        return [*self.with_all(kept), *(self.with_all([*numbers, any_of(words)]) if words else ())]

    def _of_here(self, wanted: Sequence[Term]) -> Iterator[Candidate]:
        """Yield documents of the guide that is shown; they are few, and FTS5 would look for them among all."""
        rows = self._connection.execute(
            "SELECT number, body_words, around_words FROM documents WHERE guide = ?", (self._here,)
        )
        others = {number: f"{body} {around}" for number, body, around in rows}
        for one in self._documents("guide = ?", self._here):
            words = frozenset(f"{one.title} {one.page} {one.labels} {others[one.number]}".split())
            if all(thing.is_in(words) for thing in wanted):
                yield one

    def _is_answered(self, match: str) -> bool:
        query = "SELECT 1 FROM entries WHERE entries MATCH ? LIMIT 1"
        return self._connection.execute(query, (match,)).fetchone() is not None

    def _matching(self, table: str, match: str) -> Iterator[Candidate]:
        found = f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?"
        return self._documents(f"number IN ({found})", match, _MOST)

    def _documents(self, condition: str, *values: str | int) -> Iterator[Candidate]:
        rows = self._connection.execute(_FOREMOST + condition, values)
        for number, guide, same, kind, title, page, labels in rows:
            yield Candidate(number, guide, same, DocumentKind(kind), title, page, labels)
