"""Keeps the screen awake by a program that does that while it runs, and ends with us however we end."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

Which = Callable[[str], str | None]
"""Gives the path of a program, None if it is not installed."""


def waker(why: str, which: Which = shutil.which, platform: str = sys.platform) -> list[str]:
    """Return the command that keeps the screen awake until this process ends; empty if there is none."""
    own = str(os.getpid())
    if platform == "darwin":
        path = which("caffeinate")
        return [path, "-d", "-i", "-w", own] if path else []
    path, tail = which("systemd-inhibit"), which("tail")
    if not path or not tail:
        return []
    what = ["--what=idle:sleep", "--who=Micra Assistant", f"--why={why}"]
    return [path, *what, tail, f"--pid={own}", "-f", os.devnull]


class ProgramAwake:
    """Runs that program."""

    def __init__(self, find: Callable[[str], list[str]] = waker) -> None:
        self._find = find
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, why: str) -> None:
        """Keep the screen on, if there is a program that can; ``why`` is told to those who ask the system."""
        command = self._find(why)
        with suppress(OSError):
            nothing = subprocess.DEVNULL
            self._process = (
                subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing) if command else None
            )

    def let_go(self) -> None:
        """Let the screen go off again when its time comes."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None
