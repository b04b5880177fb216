"""A file of the cache: it begins with a checksum of the rest, and is written whole or not at all."""

from pathlib import Path
from zlib import crc32

_CHECKSUM_BYTES = 4


def read_kept(file: Path) -> bytes:
    """Return what a file was written with; OSError if it is not there, ValueError if it is not as it was written."""
    content = file.read_bytes()
    kept = content[_CHECKSUM_BYTES:]
    if content[:_CHECKSUM_BYTES] != _checksum(kept):
        raise ValueError(f"{file} is not as it was written")
    return kept


def write_kept(file: Path, content: bytes) -> None:
    """Write a file, and its folder if that is not there; OSError if it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.write_bytes(_checksum(content) + content)
    partial.replace(file)


def _checksum(content: bytes) -> bytes:
    return crc32(content).to_bytes(_CHECKSUM_BYTES, "big")
