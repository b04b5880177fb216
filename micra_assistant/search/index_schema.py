"""The database of the index, as data. It is a cache: a file of another version is thrown away, never migrated."""

from zlib import crc32

from micra_assistant.search.folding import READING

APPLICATION_ID = 0x4D494358
"""Marks the file as ours ("MICX")."""

COPIES = 1 << 40
"""Documents from this number on repeat one of a lower number: a common page drawn into another guide."""

_FOLDED = "content = '', detail = none, columnsize = 0, tokenize = \"ascii tokenchars '._'\""
"""The text comes as it is searched, and is kept with the document; what is between two spaces is a word."""

TABLES = (
    """
    CREATE TABLE guides (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        signature TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE documents (
        number INTEGER PRIMARY KEY,
        guide INTEGER NOT NULL REFERENCES guides (number),
        same INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title_key TEXT NOT NULL,
        title_words TEXT NOT NULL,
        page_words TEXT NOT NULL,
        label_words TEXT NOT NULL,
        body_words TEXT NOT NULL,
        around_words TEXT NOT NULL,
        step TEXT NOT NULL,
        option TEXT NOT NULL,
        title TEXT NOT NULL,
        place TEXT NOT NULL,
        pieces BLOB NOT NULL
    )
    """,
    "CREATE INDEX documents_by_guide ON documents (guide)",
    "CREATE INDEX documents_by_text ON documents (same)",
    "CREATE INDEX documents_by_title ON documents (title_key)",
    f"CREATE VIRTUAL TABLE entries USING fts5 (words, {_FOLDED})",
    f"CREATE VIRTUAL TABLE titles USING fts5 (words, {_FOLDED})",
    """
    CREATE TABLE words (
        number INTEGER PRIMARY KEY,
        word TEXT NOT NULL UNIQUE,
        documents INTEGER NOT NULL
    )
    """,
    """
    CREATE VIRTUAL TABLE stems USING fts5 (
        word, content = 'words', content_rowid = 'number', detail = none, columnsize = 0,
        tokenize = 'porter ascii'
    )
    """,
    """
    CREATE TRIGGER new_word AFTER INSERT ON words WHEN new.word NOT GLOB '*[0-9._]*' BEGIN
        INSERT INTO stems (rowid, word) VALUES (new.number, new.word);
    END
    """,
)

VERSION = crc32("".join((*TABLES, str(READING))).encode()) & 0x3FFFFFFF
"""Another as soon as a table is, or the reading of words."""
