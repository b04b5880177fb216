"""Read a guide: a folder of Markdown pages plus ``guide.toml``, and ``sources.toml`` beside the folder.

Every fault is collected before any is reported, each with its file and line.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from micra_assistant import tomlfile
from micra_assistant.errors import Fault, GuideError
from micra_assistant.guide.crossrefs import cross_reference_faults
from micra_assistant.guide.folders import GUIDE_FILE, PAGE_PATTERN
from micra_assistant.guide.model import Guide, Page, Source, Tool
from micra_assistant.guide.page import read_page
from micra_assistant.guide.register import Register

T = TypeVar("T")

_TOO_DEEP = re.compile(r"^[ \t>]{40}", re.MULTILINE)
"""Ten levels: Python-Markdown takes seconds over hundreds."""
_TOO_DEEP_MESSAGE = "is nested too deep: write lists and callouts one level deep"
_MOST_CHARACTERS = 200_000
_MOST_BRACKETS = 1000
"""In one paragraph; Python-Markdown takes minutes over thousands."""
_TOO_LARGE_MESSAGE = f"is too large: at most {_MOST_CHARACTERS} letters, and {_MOST_BRACKETS} brackets in a paragraph"


class _Head(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``guide.toml`` holds."""

    format: int
    title: str
    car: str
    version: str
    summary: str = ""
    tools: tuple[Tool, ...] = ()

    def __post_init__(self) -> None:
        if self.format != 1:
            raise ValueError(f"format {self.format} is newer than this program knows: it reads format 1")
        if not (self.title.strip() and self.version.strip()):
            raise ValueError("title and version must not be empty")


def read_guide(folder: Path) -> Guide:
    """Return the guide in ``folder``; GuideError with every fault found if there is any."""
    faults: list[Fault] = []
    head = _collected(faults, lambda: tomlfile.read(folder / GUIDE_FILE, _Head))
    sources = _collected(faults, lambda: read_sources(folder.parent))
    register = Register(folder, known_sources=None if sources is None else sources.keys())
    pages = tuple(page for file in _page_files(folder, register) if (page := _read_page(file, register)))
    faults += register.faults
    faults += cross_reference_faults(pages, register)
    if faults or head is None or sources is None:
        raise GuideError(faults)
    return Guide(
        id=folder.name,
        title=head.title,
        car=head.car,
        summary=head.summary,
        version=head.version,
        folder=folder,
        tools=head.tools,
        pages=pages,
        sources={name: sources[name] for name in register.used_sources},
    )


def read_sources(guides: Path) -> dict[str, Source]:
    """Return the sources of all guides in the folder ``guides``, by id; none if there is no such file."""
    file = guides / "sources.toml"
    return tomlfile.read(file, dict[str, Source]) if file.exists() else {}


def _collected(faults: list[Fault], read: Callable[[], T]) -> T | None:
    """Return what ``read`` returns, or None with what it found put to ``faults``."""
    try:
        return read()
    except GuideError as error:
        faults += error.faults
        return None


def _page_files(folder: Path, register: Register) -> list[Path]:
    files = sorted(folder.glob(PAGE_PATTERN))
    for file in [file for file in files if not _is_own_file(file, folder)]:
        register.faults.append(Fault(file, 1, "is no file of this folder: copy the page here"))
        files.remove(file)
    if not files:
        register.faults.append(Fault(folder, 1, "has no pages: add a file such as 10-before-you-start.md"))
    return files


def _is_own_file(file: Path, folder: Path) -> bool:
    """Whether ``file`` is a plain file that lies in ``folder``, wherever links lead."""
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _read_page(file: Path, register: Register) -> Page | None:
    register.file = file
    try:
        text = file.read_text(encoding="utf-8-sig")
        if deep := _TOO_DEEP.search(text):
            register.faults.append(Fault(file, text.count("\n", 0, deep.start()) + 1, _TOO_DEEP_MESSAGE))
            return None
        if len(text) > _MOST_CHARACTERS or any(part.count("[") > _MOST_BRACKETS for part in text.split("\n\n")):
            register.faults.append(Fault(file, 1, _TOO_LARGE_MESSAGE))
            return None
        return read_page(text, register)
    except (OSError, UnicodeDecodeError) as error:
        register.faults.append(Fault(file, 1, f"cannot be read: {tomlfile.reason(error)}"))
    except RecursionError:
        register.faults.append(Fault(file, 1, _TOO_DEEP_MESSAGE))
    return None
