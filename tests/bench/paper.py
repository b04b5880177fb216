"""Sheets of an ordinary job as PDF: its checklist first and after one more tick, the whole guide, the report."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from compileall import compile_dir
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from micra_assistant import assets
from micra_assistant.errors import MicraError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Tick
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.keptdata import keep_in
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.sheet_choices import usual
from micra_assistant.parts.options import parts_of
from micra_assistant.workshop.values import Workshop
from tests.bench.table import Lines, work_row

if TYPE_CHECKING:
    from micra_assistant.jobs.routing.route_reader import RouteReader

RUNS = 7
DONE_BEFORE, TICKS = 20, 10


class SheetTimes(Struct, frozen=True):
    """Milliseconds of work: the first checklist with Typst's loading, after one more tick, guide, report."""

    first_ms: float
    ticked_ms: float
    guide_ms: float
    report_ms: float


def ordinary_job() -> OpenJob:
    """Return a job of the tailgate button whose complaint is known, with some lines done."""
    guide = Library(assets.guides_folder()).guide("tailgate-button")
    details = Described("AB12 CDE", complaint=guide.complaints[0].title)
    job = begin_job(SqliteStore(None), guide, parts_of(guide), details)
    for _line in range(DONE_BEFORE):
        tick_one_more(job)
    return job


def tick_one_more(job: OpenJob) -> None:
    """Tick the first line that can be ticked."""
    for item in job.guide.items:
        line = job.checklist.line(item.id)
        if isinstance(item, Tick) and not item.wait and not line.done and not line.held_by:
            job.toggle(item.id)
            return
    raise MicraError("nothing is left to tick")


def pdf(job: OpenJob, kind: SheetKind, reader: "RouteReader | None" = None) -> bytes:
    """Return a sheet of a job, made as commands make it, or with ``reader`` as the window does."""
    sheets = JobSheets(job, Workshop(), date(2026, 1, 1), reader=reader)
    from micra_assistant.paper.setting import set_pdf

    return set_pdf(sheets.order(kind, choices=usual(kind, PaperSize.A4)))


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long the processor works at an act."""
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


def time_sheets() -> SheetTimes:
    """Return the times of this process."""
    job, later = ordinary_job(), list[float]()
    first = milliseconds(lambda: pdf(job, SheetKind.CHECKLIST))
    from micra_assistant.jobs.routing.route_reader import RouteReader

    reader = RouteReader()
    for _tick in range(TICKS):
        tick_one_more(job)
        later.append(milliseconds(lambda: pdf(job, SheetKind.CHECKLIST, reader)))
    return SheetTimes(
        first,
        median(later),
        milliseconds(lambda: pdf(job, SheetKind.GUIDE)),
        milliseconds(lambda: pdf(job, SheetKind.REPORT)),
    )


def rows() -> Lines:
    """Give the lines of the sheets, the quickest of several: Typst uses all cores, what else they do is left out.

    The program is as it is on a PC where it was started before: compiled, with what it keeps of its files.
    """
    compile_dir(Path(assets.__file__).parent, quiet=1)
    with TemporaryDirectory() as kept:
        times = [_in_a_new_process(kept) for _ in range(RUNS)]
    quickest = SheetTimes(*(min(getattr(one, name) for one in times) for name in SheetTimes.__struct_fields__))
    yield work_row("checklist to PDF, first", quickest.first_ms, 120)
    yield work_row("checklist to PDF, after one more tick", quickest.ticked_ms, 60)
    yield work_row("whole guide to PDF", quickest.guide_ms, 1000)
    yield work_row("job report to PDF", quickest.report_ms, 300)


def _in_a_new_process(kept: str) -> SheetTimes:
    done = subprocess.run([sys.executable, "-m", __name__, kept], env=os.environ, capture_output=True, check=True)
    return msgspec.json.decode(done.stdout, type=SheetTimes)


if __name__ == "__main__":
    keep_in(Path(sys.argv[1]))
    sys.stdout.write(msgspec.json.encode(time_sheets()).decode())
