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
from tests.bench.table import Lines, Row


def rows() -> Lines:
    """Give the line of a second start."""
    pairs = _pairs()
    ours, bare = (median(seconds) * 1000 for seconds in zip(*pairs, strict=True))
    ratio = median(ours / bare for ours, bare in pairs)
    yield Row("second start to raised window / a bare window", ratio, 0.25, note=f"({ours:.0f} / {bare:.0f} ms)")


def _pairs() -> list[tuple[float, float]]:
    """Return the seconds of a second start and of a bare window, in turn; the first of each is left out."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "micra_assistant", "--data-dir", data]
        with subprocess.Popen(command, env=environment(None)) as window:
            _wait_until_open(data, window)
            _seconds(command)
            start(None, BARE)
            pairs = [(_seconds(command), start(None, BARE).painted) for _ in range(RUNS)]
            window.terminate()
    return pairs


def _wait_until_open(data: str, window: "subprocess.Popen[bytes]") -> None:
    while window.poll() is None and ask(address_of(data), request("")) != RAISED:
        with suppress(subprocess.TimeoutExpired):
            window.wait(0.05)


def _seconds(command: list[str]) -> float:
    begun = time.monotonic()
    subprocess.run(command, env=environment(None), check=True)
    return time.monotonic() - begun
