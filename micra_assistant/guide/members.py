"""Which files a snapshot of a guide may hold: those of a folder of guides with one guide in it, and no trick."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from micra_assistant.catalogues import LANGUAGE
from micra_assistant.errors import SnapshotError
from micra_assistant.guide.folders import COMMON_FOLDER, GUIDE_FILE, SOURCES_FILE, WORDING_FILE
from micra_assistant.guide.pictures import PICTURE_SUFFIXES
from micra_assistant.words import N_, _

MOST_MEMBERS = 2000
TOO_MANY = N_("the guide has more than {most} files: leave out those that it does not show")
MOST_BYTES = 20_000_000
"""Of one file."""
MOST_BYTES_TOGETHER = 100_000_000

_MOST_LETTERS = 150
"""Windows knows names of 260 letters, and the folder that they come to lie in has a name too."""
_SUFFIXES = (".md", ".toml", *PICTURE_SUFFIXES)
_PART = re.compile(
    r"""
    (?! [. ] | (?: con | prn | aux | nul | conin\$ | conout\$ | (?:com|lpt)[\d¹²³] ) [ ]* (?: \. | $ ) )
    [^<>:"/\\|?*]* [^<>:"/\\|?*. ]
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A name that means a file of that name on every system, and no hidden one."""


def guide_among(names: Collection[str]) -> str:
    """Return the id of the one guide that files of these names are; SnapshotError if they are anything else."""
    if len(names) > MOST_MEMBERS:
        raise SnapshotError(_(TOO_MANY).format(most=MOST_MEMBERS))
    for name in names:
        if not _is_usable(name):
            raise SnapshotError(
                _("a guide has no file “{name}”: a name such as diagrams/clip.svg will do").format(
                    name=name[:_MOST_LETTERS]
                )
            )
    _check_apart(names)
    folders = {name.split("/")[0] for name in names if "/" in name} - {COMMON_FOLDER}
    guides = {folder for folder in folders if f"{folder}/{GUIDE_FILE}" in names}
    guide = min(guides, default="")
    others = [name for name in names if name.split("/")[0] in folders - guides]
    if len(guides) != 1 or not all(_is_in_language(name, guide) for name in others):
        raise SnapshotError(_("one whole guide is needed here: what there is has none, or more than one"))
    return guide


def within_limits(files: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Return files by name, taken one after the other; SnapshotError as soon as they are too large."""
    taken: dict[str, bytes] = {}
    together = 0
    for name, content in files:
        together += len(content)
        if len(content) > MOST_BYTES:
            raise SnapshotError(
                _("“{name}” is larger than {most} MB: make the picture smaller").format(
                    name=name, most=MOST_BYTES // 1_000_000
                )
            )
        if together > MOST_BYTES_TOGETHER:
            raise SnapshotError(
                _("the guide is larger than {most} MB: make its pictures smaller").format(
                    most=MOST_BYTES_TOGETHER // 1_000_000
                )
            )
        taken[name] = content
    return taken


def _is_usable(name: str) -> bool:
    if name == SOURCES_FILE:
        return True
    parts = name.split("/")
    is_plain = len(name) <= _MOST_LETTERS and name.isprintable() and all(_PART.fullmatch(part) for part in parts)
    return is_plain and len(parts) > 1 and name.lower().endswith(_SUFFIXES)


def _is_in_language(name: str, guide: str) -> bool:
    """Whether a file is one of what the guide is in another language, such as ``ru/button/10-begin.md``."""
    language, folder, *file = name.split("/")
    is_there = folder in (guide, COMMON_FOLDER) if file else folder == WORDING_FILE
    return is_there and bool(LANGUAGE.fullmatch(language))


def _check_apart(names: Collection[str]) -> None:
    """Check that no two files or folders are one where capitals, or the ways to write é, make no difference."""
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents}
    folded = {unicodedata.normalize("NFC", path).casefold() for path in (*folders, *names)}
    if len(folded) < len(folders) + len(names):
        raise SnapshotError(_("two files of the guide have the same name but for capitals: rename one"))
