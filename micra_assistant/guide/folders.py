"""Which folders are guides, and what the files of one are called."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from micra_assistant.catalogues import LANGUAGE

GUIDE_FILE = "guide.toml"
PAGE_PATTERN = "[0-9][0-9]-*.md"
PARTS_FILE = "parts.toml"
MODEL_PATTERN = "faults*.toml"
MODEL_NAME = r"faults[a-z0-9-]*+\.toml"
"""The models that faults are found with."""
SOURCES_FILE = "sources.toml"
"""Beside the guides: where the facts of all of them come from."""
WORDS_FILE = "words.toml"
"""Beside the guides: what the search has to know of their words."""
COMMON_FOLDER = "common"
"""Beside the guides: the pages that several of them draw in."""
CARS_FOLDER = "cars"
"""Beside the guides: the drawings of the cars, and what is where on them."""
WORDING_FILE = "wording.toml"
"""In the folder of a language, and in its folder of a guide: the words of what are no pages."""
MOST_FILES = 10_000
"""Of one folder with all below it. No guide comes near that; what does is a disk full of something else."""


def guide_folders(paths: Iterable[Path]) -> list[Path]:
    """Return the guide folders among ``paths`` and just below them, each ending in its name."""
    found: list[Path] = []
    for given in paths:
        path = given if given.name.strip(".") else given.resolve()
        if is_guide(path):
            found.append(path)
        elif path.is_dir():
            found += (folder for folder in _folders_in(path) if is_guide(folder))
    return found


def _folders_in(path: Path) -> list[Path]:
    """Return the folders just below another, by name: paths are slow to compare, and there may be a thousand."""
    with os.scandir(path) as found:
        names = [entry.name for entry in found if entry.is_dir()]
    return [path / name for name in sorted(names, key=os.path.normcase)]


def named_guides(root: Path) -> list[Path]:
    """Return the guide folders as ``guide_folders`` does, without those that cannot be named in words and records."""
    return [folder for folder in guide_folders([root]) if is_text(folder.name)]


def is_text(name: str) -> bool:
    """Whether a name of a file can be written down; one that comes from another system may be bytes without meaning."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


def is_guide(folder: Path) -> bool:
    """Whether a folder is a guide, sound or not: it has a ``guide.toml`` or a page, and is no translation."""
    try:
        return (folder / GUIDE_FILE).exists() or (any(folder.glob(PAGE_PATTERN)) and original_of(folder) is None)
    except OSError:  # a folder that may not be looked into
        return False


def original_of(folder: Path) -> Path | None:
    """Return the guide that a folder such as ``ru/button`` translates, None if it is no translation."""
    original = folder.parent.parent / folder.name
    is_one = LANGUAGE.fullmatch(folder.parent.name) and not (folder / GUIDE_FILE).exists()
    return original if is_one and (original / GUIDE_FILE).exists() else None


def language_folders(guides: Path) -> dict[str, Path]:
    """Return the folders of languages in the folder of all guides, by language."""
    try:
        folders = sorted(path for path in guides.iterdir() if LANGUAGE.fullmatch(path.name) and path.is_dir())
    except OSError:  # a folder that may not be looked into
        return {}
    return {folder.name: folder for folder in folders if not is_guide(folder)}


def translation_folders(folder: Path) -> dict[str, Path]:
    """Return the folders of what the guide in ``folder`` is in other languages, by language."""
    folders = {name: language / folder.name for name, language in language_folders(folder.parent).items()}
    return {name: path for name, path in folders.items() if path.is_dir()}


def is_data_file(name: str) -> bool:
    """Whether a TOML file of this name in the folder of a guide is one that the guide is read from."""
    return name in (GUIDE_FILE, PARTS_FILE) or bool(re.fullmatch(MODEL_NAME, name))


def files_of(folder: Path) -> list[Path]:
    """Return the files and folders that the guide in ``folder`` is read from, those beside it included."""
    guides = folder.parent
    shelves = [guides / COMMON_FOLDER]
    beside = [guides / SOURCES_FILE]
    for language in language_folders(guides).values():
        shelves += [language / folder.name, language / COMMON_FOLDER]
        beside += [language, language / WORDING_FILE]
    there = [path for path in (*beside, *shelves) if path.exists()]
    return sorted((folder, *files_below(folder), *there, *(path for shelf in shelves for path in files_below(shelf))))


def files_below(folder: Path) -> Iterator[Path]:
    """Yield what lies below ``folder``, hidden files and what links lead to left out: the first MOST_FILES and one."""
    return islice(_all_below(folder), MOST_FILES + 1)


def _all_below(folder: Path) -> Iterator[Path]:
    left = [str(folder)]
    while left:
        with suppress(OSError), os.scandir(left.pop()) as found:  # one may be gone, or not to be looked into
            for entry in found:
                if not entry.name.startswith("."):
                    yield Path(entry.path)
                    left += [entry.path] if entry.is_dir(follow_symlinks=False) else []
