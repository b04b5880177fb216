"""Which files are the pages of a guide: its own, and the common ones that it draws in."""

from collections.abc import Collection
from fnmatch import fnmatchcase
from pathlib import Path

from micra_assistant.errors import Fault
from micra_assistant.guide.folders import COMMON_FOLDER, GUIDE_FILE, PAGE_PATTERN
from micra_assistant.guide.head import line_in_head

_PLACE = len("00-")


def page_files(folder: Path, common: tuple[str, ...], faults: list[Fault]) -> list[Path]:
    """Return the pages in order of their names; what is wrong with them goes to ``faults``."""
    places = {file.name: file for file in folder.glob(PAGE_PATTERN)}
    for file in [file for file in places.values() if not is_own_file(file, folder)]:
        faults.append(Fault(file, 1, "is no file of this folder: copy the page here"))
        del places[file.name]
    for name in common:
        file, fault = _common_file(folder, name, places)
        if fault:
            faults.append(Fault(folder / GUIDE_FILE, line_in_head(folder, "common"), f"common page “{name}”: {fault}"))
        else:
            places[name] = file
    if not places:
        faults.append(Fault(folder, 1, "has no pages: add a file such as 10-before-you-start.md"))
    return [file for _, file in sorted(places.items())]


def _common_file(folder: Path, name: str, places: Collection[str]) -> tuple[Path, str]:
    """Return the file that ``name`` draws in, such as common/safety.md for 15-safety.md, and what is wrong with it."""
    shelf = folder.parent / COMMON_FOLDER
    file = shelf / name[_PLACE:]
    if not fnmatchcase(name, PAGE_PATTERN) or "/" in name or "\\" in name:
        return file, "give it a place among the pages, as in 15-safety.md"
    if name in places:
        return file, "this place is taken by a page of that name"
    if not is_own_file(file, shelf):
        there = ", ".join(sorted(page.name for page in shelf.glob("*.md")))
        return file, f"there is no {COMMON_FOLDER}/{file.name}; there is: {there or 'none'}"
    return file, ""


def is_own_file(file: Path, folder: Path) -> bool:
    """Whether ``file`` is a plain file that lies in ``folder``, wherever links lead."""
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
