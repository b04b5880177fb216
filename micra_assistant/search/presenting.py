"""How a document that was found is shown: its title, the line that answers best, and what to mark in the step."""

import sqlite3
from collections.abc import Sequence

from micra_assistant.kind_reading import from_json
from micra_assistant.search.documents import DocumentKind, Piece
from micra_assistant.search.folding import Phrases
from micra_assistant.search.hits import Hit
from micra_assistant.search.marking import excerpt, marked
from micra_assistant.search.ranking import Answer
from micra_assistant.search.term_weights import TermWeights

_DOCUMENT = """
    SELECT guides.id, step, option, title, place, pieces FROM documents
    JOIN guides ON guides.number = guide WHERE documents.number = ?
"""

_Line = tuple[frozenset[str], Piece]
"""The sought words of a piece, and itself."""


class HitPresenter:
    """Makes hits of answers."""

    def __init__(self, connection: sqlite3.Connection, sought: TermWeights, phrases: Phrases) -> None:
        self._connection = connection
        self._sought = sought
        self._phrases = phrases

    def hit(self, found: Answer) -> Hit:
        """Return the document as it is shown."""
        guide, step, option, title, where, pieces = self._connection.execute(_DOCUMENT, (found.number,)).fetchone()
        lines = _lines(found, from_json(pieces, tuple[Piece, ...]))
        words, answer = max(lines, key=self._answers_better, default=(frozenset(), Piece("")))
        heading = marked(title, found.title, self._phrases)
        texts = [heading, *(marked(piece.text, words, self._phrases) for words, piece in lines if words)]
        item = answer.item if self._sought.value(words) > self._sought.value(found.title) else ""
        return Hit(
            kind=DocumentKind.ITEM if item else found.kind,
            guide=guide,
            step=step,
            item=item,
            option=option,
            title=heading,
            where=where,
            excerpt=excerpt(marked(answer.text, words, self._phrases)),
            words=tuple(sorted(set().union(*(text.surfaces for text in texts)))),
        )

    def _answers_better(self, line: _Line) -> tuple[float, bool]:
        words, piece = line
        return self._sought.value(words), bool(words and piece.item)


def _lines(found: Answer, pieces: Sequence[Piece]) -> list[_Line]:
    """Return the pieces of a document; each is a line of the labels or of the body."""
    labels, body = iter(found.labels), iter(found.body)
    return [(next(labels if piece.item else body), piece) for piece in pieces]
