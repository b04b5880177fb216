"""Set a sheet with Typst: as PDF to keep, as SVG pages to show, and where its tick boxes stand.

Typst is imported when something is set, not before. Nothing is kept between sheets but the fonts and what Typst
itself remembers of earlier pages.
"""

import secrets
from pathlib import Path

import msgspec
from msgspec import Struct

from micra_assistant.errors import PaperError
from micra_assistant.paper.sheets import Sheet
from micra_assistant.tomlfile import reason


class TickBox(Struct, frozen=True):
    """Where a tick box stands: page from 1; left edge, top edge and side of the square in millimetres."""

    page: int
    left: float
    top: float
    side: float


class _Placed(TickBox, frozen=True):
    """A tick box as the template tells it."""

    item: str


def save_pdf(sheet: Sheet, folder: Path, output: Path) -> None:
    """Save the sheet as the PDF ``output``, whole or not at all; ``folder`` is the guide's.

    Raises PaperError if the sheet cannot be set or the file cannot be written.
    """
    if not output.parent.is_dir():
        raise PaperError(f"{output} cannot be saved: there is no folder {output.parent}; make it or name another")
    content = pdf(sheet, folder)
    unfinished = output.with_name(f".{secrets.token_hex(8)}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(output)
    except OSError as error:
        advice = "close it if it is open elsewhere, or save under another name"
        raise PaperError(f"{output} cannot be saved: {reason(error)}; {advice}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def pdf(sheet: Sheet, folder: Path) -> bytes:
    """Return the sheet as PDF/UA-1, the same bytes for the same sheet; ``folder`` is the guide's.

    A letter that no font has, such as in a name, is shown as an empty box; then the PDF is tagged but not PDF/UA-1,
    which forbids that. Raises PaperError if the sheet cannot be set.
    """
    try:
        return _compiled(sheet, folder, format="pdf", pdf_standards=["ua-1"])[0]
    except _UnknownLetterError:
        return _compiled(sheet, folder, format="pdf")[0]


def svg_pages(sheet: Sheet, folder: Path) -> tuple[bytes, ...]:
    """Return the sheet as one SVG a page; ``folder`` is the guide's. PaperError if the sheet cannot be set."""
    return _compiled(sheet, folder, format="svg")


def tick_boxes(sheet: Sheet, folder: Path) -> dict[str, TickBox]:
    """Return where the tick box of each item stands, by item id, in order. PaperError if the sheet cannot be set."""
    compiler = _compiler()
    with _Refusals():
        compiler.compile()
    placed = msgspec.json.decode(_compiler(sheet, folder).query("<tick>", field="value"), type=list[_Placed])
    return {box.item: box for box in placed}
