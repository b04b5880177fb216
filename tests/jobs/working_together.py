"""Several programs at work on one job at once, and what came of it."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from micra_assistant.jobs.events import Closed, Event, Reopened
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from tests.builders import guide_of
from tests.jobs.two_steps import PAGE

ROOT = Path(__file__).parents[2]


def let_work(folder: Path, writers: int, acts: int) -> tuple[list[str], tuple[Event, ...]]:
    """Let so many programs do so many acts each; return what they said, and the events of the job."""
    file, guide = folder / "user" / "jobs.sqlite3", guide_of(folder / "guides" / "guide", PAGE)
    with closing(SqliteStore(file)) as store:
        job = begin_job(store, guide).job
    assert job
    command = [sys.executable, "-m", "tests.jobs.together", str(file), str(guide.folder.parent), str(acts)]
    programs = [
        subprocess.Popen([*command, "closes" if number == 0 else "works"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for number in range(writers)
    ]
    said = [line for program in programs for line in program.communicate()[0].splitlines()]
    assert [program.returncode for program in programs] == [0] * writers
    with closing(SqliteStore(file)) as store:
        return said, store.events(job.id)


def done_while_closed(events: tuple[Event, ...]) -> list[Event]:
    """Return what was done to a closed job but for closing and reopening it."""
    is_closed, found = False, []
    for event in events:
        if isinstance(event.act, Closed | Reopened):
            is_closed = isinstance(event.act, Closed)
        elif is_closed:
            found.append(event)
    return found
