"""Whether the file that is open is still the one that lies at its place, with what belongs to it."""

import os
import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from micra_assistant.jobs.records.soundness import open_to_read
from micra_assistant.jobs.records.wal import COMPANIONS, log_of
from micra_assistant.words import N_


class Fate(StrEnum):
    """What became of a file that is open, in words."""

    THERE = ""
    GONE = N_("they were deleted or moved while they were open")
    REPLACED = N_("another file was put in their place while they were open")
    WRITTEN_OVER = N_("another file was copied over them while they were open")
    CUT_OFF = N_("they were cut off while they were open")
    LOGLESS = N_("their log was deleted or replaced while they were open")
    LOG_CUT_OFF = N_("their log was cut off while they were open")


class Presence:
    """Remembers which file was opened, and which companions it had.

    ``was_written_to`` says whether the file itself has changed between the last two looks: by SQLite or anybody else.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._companions = [file.with_name(file.name + name) for name in COMPANIONS]
        self._opened = _look(file)
        self.was_written_to = False
        self._beside = [_look(path) for path in self._companions]
        self._log_size = _size(self._beside[0])

    def fate(self) -> Fate:
        """Return what became of the file; three looks at the folder."""
        found = _look(self._file)
        if found is None or self._opened is None:
            return Fate.GONE
        if not _same(found, self._opened):
            return Fate.REPLACED
        if found.st_size < self._opened.st_size and _is_cut_off(self._file, found.st_size):
            return Fate.CUT_OFF
        self.was_written_to = found.st_mtime_ns != self._opened.st_mtime_ns
        self._opened = found
        beside = [_look(path) for path in self._companions]
        if not all(map(_same, beside, self._beside)):
            return Fate.LOGLESS
        return Fate.LOG_CUT_OFF if self._is_shorter(beside[0]) else Fate.THERE

    def note_log(self) -> None:
        """Remember how long the log is, after something was written to it."""
        self._log_size = _size(_look(self._companions[0]))

    @property
    def owns_log(self) -> bool:
        """Whether the log at the place of the file is the one that was there when it was opened."""
        log = _look(log_of(self._file))
        return log is not None and _same(log, self._beside[0])

    def _is_shorter(self, log: os.stat_result | None) -> bool:
        """Whether a log is shorter than it was: SQLite itself only cuts it off once all is in the file."""
        former, self._log_size = self._log_size, _size(log)
        return self._log_size < former


def _look(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - at every act
    except OSError:
        return None


def _is_cut_off(file: Path, size: int) -> bool:
    """Whether a file ends before it says itself; it does not if another program has made it smaller as it should be."""
    try:
        with closing(open_to_read(file)) as bare:
            bare.execute("SELECT count(*) FROM sqlite_master").fetchone()  # refused if whole pages are missing
            page: int = bare.execute("PRAGMA page_size").fetchone()[0]
    except sqlite3.Error:
        return True
    return size % page > 0


def _size(found: os.stat_result | None) -> int:
    return found.st_size if found else 0


def _same(found: os.stat_result | None, known: os.stat_result | None) -> bool:
    """Whether two looks were at one file; where a disk gives files no numbers, whether both found one."""
    if found is None or known is None:
        return found is known
    if not (found.st_ino and known.st_ino):
        return True
    return (found.st_dev, found.st_ino) == (known.st_dev, known.st_ino)
