"""The checksum that is kept with every event, by which a scribbled row is told from one as it was written."""

import sqlite3
from zlib import crc32

_COLUMNS = ("id", "job", "turn", "at", "act", "by")
IN_SQL = f"crc32(CAST({' || char(10) || '.join(_COLUMNS)} AS BLOB))"
"""The checksum of a row of events, for a connection that was taught ``crc32``."""


class SumError(Exception):
    """A row of events is not as it was written."""


def event_sum(id_: str, job: str, turn: int, at: str, act: str, by: str) -> int:
    """Return the checksum of an event; ``act`` is its JSON."""
    return crc32(f"{id_}\n{job}\n{turn}\n{at}\n{act}\n{by}".encode())


def teach(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Let a connection work out checksums, and return it."""
    connection.create_function("crc32", 1, crc32, deterministic=True)
    return connection
