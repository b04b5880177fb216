"""Files of job records to try things on: sound ones, old ones, broken ones."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from micra_assistant.errors import StoreError
from micra_assistant.jobs.events import (
    AnyAct,
    Closed,
    Event,
    Held,
    Noted,
    Opened,
    Ticked,
    Undone,
    encode,
    new_event,
    new_id,
)
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.schema import APPLICATION_ID, MIGRATIONS
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.records.sums import IN_SQL, teach
from micra_assistant.jobs.records.wal import log_of
from micra_assistant.jobs.rescue.backups import Backups, Reason

NOW = datetime(2026, 11, 21, 9, 5)  # noqa: DTZ001 - the clock on the wall
DAY = timedelta(days=1)
PHOTO = bytes(range(256)) * 400
PHOTO_ID = sha256(PHOTO).hexdigest()
RIGHT_SUMS = f"UPDATE events SET sum = {IN_SQL}"
"""Makes of what was changed from outside what a program would have written."""


def pragma(path: Path, *commands: str) -> None:
    """Run commands on a database from outside."""
    with closing(teach(sqlite3.connect(path, isolation_level=None))) as connection:
        for command in commands:
            connection.execute(command)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, but for the indexes to logs, which hold nothing of their own."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def job_of(ticks: int, guide: str = "button") -> list[Event]:
    """Return the events of a new job: opened, so many ticks, the last of them undone, a long note, closed."""
    job = new_id()
    acts: list[AnyAct] = [
        Opened(guide, "2026.11", "AB12 CDE", "Ключ"),
        *(Ticked(f"item-{turn}") for turn in range(ticks)),
    ]
    events = [new_event(job, turn, act, "Олег") for turn, act in enumerate(acts, 1)]
    events.append(new_event(job, ticks + 2, Undone(events[-1].id)))
    events.append(new_event(job, ticks + 3, Noted("look", "long " * 3000)))
    events.append(new_event(job, ticks + 4, Closed("worn", "changed", Held.YES)))
    return events


def fill(file: Path, jobs: Iterable[list[Event]]) -> list[Event]:
    """Keep jobs, and a photo, in a file; return all events."""
    kept = []
    with closing(SqliteStore(file)) as store:
        for events in jobs:
            store.append(events, {PHOTO_ID: PHOTO})
            kept += events
    return kept


def all_events(store: SqliteStore) -> set[Event]:
    """Return every event of every job."""
    return {event for row in store.rows(JobQuery()) for event in store.events(row.id)}


def events_in(file: Path) -> set[Event]:
    """Return every event that is in a file."""
    with closing(SqliteStore(file)) as store:
        return all_events(store)


def rows_made_anew(store: SqliteStore) -> list[JobRow]:
    """Return the rows of all jobs in the order of their numbers, each made of its events alone."""
    with closing(SqliteStore(None)) as other:
        rows = store.rows(JobQuery())
        other.number_jobs({row.id: row.number for row in rows})
        for row in rows:
            other.append(store.events(row.id))
        return in_order(other)


def in_order(store: SqliteStore) -> list[JobRow]:
    """Return the rows of all jobs in the order of their numbers."""
    return sorted(store.rows(JobQuery()), key=lambda row: row.number)


def make_old(file: Path, events: Iterable[Event]) -> None:
    """Make a file as the first version of the program did."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN")
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        for event in events:
            connection.execute("INSERT OR IGNORE INTO jobs (id) VALUES (?)", (event.job,))
            connection.execute(
                "INSERT INTO events (id, job, turn, at, act) VALUES (?, ?, ?, ?, ?)",
                (event.id, event.job, event.turn, event.at, encode(event.act)),
            )
        connection.execute("COMMIT")


_LEAVE = """
import os, sys
from pathlib import Path
from micra_assistant.jobs.rescue.backups import Backups, Reason
from micra_assistant.jobs.events import Ticked, new_event
from micra_assistant.jobs.records.sqlite_store import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
for turn in range(int(sys.argv[3])):
    store.append([new_event(sys.argv[2], turn + 1, Ticked("off"))])
os._exit(9)
"""


def leave_log(file: Path, job: str = "0" * 32, events: int = 5) -> None:
    """Add events to a file as a program does that is killed: they are in the log only."""
    subprocess.run([sys.executable, "-c", _LEAVE, str(file), job, str(events)], check=False)


def try_everything(file: Path) -> str:
    """Open a file and read all of it; say “sound”, or what is wrong in the program's own words."""
    try:
        with closing(SqliteStore(file)) as store:
            for row in store.rows(JobQuery()):
                str(row.name + row.car + row.begun)
                for event in store.events(row.id):
                    str(event.turn + len(event.at + event.by))
            with suppress(StoreError):
                store.attachment(PHOTO_ID)
    except StoreError as error:
        return f"{type(error).__name__}: {error}"
    return "sound"


def scribble(file: Path, at: int, content: bytes) -> None:
    """Write over part of a file."""
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(content)


def lose_in_index(file: Path, event: Event) -> None:
    """Scribble over the index by which the events of a job are found, so that this one is not found any more."""
    content = file.read_bytes()
    (found,) = re.finditer(re.escape(event.job.encode()) + rb"(?s:.{0,2})" + re.escape(event.id.encode()), content)
    scribble(file, found.start(), b"~")


def truncate(file: Path, length: int) -> None:
    """Cut a file off."""
    os.truncate(file, length)


class Example:
    """Records with a backup of yesterday, what was done since then, and a log that a killed program left."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "jobs.sqlite3"
        self.backups = Backups(folder / "backups")

    def fill(self) -> None:
        """Make them."""
        fill(self.file, (job_of(20) for _ in range(10)))
        self.backups.make(self.file, Reason.DAILY, NOW - DAY)
        fill(self.file, (job_of(20) for _ in range(10)))
        leave_log(self.file)

    def copy(self, folder: Path) -> "Example":
        """Return a copy in another folder."""
        return Example(Path(shutil.copytree(self.folder, folder)))

    def break_head(self) -> None:
        """Scribble over the beginning of the file, and of its log, from which SQLite could mend the file."""
        scribble(log_of(self.file), 0, b"bad")
        scribble(self.file, 0, b"scribble" * 1000)

    def aside(self) -> dict[str, bytes]:
        """Return what is kept aside, by the name it had."""
        found = contents(self.folder)
        aside = [name for name in found if name.startswith("jobs-damaged-")]
        return {"jobs.sqlite3" + name.partition(".sqlite3")[2]: found[name] for name in aside}
