"""The database of the job records, as data.

``MIGRATIONS[n]`` brings a database of version n to version n + 1; a new database is version 0.
"""

APPLICATION_ID = 0x4D494352
"""Marks the file as ours ("MICR")."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE jobs (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        """
        CREATE TABLE events (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            job TEXT NOT NULL REFERENCES jobs (id),
            turn INTEGER NOT NULL,
            at TEXT NOT NULL,
            act TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX events_by_job ON events (job, turn, id)",
    ),
)

VERSION = len(MIGRATIONS)
