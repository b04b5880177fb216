"""Files that nothing reads: a page or data file whose name is not quite right, a picture that no page shows.

Such a file is no mistake in what is read, so nobody notices: the page is simply not there. What could be a page or a
data file is refused by ``check``; of other files it only says that they lie there.
"""

import re
import unicodedata
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from micra_assistant import ownfile
from micra_assistant.catalogues import LANGUAGE
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.folders import (
    CARS_FOLDER,
    COMMON_FOLDER,
    GUIDE_FILE,
    PAGE_PATTERN,
    PARTS_FILE,
    SOURCES_FILE,
    WORDS_FILE,
    guide_folders,
    is_data_file,
    is_guide,
)
from micra_assistant.guide.head import read_head
from micra_assistant.guide.pagelimits import MOST_BYTES
from micra_assistant.guide.pictures import PICTURE_SUFFIXES
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import N_, _

_MOST_FILES = 5000
_HIDDEN = re.compile(r"[.~$#].*|thumbs\.db|desktop\.ini|__macosx|.*\.(?:swp|swo|part|tmp|lock)", re.IGNORECASE)
_COPY = re.compile(r"(?P<of>.+?)(?:~|\.bak|\.orig|\.old)", re.IGNORECASE)
"""What editors leave beside a file."""
_FREE = re.compile(r"(?:readme|licen[cs]e|copying|changelog|authors)(?:\.(?:md|txt|rst))?", re.IGNORECASE)
_ADDED = re.compile(r"(?:\.txt|~|\.bak|\.orig|\.old|\(\d++\)|(?<![a-z])copy)(?=\.|~|$)")
"""What editors, browsers and file managers put to a name; the blanks before it are left."""
_LEFT = re.compile(r"(?<![ -])[ -]++(?=\.|$)")
_PAGE_ENDS = re.compile(r".*\.(?:md|mkd|mdown|markdown|mdx|rst)|\d.*\.(?:txt|text|docx?|odt|rtf|html?)|\d{1,3}\W[^.]*")
_DATA_ENDS = re.compile(r".*\.toml|(?:guide|parts|faults|sources|words)[\w-]*\.(?:tml|ya?ml|json|csv|ini|txt|toml.*)")
_GAP = re.compile(r"[\W_]+")
_DATA = (GUIDE_FILE, PARTS_FILE, "faults.toml")
_NOT_READ = N_("is read by nothing")


class Strays(NamedTuple):
    """What lies about: what could be a page or a data file, and all else."""

    mistakes: list[Mistake]
    remarks: list[Mistake]


def strays(folder: Path) -> Strays:
    """Return what nothing reads in the folder of a guide, in that of the common pages, and beside them."""
    found = Strays([], [])
    for file in files_in(folder):
        _judge(file, folder, _DATA, found)
    _unseen_pictures(folder, found)
    shelf = folder.parent / COMMON_FOLDER
    for file in files_in(shelf):
        _judge(file, shelf, (), found)
    _unseen_pictures(shelf, found)
    _undrawn_pages(shelf, found)
    _beside(folder.parent, found)
    return found


def misnamed(folder: Path) -> list[Mistake]:
    """Return what could be a guide, or part of one, in a folder that holds none."""
    found = Strays([], [])
    if folder.is_dir():
        for file in _inside(folder):
            if file.is_file() and not _is_quiet(file, folder):
                _judge(file, folder, _DATA, found)
        _beside(folder, found)
    return found.mistakes


def files_in(folder: Path) -> list[Path]:
    """Return the files below a folder, but for hidden ones and copies that an editor left beside the file itself."""
    try:
        below = sorted(islice(folder.rglob("*"), _MOST_FILES))
        return [file for file in below if file.is_file() and not _is_quiet(file, folder)]
    except OSError:
        return []


def _inside(folder: Path) -> list[Path]:
    """Return what lies right in a folder."""
    try:
        return sorted(islice(folder.iterdir(), _MOST_FILES))
    except OSError:
        return []


def folders_and_files(folder: Path) -> list[Path]:
    """Return what lies right in a folder, but for hidden files and copies that an editor left."""
    return [path for path in _inside(folder) if not _is_quiet(path, folder)]


def _is_quiet(file: Path, folder: Path) -> bool:
    if any(_HIDDEN.fullmatch(part) for part in file.relative_to(folder).parts) or _FREE.fullmatch(file.name):
        return True
    copy = _COPY.fullmatch(file.name)
    return copy is not None and file.with_name(copy["of"]).exists()


def _judge(file: Path, folder: Path, data: tuple[str, ...], found: Strays) -> None:
    """Note a file of a folder of pages that nothing reads; ``data`` are the data files that may stand there."""
    if _is_read(file, folder):
        return
    name = _plain(file.name)
    if _DATA_ENDS.fullmatch(name):
        meant = nearest(name, data) if file.parent == folder else ""
        beside = _("is read by nothing: a .toml lies beside the picture that has its name")
        found.mistakes.append(Mistake(file, 1, asking(_(_NOT_READ), meant) if meant else beside))
    elif _PAGE_ENDS.fullmatch(name):
        found.mistakes.append(
            Mistake(file, 1, _("is read by nothing: {advice}").format(advice=_page_advice(file, folder)))
        )
    elif file.suffix.lower() not in PICTURE_SUFFIXES:
        found.remarks.append(Mistake(file, 1, _(_NOT_READ)))


def _is_read(file: Path, folder: Path) -> bool:
    if file.suffix == ".toml" and any(file.with_suffix(suffix).exists() for suffix in PICTURE_SUFFIXES):
        return True
    if file.parent != folder:
        return False
    if folder.name == COMMON_FOLDER:
        return file.suffix == ".md"
    return fnmatchcase(file.name, PAGE_PATTERN) or is_data_file(file.name)


def _page_advice(file: Path, folder: Path) -> str:
    if file.parent != folder:
        return _("pages lie in {folder} itself").format(folder=folder.name)
    first, *others = [part for part in _GAP.split(_plain(file.name).partition(".")[0]) if part] or ["name"]
    number = first if first.isdecimal() else ""
    slug = "-".join(others if number else [first, *others]) or "name"
    if folder.name == COMMON_FOLDER:
        return _("a common page is named {slug}.md").format(slug=slug)
    place = f"{int(number):02}" if 0 < len(number) < 3 else "10"
    return _("a page is named with two figures, a dash and small letters, such as {place}-{slug}.md").format(
        place=place, slug=slug
    )


def _unseen_pictures(folder: Path, found: Strays) -> None:
    """Note the pictures of a folder that none of its texts names."""
    files = files_in(folder)
    said = "\n".join(_text(file, folder) for file in files if file.suffix in (".md", ".toml")).replace("\\", "")
    for file in files:
        if file.suffix.lower() in PICTURE_SUFFIXES and file.name not in said:
            found.remarks.append(Mistake(file, 1, _("is shown by no page")))


def _undrawn_pages(shelf: Path, found: Strays) -> None:
    """Note the common pages that no guide draws in, if it can be told."""
    try:
        heads = [read_head(guide) for guide in guide_folders([shelf.parent])]
    except GuideError:
        return
    drawn = {name[len("00-") :] for head in heads for name in head.common}
    for file in sorted(shelf.glob("*.md")):
        if file.name not in drawn and not _is_quiet(file, shelf):
            found.remarks.append(Mistake(file, 1, _("no guide draws it in")))


def _beside(guides: Path, found: Strays) -> None:
    """Note what lies beside the guides and is nearly one of the files or folders that belong there."""
    for path in _inside(guides):
        name = _plain(path.name)
        if _HIDDEN.fullmatch(path.name) or path.name in (SOURCES_FILE, WORDS_FILE, COMMON_FOLDER, CARS_FOLDER):
            continue
        if path.is_dir():
            _judge_folder(path, found)
        elif (meant := nearest(name, (SOURCES_FILE, WORDS_FILE))) and not _is_quiet(path, guides):
            found.mistakes.append(Mistake(path, 1, asking(_(_NOT_READ), meant)))


def _judge_folder(folder: Path, found: Strays) -> None:
    if is_guide(folder) or LANGUAGE.fullmatch(folder.name):
        return
    guides = {guide.name for guide in guide_folders([folder.parent])}
    if any(path.is_dir() and path.name in guides for path in _inside(folder)):
        words = _("is read by nothing: the folder of a language has a name such as ru or pt_BR")
        found.mistakes.append(Mistake(folder, 1, words))
        return
    if nearest(_plain(folder.name), (COMMON_FOLDER,)):
        found.mistakes.append(
            Mistake(
                folder,
                1,
                _("is read by nothing: the folder of the common pages is named {folder}").format(folder=COMMON_FOLDER),
            )
        )
        return
    names = [_plain(file.name) for file in _inside(folder) if file.is_file() and not _is_quiet(file, folder)]
    if any(_PAGE_ENDS.fullmatch(name) or nearest(name, (GUIDE_FILE,)) for name in names):
        found.mistakes.append(
            Mistake(
                folder,
                1,
                _("is no guide: it has neither {file} nor a page such as 10-name.md").format(file=GUIDE_FILE),
            )
        )


def _plain(name: str) -> str:
    """Return a name in small letters, without what editors and browsers put to it."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    while (shorter := _LEFT.sub("", _ADDED.sub("", folded))) != folded and shorter:
        folded = shorter
    return folded


def _text(file: Path, folder: Path) -> str:
    try:
        return ownfile.read(file, folder, MOST_BYTES).decode(errors="replace")
    except OSError:
        return ""
