"""From a typed line to the hits that are shown."""

import sqlite3
from collections.abc import Sequence

import msgspec

from micra_assistant.search.candidates import Candidate, Candidates
from micra_assistant.search.documents import Kind, Piece
from micra_assistant.search.hits import Found, Hit
from micra_assistant.search.marking import Marker, excerpt
from micra_assistant.search.query import Interpreter, Query
from micra_assistant.search.ranking import Ranking
from micra_assistant.search.schema import FIELDS
from micra_assistant.search.sought import Sought
from micra_assistant.search.vocabulary import Vocabulary
from micra_assistant.search.words import BenchWords

_MORE = 5
"""Documents looked at line by line beyond those shown."""
_IN_ONE_LINE = 3.0
"""What it counts that words stand together in one line."""


def find(connection: sqlite3.Connection, bench: BenchWords, line: str, here: str, most: int) -> Found:
    """Return the hits for ``line``; those in the guide ``here`` are favoured a little."""
    vocabulary = Vocabulary(connection)
    query = Interpreter(vocabulary, bench).query(line)
    number = _number_of(connection, here)
    titled, whole, some = _candidates(Candidates(connection, number), query)
    sought = Sought(query.wanted, vocabulary.documents())
    ranking = Ranking(sought, bench, {one.number for one in titled}, number)
    hits: list[tuple[float, Hit]] = []
    for score, candidate in ranking.best([*titled, *whole, *some], most + _MORE):
        worth, hit = _hit(connection, candidate, sought)
        hits.append((score + _IN_ONE_LINE * worth, hit))
    hits.sort(key=lambda scored: scored[0], reverse=True)
    return Found(tuple(hit for _, hit in hits[:most]), query.corrections, query.unknown, partial=bool(some))


def _candidates(candidates: Candidates, query: Query) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    """Return the documents of that title, those that answer in full, and if there are none, those that do in part."""
    titled = candidates.titled(query.title) if query.title else []
    if not all(wanted.forms for wanted in query.wanted):  # a number that occurs nowhere
        return titled, [], []
    whole = candidates.with_all(query.wanted)
    return titled, whole, [] if titled or whole else candidates.with_most(query.wanted)


def _number_of(connection: sqlite3.Connection, guide: str) -> int:
    """Return the number of a guide, 0 if it is not in the index."""
    found = connection.execute("SELECT number FROM guides WHERE id = ?", (guide,)).fetchone()
    return found[0] if found else 0


def _hit(connection: sqlite3.Connection, candidate: Candidate, sought: Sought) -> tuple[float, Hit]:
    """Return a candidate as it is shown, and what its best line is worth."""
    query = (
        "SELECT guides.id, step, option, title, place, pieces FROM documents"
        " JOIN guides ON guides.number = guide WHERE documents.number = ?"
    )
    guide, step, option, title, where, pieces = connection.execute(query, (candidate.number,)).fetchone()
    marker = Marker(sought)
    lines = _lines(candidate, msgspec.json.decode(pieces, type=tuple[Piece, ...]), sought)
    value, answer = max(lines, key=lambda line: (line[0], bool(line[0] and line[1].item)), default=(0.0, Piece("")))
    said = sought.value(candidate.fields[0])
    heading = marker.marked(title)
    surfaces = heading.surfaces.union(*(marker.marked(piece.text).surfaces for worth, piece in lines if worth))
    item = answer.item if value > said else ""
    hit = Hit(
        kind=Kind.ITEM if item else candidate.kind,
        guide=guide,
        step=step,
        item=item,
        option=option,
        title=heading,
        where=where,
        excerpt=excerpt(marker.marked(answer.text)),
        words=tuple(sorted(surfaces)),
    )
    return max(value, said), hit


def _lines(candidate: Candidate, pieces: Sequence[Piece], sought: Sought) -> list[tuple[float, Piece]]:
    """Return each line of a document with what it is worth; its words are a line of one of the fields."""
    labels, body = (iter(candidate.fields[FIELDS.index(field)].split("\n")) for field in ("labels", "body"))
    return [(sought.value(next(labels if piece.item else body)), piece) for piece in pieces]
