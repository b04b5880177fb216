"""Measure, and say how each figure stands to its bound in the design: all, or the sections that are named.

Starts are measured by the time that passes, all else by what the processor works, beside a loop that is always the
same: so a busy machine says the same as a quiet one. Whoever is over its bound is named at the end; the exit code is 1.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import as_installed  # noqa: F401 - before all else

# isort: split
from tests.bench import diagnosis, guides, jobs, long_job, paper, part_costs, search, second_start, start_rows, window
from tests.bench.table import Lines, Row

SECTIONS: dict[str, Callable[[], Lines]] = {
    "start": start_rows.rows,
    "second-start": second_start.rows,
    "acts": window.act_rows,
    "stops": window.stop_rows,
    "sheets": paper.rows,
    "search": search.rows,
    "guides": guides.rows,
    "jobs": jobs.rows,
    "long-job": long_job.rows,
    "decisions": diagnosis.rows,
    "parts": part_costs.rows,
}


def main() -> int:
    """Print the table, and return the exit code."""
    parser = argparse.ArgumentParser(prog="tests.bench", description="Measure speed and memory.")
    parser.add_argument("sections", nargs="*", metavar="section", help=", ".join(SECTIONS))
    wanted = parser.parse_args().sections or list(SECTIONS)
    if unknown := set(wanted) - set(SECTIONS):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    over = [row for name in wanted for row in shown(name)]
    print(f"\nOver their bound: {len(over)}", *over, sep="\n" if over else "")
    return 1 if over else 0


def shown(section: str) -> list[Row]:
    """Print a section as it is measured, and return the rows that are over their bounds."""
    begun, over = time.monotonic(), []
    print(f"\n{section}")
    for line in SECTIONS[section]():
        print(f"  {line}", flush=True)
        if isinstance(line, Row) and not line.is_kept:
            over.append(line)
    print(f"  ({time.monotonic() - begun:.0f} s)")
    return over


sys.exit(main())
