"""The checklist as PDF: the first time in a process, and after one more tick."""

import os
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Tick
from micra_assistant.jobs.events import Ticked
from micra_assistant.jobs.history import History
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from tests.bench.table import Lines, work_row
from tests.builders import log_of

FIRST_RUNS = 7
"""The quickest counts: Typst works on all cores, and what else they do is left out."""
TICKS = 20


def checklists() -> list[Sheet]:
    """Return the checklist of a job before anything is ticked, and after each tick."""
    guide = Library(assets.guides_folder()).guide("tailgate-button")
    log = log_of(*(Ticked(item.id) for page in guide.pages for item in page.items if isinstance(item, Tick)))
    jobs = [SheetMaker(guide, History(log[:done]), "0001") for done in range(TICKS)]
    return [job.sheet(SheetKind.CHECKLIST, PaperSize.A4, None, Decimal(0), date(2026, 1, 1)) for job in jobs]


def time_pdf() -> tuple[float, float]:
    """Return the milliseconds of the first PDF, Typst's loading included, and of the quickest after one more tick."""
    (sheet, *ticked), folder = checklists(), assets.guides_folder() / "tailgate-button"
    begun = time.perf_counter()
    from micra_assistant.paper.typeset import pdf

    pdf(sheet, folder)
    first = time.perf_counter() - begun
    later = []
    for after in ticked:
        begun = time.perf_counter()
        pdf(after, folder)
        later.append(time.perf_counter() - begun)
    return first * 1000, min(later) * 1000


def rows() -> Lines:
    """Give the lines of a checklist."""
    firsts, ticked = zip(*(_in_a_new_process() for _ in range(FIRST_RUNS)), strict=True)
    yield work_row("checklist to PDF, first", min(firsts), 120)
    yield work_row("checklist to PDF, after one more tick", min(ticked), 60)


def _in_a_new_process() -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-m", __name__], env=os.environ, capture_output=True, text=True, check=True)
    first, ticked = map(float, done.stdout.split())
    return first, ticked


if __name__ == "__main__":
    sys.stdout.write("{} {}".format(*time_pdf()))
