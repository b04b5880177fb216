"""Files in the folder of a language that nothing reads: they have no counterpart in the English guide."""

from collections.abc import Iterator
from pathlib import Path

from micra_assistant.errors import Mistake
from micra_assistant.guide.folders import COMMON_FOLDER, WORDING_FILE, WORDS_FILE, guide_folders
from micra_assistant.guide.model import Guide
from micra_assistant.guide.pictures import PICTURE_SUFFIXES
from micra_assistant.guide.strays import files_in, folders_and_files
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _


def unread_files(guide: Guide, folder: Path) -> Iterator[Mistake]:
    """Yield every file in the folder of a translation, in its common pages and beside them that nothing reads."""
    guides = guide.folder.parent
    yield from _unread(folder, guide.folder, (WORDING_FILE,))
    yield from _unread(folder.parent / COMMON_FOLDER, guides / COMMON_FOLDER, ())
    known = [WORDING_FILE, WORDS_FILE, COMMON_FOLDER, *(path.name for path in guide_folders([guides]))]
    for path in folders_and_files(folder.parent):
        if path.name not in known:
            yield Mistake(path, 1, asking(_("is read by nothing"), nearest(path.name, known)))


def _unread(folder: Path, english: Path, more: tuple[str, ...]) -> Iterator[Mistake]:
    """Yield the files below a folder that have no counterpart of the same name below the ``english`` one."""
    known = {*(file.relative_to(english).as_posix() for file in files_in(english) if not _is_head(file)), *more}
    for file in files_in(folder):
        if (name := file.relative_to(folder).as_posix()) not in known:
            mistake = _("is read by nothing, as the English guide has no file of this name")
            yield Mistake(file, 1, asking(mistake, nearest(name, known)))


def _is_head(file: Path) -> bool:
    """Whether it is a file of numbers and ids, which stand in English only."""
    return file.suffix == ".toml" and not any(file.with_suffix(kind).exists() for kind in PICTURE_SUFFIXES)
