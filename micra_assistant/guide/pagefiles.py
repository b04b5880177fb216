"""Which files are the pages of a guide: its own, and the common ones that it draws in."""

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from micra_assistant.errors import Mistake
from micra_assistant.guide.folders import COMMON_FOLDER, GUIDE_FILE, PAGE_PATTERN
from micra_assistant.guide.head import lines_of_head
from micra_assistant.ownfile import is_own
from micra_assistant.words import _

_PLACE = len("00-")


MOST_PAGES = 200
"""Of one guide, those of both kinds each."""


def page_files(folder: Path, common: tuple[str, ...], mistakes: list[Mistake]) -> list[Path]:
    """Return the pages in order of their names; what is wrong with them goes to ``mistakes``."""
    places = dict(islice(sorted((file.name, file) for file in folder.glob(PAGE_PATTERN)), MOST_PAGES + 1))
    if len(places) > MOST_PAGES or len(common) > MOST_PAGES:
        mistakes.append(
            Mistake(folder, 1, _("has more than {most} pages: make two guides of it").format(most=MOST_PAGES))
        )
        return []
    for file in [file for file in places.values() if not is_own(file, folder)]:
        mistakes.append(Mistake(file, 1, _("is no file of this folder: copy the page here")))
        del places[file.name]
    wrong = dict(_common_mistakes(folder, common, places))
    if wrong:
        line = lines_of_head(folder).line_of(("common",))
        mistakes += [
            Mistake(folder / GUIDE_FILE, line, _("common page “{name}”: {mistake}").format(name=name, mistake=mistake))
            for name, mistake in wrong.items()
        ]
    if not places:
        mistakes.append(Mistake(folder, 1, _("has no pages: add a file such as 10-before-you-start.md")))
    return [file for _place, file in sorted(places.items())]


def _common_mistakes(folder: Path, common: tuple[str, ...], places: dict[str, Path]) -> Iterator[tuple[str, str]]:
    """Put the common pages to ``places``; yield the name of each that cannot be, and why."""
    for name in common:
        file, mistake = _common_file(folder, name, places)
        if mistake:
            yield name, mistake
        else:
            places[name] = file


def _common_file(folder: Path, name: str, places: Collection[str]) -> tuple[Path, str]:
    """Return the file that ``name`` draws in, such as common/safety.md for 15-safety.md, and what is wrong with it."""
    shelf = folder.parent / COMMON_FOLDER
    file = shelf / name[_PLACE:]
    if not fnmatchcase(name, PAGE_PATTERN) or "/" in name or "\\" in name:
        return file, _("give it a place among the pages, as in 15-safety.md")
    if name in places:
        return file, _("this place is taken by a page of that name")
    if not is_own(file, shelf):
        there = ", ".join(sorted(page.name for page in shelf.glob("*.md")))
        return file, _("there is no {folder}/{name}; there is: {there}").format(
            folder=COMMON_FOLDER, name=file.name, there=there or _("none")
        )
    return file, ""
