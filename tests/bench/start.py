"""Start to painted guide, and memory then, as ratios to a bare PySide6 window measured in turn with it."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from statistics import median

RUNS = 15


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


def measure() -> dict[str, float]:
    """Return the medians of both windows and the ratios between them; the first start of each is left out."""
    with tempfile.TemporaryDirectory() as data:
        first = start("tests.bench.assistant_window", data)
        start("tests.bench.bare_window")
        pairs = [(start("tests.bench.bare_window"), start("tests.bench.assistant_window", data)) for _ in range(RUNS)]
    return {
        "bare_ms": median(bare.seconds for bare, _ in pairs) * 1000,
        "ours_ms": median(ours.seconds for _, ours in pairs) * 1000,
        "first_ms": first.seconds * 1000,
        "time_ratio": median(ours.seconds / bare.seconds for bare, ours in pairs),
        "pss_ratio": median(ours.pss / bare.pss if bare.pss else 0.0 for bare, ours in pairs),
    }
