"""What TOML files hold as it was last parsed, which is what takes longest: a start need not parse it again.

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

Data = dict[str, Any]


<<<<<<< HEAD
class _KeptData(msgspec.Struct, frozen=True):
=======
class _ParsedBefore(msgspec.Struct, frozen=True):
>>>>>>> perf
    version: str
    text: str
    data: Data


<<<<<<< HEAD
class _Keeping(msgspec.Struct):
    folder: Path | None = None


_keeping = _Keeping()
=======
class _Cache(msgspec.Struct):
    folder: Path | None = None


_cache = _Cache()
>>>>>>> perf


def keep_in(folder: Path | None) -> None:
    """Keep in ``folder`` what is parsed from now on."""
<<<<<<< HEAD
    _keeping.folder = folder
=======
    _cache.folder = folder
>>>>>>> perf


def known(path: Path, text: str) -> Data | None:
    """Return what the file ``path`` holds if this is its ``text``, None if that is not kept."""
<<<<<<< HEAD
    if _keeping.folder:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            kept = msgspec.msgpack.decode(read_kept(_file(_keeping.folder, path)), type=_KeptData)
=======
    if _cache.folder:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            kept = msgspec.msgpack.decode(read_kept(_file(_cache.folder, path)), type=_ParsedBefore)
>>>>>>> perf
            if (kept.version, kept.text) == (__version__, text):
                return kept.data
    return None


def keep(path: Path, text: str, data: Data) -> None:
    """Keep what a file holds, unless it holds what would not come back the same, such as a date."""
<<<<<<< HEAD
    if _keeping.folder:
        content = msgspec.msgpack.encode(_KeptData(__version__, text, data))
        with suppress(OSError, UnicodeError):
            if msgspec.msgpack.decode(content, type=_KeptData).data == data:
                write_kept(_file(_keeping.folder, path), content)
=======
    if _cache.folder:
        content = msgspec.msgpack.encode(_ParsedBefore(__version__, text, data))
        with suppress(OSError, UnicodeError):
            if msgspec.msgpack.decode(content, type=_ParsedBefore).data == data:
                write_kept(_file(_cache.folder, path), content)
>>>>>>> perf


def _file(folder: Path, path: Path) -> Path:
    return folder / f"{path.stem}-{crc32(os.fsencode(os.path.abspath(path))):08x}.toml-data"  # noqa: PTH100 - quicker
