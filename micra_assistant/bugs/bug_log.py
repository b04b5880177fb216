"""The log of what the program did wrong: two files of bounded size in the data folder, opened when there is a line."""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 256 * 1024
"""Of one file: when it is full it becomes the older of two."""
_MOST_LINE = 400
_OPENED_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class BugLog:
    """Lines about bugs, kept for whoever mends them. What cannot be written is left out: it is no new bug."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.file = folder / "faults.log"
        self.crash_file = folder / "crash.log"

    def add(self, lines: Iterable[str]) -> None:
        """Keep some lines, the first with the time."""
        stamp = time.strftime("%Y-%m-%d %H:%M:%SZ ", time.gmtime())
        text = stamp + "\n".join(line[:_MOST_LINE] for line in lines) + "\n"
        content = text.encode("utf-8", "backslashreplace")[:MOST_BYTES]
        with suppress(OSError):
            self._make_room(len(content))
            file = _opened(self.file)
            try:
                os.write(file, content)
            finally:
                os.close(file)

    def tail(self, most: int = 200) -> list[str]:
        """Return the last lines, at most so many; none if there are none."""
        lines: list[str] = []
        for file in (_older(self.file), self.file, _older(self.crash_file)):
            with suppress(OSError):
                lines += file.read_text(encoding="utf-8", errors="replace").splitlines()[-most:]
        return lines[-most:]

    def open_crash_file(self) -> tuple[int, bool]:
        """Return an open file for what is written when the program ends hard, and whether it did so before.

        OSError if there can be no such file.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _opened(self.crash_file)
        if not os.fstat(file).st_size:
            return file, False
        os.close(file)
        self.crash_file.replace(_older(self.crash_file))
        return _opened(self.crash_file), True

    def _make_room(self, needed: int) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.file.exists() and self.file.stat().st_size + needed > MOST_BYTES:
            self.file.replace(_older(self.file))


def _older(file: Path) -> Path:
    return file.with_suffix(".old.log")


def _opened(file: Path) -> int:
    """Return an open file that only its owner can read; OSError also if it is a link, or a pipe that nobody reads."""
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _OPENED_SAFELY, 0o600)
    if hasattr(os, "fchmod"):
        os.fchmod(opened, 0o600)
    return opened
