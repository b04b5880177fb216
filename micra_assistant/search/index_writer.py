"""Putting the documents of a guide into the index, and taking them out."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from micra_assistant.search.documents import Document, DocumentKind
from micra_assistant.search.folding import Phrases, also, tokens
from micra_assistant.search.index_schema import COPIES
from micra_assistant.search.wordlist import folded

Entry = tuple[str, str, str, str, str]
"""The words of title, page, item labels, other text, and what is around; a line for each piece."""


def put(
    connection: sqlite3.Connection, guide: str, signature: str, documents: Iterable[Document], phrases: Phrases
) -> None:
    """Replace what the index holds of ``guide`` by ``documents``."""
    remove(connection, guide)
    connection.execute("INSERT INTO guides (id, signature) VALUES (?, ?)", (guide, signature))
    number = _guide_number(connection, guide)
    words: Counter[str] = Counter()
    for document in documents:
        entry = _entry(document, phrases)
        words.update(_words(entry))
        _insert(connection, number, document, entry)
    _count(connection, words)


def remove(connection: sqlite3.Connection, guide: str) -> None:
    """Take a guide out of the index, if it is there."""
    number = _guide_number(connection, guide)
    rows = connection.execute("SELECT number, same FROM documents WHERE guide = ?", (number,)).fetchall()
    words: Counter[str] = Counter()
    for document, _ in rows:
        words.subtract(_words(_taken_out(connection, document)))
    _count(connection, words)
    connection.execute("DELETE FROM documents WHERE guide = ?", (number,))
    connection.execute("DELETE FROM guides WHERE number = ?", (number,))
    for same in {same for document, same in rows if document < COPIES}:
        _promote(connection, same)


def _guide_number(connection: sqlite3.Connection, guide: str) -> int:
    """Return the number of a guide, 0 if it is not there."""
    found = connection.execute("SELECT number FROM guides WHERE id = ?", (guide,)).fetchone()
    return found[0] if found else 0


def _entry(document: Document, phrases: Phrases) -> Entry:
    labels = (piece.text for piece in document.pieces if piece.item)
    others = (piece.text for piece in document.pieces if not piece.item)
    title, page, around = (_joined([text], phrases) for text in (document.title, document.page, document.around))
    return title, page, _joined(labels, phrases), _joined(others, phrases), around


def _joined(texts: Iterable[str], phrases: Phrases) -> str:
    """Return the words of ``texts``, a line for each."""
    return "\n".join(" ".join(_all_words(text, phrases)) for text in texts)


def _all_words(text: str, phrases: Phrases) -> list[str]:
    words = tokens(text)
    return [token.word for token in (*words, *also(text, words, phrases))]


def _words(entry: Entry) -> set[str]:
    return {word for field in entry for word in field.split()}


def _insert(connection: sqlite3.Connection, guide: int, document: Document, entry: Entry) -> None:
    same = _same(guide, document, entry)
    number = _free_number(connection, is_copy=_has_original(connection, same))
    row = (
        number, guide, same, document.kind, folded(document.title), *entry,
        document.step, document.option, document.title, document.where, msgspec.json.encode(document.pieces),
    )  # fmt: skip
    connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    _put_entry(connection, number, entry)


def _same(guide: int, document: Document, entry: Entry) -> int:
    """Return a number that only steps of the same id and words share: common pages drawn into several guides."""
    owner = (
        ()
        if document.kind in (DocumentKind.STEP, DocumentKind.QUESTION)
        else (document.kind, document.option, str(guide))
    )
    text = "\n".join((document.step, *entry[:-1], *owner))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def _put_entry(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    connection.execute("INSERT INTO entries (rowid, words) VALUES (?, ?)", (number, " ".join(entry)))
    connection.execute("INSERT INTO titles (rowid, words) VALUES (?, ?)", (number, entry[0]))


def _taken_out(connection: sqlite3.Connection, number: int) -> Entry:
    """Return the words of a document, which is no longer found by them."""
    query = "SELECT title_words, page_words, label_words, body_words, around_words FROM documents WHERE number = ?"
    entry: Entry = connection.execute(query, (number,)).fetchone()
    connection.execute("INSERT INTO entries (entries, rowid, words) VALUES ('delete', ?, ?)", (number, " ".join(entry)))
    connection.execute("INSERT INTO titles (titles, rowid, words) VALUES ('delete', ?, ?)", (number, entry[0]))
    return entry


def _has_original(connection: sqlite3.Connection, same: int) -> bool:
    query = "SELECT 1 FROM documents WHERE same = ? AND number < ?"
    return connection.execute(query, (same, COPIES)).fetchone() is not None


def _free_number(connection: sqlite3.Connection, *, is_copy: bool) -> int:
    if is_copy:
        query, least = "SELECT max(number) FROM documents WHERE number >= ?", COPIES
    else:
        query, least = "SELECT max(number) FROM documents WHERE number < ?", COPIES
    highest = connection.execute(query, (least,)).fetchone()[0]
    return (highest or (COPIES if is_copy else 0)) + 1


def _promote(connection: sqlite3.Connection, same: int) -> None:
    """Make the first copy of a document that is gone the original."""
    query = "SELECT min(number) FROM documents WHERE same = ?"
    copy = connection.execute(query, (same,)).fetchone()[0]
    if copy is not None and copy >= COPIES:
        number = _free_number(connection, is_copy=False)
        entry = _taken_out(connection, copy)
        connection.execute("UPDATE documents SET number = ? WHERE number = ?", (number, copy))
        _put_entry(connection, number, entry)


def _count(connection: sqlite3.Connection, words: Counter[str]) -> None:
    """Add to the number of documents that each word is in."""
    connection.executemany(
        "INSERT INTO words (word, documents) VALUES (?, ?)"
        " ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents",
        words.items(),
    )
