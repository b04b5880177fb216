"""Guides as they were last read, so that a start need not read them again.

A kept guide counts only while no file of its folder has changed. It can be thrown away at any time.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from micra_assistant import __version__
from micra_assistant.catalogues import ENGLISH
from micra_assistant.guide.folders import files_of
from micra_assistant.guide.model import Guide
from micra_assistant.keptfile import read_kept, write_kept
from micra_assistant.kind_reading import from_msgpack


class _Kept(msgspec.Struct, frozen=True):
    signature: str
    guide: Guide


class GuideCache:
    """Kept guides in one folder, a file each. What cannot be read or written is simply not kept.

    Attributes:
        folder: where they lie.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def guide(self, source: Path, language: str = ENGLISH) -> Guide | None:
        """Return the guide of the folder ``source`` in a language if it is kept and still true."""
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            kept = from_msgpack(read_kept(self._file(source, language)), _Kept, _to_path)
            is_true = kept.signature == signature(source)
            if is_true and kept.guide.fingerprint:  # a program of the same version kept guides without one
                return kept.guide
        return None

    def keep(self, guide: Guide, signed: str, language: str = ENGLISH) -> None:
        """Keep a guide as it is given in a language; ``signed`` is the signature of its folder before it was read."""
        file = self._file(guide.folder, language)
        with suppress(OSError, UnicodeError):
            write_kept(file, msgspec.msgpack.encode(_Kept(signed, guide), enc_hook=str))

    def _file(self, source: Path, language: str) -> Path:
        spoken = "" if language == ENGLISH else f".{language}"
        return self.folder / f"{source.name}-{crc32(os.fsencode(source.resolve())):08x}{spoken}.guide"


def signature(source: Path) -> str:
    """Return what changes as soon as a file of the guide, its sources or this program does."""
    lines = [__version__, *(f"{path}: {stamp}" for path, stamp in _stamps(source))]
    return "\n".join(lines).encode("utf-8", "backslashreplace").decode()  # a memory stick may bring names that are none


def _stamps(source: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for file in files_of(source):
        with suppress(OSError):
            stat = file.stat()
            yield file, (stat.st_mtime_ns, stat.st_size)


def _to_path(kind: type, value: Any) -> Any:
    return kind(value)
