"""Clears away what is left of blanked data in the copies of the job records: in backups, and in what was kept aside.

A copy is rewritten beside its place, checked, and put in its place in one go: whole or not at all. What cannot be
rewritten, as it is damaged, stays as it is and is named.
"""

import mmap
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from micra_assistant.errors import StoreError
from micra_assistant.jobs.records.blanking import Blanking, blank_copy, finish, is_cleared, unfinished
from micra_assistant.jobs.records.reasons import in_words
from micra_assistant.jobs.records.soundness import check, open_to_read
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.sums import teach
from micra_assistant.jobs.records.wal import COMPANIONS, glance, has_log, log_of
from micra_assistant.private import make_private_file
from micra_assistant.wholefile import keep_on_disk
from micra_assistant.words import _

_UNFINISHED = ".blanking"


class Trace(Struct, frozen=True):
    """A file that may still hold what was blanked, and why it could not be cleared."""

    file: Path
    why: str


def clear(store: SqliteStore, backups: Path) -> tuple[Trace, ...]:
    """Clear away all that may be left of what was blanked, and return what could not be cleared.

    It is tried again by the next call as long as there is any. StoreError if the records cannot be read or written.
    """
    blankings = unfinished(store)
    return settle(store, blankings, (*clear_records(store), *clear_copies(store.file, backups, blankings)))


def clear_records(store: SqliteStore) -> tuple[Trace, ...]:
    """Clear the file of the records and its log, in which what was blanked is there still; return it if that fails."""
    if store.file is None:
        return ()
    try:
        why = "" if store.leave_no_trace() else _("another window is reading it")
    except StoreError as error:
        why = str(error)
    return (Trace(store.file, why),) if why else ()


def settle(store: SqliteStore, blankings: Sequence[Blanking], traces: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """Remember that all is cleared if there are no ``traces``, and return those that there are."""
    if not traces:
        finish(store, blankings)
    return traces


def clear_copies(records: Path | None, backups: Path, blankings: Sequence[Blanking]) -> tuple[Trace, ...]:
    """Rewrite all copies that hold what was blanked, and return those that cannot be rewritten."""
    if records is None or not blankings:
        return ()
    traces = [trace for file in _copies(records, backups) if (trace := _cleared(file, blankings))]
    others = [file for file in _others(records, backups) if _held(file, blankings)]
    return (*traces, *(Trace(file, _("it is no whole copy of the records")) for file in others))


def _copies(records: Path, backups: Path) -> list[Path]:
    """Return what may be a whole copy of the records."""
    suffix = records.suffix
    return sorted([*records.parent.glob(f"{records.stem}-*{suffix}"), *backups.glob(f"{records.stem}-*{suffix}")])


def _others(records: Path, backups: Path) -> Iterator[Path]:
    """Yield what else was made of the records: logs kept aside, copies that are not whole yet, or were never."""
    known = {records, *(records.with_name(records.name + companion) for companion in COMPANIONS)}
    copies = {*_copies(records, backups), *known}
    for folder in (records.parent, records.with_name(f"{records.stem}-new"), backups):
        for file in sorted(folder.glob(f"{records.stem}*{records.suffix}*")):
            if file not in copies and file.is_file():
                yield file


def _cleared(file: Path, blankings: Sequence[Blanking]) -> Trace | None:
    """Rewrite a copy if need be; return it, and why, if that cannot be done."""
    try:
        if found := _held(file, blankings):
            _take_in_log(file)
            with closing(open_to_read(file)) as copy:
                to_do = [blanking for blanking in found if not is_cleared(copy, blanking)]
            if to_do:
                _rewrite(file, to_do)
    except StoreError as error:
        return Trace(file, str(error))
    except (sqlite3.Error, OSError) as error:
        return Trace(file, in_words(error, file.parent))
    return None


def _held(file: Path, blankings: Sequence[Blanking]) -> list[Blanking]:
    """Return those whose job is anywhere in a file, sound or not, or in its log."""
    paths = [path for path in (file, log_of(file)) if path.exists()]
    return [blanking for blanking in blankings if any(_is_in(path, blanking.job) for path in paths)]


def _is_in(file: Path, id_: str) -> bool:
    if not file.stat().st_size:
        return False
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(id_.encode()) >= 0


def _rewrite(file: Path, blankings: Sequence[Blanking]) -> None:
    """Put a copy in the place of itself in which all is blanked."""
    check(file)
    unfinished_copy = file.with_name(file.name + _UNFINISHED)
    try:
        unfinished_copy.unlink(missing_ok=True)
        make_private_file(unfinished_copy)
        _write(file, unfinished_copy, blankings)
        check(unfinished_copy)
        keep_on_disk(unfinished_copy)
        unfinished_copy.replace(file)
        keep_on_disk(file.parent)
    finally:
        unfinished_copy.unlink(missing_ok=True)


def _take_in_log(file: Path) -> None:
    """Bring into a copy that was kept aside what is in its log."""
    if has_log(file):
        check(file)
        glance(file)
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as opened:
            opened.execute("PRAGMA journal_mode = DELETE")


def _write(file: Path, target: Path, blankings: Sequence[Blanking]) -> None:
    with closing(open_to_read(file)) as source, closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy)
        teach(copy).execute("PRAGMA journal_mode = MEMORY")
        copy.execute("PRAGMA synchronous = OFF")  # it is brought to the disk at the end, in one go
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("BEGIN")
        for blanking in blankings:
            blank_copy(copy, blanking)
        copy.execute("COMMIT")
        copy.execute("VACUUM")
