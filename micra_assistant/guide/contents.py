"""What one guide is read from, and the fingerprint of that: two guides of one fingerprint say the same."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from micra_assistant import ownfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.folders import COMMON_FOLDER, MOST_FILES, SOURCES_FILE, files_below, is_data_file
from micra_assistant.guide.head import read_head
from micra_assistant.guide.members import MOST_BYTES, within_limits
from micra_assistant.guide.pagefiles import page_files
from micra_assistant.guide.pictures import PICTURE_SUFFIXES
from micra_assistant.system_words import reason
from micra_assistant.words import _

_TEXTS = (".md", ".toml", ".svg")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files that the guide in ``folder`` is read from, by name, in order of the names.

    A name is that of the file as seen from the folder of all guides, such as ``button/guide.toml``. Of the folder
    ``common`` there are only the pages that the guide draws in and their pictures. GuideError if the head of the guide
    is not sound or a file cannot be read, SnapshotError if they are too large to be kept.
    """
    return within_limits(_read_one_by_one(folder))


def fingerprint(folder: Path) -> str:
    """Return the fingerprint of what the guide in ``folder`` is read from; GuideError as ``contents``."""
    return _fingerprint((name, _digest(name, content)) for name, content in _read_one_by_one(folder))


def fingerprint_of_files(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256, in hex, of the names and contents of files, the same on every system."""
    return _fingerprint((name, _digest(name, files[name])) for name in sorted(files))


def as_everywhere(name: str, content: bytes) -> bytes:
    """Return the content of a file with the line breaks that its text has on every system but Windows."""
    return content.replace(b"\r\n", b"\n") if name.lower().endswith(_TEXTS) else content


def _digest(name: str, content: bytes) -> str:
    return sha256(as_everywhere(name, content)).hexdigest()


def _fingerprint(digests: Iterator[tuple[str, str]]) -> str:
    lines = (f"{digest}  {name}\n" for name, digest in digests)
    return sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _read_one_by_one(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file, in order of the names; pictures may be too many to hold all at once."""
    for name, file in sorted(_files(folder).items()):
        yield name, _content(file, _own_folder(name, folder))


def _own_folder(name: str, folder: Path) -> Path:
    """Return the folder that the file of this name must lie in: that of the guide, the common one, or that of all."""
    first, *others = name.split("/")
    return folder.parent / first if others else folder.parent


def _files(folder: Path) -> dict[str, Path]:
    pages = page_files(folder, read_head(folder).common, [])
    own = [page for page in pages if page.parent == folder]
    own += [file for file in folder.glob("[!.]*.toml") if is_data_file(file.name)]
    common = [page for page in pages if page.parent != folder]
    sources = folder.parent / SOURCES_FILE
    return {
        **({SOURCES_FILE: sources} if sources.exists() else {}),
        **_with_pictures(folder, own, folder.name),
        **_with_pictures(folder.parent / COMMON_FOLDER, common, COMMON_FOLDER),
    }


def _with_pictures(folder: Path, texts: list[Path], called: str) -> dict[str, Path]:
    """Return ``texts`` and the pictures below ``folder`` that they name."""
    said = b"\n".join(_content(file, folder) for file in texts).decode("utf-8", "replace")
    pictures = _pictures(folder, said.replace("\\", "").casefold()) if said else ()
    return {f"{called}/{file.relative_to(folder).as_posix()}": file for file in (*texts, *pictures)}


def _pictures(folder: Path, said: str) -> Iterator[Path]:
    """Yield each picture whose name stands in ``said``, and the file beside it that makes it a circuit."""
    there = list(files_below(folder))
    if len(there) > MOST_FILES:
        raise GuideError(
            [
                Mistake(
                    folder,
                    1,
                    _("has more than {most} files: take out what is not of this guide").format(most=MOST_FILES),
                )
            ]
        )
    for file in there:
        is_named = file.suffix.lower() in PICTURE_SUFFIXES and file.name.casefold() in said
        if is_named and ownfile.is_own(file, folder):
            yield file
            if ownfile.is_own(circuit := file.with_suffix(".toml"), folder):
                yield circuit


def _content(file: Path, folder: Path) -> bytes:
    try:
        return ownfile.read(file, folder, MOST_BYTES)
    except OSError as error:
        raise GuideError([Mistake(file, 1, _("cannot be read: {reason}").format(reason=reason(error)))]) from error
