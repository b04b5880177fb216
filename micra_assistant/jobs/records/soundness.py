"""Whether a file of job records is sound, from beginning to end."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.jobs.records.attached import is_scribbled
from micra_assistant.jobs.records.reasons import code_of
from micra_assistant.jobs.records.schema import APPLICATION_ID, VERSION, WITH_ATTACHMENTS, WITH_SUMS
from micra_assistant.jobs.records.sums import IN_SQL, SumError, teach
from micra_assistant.system_words import reason
from micra_assistant.words import _

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_DAMAGE_WORDS = (
    "Could not decode to UTF-8",
    "no such table",
    "no such column",
    "unsupported file format",
    "table jobs already exists",
)
_STEPS_BETWEEN = 1_000
"""So many steps of SQLite are done before somebody is asked whether to go on."""


class Contents(Struct, frozen=True):
    """How much is in a file of job records."""

    jobs: int
    events: int


def means_damage(error: Exception) -> bool:
    """Whether an error says that a file is broken, and not that it cannot be reached just now."""
    if isinstance(error, msgspec.DecodeError | SumError | UnicodeDecodeError):
        return True
    return code_of(error) in _DAMAGE or str(error).startswith(_DAMAGE_WORDS)


def check(file: Path) -> Contents:
    """Check all of a file that nobody writes to, and return how much is in it.

    DamagedError if it is not sound, StoreError if it cannot be read or belongs to another program or a newer one.
    """
    try:
        with closing(open_to_read(file)) as connection:
            return check_all(connection, _("the job records in {file}").format(file=file))
    except (sqlite3.Error, OSError) as error:
        kind = DamagedError if means_damage(error) else StoreError
        raise kind(_("cannot read {file}: {why}").format(file=file, why=reason(error))) from error


def look_through(file: Path, is_stopped: Callable[[], bool]) -> None:
    """Check all of a file that is in use, unless it is broken off: that takes seconds where there is much.

    DamagedError if it is not sound, StoreError if it cannot be read.
    """
    try:
        with closing(open_in_use(file)) as connection:
            connection.set_progress_handler(is_stopped, _STEPS_BETWEEN)
            check_all(connection, _("the job records in {file}").format(file=file))
    except (sqlite3.Error, OSError) as error:
        if not is_stopped():
            kind = DamagedError if means_damage(error) else StoreError
            raise kind(_("cannot read {file}: {why}").format(file=file, why=reason(error))) from error


def open_in_use(file: Path) -> sqlite3.Connection:
    """Return a way to a file that others may be writing to, for reading only."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def open_to_read(file: Path) -> sqlite3.Connection:
    """Return a way to a file that nobody writes to and that has no log; nothing is made or changed beside it."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def check_all(connection: sqlite3.Connection, what: str) -> Contents:
    """Check all that a connection leads to, as ``check`` does; ``what`` is what errors call it."""
    mark, version = (connection.execute(f"PRAGMA {n}").fetchone()[0] for n in ("application_id", "user_version"))
    if mark != APPLICATION_ID or not 0 < version <= VERSION:
        raise StoreError(_("{records} are none that this program knows").format(records=what))
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedError(_("{records} are damaged: {damage}").format(records=what, damage=found.splitlines()[-1]))
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedError(_("{records} are damaged: there are acts of jobs that are not there").format(records=what))
    if connection.execute("SELECT 1 FROM events WHERE NOT json_valid(act)").fetchone():
        raise DamagedError(_("{records} are damaged: there are acts that cannot be read").format(records=what))
    if version >= WITH_SUMS and teach(connection).execute(f"SELECT 1 FROM events WHERE sum <> {IN_SQL}").fetchone():
        raise DamagedError(
            _("{records} are damaged: there are acts that are not as they were written").format(records=what)
        )
    attachments = connection.execute("SELECT id, content FROM attachments") if version >= WITH_ATTACHMENTS else ()
    if any(is_scribbled(name, content) for name, content in attachments):
        raise DamagedError(
            _("{records} are damaged: there is a photo or a guide's text that is not as it was written").format(
                records=what
            )
        )
    jobs, events = (connection.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in ("jobs", "events"))
    return Contents(jobs, events)
