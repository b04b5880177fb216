"""A mark on disk for a job that is just being opened.

A mark that is found later, when nobody is at it any more, says that the program ended meanwhile: opening the job again
by itself would end it again.
"""

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

_JOB_ID = re.compile(r"[0-9a-f]{32}")
_PATIENCE = 20.0
"""Seconds after which a program that is still at it counts as stuck."""


class OpeningMarks:
    """The marks in one folder, one for each job. What cannot be marked is simply not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: tuple[Path, int] | None = None

    def begin(self, job_id: str) -> None:
        """Mark a job; the mark stays if the program ends before ``done``."""
        self.leave()
        if not _JOB_ID.fullmatch(job_id):
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = self._folder / job_id
            mark = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
            if _locked(mark):
                os.utime(file)
                self._held = file, mark
            else:
                os.close(mark)

    def done(self) -> None:
        """Take the mark off: the job is open, or it was said why it is not."""
        held = self._held
        self.leave()
        if held:
            with suppress(OSError):
                held[0].unlink()

    def leave(self) -> None:
        """Let go of the mark, and leave it where it is: the job could not be opened."""
        if self._held:
            os.close(self._held[1])
            self._held = None

    def is_fallen(self, job_id: str) -> bool:
        """Return whether the program ended, or got stuck, while it opened a job, and has not opened it since."""
        if not _JOB_ID.fullmatch(job_id):
            return False
        file = self._folder / job_id
        try:
            mark = os.open(file, os.O_RDWR)
        except OSError:
            return False
        try:
            return _locked(mark) or time.time() - os.fstat(mark).st_mtime > _PATIENCE
        finally:
            os.close(mark)


def _locked(file: int) -> bool:
    """Lock an open file until it is closed; return False if another program has."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows has it

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has not

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
