"""A note beside the job records of how much they hold: without it nobody could tell that their log is missing.

What was kept last is in the log only, until SQLite brings it into the file. If the log is lost after a crash, or left
behind when the file is copied, the file is sound all the same and merely holds less. The note is written after every
act and never waited for: after a power cut it may say less than there is, never more.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from time import sleep
from zlib import crc32

from msgspec import Struct

from micra_assistant.errors import DamagedError
from micra_assistant.jobs.records.soundness import open_to_read
from micra_assistant.jobs.records.wal import has_log, log_of
from micra_assistant.words import _, ngettext

_LENGTH = 96
_LOOKS = 3
_PAUSE = 0.05


class Witness(Struct, frozen=True):
    """How much was kept.

    Attributes:
        kept: the sequence of the last event that was kept, 0 if none was.
        settled: up to which one they are in the file itself, whatever is in its log.
        name: the id of that one, by which the file is known again.
    """

    kept: int = 0
    settled: int = 0
    name: str = ""


def witness_of(file: Path) -> Path:
    """Return where the note about a file is."""
    return file.with_name(file.name + "-kept")


def read(file: Path) -> Witness:
    """Return what the note about a file says; that nothing was kept if there is none, or it is not whole."""
    with suppress(OSError, ValueError):
        first, _end, _rest = witness_of(file).read_text("utf-8").partition("\n")
        line, _blank, kept_sum = first.rstrip().rpartition(" ")
        if int(kept_sum, 16) == crc32(line.encode()):
            kept, settled, name = line.split(" ")
            return Witness(int(kept), int(settled), name.strip("."))
    return Witness()


def write(file: Path, witness: Witness) -> None:
    """Write the note about a file, if it can be written: what is kept does not rest on it."""
    line = f"{witness.kept} {witness.settled} .{witness.name}"
    content = f"{line} {crc32(line.encode()):08x}".ljust(_LENGTH) + "\n"
    with suppress(OSError):
        opened = os.open(witness_of(file), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(opened, content.encode())
        finally:
            os.close(opened)


def refuse_other_file(file: Path) -> None:
    """Look at a file that is not open yet; DamagedError if the log beside it was left by another, or by a newer one."""
    if has_log(file) and is_other(file):
        words = _(
            "the job records {file} are not those that the log beside them, {log}, belongs to:"
            " another file was put in their place"
        )
        raise DamagedError(words.format(file=file, log=log_of(file).name))


def is_other(file: Path) -> bool:
    """Whether a file is not the one that the note beside it is about; looked at again, as somebody may be writing."""
    for look in range(_LOOKS):
        sleep(look * _PAUSE)
        if not _lacks_what_is_settled(file, read(file)):
            return False
    return True


def refuse_less(file: Path, last: Callable[[], int]) -> None:
    """Raise DamagedError if a file holds less than was kept; ``last`` gives the sequence of the last event it holds."""
    missing = read(file).kept - last()  # in this order: others may be writing
    if missing > 0:
        words = ngettext(
            "the job records {file} hold {count} act fewer than were kept:"
            " their log, {log}, is missing, or an older file was put in their place",
            "the job records {file} hold {count} acts fewer than were kept:"
            " their log, {log}, is missing, or an older file was put in their place",
            missing,
        )
        raise DamagedError(words.format(file=file, count=missing, log=log_of(file).name))


def _lacks_what_is_settled(file: Path, witness: Witness) -> bool:
    """Whether a file, its log left aside, lacks what the note says is in it; if it cannot be read, nobody knows."""
    if not witness.settled:
        return False
    with suppress(sqlite3.Error), closing(open_to_read(file)) as bare:
        found = bare.execute("SELECT id FROM events WHERE sequence = ?", (witness.settled,)).fetchone()
        return found is None or str(found[0]) != witness.name
    return False
