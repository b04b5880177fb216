"""What 1,000 guides in the library cost: their complaints, as an earlier start has kept them, and the start itself."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from micra_assistant import assets
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.folders import is_guide
from micra_assistant.guide.library import Library
from micra_assistant.userfiles import UserFiles
from tests.bench.start import OURS, Start, begin, start
from tests.bench.table import Lines, Row, work_row

GUIDES = 1000
RUNS = 9
LANGUAGES = ("en", "ru")


def rows() -> Lines:
    """Give the lines of a large library."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = _thousand_beside_few(Path(folder))
        slowest = max(_complaints(many, Path(folder) / "cache", language) for language in LANGUAGES)
        yield work_row("complaints of 1,000 guides", slowest, 50)
        yield Row("start with 1,000 guides, longer by", _start_cost(few, many), 50, "ms")
        yield Row("home with 1,000 guides, painted later by", _home_cost(few, many), 50, "ms")


def _complaints(guides: Path, cache: Path, language: str) -> float:
    """Return the milliseconds of processor time to tell all complaints, in the middle."""
    return median([_milliseconds(guides, cache, language) for _run in range(RUNS + 1)][1:])


def _milliseconds(guides: Path, cache: Path, language: str) -> float:
    begun = time.process_time()
    Library(guides, GuideCache(cache), language).ways_in()
    return (time.process_time() - begun) * 1000


def _start_cost(few: Path, many: Path) -> float:
    """Return the milliseconds that a start takes longer with 1,000 guides than with a few; median of pairs."""
    for path in (few, many):
        begin(UserFiles(path.with_suffix(".data")))
    return _longer(few, many, ".data", lambda taken: taken.answers)


def _home_cost(few: Path, many: Path) -> float:
    """Return the milliseconds of processor time that home takes longer with 1,000 guides, without any job."""
    return _longer(few, many, ".home", lambda taken: taken.cpu)


def _longer(few: Path, many: Path, records: str, of: Callable[[Start], float]) -> float:
    """Return how many milliseconds more a start takes with many guides; the first start of each keeps them."""
    runs = [partial(start, None, OURS, str(path.with_suffix(records)), str(path)) for path in (few, many)]
    for run in runs:
        run()
    return median((of(runs[1]()) - of(runs[0]())) * 1000 for _run in range(RUNS))


def _thousand_beside_few(folder: Path) -> tuple[Path, Path]:
    """Return a folder with the guides that there are, and one with 1,000 copies of them besides."""
    few, many = folder / "few", folder / "many"
    shutil.copytree(assets.guides_folder(), few)
    shutil.copytree(few, many)
    guides = [guide for guide in many.iterdir() if is_guide(guide)]
    for number in range(GUIDES):
        shutil.copytree(guides[number % len(guides)], many / f"guide-{number:04}", copy_function=os.link)
    return few, many
