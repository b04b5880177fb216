"""Set a sheet with Typst: as PDF to keep, as SVG pages to print, and where its tick boxes stand.

Typst is imported when something is set, not before. Nothing is kept between sheets but the fonts and what Typst
itself remembers of the last ones, which makes the next one fast.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from micra_assistant import assets
from micra_assistant.errors import PaperError
from micra_assistant.guide.model import Diagram
from micra_assistant.paper.circuit_table import SheetCircuit
from micra_assistant.paper.sheets import Sheet
from micra_assistant.paper.svg_pages import with_pictures_inside
from micra_assistant.tomlfile import reason

if TYPE_CHECKING:
    import typst


class TickBox(Struct, frozen=True):
    """Where the tick box of an item stands.

    ``page`` counts from 1; ``left`` and ``top`` are from the corner of the paper, in millimetres as is ``side``.
    """

    item: str
    page: int
    left: float
    top: float
    side: float


def save_pdf(sheet: Sheet, folder: Path, output: Path) -> None:
    """Save the sheet as the PDF ``output``, whole or not at all; ``folder`` is the guide's.

    Raises PaperError if the sheet cannot be set or the file cannot be written.
    """
    if not output.parent.is_dir():
        raise PaperError(f"{output} cannot be saved: there is no folder {output.parent}; make it or choose another")
    content = pdf(sheet, folder)
    unfinished = output.with_name(f".{secrets.token_hex(8)}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(output)
    except OSError as error:
        advice = "close it if it is open, or save under another name"
        raise PaperError(f"{output} cannot be saved: {reason(error)}; {advice}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def pdf(sheet: Sheet, folder: Path) -> bytes:
    """Return the sheet as PDF/UA-1, the same bytes for the same sheet; ``folder`` is the guide's.

    A letter that no font has, in a name perhaps, prints as an empty box. PDF/UA forbids that, so such a sheet is
    tagged but does not claim to be PDF/UA. Raises PaperError if the sheet cannot be set.
    """
    try:
        return _compiled(sheet, folder, format="pdf", pdf_standards=["ua-1"])[0]
    except PaperError as error:
        if _NO_LETTER not in str(error):
            raise
        return _compiled(sheet, folder, format="pdf")[0]


def svg_pages(sheet: Sheet, folder: Path) -> tuple[bytes, ...]:
    """Return the sheet as SVG, a page each; ``folder`` is the guide's. PaperError if the sheet cannot be set."""
    return tuple(with_pictures_inside(page) for page in _compiled(sheet, folder, format="svg"))


def tick_boxes(sheet: Sheet, folder: Path) -> dict[str, TickBox]:
    """Return where each tick box stands, by item id, in reading order. PaperError if the sheet cannot be set."""
    with _plain_errors():
        places = _compiler(_input(sheet, folder)).eval(_PLACES)
    return {box.item: box for box in msgspec.json.decode(places, type=list[TickBox])}


_NO_LETTER = "could not be displayed"
"""What Typst says if PDF/UA is asked for and no font has a letter."""

_PLACES = """query(<tick>).map(tick => {
    let spot = tick.location().position()
    (..tick.value, page: spot.page, left: spot.x / 1mm, top: spot.y / 1mm)
})"""


def _compiled(sheet: Sheet, folder: Path, **options: Any) -> list[bytes]:
    """Return the files that Typst makes of the sheet: one, or one a page."""
    printed = datetime.fromisoformat(sheet.printed).replace(tzinfo=UTC)
    with _plain_errors():
        compiled: Any = _compiler().compile(_input(sheet, folder), timestamp=printed, **options)
    return compiled if isinstance(compiled, list) else [compiled]


def _compiler(typst_input: Any = None) -> "typst.Compiler":
    """Return a compiler; it takes no time to make, and sets one input only."""
    import typst  # noqa: PLC0415 - see the head of this file

    return typst.Compiler(typst_input, font_paths=_fonts())


@cache
def _fonts() -> "typst.Fonts":
    """Return Roboto, and behind it the few fonts that Typst carries, so that ``→`` and the like print."""
    import typst  # noqa: PLC0415 - see the head of this file

    return typst.Fonts(include_system_fonts=False, font_paths=[assets.fonts_folder()])


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn what Typst has against a sheet into PaperError."""
    import typst  # noqa: PLC0415 - see the head of this file

    try:
        yield
    except typst.TypstError as error:
        raise PaperError(f"the sheet cannot be set: {error.message}") from error


def _input(sheet: Sheet, folder: Path) -> dict[str, Path | bytes]:
    """Return all that Typst gets, by name: the templates, the data, and the pictures of the guide.

    A guide may lie anywhere, also on another drive, so its pictures get names of their own.
    """
    templates = {template.name: template for template in assets.resource("print").glob("*.typ")}
    paths = dict.fromkeys(_pictures(sheet))
    pictures = {path: f"picture-{number}{Path(path).suffix}" for number, path in enumerate(paths)}
    data = msgspec.json.encode({"sheet": sheet, "pictures": pictures})
    return {
        **templates,
        "main.typ": templates[f"{sheet.kind}.typ"],
        "sheet.json": data,
        **{name: _readable(folder / path) for path, name in pictures.items()},
    }


def _pictures(sheet: Sheet) -> Iterator[str]:
    for page in sheet.pages:
        for step in page.steps:
            yield from (block.path for block in step.blocks if isinstance(block, Diagram | SheetCircuit))


def _readable(picture: Path) -> bytes:
    try:
        return picture.read_bytes()
    except OSError as error:
        raise PaperError(f"the picture {picture} cannot be read: {reason(error)}; put it back") from error
