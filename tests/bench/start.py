"""Start to painted guide, and memory then, as ratios to a bare PySide6 window measured in turn with it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from micra_assistant import assets
from micra_assistant.guide.folders import is_guide
from micra_assistant.guide.library import Library
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.userfiles import UserFiles

RUNS = 15
GUIDES = 1000


@dataclass(frozen=True)
class Start:
    """One start: seconds to the painted window, KiB of memory held then."""

    seconds: float
    pss: int


def start(module: str, *arguments: str) -> Start:
    """Start a module in a process of its own and return what it reports."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    said = json.loads(done.stdout)
    return Start(said["painted"] - begun, said["pss"])


def begin(files: UserFiles) -> None:
    """Begin a job for the window to resume."""
    with closing(SqliteStore(files.records)) as store:
        begin_job(store, Library(assets.guides_folder()).guide("tailgate-button"))


def measure() -> dict[str, float]:
    """Return the medians of both windows and the ratios between them; the first start of each is left out."""
    with tempfile.TemporaryDirectory() as data:
        ours = partial(start, "tests.bench.assistant_window", data, str(assets.guides_folder()))
        begin(UserFiles(Path(data)))
        first = ours()
        start("tests.bench.bare_window")
        pairs = [(start("tests.bench.bare_window"), ours()) for _ in range(RUNS)]
    return {
        "bare_ms": median(bare.seconds for bare, _ in pairs) * 1000,
        "ours_ms": median(ours.seconds for _, ours in pairs) * 1000,
        "first_ms": first.seconds * 1000,
        "time_ratio": median(ours.seconds / bare.seconds for bare, ours in pairs),
        "pss_ratio": median(ours.pss / bare.pss if bare.pss else 0.0 for bare, ours in pairs),
        "library_ms": _library_cost(),
    }


def _library_cost() -> float:
    """Return the milliseconds that a start takes longer with 1,000 guides in the library than with a few."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        shutil.copytree(assets.guides_folder(), few)
        shutil.copytree(few, many)
        guides = [guide for guide in many.iterdir() if is_guide(guide)]
        for number in range(GUIDES):
            shutil.copytree(guides[number % len(guides)], many / f"guide-{number:04}", copy_function=os.link)
        runs = [
            partial(start, "tests.bench.assistant_window", str(path.with_suffix(".data")), str(path))
            for path in (few, many)
        ]
        for run, path in zip(runs, (few, many), strict=True):
            begin(UserFiles(path.with_suffix(".data")))
            run()
        return median((runs[1]().seconds - runs[0]().seconds) * 1000 for _ in range(RUNS))
