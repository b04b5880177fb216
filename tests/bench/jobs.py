"""A hundred thousand jobs: the list first shown, searched, put in another order, scrolled; all painted."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from micra_assistant import app
from micra_assistant.jobs.events import Closed, Event, Held, Opened
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.jobs.jobs_model import JobColumn
from micra_assistant.ui.jobs.jobs_view import JobsView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.bench.table import Lines, work_row

JOBS = 100_000
BATCH = 10_000
RUNS = 9
TYPED = ("tailgate", "a", "button tailgate smith", "ivanov 97", "сидоров", "ab12cde", "0042", "xylophone")
"""Frequent words and rare ones, several, a number, and one that no job has."""

_CUSTOMERS = ("Ivanov", "Smith", "O’Neill", "Müller", "Петров", "Сидоров", "García", "Nowak", "Jones", "Brown")
_COMPLAINTS = (
    "Button does not open the tailgate",
    "Remote key does not lock",
    "Rattles",
    "Задняя дверь не открывается",
)


def rows() -> Lines:
    """Give the lines of a long list: of each act the middle of its slowest kind, and the worst of all."""
    app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        look = Look(load_theme(ThemeName.LIGHT))
        file = Path(folder) / "jobs.sqlite3"
        fill_ms = _fill(file)
        times = {"first shown": [[_first(file, look) for _ in range(RUNS)]]}
        with closing(SqliteStore(file)) as store:
            view = _shown(store, look)
            times |= {
                "a search shown": _searches(view),
                "another order shown": _orders(view),
                "other rows shown": _scrolls(view),
            }
            view.close()
    for act, kinds in times.items():
        middle, worst = max(map(median, kinds)), max(map(max, kinds))
        yield work_row(f"{JOBS:,} jobs, {act}", middle, 100, note=f"; worst {worst:.0f}")
    yield f"  one job with its outcome, among {JOBS:,} in batches: {fill_ms:.2f} ms to keep"


def jobs(first: int, most: int) -> Iterator[Event]:
    """Return the events of jobs that nobody has done."""
    random = Random(first)  # noqa: S311 - no secret
    for number in range(first, first + most):
        job, at = f"{number:032x}", f"2026-{1 + number % 12:02}-{1 + number % 28:02}T10:00:00.000+00:00"
        letters = "".join(random.choices("ABCDEFGHJK", k=5))
        opened = Opened(
            guide="tailgate-button",
            version="1",
            car=f"{letters[:2]}{random.randint(0, 99):02} {letters[2:]}" if number % 9 else "",
            title="Tailgate button",
            customer=f"{random.choice(_CUSTOMERS)} {number % 977}",
            mileage=random.randint(0, 300_000),
            complaint=random.choice(_COMPLAINTS),
        )
        yield Event(f"{number:031x}o", job, 1, at, opened)
        if number % 3:
            left_open = ("panel off",) if number % 50 == 0 else ()
            yield Event(f"{number:031x}c", job, 2, at, Closed("worn", "new", random.choice(list(Held)), "", left_open))


def _fill(file: Path) -> float:
    begun = time.process_time()
    with closing(SqliteStore(file)) as store:
        for first in range(0, JOBS, BATCH):
            store.append(jobs(first, BATCH))
    return (time.process_time() - begun) / JOBS * 1000


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    QApplication.processEvents()
    return (time.process_time() - begun) * 1000


def _shown(store: SqliteStore, look: Look) -> JobsView:
    view = JobsView()
    view.resize(1338, 652)
    view.show_store(store, "", look)
    view.show()
    QApplication.processEvents()
    return view


def _first(file: Path, look: Look) -> float:
    """Return how long the list takes from a store that has read nothing yet."""
    with closing(SqliteStore(file)) as store:
        begun = time.process_time()
        view = _shown(store, look)
        taken = time.process_time() - begun
        view.close()
        view.deleteLater()
    return taken * 1000


def _searches(view: JobsView) -> list[list[float]]:
    """Return how long each line that is typed takes to be found."""
    taken = [[_milliseconds(lambda: view.field.setText(line)) for line in TYPED] for _ in range(RUNS)]  # noqa: B023
    view.field.clear()
    return [list(times) for times in zip(*taken, strict=True)]


def _orders(view: JobsView) -> list[list[float]]:
    ways = [(column, order) for column in JobColumn for order in Qt.SortOrder]
    taken = [[_milliseconds(lambda: view.table.sortByColumn(*way)) for way in ways] for _ in range(RUNS)]  # noqa: B023
    return [list(times) for times in zip(*taken, strict=True)]


def _scrolls(view: JobsView) -> list[list[float]]:
    """Return how long it takes to show rows that nobody has read, all over the list."""
    bar = view.table.verticalScrollBar()
    places = [bar.maximum() * part // 20 for part in (10, 1, 19, 5, 15, 3, 12, 7, 17)]
    return [[_milliseconds(lambda: bar.setValue(place)) for place in places]]  # noqa: B023
