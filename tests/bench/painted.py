"""What both start benchmarks say of their window: when it was painted, when it answered, what was taken for it."""

import json
import sys
import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

_ROLLUP = Path("/proc/self/smaps_rollup")


class Moment(NamedTuple):
    """A moment: the monotonic time, and the CPU time of the process until then; both in seconds."""

    time: float
    cpu: float


def now() -> Moment:
    """Return this moment."""
    return Moment(time.monotonic(), time.process_time())


def paint(window: QWidget) -> None:
    """Let a window come to the screen and be painted there."""
    handle = window.windowHandle()
    while not handle.isExposed():
        QApplication.processEvents()
    QApplication.sendPostedEvents()  # it is painted by these; what a timer does comes after that


def report(painted: Moment, answers: Moment) -> None:
    """Print the two moments, and the memory held now in KiB (Linux tells it); stay until that is enough.

    What it shares with others is counted whole: else it would hold less if somebody else has Qt loaded, too.

    Whoever measures closes the standard input once the window was seen: on a busy PC one that goes at once may not be.
    """
    lines = _ROLLUP.read_text().splitlines() if _ROLLUP.exists() else []
    rss = next((int(line.split()[1]) for line in lines if line.startswith("Rss:")), 0)
    said = {"painted": painted.time, "cpu": painted.cpu, "answers": answers.time, "whole_cpu": answers.cpu, "rss": rss}
    sys.stdout.write(json.dumps(said))
    sys.stdout.flush()
    sys.stdin.read()
