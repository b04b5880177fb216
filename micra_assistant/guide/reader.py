"""Read a guide: a folder of Markdown pages plus ``guide.toml``; beside it ``sources.toml`` and the common pages.

Every fault is collected before any is reported, each with its file and line.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from micra_assistant import tomlfile
from micra_assistant.errors import Fault, GuideError
from micra_assistant.guide.contents import fingerprint
from micra_assistant.guide.crossrefs import cross_reference_faults
from micra_assistant.guide.evidence import value_in
from micra_assistant.guide.folders import GUIDE_FILE, SOURCES_FILE
from micra_assistant.guide.head import Head, line_in_head, read_head
from micra_assistant.guide.model import Guide, Page, Source
from micra_assistant.guide.page import read_page
from micra_assistant.guide.pagefiles import page_files
from micra_assistant.guide.register import Register
from micra_assistant.guide.tables import table_faults

T = TypeVar("T")

_TOO_DEEP = re.compile(r"^[ \t>]{40}", re.MULTILINE)
"""Ten levels: Python-Markdown takes seconds over hundreds."""
_TOO_DEEP_MESSAGE = "is nested too deep: write lists and callouts one level deep"
_MOST_CHARACTERS = 200_000
_MOST_BRACKETS = 1000
"""In one paragraph; Python-Markdown takes minutes over thousands."""
_TOO_LARGE_MESSAGE = f"is too large: at most {_MOST_CHARACTERS} letters, and {_MOST_BRACKETS} brackets in a paragraph"


class Examined(Struct, frozen=True):
    """What became of reading a guide.

    ``unsourced`` are values whose source is not said: ``check`` refuses them, the window does not.
    """

    guide: Guide | None
    faults: tuple[Fault, ...]
    unsourced: tuple[Fault, ...]


def read_guide(folder: Path) -> Guide:
    """Return the guide in ``folder``; GuideError with every fault found if there is any."""
    examined = examine(folder)
    if examined.guide is None:
        raise GuideError(examined.faults)
    return examined.guide


def examine(folder: Path) -> Examined:
    """Read the guide in ``folder`` and return it, if it is sound, with all that is to be said of it."""
    faults: list[Fault] = []
    head = _collected(faults, lambda: read_head(folder))
    sources = _collected(faults, lambda: read_sources(folder.parent))
    register = Register(folder, known_sources=None if sources is None else sources.keys())
    files = page_files(folder, head.common if head else (), register.faults)
    pages = tuple(page for file in files if (page := _read_page(file, register)))
    faults += register.faults
    faults += cross_reference_faults(pages, register)
    unsourced = list(register.unsourced)
    if head:
        faults += _complaint_faults(folder, head, pages)
        unsourced += _tool_values(folder, head)
    read_from = "" if faults else _collected(faults, lambda: fingerprint(folder))
    if faults or head is None or sources is None or read_from is None:
        return Examined(None, tuple(faults), tuple(unsourced))
    guide = Guide(
        id=folder.name,
        title=head.title,
        car=head.car,
        summary=head.summary,
        version=head.version,
        folder=folder,
        tools=head.tools,
        pages=pages,
        sources={name: sources[name] for name in register.used_sources},
        complaints=head.complaints,
        fingerprint=read_from,
    )
    return Examined(guide, (), tuple(unsourced))


def _complaint_faults(folder: Path, head: Head, pages: tuple[Page, ...]) -> Iterator[Fault]:
    """Yield every complaint that leads to no step."""
    steps = [step.id for page in pages for step in page.steps]
    for number, complaint in enumerate(head.complaints):
        if complaint.step not in steps:
            message = f"no step “{complaint.step}” to begin with{tomlfile.near_miss(complaint.step, steps)}"
            yield Fault(folder / GUIDE_FILE, line_in_head(folder, "complaints", number, "step"), message)


def _tool_values(folder: Path, head: Head) -> Iterator[Fault]:
    """Yield every value in the list of tools, which has no room for sources."""
    for number, tool in enumerate(head.tools):
        if value := value_in(f"{tool.name} {tool.note}"):
            message = f"{value} has no source: leave it to the step that needs the tool"
            yield Fault(folder / GUIDE_FILE, line_in_head(folder, "tools", number, "note"), message)


def read_sources(guides: Path) -> dict[str, Source]:
    """Return the sources of all guides in the folder ``guides``, by id; none if there is no such file."""
    file = guides / SOURCES_FILE
    return tomlfile.read(file, dict[str, Source]) if file.exists() else {}


def _collected(faults: list[Fault], read: Callable[[], T]) -> T | None:
    """Return what ``read`` returns, or None with what it found put to ``faults``."""
    try:
        return read()
    except GuideError as error:
        faults += error.faults
        return None


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
        register.faults += [Fault(file, line, message) for line, message in table_faults(text)]
        return read_page(text, register)
    except (OSError, UnicodeDecodeError) as error:
        register.faults.append(Fault(file, 1, f"cannot be read: {tomlfile.reason(error)}"))
    except RecursionError:
        register.faults.append(Fault(file, 1, _TOO_DEEP_MESSAGE))
    return None
