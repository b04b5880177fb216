"""How work goes on when the file of the records is taken away while it is open."""

from contextlib import suppress

from micra_assistant.errors import StoreError
from micra_assistant.jobs.records.database import Database
from micra_assistant.jobs.records.presence import Fate

OF_THE_LOG = (Fate.LOGLESS, Fate.LOG_CUT_OFF)
"""What may become of the log alone, while the file is where it was."""


def following(database: Database, fate: Fate) -> Database | None:
    """Return what to go on with, all in it that was kept so far; None if that cannot be read any more.

    That is a copy in memory, or the file again if only its log is not where it was: what was in that is still at hand,
    and goes into the file.
    """
    try:
        copy = database.copy()
    except (StoreError, MemoryError):
        return None
    return _same_file(database, copy) or copy if fate in OF_THE_LOG else copy


def _same_file(database: Database, copy: Database) -> Database | None:
    """Return the file opened again, None if not all is in it that is in the copy."""
    database.close()
    with suppress(StoreError):
        again = Database(database.file)
        if again.last() == copy.last():
            copy.close()
            return again
        again.close()
    return None
