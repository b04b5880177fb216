"""What one guide is read from, and the fingerprint of that: two guides of one fingerprint say the same."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from micra_assistant import ownfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.folders import (
    COMMON_FOLDER,
    MOST_FILES,
    SOURCES_FILE,
    WORDING_FILE,
    files_below,
    is_data_file,
    translation_folders,
)
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
    ``common`` there are only the pages that the guide draws in and their pictures. What it is in other languages
    belongs to it, such as ``ru/button/10-begin.md``; a language with a text that cannot be read is left out. GuideError
    if the head of the guide is not sound or another file cannot be read, SnapshotError if they are too large.
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
    own = _files(folder)
    translated = _translated_files(folder)
    for name, file in sorted({**own, **translated}.items()):
        with suppress(*((GuideError,) if name in translated else ())):
            yield name, _content(file, _own_folder(name, folder))


def _own_folder(name: str, folder: Path) -> Path:
    """Return the folder that the file of this name must lie in: that of a guide, of common pages, or that of all."""
    *folders, _file = name.split("/")
    is_language = folders[:1] not in ([], [folder.name], [COMMON_FOLDER])
    return folder.parent.joinpath(*folders[: 2 if is_language else 1])


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


def _translated_files(folder: Path) -> dict[str, Path]:
    """Return the files that the guide in ``folder`` is read from in other languages, by name."""
    found: dict[str, Path] = {}
    for language, translation in translation_folders(folder).items():
        with suppress(GuideError):
            found |= _files_of_language(folder, language, translation)
    return found


def _files_of_language(folder: Path, language: str, translation: Path) -> dict[str, Path]:
    shelf = translation.parent / COMMON_FOLDER
    pages = page_files(folder, read_head(folder).common, [])
    own = [translation / page.name for page in pages if page.parent == folder]
    common = [shelf / page.name for page in pages if page.parent != folder]
    beside = translation.parent / WORDING_FILE
    return {
        **({f"{language}/{WORDING_FILE}": beside} if beside.exists() else {}),
        **_with_pictures(translation, _there([*own, translation / WORDING_FILE]), f"{language}/{folder.name}"),
        **_with_pictures(shelf, _there(common), f"{language}/{COMMON_FOLDER}"),
    }


def _there(files: list[Path]) -> list[Path]:
    return [file for file in files if ownfile.is_own(file, file.parent)]


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
