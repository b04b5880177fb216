"""A job in which very much was done: how it is opened anew, and how its last act is undone and redone."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from micra_assistant import assets
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide, Tick
from micra_assistant.jobs.events import AnyAct, StepShown, Ticked, Unticked, new_event
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from tests.bench.table import Lines, work_row

EVENTS = 20_000
RUNS = 11


def rows() -> Lines:
    """Give the lines of a long job."""
    with tempfile.TemporaryDirectory() as folder, closing(SqliteStore(Path(folder) / "jobs.sqlite3")) as store:
        library = Library(assets.guides_folder(), GuideCache(Path(folder) / "guides"))
        guide = library.guide("tailgate-button")
        job = begin_job(store, guide).job
        assert job is not None
        store.append(new_event(job.id, turn, act) for turn, act in enumerate(_acts(guide), start=10))
        opener = JobOpener(library, store, Path(folder))
        opened = opener.open(opener.kept_job(job)).open_job
        yield work_row(f"a job of {EVENTS:,} events opened", _middle(lambda: opener.open(opener.kept_job(job))), 150)
        yield work_row("its last act undone, and redone, each", _middle(lambda: _undo_and_redo(opened)) / 2, 16)


def _acts(guide: Guide) -> Iterator[AnyAct]:
    """Give acts such as a job has: through all steps, ticking, over and over."""
    done: list[AnyAct] = []
    for step in guide.steps:
        ticks = [item.id for item in step.items if isinstance(item, Tick)]
        done += [StepShown(step.id), *map(Ticked, ticks), *map(Unticked, ticks)]
    for number in range(EVENTS):
        yield done[number % len(done)]


def _undo_and_redo(opened: OpenJob) -> None:
    opened.undo()
    opened.redo()


def _middle(act: Callable[[], object]) -> float:
    """Return the milliseconds of processor time of an act: the median, the first one left out."""
    return median([_milliseconds(act) for _run in range(RUNS + 1)][1:])


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000
