"""What a mechanic feels: a tick, a step."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from micra_assistant import app, assembly, assets
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Tick
from micra_assistant.jobs.events import Described, Ticked, new_event, new_id
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.userfiles import UserFiles

RUNS = 40


def milliseconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of ``act`` with everything it leads to painted."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        act()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else dead widgets pile up
        taken.append(time.perf_counter() - begun)
    return median(taken) * 1000


def measure() -> dict[str, float]:
    """Return the medians in milliseconds: a commit alone, a tick kept and shown, a step forward and back."""
    app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        commit = _commit(Path(folder) / "commit.sqlite3")
        library = Library(assets.guides_folder())
        window = assembly.make_window(library, UserFiles(Path(folder)))
        window.workbench.begin("tailgate-button", Described())
        window.frame.resize(1366, 768)
        window.frame.show()
        QApplication.processEvents()
        item = next(item.id for item in library.guide("tailgate-button").items if isinstance(item, Tick))
        tick = milliseconds(lambda: window.work.toggle(item))
        forward = milliseconds(lambda: QTest.mouseClick(window.body.step.next_button, Qt.MouseButton.LeftButton), 20)
        back = milliseconds(lambda: QTest.mouseClick(window.body.step.back_button, Qt.MouseButton.LeftButton), 20)
        window.frame.close()
    return {"commit_ms": commit, "tick_ms": tick, "step_ms": forward, "back_ms": back}


def _commit(file: Path) -> float:
    """Return what the disk alone takes to keep one event."""
    store = SqliteStore(file)
    job = new_id()
    turns = iter(range(1, RUNS + 1))
    try:
        return milliseconds(lambda: store.append([new_event(job, next(turns), Ticked("leads"))]))
    finally:
        store.close()
