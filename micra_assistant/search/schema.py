"""The database of the index, as data. It is a cache: a file of another version is thrown away, never migrated."""

APPLICATION_ID = 0x4D494358
"""Marks the file as ours ("MICX")."""

VERSION = 1
"""Raised whenever a table, or the way text is folded, changes."""

COPIES = 1 << 40
"""Documents from this number on repeat one of a lower number: a common page drawn into another guide."""

FIELDS = ("title", "page", "labels", "body", "around")
"""What is searched of a document: title, page, item labels, other text, and what it belongs to."""

Entry = tuple[str, ...]
"""The words of each field."""

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
        title_key TEXT NOT NULL,
        kind TEXT NOT NULL,
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
    f"""
    CREATE VIRTUAL TABLE entries USING fts5 (
        {", ".join(FIELDS)}, guide, tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
    )
    """,
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
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER new_word AFTER INSERT ON words WHEN new.word NOT GLOB '*[0-9]*' BEGIN
        INSERT INTO stems (rowid, word) VALUES (new.number, new.word);
    END
    """,
)
