"""A screen in memory with a window manager, and when a program's window is seen on it."""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

MANAGERS = ("openbox", "icewm", "xfwm4", "metacity", "marco")
SIZE = "1600x1000x24"
_NEEDED = ("Xvfb", "xprop")
_WINDOWS = ("-root", "_NET_CLIENT_LIST")
_LONGEST = 60
"""Seconds until a window comes or goes: a program that never shows a window must not hold the bench up."""


def missing() -> tuple[str, ...]:
    """Return what is not installed of what a screen in memory needs, as Debian calls it."""
    lacking = tuple(name for name in _NEEDED if not shutil.which(name))
    return lacking if manager() else (*lacking, f"one of {', '.join(MANAGERS)}")


def manager() -> str | None:
    """Return the window manager that is installed."""
    return next(filter(shutil.which, MANAGERS), None)


@dataclass(frozen=True)
class ScreenInMemory:
    """A screen that windows can be opened on: its name, and what tells of its windows."""

    name: str
    _told: IO[bytes]

    @property
    def environment(self) -> dict[str, str]:
        """What a program is started with to open its window here."""
        kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        return kept | {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def wait_for_window(self) -> None:
        """Wait until the window manager has put a window on the screen."""
        while not self._windows():
            pass

    def wait_for_none(self) -> None:
        """Wait until there is no window any more."""
        while self._windows():
            pass

    def _windows(self) -> int:
        """Return how many windows there are once that changes."""
        is_told, _, _ = select.select([self._told], [], [], _LONGEST)
        if not is_told:
            raise TimeoutError("no window came or went on the screen in memory")
        return self._told.readline().count(b"0x")


@contextmanager
def screen_in_memory() -> Iterator[ScreenInMemory]:
    """Open a screen in memory for the block."""
    with _running("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-noreset") as server:
        name = f":{_lines(server).readline().decode().strip()}"
        os.environ["DISPLAY"] = name
        with _running(manager() or ""):
            _wait_for_manager()
            with _running("xprop", "-spy", *_WINDOWS) as spy:
                screen = ScreenInMemory(name, _lines(spy))
                screen.wait_for_none()
                yield screen


def _wait_for_manager() -> None:
    """Wait until the window manager tells of the windows that there are: then it is at work."""
    while "window id" not in subprocess.run(["xprop", *_WINDOWS], capture_output=True, text=True, check=False).stdout:
        pass


def _lines(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """Return what a program says, of which no more is taken than what is read: the rest can be waited for."""
    assert process.stdout
    return process.stdout


@contextmanager
def _running(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
        _lines(process).close()
