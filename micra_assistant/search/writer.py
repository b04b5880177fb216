"""Putting the documents of a guide into the index, and taking them out."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from micra_assistant.search.documents import Document, Kind
from micra_assistant.search.folding import all_tokens
from micra_assistant.search.schema import COPIES, FIELDS, Entry
from micra_assistant.search.words import folded

_COLUMNS = ", ".join((*FIELDS, "guide"))


def put(connection: sqlite3.Connection, guide: str, signature: str, documents: Iterable[Document]) -> None:
    """Replace what the index holds of ``guide`` by ``documents``."""
    remove(connection, guide)
    connection.execute("INSERT INTO guides (id, signature) VALUES (?, ?)", (guide, signature))
    number = _guide_number(connection, guide)
    words: Counter[str] = Counter()
    for document in documents:
        entry = _entry(document)
        words.update(_words(entry))
        _insert(connection, number, document, entry)
    _count(connection, words)


def remove(connection: sqlite3.Connection, guide: str) -> None:
    """Take a guide out of the index, if it is there."""
    number = _guide_number(connection, guide)
    rows = connection.execute("SELECT number, same FROM documents WHERE guide = ?", (number,)).fetchall()
    words: Counter[str] = Counter()
    for document, _ in rows:
        words.subtract(_words(_taken_out(connection, document)[:-1]))
    _count(connection, words)
    connection.execute("DELETE FROM documents WHERE guide = ?", (number,))
    connection.execute("DELETE FROM guides WHERE number = ?", (number,))
    for same in {same for document, same in rows if document < COPIES}:
        _promote(connection, same)


def _guide_number(connection: sqlite3.Connection, guide: str) -> int:
    """Return the number of a guide, 0 if it is not there."""
    found = connection.execute("SELECT number FROM guides WHERE id = ?", (guide,)).fetchone()
    return found[0] if found else 0


def _entry(document: Document) -> Entry:
    labels = (piece.text for piece in document.pieces if piece.item)
    others = (piece.text for piece in document.pieces if not piece.item)
    title, page, around = (_joined([text]) for text in (document.title, document.page, document.around))
    return title, page, _joined(labels), _joined(others), around


def _joined(texts: Iterable[str]) -> str:
    """Return the words of ``texts``, a line for each."""
    return "\n".join(" ".join(token.word for token in all_tokens(text)) for text in texts)


def _words(entry: Iterable[str]) -> set[str]:
    return {word for field in entry for word in field.split()}


def _insert(connection: sqlite3.Connection, guide: int, document: Document, entry: Entry) -> None:
    same = _same(guide, document, entry)
    number = _free_number(connection, is_copy=_has_original(connection, same))
    connection.execute(
        "INSERT INTO documents (number, guide, same, title_key, kind, step, option, title, place, pieces)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, guide, same, folded(document.title), document.kind, document.step, document.option,
            document.title, document.where, msgspec.json.encode(document.pieces),
        ),
    )  # fmt: skip
    _put_entry(connection, number, (*entry, str(guide)))


def _same(guide: int, document: Document, entry: Entry) -> int:
    """Return a number that only steps of the same id and words share: common pages drawn into several guides."""
    owner = () if document.kind in (Kind.STEP, Kind.QUESTION) else (document.kind, document.option, str(guide))
    text = "\n".join((document.step, *entry[:-1], *owner))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def _put_entry(connection: sqlite3.Connection, number: int, fields: tuple[str, ...]) -> None:
    marks = ", ".join("?" * len(fields))
    query = f"INSERT INTO entries (rowid, {_COLUMNS}) VALUES (?, {marks})"  # noqa: S608 - our own columns
    connection.execute(query, (number, *fields))


def _taken_out(connection: sqlite3.Connection, number: int) -> tuple[str, ...]:
    query = f"SELECT {_COLUMNS} FROM entries WHERE rowid = ?"  # noqa: S608 - our own columns
    fields: tuple[str, ...] = connection.execute(query, (number,)).fetchone()
    connection.execute("DELETE FROM entries WHERE rowid = ?", (number,))
    return fields


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
        fields = _taken_out(connection, copy)
        connection.execute("UPDATE documents SET number = ? WHERE number = ?", (number, copy))
        _put_entry(connection, number, fields)


def _count(connection: sqlite3.Connection, words: Counter[str]) -> None:
    """Add to the number of documents that each word is in."""
    connection.executemany(
        "INSERT INTO words (word, documents) VALUES (?, ?)"
        " ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents",
        words.items(),
    )
