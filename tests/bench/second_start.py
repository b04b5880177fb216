"""A second start, until the window that is open was raised, as a ratio to the start of a bare PySide6 window."""

import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from statistics import median

from micra_assistant.onewindow.address import address_of
from micra_assistant.onewindow.asking import ask
from micra_assistant.onewindow.exchange import RAISED, request
from tests.bench.start import BARE, RUNS, environment, start


def measure() -> dict[str, float]:
    """Return the medians of both starts, and the ratio between them; the first of each is left out."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "micra_assistant", "--data-dir", data]
        with subprocess.Popen(command, env=environment(None)) as window:
            _wait_until_open(data, window)
            _seconds(command)
            start(None, BARE)
            pairs = [(start(None, BARE).painted, _seconds(command)) for _ in range(RUNS)]
            window.terminate()
    return {
        "bare_ms": median(bare for bare, _ in pairs) * 1000,
        "ours_ms": median(ours for _, ours in pairs) * 1000,
        "time_ratio": median(ours / bare for bare, ours in pairs),
    }


def _wait_until_open(data: str, window: "subprocess.Popen[bytes]") -> None:
    while window.poll() is None and ask(address_of(data), request("")) != RAISED:
        with suppress(subprocess.TimeoutExpired):
            window.wait(0.05)


def _seconds(command: list[str]) -> float:
    begun = time.monotonic()
    subprocess.run(command, env=environment(None), check=True)
    return time.monotonic() - begun
