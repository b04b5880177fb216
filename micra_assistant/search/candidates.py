"""The documents that may answer a query, as FTS5 finds them: never more than can be weighed at once."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from micra_assistant.search.documents import Kind
from micra_assistant.search.query import Wanted
from micra_assistant.search.schema import FIELDS, Entry

_MOST = 100
"""Of each kind of match. Where more answer, those of the title, of the items and of the bench are looked up as well."""
_TEXT = "{" + " ".join(FIELDS) + "}"
_COLUMNS = ", ".join(f"entries.{field}" for field in FIELDS)
_NARROWER = ("{title}", "{title page labels}")


class Candidate(Struct, frozen=True):
    """A document that may answer: its number, its guide's, its kind, what its copies share, the words of its fields."""

    number: int
    guide: int
    kind: Kind
    same: int
    fields: Entry


class Candidates:
    """Looks up documents; those of the guide numbered ``here`` are not missed among many."""

    def __init__(self, connection: sqlite3.Connection, here: int) -> None:
        self._connection = connection
        self._here = here

    def titled(self, title: str) -> list[Candidate]:
        """Return the documents with just this title."""
        return list(self._rows("number IN (SELECT number FROM documents WHERE title_key = ? LIMIT ?)", title, _MOST))

    def with_all(self, wanted: Sequence[Wanted]) -> list[Candidate]:
        """Return documents that have all that is wanted, originals before copies."""
        return self._answering(" AND ".join(one.match for one in wanted)) if wanted else []

    def with_most(self, wanted: Sequence[Wanted]) -> list[Candidate]:
        """Return documents that have every number, and as much as possible of the rest."""
        numbers = [one for one in wanted if one.is_number]
        words = sorted((one for one in wanted if not one.is_number), key=lambda one: one.documents)
        kept = numbers
        for one in words:
            if self._is_answered([*kept, one]):
                kept = [*kept, one]
        some = " AND ".join([*(one.match for one in numbers), "(" + " OR ".join(one.match for one in words) + ")"])
        return [*self.with_all(kept), *(self._answering(some) if words else ())]

    def _answering(self, match: str) -> list[Candidate]:
        found = list(self._matching(f"{_TEXT} : ({match})"))
        if len(found) == _MOST:
            for fields in _NARROWER:
                found += self._matching(f"{fields} : ({match})")
            found += self._matching(f'{_TEXT} : ({match}) AND guide : "{self._here}"')
        return found

    def _is_answered(self, wanted: Iterable[Wanted]) -> bool:
        match = " AND ".join(one.match for one in wanted)
        query = "SELECT 1 FROM entries WHERE entries MATCH ? LIMIT 1"
        return self._connection.execute(query, (f"{_TEXT} : ({match})",)).fetchone() is not None

    def _matching(self, match: str) -> Iterator[Candidate]:
        return self._rows("entries MATCH ? LIMIT ?", match, _MOST)

    def _rows(self, condition: str, *values: str | int) -> Iterator[Candidate]:
        query = (
            f"SELECT number, documents.guide, kind, same, {_COLUMNS} FROM entries"  # noqa: S608 - our own columns
            f" JOIN documents ON number = entries.rowid WHERE {condition}"
        )
        for number, guide, kind, same, *fields in self._connection.execute(query, values):
            yield Candidate(number, guide, Kind(kind), same, tuple(fields))
