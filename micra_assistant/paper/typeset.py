"""Set a sheet with Typst: as PDF to keep, as SVG pages to print, and where its tick boxes stand.

Typst is imported when something is set, not before. Nothing is kept between sheets but the fonts and what Typst
itself remembers of the last ones, which makes the next one fast.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from micra_assistant import assets
from micra_assistant.errors import PaperError, PhotoError
from micra_assistant.guide.model import Diagram
from micra_assistant.guide.picturefiles import picture_content
from micra_assistant.paper.circuit_table import SheetCircuit
from micra_assistant.paper.letters import DATA, Given, Tell, boxed, lacking_in, nobody, private, rare_in, words_on
from micra_assistant.paper.rasters import Photos, no_photos, photo_picture, svg_around
from micra_assistant.paper.sheet_words import sheet_words
from micra_assistant.paper.sheets import Sheet
from micra_assistant.paper.svg_pages import with_pictures_inside
from micra_assistant.tomlfile import reason
from micra_assistant.wholefile import write_whole
from micra_assistant.words import _

if TYPE_CHECKING:
    import typst


class PrintedTickBox(Struct, frozen=True):
    """Where the tick box of an item stands.

    ``page`` counts from 1; ``left`` and ``top`` are from the corner of the paper, in millimetres as is ``side``.
    """

    item: str
    page: int
    left: float
    top: float
    side: float


def save_pdf(sheet: Sheet, folder: Path, output: Path, photos: Photos = no_photos, tell: Tell = nobody) -> None:
    """Save the sheet as the PDF ``output``, whole or not at all; see ``pdf`` for the rest.

    Raises PaperError if the sheet cannot be set, NotSavedError if the file cannot be written.
    """
    write_whole(output, pdf(sheet, folder, photos, tell))


def pdf(sheet: Sheet, folder: Path, photos: Photos = no_photos, tell: Tell = nobody) -> bytes:
    """Return the sheet as PDF/UA-1, the same bytes for the same sheet; ``folder`` is the guide's.

    A photo that cannot be read is left out, and the sheet says so. A letter that no font has, in a name perhaps, prints
    as a box: the sheet says that too, and ``tell`` is told once which they are. PaperError if the sheet cannot be set.
    """
    given, fonts = _settable(sheet, _input(sheet, folder, photos), tell)
    return _compiled(sheet, given, fonts, **_PDF)[0]


def svg_pages(sheet: Sheet, folder: Path, photos: Photos = no_photos, tell: Tell = nobody) -> tuple[bytes, ...]:
    """Return the sheet as SVG, a page each; see ``pdf`` for the rest."""
    given, fonts = _settable(sheet, _input(sheet, folder, photos), tell)
    return tuple(with_pictures_inside(page) for page in _compiled(sheet, given, fonts, format="svg"))


def tick_boxes(sheet: Sheet, folder: Path) -> dict[str, PrintedTickBox]:
    """Return where each tick box stands, by item id, in reading order. PaperError if the sheet cannot be set."""
    with _plain_errors():
        places = _compiler(_input(sheet, folder)).eval(_PLACES)
    return {box.item: box for box in msgspec.json.decode(places, type=list[PrintedTickBox])}


_PDF: dict[str, Any] = {"format": "pdf", "pdf_standards": ["ua-1"]}


class _MissingLettersError(PaperError):
    """Letters that no font has."""

    def __init__(self, found: frozenset[str]) -> None:
        self.letters = found
        super().__init__(_("the sheet cannot be set: no font has {letters}").format(letters=" ".join(sorted(found))))


_PLACES = """query(<tick>).map(tick => {
    let spot = tick.location().position()
    (..tick.value, page: spot.page, left: spot.x / 1mm, top: spot.y / 1mm)
})"""


def _settable(sheet: Sheet, given: Given, tell: Tell) -> "tuple[Given, typst.Fonts]":
    """Return what can be set of a sheet, and the fonts for it: those of this PC too if ours lack a letter."""
    rare = rare_in(given)
    fonts, lacking = _fonts(), private(rare)
    if rare and _lacking(sheet, boxed(given, lacking), fonts):
        fonts = _fonts_of_this_pc()
        while more := _lacking(sheet, boxed(given, lacking), fonts):
            lacking |= more
    if lacking:
        tell(words_on(given, lacking))
    return boxed(given, lacking), fonts


def _lacking(sheet: Sheet, given: Given, fonts: "typst.Fonts") -> frozenset[str]:
    """Return letters that none of the fonts has; all rare ones if Typst does not tell which."""
    try:
        _compiled(sheet, given, fonts, **_PDF)
    except _MissingLettersError as error:
        return error.letters or rare_in(given)
    return frozenset()


def _compiled(sheet: Sheet, given: Given, fonts: "typst.Fonts", **options: Any) -> list[bytes]:
    """Return the files that Typst makes of the sheet: one, or one a page."""
    printed = datetime.fromisoformat(sheet.printed).replace(tzinfo=UTC)
    with _plain_errors():
        compiled: Any = _compiler(fonts=fonts).compile(given, timestamp=printed, **options)
    return compiled if isinstance(compiled, list) else [compiled]


def _compiler(typst_input: Any = None, fonts: "typst.Fonts | None" = None) -> "typst.Compiler":
    """Return a compiler; it takes no time to make, and sets one input only."""
    import typst  # noqa: PLC0415 - see the head of this file

    return typst.Compiler(typst_input, font_paths=fonts or _fonts())


@cache
def _fonts() -> "typst.Fonts":
    """Return Roboto, and behind it the few fonts that Typst carries, so that ``→`` and the like print.

    If Roboto is not installed, the fonts of the system stand in for it.
    """
    import typst  # noqa: PLC0415 - see the head of this file

    folders = _font_folders()
    return typst.Fonts(include_system_fonts=not folders, font_paths=folders)


@cache
def _fonts_of_this_pc() -> "typst.Fonts":
    """Return our fonts, and behind them all that are installed."""
    import typst  # noqa: PLC0415 - see the head of this file

    return typst.Fonts(include_system_fonts=True, font_paths=_font_folders())


def _font_folders() -> list[Path]:
    """Return where Roboto is; nowhere if it is not installed."""
    folder = assets.fonts_folder()
    return [folder] if folder else []


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn what Typst has against a sheet into PaperError."""
    import typst  # noqa: PLC0415 - see the head of this file

    try:
        yield
    except typst.TypstError as error:
        lacking = lacking_in(error.diagnostic)
        if lacking is not None:
            raise _MissingLettersError(lacking) from error
        raise PaperError(_("the sheet cannot be set: {reason}").format(reason=error.message)) from error


def _input(sheet: Sheet, folder: Path, photos: Photos = no_photos) -> Given:
    """Return all that Typst gets, by name: the templates, the data, and the pictures of the guide and the job.

    A guide may lie anywhere, also on another drive, so its pictures get names of their own.
    """
    templates = {template.name: template.read_bytes() for template in assets.resource("print").glob("*.typ")}
    files = {path: _readable(folder, path) for path in dict.fromkeys(_pictures(sheet))}
    files |= {photo: found for photo in dict.fromkeys(_photos(sheet)) if (found := photo_picture(photos, photo))}
    names = {key: f"picture-{number}.svg" for number, key in enumerate(files)}
    return {
        **templates,
        "main.typ": templates[f"{sheet.kind}.typ"],
        DATA: msgspec.json.encode({"sheet": sheet, "words": sheet_words(sheet), "pictures": names, "boxed": False}),
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


def _readable(folder: Path, path: str) -> bytes:
    picture = folder / path
    try:
        content = picture_content(folder, path)
    except OSError as error:
        words = _("the picture {file} cannot be read: {reason}; put it back")
        raise PaperError(words.format(file=picture, reason=reason(error))) from error
    try:
        return content if picture.suffix.lower() == ".svg" else svg_around(content)
    except PhotoError as error:
        raise PaperError(_("the picture {file}: {reason}").format(file=picture, reason=error)) from error
