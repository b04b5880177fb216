"""The checklist as PDF: the first time in a process, and again."""

import os
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from statistics import median

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker

FIRST_RUNS = 7
AGAIN_RUNS = 20


def checklist() -> Sheet:
    """Return the blank checklist of a guide."""
    guide = Library(assets.guides_folder()).guide("tailgate-button")
    return SheetMaker(guide).sheet(SheetKind.CHECKLIST, PaperSize.A4, None, Decimal(0), date(2026, 1, 1))


def time_pdf() -> tuple[float, float]:
    """Return the milliseconds of the first PDF of this process, Typst's loading included, and of a later one."""
    sheet, folder = checklist(), assets.guides_folder() / "tailgate-button"
    begun = time.perf_counter()
    from micra_assistant.paper.typeset import pdf

    pdf(sheet, folder)
    first = time.perf_counter() - begun
    later = []
    for _ in range(AGAIN_RUNS):
        begun = time.perf_counter()
        pdf(sheet, folder)
        later.append(time.perf_counter() - begun)
    return first * 1000, median(later) * 1000


def measure() -> dict[str, float]:
    """Return the medians in milliseconds over several processes."""
    times = [_in_a_new_process() for _ in range(FIRST_RUNS)]
    return {"first_ms": median(first for first, _ in times), "again_ms": median(again for _, again in times)}


def _in_a_new_process() -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-m", __name__], env=os.environ, capture_output=True, text=True, check=True)
    first, again = map(float, done.stdout.split())
    return first, again


if __name__ == "__main__":
    sys.stdout.write("{} {}".format(*time_pdf()))
