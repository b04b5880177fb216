"""The complaints of all guides of one folder as they were last read, so that a start need not read every head.

Those of a guide count only while its ``guide.toml`` has not changed, nor its words in another language. Each language
has a file of its own; it can be thrown away at any time.
"""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from micra_assistant import __version__
from micra_assistant.catalogues import ENGLISH
from micra_assistant.guide.folders import GUIDE_FILE
from micra_assistant.guide.model import Complaint
from micra_assistant.guide.way_in import Outside
from micra_assistant.guide.wording import wording_files
from micra_assistant.keptfile import read_kept, write_kept
from micra_assistant.kind_reading import from_msgpack

Stamp = tuple[tuple[int, int] | None, ...]
"""When each file was changed last, in nanoseconds, and its bytes; None for one that is not there."""


class ToldOutside(msgspec.Struct, frozen=True):
    """What the head of a guide tells those who are outside it."""

    complaints: tuple[Complaint, ...]
    outside: Outside


class _OfGuide(msgspec.Struct, frozen=True):
    stamp: Stamp
    told: ToldOutside


class _KeptComplaints(msgspec.Struct, frozen=True):
    version: str
    guides: dict[str, _OfGuide]


class ComplaintCache:
    """The kept complaints of the guides in ``root``, in a language. What cannot be read or written is not kept."""

    def __init__(self, folder: Path, root: Path, language: str = ENGLISH) -> None:
        spoken = "" if language == ENGLISH else f".{language}"
        self._file = folder / f"{crc32(os.fsencode(root.resolve())):08x}{spoken}.complaints"
        self._known = self._read()
        self._seen: dict[str, _OfGuide] = {}

    def told(self, guide: str, stamped: Stamp) -> ToldOutside | None:
        """Return what a guide tells if that is kept and still true; ``stamped`` is its stamp now."""
        known = self._known.get(guide)
        if known is None or known.stamp != stamped:
            return None
        self._seen[guide] = known
        return known.told

    def put(self, guide: str, stamped: Stamp, told: ToldOutside) -> None:
        """Take what was read of a guide; ``stamped`` is its stamp before that."""
        if stamped[0]:
            self._seen[guide] = _OfGuide(stamped, told)

    def keep(self) -> None:
        """Keep what was asked for and put, and nothing else, for the next time."""
        if self._seen != self._known:
            with suppress(OSError, UnicodeError):
                write_kept(self._file, msgspec.msgpack.encode(_KeptComplaints(__version__, self._seen)))

    def _read(self) -> dict[str, _OfGuide]:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            kept = from_msgpack(read_kept(self._file), _KeptComplaints)
            if kept.version == __version__:
                return kept.guides
        return {}


def stamp(guide: Path, translation: Path | None) -> Stamp:
    """Return the stamp of the head of the guide in a folder, and of the words for its translation if there is any."""
    translated = (translation, *wording_files(translation)) if translation else ()
    return tuple(_stamp_of(path) for path in (guide / GUIDE_FILE, *translated))


def _stamp_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
