"""Words that are typed and not yet entered or saved, kept so that no end of the program loses them.

They are no part of a job: they are in no event, no export, no sheet and no backup, and go when they are entered. A
closed job whose customer's data was blanked takes none any more, from whatever window they come.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from micra_assistant.jobs.records.database import Database

_PATIENCE_MS = 50
"""For so long another program's writing is waited for: drafts can be written a little later."""

_KEEP = (
    "INSERT INTO drafts (job, place, words) SELECT ?1, ?2, ?3"
    " WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE id = ?1 AND blanked AND closed)"
)

Place = tuple[str, str]
"""The id of a job, empty for one that is being begun, and where in the window its words are typed."""


class KeptDrafts:
    """The drafts in the records. Whatever goes wrong with them, nothing else suffers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[Place, str]:
        """Return all drafts, none if they cannot be read."""
        with suppress(sqlite3.Error):
            rows = self._database.connection.execute("SELECT job, place, words FROM drafts").fetchall()
            return {(job, place): words for job, place, words in rows}
        return {}

    def put(self, drafts: Mapping[Place, str]) -> bool:
        """Keep drafts in the place of former ones, none where there are no words; return whether that was done."""
        if self._database.is_within_transaction:
            return False
        connection = self._database.connection
        try:
            with _impatient(connection):
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("DELETE FROM drafts WHERE job = ? AND place = ?", drafts)
                rows = [(*place, words) for place, words in drafts.items() if words]
                connection.executemany(_KEEP, rows)
                connection.execute("COMMIT")
        except (sqlite3.Error, UnicodeError):
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            return False
        return True


@contextmanager
def _impatient(connection: sqlite3.Connection) -> Iterator[None]:
    """Wait for others only for a moment."""
    before = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            connection.execute(f"PRAGMA busy_timeout = {before}")
