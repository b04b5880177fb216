"""The checklist as PDF: the first time in a process, and after one more tick."""

import os
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from statistics import median

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Tick
from micra_assistant.jobs.events import Ticked
from micra_assistant.jobs.history import History
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from tests.builders import log_of

FIRST_RUNS = 7
TICKS = 20


def checklists() -> list[Sheet]:
    """Return the checklist of a job before anything is ticked, and after each tick."""
    guide = Library(assets.guides_folder()).guide("tailgate-button")
    log = log_of(*(Ticked(item.id) for page in guide.pages for item in page.items if isinstance(item, Tick)))
    jobs = [SheetMaker(guide, History(log[:done]), "0001") for done in range(TICKS)]
    return [job.sheet(SheetKind.CHECKLIST, PaperSize.A4, None, Decimal(0), date(2026, 1, 1)) for job in jobs]


def time_pdf() -> tuple[float, float]:
    """Return the milliseconds of the first PDF, Typst's loading included, and the median after one more tick each."""
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
    return first * 1000, median(later) * 1000


def measure() -> dict[str, float]:
    """Return the medians in milliseconds over several processes."""
    times = [_in_a_new_process() for _ in range(FIRST_RUNS)]
    return {"first_ms": median(first for first, _ in times), "ticked_ms": median(ticked for _, ticked in times)}


def _in_a_new_process() -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-m", __name__], env=os.environ, capture_output=True, text=True, check=True)
    first, ticked = map(float, done.stdout.split())
    return first, ticked


if __name__ == "__main__":
    sys.stdout.write("{} {}".format(*time_pdf()))
