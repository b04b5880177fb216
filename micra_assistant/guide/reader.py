"""Read a guide: a folder of Markdown pages plus ``guide.toml``; beside it ``sources.toml`` and the common pages.

Every mistake is collected before any is reported, each with its file and line.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from micra_assistant import ownfile, tomlfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.braces import heading_findings
from micra_assistant.guide.contents import fingerprint
from micra_assistant.guide.crossrefs import cross_reference_mistakes, left_open
from micra_assistant.guide.evidence import value_in
from micra_assistant.guide.folders import GUIDE_FILE, PARTS_FILE, SOURCES_FILE
from micra_assistant.guide.head import Head, lines_of_head, read_head
from micra_assistant.guide.lostwords import lost_words
from micra_assistant.guide.model import Guide, Page
from micra_assistant.guide.otherforms import forms_in_lines
from micra_assistant.guide.page import read_page
from micra_assistant.guide.pagefiles import page_files
from micra_assistant.guide.pagelimits import MOST_BYTES, MOST_LETTERS_TOGETHER, TOO_DEEP, page_mistakes
from micra_assistant.guide.price_sources import price_sources
from micra_assistant.guide.register import Register, TooManyMistakesError
from micra_assistant.guide.source import Source
from micra_assistant.guide.tables import columns_without_heads, rows_without_bars, table_mistakes
from micra_assistant.limits import MOST_MISTAKES
from micra_assistant.unreadable import unreadable
from micra_assistant.words import _

T = TypeVar("T")


class Examined(Struct, frozen=True):
    """What became of reading a guide.

    ``mistakes`` keep it from being read at all; ``findings`` are what ``check`` refuses beyond that. The window opens a
    guide that has findings, and so does a job that was begun before anybody looked for them. ``remarks`` are what may
    be so on purpose.
    """

    guide: Guide | None
    mistakes: tuple[Mistake, ...]
    findings: tuple[Mistake, ...]
    remarks: tuple[Mistake, ...] = ()


def read_guide(folder: Path) -> Guide:
    """Return the guide in ``folder``; GuideError with every mistake found if there is any."""
    examined = examine(folder)
    if examined.guide is None:
        raise GuideError(examined.mistakes)
    return examined.guide


def examine(folder: Path) -> Examined:
    """Read the guide in ``folder`` and return it, if it is sound, with all that is to be said of it."""
    mistakes: list[Mistake] = []
    head = _collected(mistakes, lambda: read_head(folder))
    sources = _collected(mistakes, lambda: read_sources(folder.parent))
    register = Register(folder, known_sources=None if sources is None else sources.keys())
    pages = _every_page(folder, head, register)
    mistakes += register.mistakes
    findings = list(register.findings)
    if pages is not None:  # else what is said of one page may stand in another that cannot be read
        mistakes += islice(cross_reference_mistakes(pages, register), MOST_MISTAKES)
        mistakes += _complaint_mistakes(folder, head, pages) if head else ()
        findings += _part_step_mistakes(folder, head, pages) if head and head.part_step else ()
    findings += _tool_values(folder, head) if head else ()
    read_from = "" if mistakes else _collected(mistakes, lambda: fingerprint(folder))
    if mistakes or head is None or sources is None or pages is None or read_from is None:
        return Examined(None, tuple(mistakes), tuple(findings), tuple(register.remarks))
    cited = {name: sources[name] for name in register.used_sources}
    guide = _guide(folder, head, pages, cited, sources, read_from)
    remarks = sorted((*register.remarks, *left_open(pages, register)))
    return Examined(guide, (), tuple(findings), tuple(remarks))


def _every_page(folder: Path, head: Head | None, register: Register) -> tuple[Page, ...] | None:
    """Return the pages of a guide, None if one is not there or cannot be read; mistakes go to the register."""
    files = page_files(folder, head.common if head else (), register.mistakes)
    are_all_there = not register.mistakes
    pages = tuple(read_pages(files, register))
    return pages if are_all_there and len(pages) == len(files) else None


def _guide(
    folder: Path,
    head: Head,
    pages: tuple[Page, ...],
    cited: dict[str, Source],
    sources: dict[str, Source],
    read_from: str,
) -> Guide:
    """Return what was read as a guide; ``cited`` are the ``sources`` that its pages name, in their order."""
    prices = {name: sources[name] for name in price_sources(folder) if name in sources and name not in cited}
    return Guide(
        id=folder.name,
        title=head.title,
        car=head.car,
        summary=head.summary,
        version=head.version,
        folder=folder,
        tools=head.tools,
        pages=pages,
        sources=cited | prices,
        complaints=head.complaints,
        fingerprint=read_from,
        price_sources=frozenset(prices),
        part_step=head.part_step,
    )


def _complaint_mistakes(folder: Path, head: Head, pages: tuple[Page, ...]) -> Iterator[Mistake]:
    """Yield every complaint that leads to no step."""
    steps = {step.id: None for page in pages for step in page.steps}
    lost = [(number, name.step) for number, name in enumerate(head.complaints) if name.step not in steps]
    lines = lines_of_head(folder) if lost else None
    for number, name in lost[:MOST_MISTAKES]:
        message = _("no step “{name}” to begin with").format(name=name)
        message = tomlfile.asking(message, tomlfile.nearest(name, steps))
        yield Mistake(folder / GUIDE_FILE, lines.line_of(("complaints", number, "step")) if lines else 1, message)


def _part_step_mistakes(folder: Path, head: Head, pages: tuple[Page, ...]) -> Iterator[Mistake]:
    """Yield that the part is chosen at a step that there is not, or that there is no part to choose."""
    steps = {step.id: None for page in pages for step in page.steps}
    line = lines_of_head(folder).line_of(("part_step",))
    if head.part_step not in steps:
        message = _("no step “{name}” to choose the part at").format(name=head.part_step)
        yield Mistake(folder / GUIDE_FILE, line, tomlfile.asking(message, tomlfile.nearest(head.part_step, steps)))
    elif not (folder / PARTS_FILE).is_file():
        yield Mistake(folder / GUIDE_FILE, line, _("a step to choose the part at, but there is no parts.toml"))


def _tool_values(folder: Path, head: Head) -> Iterator[Mistake]:
    """Yield every value in the list of tools, which has no room for sources."""
    values = [(number, value_in(f"{tool.name} {tool.note}")) for number, tool in enumerate(head.tools)]
    stated = [(number, value) for number, value in values if value]
    lines = lines_of_head(folder) if stated else None
    for number, value in stated[:MOST_MISTAKES]:
        message = _("{value} has no source: leave it to the step that needs the tool").format(value=value)
        yield Mistake(folder / GUIDE_FILE, lines.line_of(("tools", number, "note")) if lines else 1, message)


def read_sources(guides: Path) -> dict[str, Source]:
    """Return the sources of all guides in the folder ``guides``, by id; none if there is no such file."""
    file = guides / SOURCES_FILE
    return tomlfile.read(file, dict[str, Source]) if file.exists() else {}


def _collected(mistakes: list[Mistake], read: Callable[[], T]) -> T | None:
    """Return what ``read`` returns, or None with what it found put to ``mistakes``."""
    try:
        return read()
    except GuideError as error:
        mistakes += error.mistakes
        return None


def read_pages(files: list[Path], register: Register) -> Iterator[Page]:
    """Yield the pages that can be read; mistakes go to the register."""
    left = MOST_LETTERS_TOGETHER
    try:
        for file in files:
            register.file = file
            text = _page_text(file, register)
            if text is None:
                continue
            left -= len(text)
            if left < 0:
                message = _("is too large: all pages together have at most {most} letters").format(
                    most=MOST_LETTERS_TOGETHER
                )
                register.mistakes.append(Mistake(file, 1, message))
                return
            if page := _read_page(text, register):
                yield page
    except TooManyMistakesError:
        return


def _page_text(file: Path, register: Register) -> str | None:
    """Return the text of a page, None if it cannot be read."""
    try:
        return ownfile.read_text(file, file.parent, MOST_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        register.mistakes.append(Mistake(file, *unreadable(error)))
        return None


def _read_page(text: str, register: Register) -> Page | None:
    """Return the page that is a text, None if it has no sound title or would take too long to read."""
    if mistakes := [Mistake(register.file, *mistake) for mistake in page_mistakes(text)]:
        register.mistakes += mistakes
        return None
    before = len(register.mistakes)
    register.mistakes += [Mistake(register.file, *mistake) for mistake in islice(table_mistakes(text), MOST_MISTAKES)]
    register.findings += [Mistake(register.file, *found) for found in islice(_line_findings(text), MOST_MISTAKES)]
    try:
        page = read_page(text, register)
    except RecursionError:
        register.mistakes.append(Mistake(register.file, 1, _(TOO_DEEP)))
        return None
    if page and len(register.mistakes) == before:
        _note_lost_words(text, page, register)
    return page


def _line_findings(text: str) -> Iterator[tuple[int, str]]:
    """Yield what Markdown makes of the lines of a page that their author did not mean."""
    yield from forms_in_lines(text)
    yield from heading_findings(text)
    yield from rows_without_bars(text)
    yield from columns_without_heads(text)


def _note_lost_words(text: str, page: Page, register: Register) -> None:
    """Note every line whose words are not in the page, unless something is wrong in it anyhow."""
    said = {found.line for found in register.findings if found.file == register.file}
    lost = ((line, message) for line, message in lost_words(text, page) if line not in said)
    register.findings += [Mistake(register.file, *found) for found in islice(lost, MOST_MISTAKES)]
