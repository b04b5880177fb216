"""From a typed line to the hits that are shown."""

import sqlite3

from micra_assistant.search.candidates import Candidate, Candidates
from micra_assistant.search.hits import SearchResult
from micra_assistant.search.presenting import HitPresenter
from micra_assistant.search.query import Interpreter
from micra_assistant.search.ranking import Ranking
from micra_assistant.search.term_weights import TermWeights
from micra_assistant.search.terms import Query
from micra_assistant.search.vocabulary import Vocabulary
from micra_assistant.search.wordlist import WordList


def find(connection: sqlite3.Connection, wordlist: WordList, line: str, here: str, most: int) -> SearchResult:
    """Return the hits for ``line``; those in the guide ``here`` are favoured a little."""
    vocabulary = Vocabulary(connection)
    query = Interpreter(vocabulary, wordlist).query(line)
    number = _number_of(connection, here)
    titled, whole, some = _candidates(Candidates(connection, number), query)
    sought = TermWeights(query.wanted, vocabulary.documents())
    ranking = Ranking(connection, sought, wordlist, {one.number for one in titled}, number)
    presenter = HitPresenter(connection, sought, wordlist.phrases)
    hits = map(presenter.hit, ranking.best([*titled, *whole, *some], most))
    return SearchResult(tuple(hits), query.corrections, query.unknown, partial=bool(some))


def _candidates(candidates: Candidates, query: Query) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    """Return the documents of that title, those that answer in full, and if there are none, those that do in part."""
    titled = candidates.titled(query.title) if query.title else []
    whole = candidates.with_all(query.wanted)
    return titled, whole, [] if titled or whole else candidates.with_most(query.wanted)


def _number_of(connection: sqlite3.Connection, guide: str) -> int:
    """Return the number of a guide, 0 if it is not in the index."""
    found = connection.execute("SELECT number FROM guides WHERE id = ?", (guide,)).fetchone()
    return found[0] if found else 0
