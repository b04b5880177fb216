"""The database of the job records, as data.

``MIGRATIONS[n]`` brings a database of version n to version n + 1; a new database is version 0. The columns of ``jobs``
behind ``id`` are the row of the job list (see ``listing.py``), ``causes`` is what closed jobs have confirmed (see
``causes.py``), ``fitted`` what they were done with (see ``fittings.py``): all can be made of the events at any time.
``traces`` says that something may be left elsewhere of what was blanked (see ``blanking.py``), ``drafts`` is what was
typed and not yet entered (see ``kept_drafts.py``). The connection must know ``crc32`` (see ``sums.py``).
"""

from micra_assistant.jobs.records.sums import IN_SQL
from micra_assistant.lookalikes import SMALL

EARLIEST = "2025"
"""No job was done with this program before: an earlier time is that of a clock that was wrong."""

APPLICATION_ID = 0x4D494352
"""Marks the file as ours ("MICR")."""

_WITH_LATIN_LETTERS = tuple(
    f"UPDATE jobs SET words = replace(words, '{letter}', '{alike}') WHERE instr(words, '{letter}')"
    for letter, alike in SMALL.items()
)
"""Letters of other scripts become the Latin ones that look the same."""


def _with_right_times(column: str, order: str) -> str:
    """Return what puts the first time of a right clock, in this order, in the place of one that was wrong."""
    right = f"SELECT at FROM events WHERE job = jobs.id AND at >= '{EARLIEST}' ORDER BY {order} LIMIT 1"
    return f"UPDATE jobs SET {column} = coalesce(({right}), '') WHERE {column} < '{EARLIEST}'"


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
    (
        "ALTER TABLE events ADD COLUMN by TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE attachments (id TEXT NOT NULL UNIQUE, content BLOB NOT NULL) STRICT",
        "ALTER TABLE jobs ADD COLUMN guide TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN title TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN car TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN customer TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN mileage INTEGER",
        "ALTER TABLE jobs ADD COLUMN complaint TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN begun TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN worked TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN closed INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE jobs ADD COLUMN held TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN left_open INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE jobs ADD COLUMN words TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE jobs ADD COLUMN last INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX jobs_by_work ON jobs (last)",
        "CREATE INDEX jobs_by_car ON jobs (car COLLATE NOCASE, number)",
        "CREATE INDEX jobs_by_customer ON jobs (customer COLLATE NOCASE, number)",
        "CREATE INDEX jobs_by_complaint ON jobs (complaint COLLATE NOCASE, number)",
        "CREATE INDEX jobs_by_outcome ON jobs (closed, held, number)",
        "CREATE INDEX jobs_by_words ON jobs (closed, words)",
    ),
    (
        """
        CREATE TABLE causes (
            job TEXT NOT NULL UNIQUE,
            guide TEXT NOT NULL,
            model TEXT NOT NULL,
            fault TEXT NOT NULL,
            at TEXT NOT NULL,
            seen TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX causes_by_model ON causes (guide, model, at)",
        """
        CREATE TABLE causes_elsewhere (
            job TEXT NOT NULL UNIQUE,
            guide TEXT NOT NULL,
            model TEXT NOT NULL,
            fault TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX causes_elsewhere_by_model ON causes_elsewhere (guide, model, at)",
        """
        CREATE TABLE learns_from (
            guide TEXT NOT NULL,
            model TEXT NOT NULL,
            at TEXT NOT NULL,
            UNIQUE (guide, model)
        ) STRICT
        """,
    ),
    (
        "ALTER TABLE events ADD COLUMN sum INTEGER",
        f"UPDATE events SET sum = {IN_SQL}",
        _with_right_times("begun", "turn, id"),
        _with_right_times("worked", "turn DESC, id DESC"),
    ),
    _WITH_LATIN_LETTERS,
    (
        "ALTER TABLE jobs ADD COLUMN blanked INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE jobs ADD COLUMN traces INTEGER NOT NULL DEFAULT 0",
    ),
    (
        """
        CREATE TABLE drafts (
            job TEXT NOT NULL,
            place TEXT NOT NULL,
            words TEXT NOT NULL,
            UNIQUE (job, place)
        ) STRICT
        """,
    ),
    ("ALTER TABLE jobs ADD COLUMN waits_for TEXT NOT NULL DEFAULT ''",),
    # what was seen holds more than it did: the rows of these jobs are made anew
    ("UPDATE jobs SET last = 0 WHERE id IN (SELECT job FROM causes)",),
    (
        """
        CREATE TABLE fitted (
            job TEXT NOT NULL UNIQUE,
            guide TEXT NOT NULL,
            option TEXT NOT NULL,
            kind TEXT NOT NULL,
            part TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX fitted_by_guide ON fitted (guide)",
        "UPDATE jobs SET last = 0 WHERE closed AND id IN (SELECT job FROM events WHERE instr(act, 'option-chosen'))",
    ),
    (
        "ALTER TABLE jobs ADD COLUMN waits_since TEXT NOT NULL DEFAULT ''",
        "UPDATE jobs SET last = 0 WHERE waits_for <> ''",
    ),
)

WITH_ATTACHMENTS, WITH_SUMS = 2, 4
"""From which version on there are attachments, and events have their checksums (see ``sums.py``).

An event has none that an older program wrote which had the file open while it was brought up to date.
"""

VERSION = len(MIGRATIONS)
