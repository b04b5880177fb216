"""What both start benchmarks say once their window is painted: the time, and what the process has taken for it."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

_ROLLUP = Path("/proc/self/smaps_rollup")


def paint(window: QWidget) -> None:
    """Let a window come to the screen and be painted there."""
    handle = window.windowHandle()
    while not handle.isExposed():
        QApplication.processEvents()
    QApplication.sendPostedEvents()  # it is painted by these; what a timer does comes after that


def report() -> None:
    """Print the monotonic time and the CPU time in seconds, and the proportional set size in KiB (Linux tells it)."""
    painted, cpu = time.monotonic(), time.process_time()
    lines = _ROLLUP.read_text().splitlines() if _ROLLUP.exists() else []
    pss = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    sys.stdout.write(json.dumps({"painted": painted, "cpu": cpu, "pss": pss}))
