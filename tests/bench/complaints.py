"""What the start view needs of 1,000 guides: their complaints, as they were kept by an earlier start."""

import tempfile
import time
from pathlib import Path
from statistics import median

from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from tests.bench.start import thousand_beside_few

RUNS = 9
LANGUAGES = ("en", "ru")


def measure() -> float:
    """Return the milliseconds of the slowest language, in the middle."""
    with tempfile.TemporaryDirectory() as folder:
        _few, many = thousand_beside_few(Path(folder))
        return max(_median_of(many, Path(folder) / "cache", language) for language in LANGUAGES)


def _median_of(guides: Path, cache: Path, language: str) -> float:
    times = [_milliseconds(guides, cache, language) for _run in range(RUNS + 1)]
    return median(times[1:])


def _milliseconds(guides: Path, cache: Path, language: str) -> float:
    begun = time.process_time()
    Library(guides, GuideCache(cache), language).complaints()
    return (time.process_time() - begun) * 1000
