"""What one guide is read from, and the fingerprint of that: two guides of one fingerprint say the same."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from micra_assistant import tomlfile
from micra_assistant.errors import Fault, GuideError
from micra_assistant.guide.folders import COMMON_FOLDER, SOURCES_FILE
from micra_assistant.guide.head import read_head
from micra_assistant.guide.pagefiles import is_own_file, page_files
from micra_assistant.guide.pictures import PICTURE_SUFFIXES

_TEXTS = (".md", ".toml", ".svg")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files that the guide in ``folder`` is read from, by name, in order of the names.

    A name is that of the file as seen from the folder of all guides, such as ``button/guide.toml``. Of the folder
    ``common`` there are only the pages that the guide draws in and their pictures. GuideError if the head of the guide
    is not sound or a file cannot be read.
    """
    pages = page_files(folder, read_head(folder).common, [])
    own = [page for page in pages if page.parent == folder] + [*folder.glob("[!.]*.toml")]
    common = [page for page in pages if page.parent != folder]
    sources = folder.parent / SOURCES_FILE
    found = {SOURCES_FILE: _content(sources)} if sources.exists() else {}
    found |= _with_pictures(folder, own, folder.name)
    found |= _with_pictures(folder.parent / COMMON_FOLDER, common, COMMON_FOLDER)
    return dict(sorted(found.items()))


def fingerprint(folder: Path) -> str:
    """Return the fingerprint of what the guide in ``folder`` is read from; GuideError as ``contents``."""
    return fingerprint_of_files(contents(folder))


def fingerprint_of_files(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256, in hex, of the names and contents of files, the same on every system."""
    lines = (f"{sha256(as_everywhere(name, files[name])).hexdigest()}  {name}\n" for name in sorted(files))
    return sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def as_everywhere(name: str, content: bytes) -> bytes:
    """Return the content of a file with the line breaks that its text has on every system but Windows."""
    return content.replace(b"\r\n", b"\n") if name.lower().endswith(_TEXTS) else content


def _with_pictures(folder: Path, texts: list[Path], called: str) -> dict[str, bytes]:
    """Return ``texts`` and the pictures below ``folder`` that they name."""
    found = {file: _content(file) for file in texts}
    said = b"\n".join(found.values()).decode("utf-8", "replace").replace("\\", "").casefold()
    if said:
        found |= {file: _content(file) for file in _pictures(folder, said)}
    return {f"{called}/{file.relative_to(folder).as_posix()}": content for file, content in found.items()}


def _pictures(folder: Path, said: str) -> Iterator[Path]:
    """Yield each picture whose name stands in ``said``, and the file beside it that makes it a circuit."""
    for file in folder.rglob("*.*"):
        is_named = file.suffix.lower() in PICTURE_SUFFIXES and file.name.casefold() in said
        is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if is_named and not is_hidden and is_own_file(file, folder):
            yield from (part for part in (file, file.with_suffix(".toml")) if part.is_file())


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise GuideError([Fault(file, 1, f"cannot be read: {tomlfile.reason(error)}")]) from error
