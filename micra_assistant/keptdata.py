"""What TOML files and style sheets hold as last parsed, which is what takes longest: a start need not parse it again.

It counts for the very same text only, and can be thrown away at any time. Until there is a folder nothing is kept.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from micra_assistant import __version__
from micra_assistant.keptfile import read_kept, write_kept
from micra_assistant.kind_reading import from_msgpack

Data = dict[str, Any]


class _ParsedBefore(msgspec.Struct, frozen=True):
    version: str
    text: str
    data: Data


class _Cache(msgspec.Struct):
    folder: Path | None = None


_cache = _Cache()


def keep_in(folder: Path | None) -> None:
    """Keep in ``folder`` what is parsed from now on."""
    _cache.folder = folder


def known(path: Path, text: str) -> Data | None:
    """Return what the file ``path`` holds if this is its ``text``, None if that is not kept."""
    if _cache.folder:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            kept = from_msgpack(read_kept(_file(_cache.folder, path)), _ParsedBefore)
            if (kept.version, kept.text) == (__version__, text):
                return kept.data
    return None


def keep(path: Path, text: str, data: Data) -> None:
    """Keep what a file holds, unless it holds what would not come back the same, such as a date."""
    if _cache.folder:
        content = msgspec.msgpack.encode(_ParsedBefore(__version__, text, data))
        with suppress(OSError, UnicodeError):
            if from_msgpack(content, _ParsedBefore).data == data:
                write_kept(_file(_cache.folder, path), content)


def _file(folder: Path, path: Path) -> Path:
    return folder / f"{path.stem}-{crc32(os.fsencode(os.path.abspath(path))):08x}.toml-data"  # noqa: PTH100 - quicker
