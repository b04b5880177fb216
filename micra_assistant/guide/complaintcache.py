"""The complaints of all guides of one folder as they were last read, so that a start need not read every head.

Those of a guide count only while its ``guide.toml`` has not changed. The file can be thrown away at any time.
"""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from micra_assistant import __version__
from micra_assistant.guide.folders import GUIDE_FILE
from micra_assistant.guide.keptfile import read_kept, write_kept
from micra_assistant.guide.model import Complaint
from micra_assistant.guide.way_in import Outside

Stamp = tuple[int, int]
"""When a file was changed last, in nanoseconds, and its bytes."""


class Told(msgspec.Struct, frozen=True):
    """What the head of a guide tells those who are outside it."""

    complaints: tuple[Complaint, ...]
    outside: Outside


class _OfGuide(msgspec.Struct, frozen=True):
    stamp: Stamp
    told: Told


class _KeptComplaints(msgspec.Struct, frozen=True):
    version: str
    guides: dict[str, _OfGuide]


class ComplaintCache:
    """The kept complaints of the guides in ``root``. What cannot be read or written is simply not kept."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._file = folder / f"{crc32(os.fsencode(root.resolve())):08x}.complaints"
        self._known = self._read()
        self._seen: dict[str, _OfGuide] = {}

    def told(self, guide: Path) -> Told | None:
        """Return what the guide in a folder tells if that is kept and still true."""
        known = self._known.get(guide.name)
        if known is None or known.stamp != stamp(guide):
            return None
        self._seen[guide.name] = known
        return known.told

    def put(self, guide: Path, stamped: Stamp | None, told: Told) -> None:
        """Take what was read of a guide; ``stamped`` is its stamp before that."""
        if stamped:
            self._seen[guide.name] = _OfGuide(stamped, told)

    def keep(self) -> None:
        """Keep what was asked for and put, and nothing else, for the next time."""
        if self._seen != self._known:
            with suppress(OSError, UnicodeError):
                write_kept(self._file, msgspec.msgpack.encode(_KeptComplaints(__version__, self._seen)))

    def _read(self) -> dict[str, _OfGuide]:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            kept = msgspec.msgpack.decode(read_kept(self._file), type=_KeptComplaints)
            if kept.version == __version__:
                return kept.guides
        return {}


def stamp(guide: Path) -> Stamp | None:
    """Return the stamp of the head of the guide in a folder, None if it has none."""
    try:
        found = (guide / GUIDE_FILE).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
