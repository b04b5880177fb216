"""Set a sheet with Typst: as PDF to keep, as SVG pages to print, and where its tick boxes stand.

Typst is imported when something is set, not before. Nothing is kept between sheets but the fonts and what Typst
itself remembers of the last ones, which makes the next one fast.
"""

import re
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
from micra_assistant.paper.rasters import Photos, no_photos, photo_picture, svg_around
from micra_assistant.paper.sheets import Sheet
from micra_assistant.paper.svg_pages import with_pictures_inside
from micra_assistant.tomlfile import reason

if TYPE_CHECKING:
    import typst


Input = dict[str, bytes]
"""What Typst gets, by name: all of it is text."""


class TickBox(Struct, frozen=True):
    """Where the tick box of an item stands.

    ``page`` counts from 1; ``left`` and ``top`` are from the corner of the paper, in millimetres as is ``side``.
    """

    item: str
    page: int
    left: float
    top: float
    side: float


def save_pdf(sheet: Sheet, folder: Path, output: Path, photos: Photos = no_photos) -> None:
    """Save the sheet as the PDF ``output``, whole or not at all; see ``pdf`` for the rest.

    Raises PaperError if the sheet cannot be set or the file cannot be written.
    """
    if not output.parent.is_dir():
        raise PaperError(f"{output} cannot be saved: there is no folder {output.parent}; make it or choose another")
    content = pdf(sheet, folder, photos)
    unfinished = output.with_name(f".{secrets.token_hex(8)}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(output)
    except OSError as error:
        advice = "close it if it is open, or save under another name"
        raise PaperError(f"{output} cannot be saved: {reason(error)}; {advice}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def pdf(sheet: Sheet, folder: Path, photos: Photos = no_photos) -> bytes:
    """Return the sheet as PDF/UA-1, the same bytes for the same sheet; ``folder`` is the guide's.

    A photo that cannot be read is left out, and the sheet says so. A letter that no font has, in a name perhaps, prints
    as a box. Raises PaperError if the sheet cannot be set.
    """
    given = _input(sheet, folder, photos)
    options = {"format": "pdf", "pdf_standards": ["ua-1"]}
    try:
        return _compiled(sheet, given, **options)[0]
    except _MissingLettersError as error:
        given["sheet.json"] = _with_boxes(given["sheet.json"], error.letters)
        return _compiled(sheet, given, **options)[0]


def svg_pages(sheet: Sheet, folder: Path, photos: Photos = no_photos) -> tuple[bytes, ...]:
    """Return the sheet as SVG, a page each; see ``pdf`` for the rest."""
    return tuple(with_pictures_inside(page) for page in _compiled(sheet, _input(sheet, folder, photos), format="svg"))


def tick_boxes(sheet: Sheet, folder: Path) -> dict[str, TickBox]:
    """Return where each tick box stands, by item id, in reading order. PaperError if the sheet cannot be set."""
    with _plain_errors():
        places = _compiler(_input(sheet, folder)).eval(_PLACES)
    return {box.item: box for box in msgspec.json.decode(places, type=list[TickBox])}


_NO_LETTER = re.compile(r'the text `"(.{1,100}?)"` could not be displayed')
"""What Typst says of each letter that no font has, as PDF/UA forbids them."""
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_BOX = "□"


class _MissingLettersError(PaperError):
    """Letters that no font has."""

    def __init__(self, letters: list[str]) -> None:
        self.letters = letters
        super().__init__(f"the sheet cannot be set: no font has {' '.join(letters)}")


_PLACES = """query(<tick>).map(tick => {
    let spot = tick.location().position()
    (..tick.value, page: spot.page, left: spot.x / 1mm, top: spot.y / 1mm)
})"""


def _compiled(sheet: Sheet, given: Input, **options: Any) -> list[bytes]:
    """Return the files that Typst makes of the sheet: one, or one a page."""
    printed = datetime.fromisoformat(sheet.printed).replace(tzinfo=UTC)
    with _plain_errors():
        compiled: Any = _compiler().compile(given, timestamp=printed, **options)
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
        if letters := _NO_LETTER.findall(error.diagnostic):
            raise _MissingLettersError([_CODE.sub(_letter, found) for found in letters]) from error
        raise PaperError(f"the sheet cannot be set: {error.message}") from error


def _letter(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))


def _with_boxes(data: bytes, letters: list[str]) -> bytes:
    """Return the data of a sheet with a box for each of the letters."""
    text = data.decode()
    for letter in sorted(letters, key=len, reverse=True):  # one may be part of another
        text = text.replace(letter, _BOX)
    return text.encode()


def _input(sheet: Sheet, folder: Path, photos: Photos = no_photos) -> Input:
    """Return all that Typst gets, by name: the templates, the data, and the pictures of the guide and the job.

    A guide may lie anywhere, also on another drive, so its pictures get names of their own.
    """
    templates = {template.name: template.read_bytes() for template in assets.resource("print").glob("*.typ")}
    files = {path: _readable(folder / path) for path in dict.fromkeys(_pictures(sheet))}
    files |= {photo: found for photo in dict.fromkeys(_photos(sheet)) if (found := photo_picture(photos, photo))}
    names = {key: f"picture-{number}.svg" for number, key in enumerate(files)}
    return {
        **templates,
        "main.typ": templates[f"{sheet.kind}.typ"],
        "sheet.json": msgspec.json.encode({"sheet": sheet, "pictures": names}),
        **{names[key]: content for key, content in files.items()},
    }


def _pictures(sheet: Sheet) -> Iterator[str]:
    for page in sheet.pages:
        for step in page.steps:
            yield from (block.path for block in step.blocks if isinstance(block, Diagram | SheetCircuit))


def _photos(sheet: Sheet) -> Iterator[str]:
    for page in sheet.report.pages if sheet.report else ():
        for step in page.steps:
            yield from (photo.photo for photo in step.photos)


def _readable(picture: Path) -> bytes:
    try:
        content = picture.read_bytes()
    except OSError as error:
        raise PaperError(f"the picture {picture} cannot be read: {reason(error)}; put it back") from error
    drawing = content if picture.suffix.lower() == ".svg" else svg_around(content)
    if drawing is None:
        raise PaperError(f"the picture {picture} is damaged or too large: put a sound one in its place")
    return drawing
