"""Set an order with Typst: as PDF to keep, as SVG pages to print or pictures to look at, and where it is filled in.

Typst is imported when something is set, not before. Nothing is kept between sheets but the fonts and what Typst
itself remembers of the last ones, which makes the next one fast.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from micra_assistant import assets
from micra_assistant.errors import PaperError, PhotoError
from micra_assistant.guide.picturefiles import picture_content
from micra_assistant.kind_reading import from_json
from micra_assistant.paper.layout import MeasuredPlaces, SheetLayout, layout_of
from micra_assistant.paper.letters import DATA, Given, Tell, boxed, lacking_in, nobody, private, rare_in, words_on
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.rasters import photo_picture, svg_around
from micra_assistant.paper.svg_pages import with_pictures_inside
from micra_assistant.paper.templates import templates_of
from micra_assistant.system_words import reason
from micra_assistant.words import _

if TYPE_CHECKING:
    import typst


def load() -> None:
    """Load Typst and the fonts, so that the first sheet need not wait for them."""
    _fonts()


def set_pdf(order: SheetOrder, tell: Tell = nobody) -> bytes:
    """Return a sheet as PDF/UA-1 and PDF/A-3a, the same bytes for the same order.

    A photo that cannot be read is left out, and the sheet says so. A letter that no font has, in a name perhaps, prints
    as a box: the sheet says that too, and ``tell`` is told once which they are. PaperError if the sheet cannot be set.
    """
    given, fonts = _settable(order, _input(order), tell)
    if not order.job_file:
        return _compiled(order, given, fonts, **_PDF)[0]
    with _laid_down(order.job_file) as folder:
        return _compiled(order, _with_job_file(given), fonts, folder, **_PDF)[0]


def set_pages(order: SheetOrder, tell: Tell = nobody) -> tuple[bytes, ...]:
    """Return a sheet as SVG, a page each; see ``set_pdf`` for the rest."""
    given, fonts = _settable(order, _input(order), tell)
    return tuple(with_pictures_inside(page) for page in _compiled(order, given, fonts, format="svg"))


def set_pictures(order: SheetOrder, ppi: float, tell: Tell = nobody) -> tuple[bytes, ...]:
    """Return a sheet as PNG, a page each, with ``ppi`` pixels to an inch; see ``set_pdf`` for the rest."""
    given, fonts = _settable(order, _input(order), tell)
    return tuple(_compiled(order, given, fonts, format="png", ppi=ppi))


def set_layout(order: SheetOrder) -> SheetLayout:
    """Return where on a sheet there is something to tick or to write in. PaperError if the sheet cannot be set."""
    given, fonts = _settable(order, _input(order), nobody)
    with _plain_errors():
        measured = _compiler(given, fonts).eval(_PLACES)
    _forget_older()
    return layout_of(order, from_json(measured, MeasuredPlaces))


_PDF: dict[str, Any] = {"format": "pdf", "pdf_standards": ["ua-1", "a-3a"]}
_JOB_FILE = "job.micra.zip"


class _MissingLettersError(PaperError):
    """Letters that no font has."""

    def __init__(self, found: frozenset[str]) -> None:
        self.letters = found
        super().__init__(_("the sheet cannot be set: no font has {letters}").format(letters=" ".join(sorted(found))))


_PLACES = """{
    let in-mm(length) = calc.round(length / 1mm, digits: 3)
    let places = query(<place-begin>).zip(query(<place-end>)).map(((begin, end)) => {
        let (first, last) = (begin.location().position(), end.location().position())
        let (left, top) = (in-mm(first.x), in-mm(first.y))
        let size = (width: in-mm(last.x - first.x), height: in-mm(last.y - first.y))
        (..begin.value, page: first.page, left: left, top: top, ..size)
    })
    (pages: query(<foot>).len(), places: places)
}"""


def _settable(order: SheetOrder, given: Given, tell: Tell) -> "tuple[Given, typst.Fonts]":
    """Return what can be set of a sheet, and the fonts for it: those of this PC too if ours lack a letter."""
    rare = rare_in(given)
    fonts, lacking = _fonts(), private(rare)
    if rare and _lacking(order, boxed(given, lacking), fonts):
        fonts = _fonts_of_this_pc()
        while more := _lacking(order, boxed(given, lacking), fonts):
            lacking |= more
    if lacking:
        tell(words_on(given, lacking))
    return boxed(given, lacking), fonts


def _lacking(order: SheetOrder, given: Given, fonts: "typst.Fonts") -> frozenset[str]:
    """Return letters that none of the fonts has; all rare ones if Typst does not tell which."""
    try:
        _compiled(order, given, fonts, **_PDF)
    except _MissingLettersError as error:
        return error.letters or rare_in(given)
    return frozenset()


@contextmanager
def _laid_down(job_file: bytes) -> Iterator[str]:
    """Give a folder with the job file in it, from which Typst takes it: from memory it takes only text."""
    try:
        with TemporaryDirectory(prefix="micra-") as folder:
            Path(folder, _JOB_FILE).write_bytes(job_file)
            yield folder
    except OSError as error:
        words = _("the job cannot be put into the PDF: {reason}; make room, or leave the job file out")
        raise PaperError(words.format(reason=reason(error))) from error


def _with_job_file(given: Given) -> Given:
    """Return the same with word for the template that a job file lies in the folder."""
    data = from_json(given[DATA], dict[str, Raw])
    return {**given, DATA: msgspec.json.encode({**data, "job_file": _JOB_FILE})}


def _compiled(
    order: SheetOrder, given: Given, fonts: "typst.Fonts", folder: str | None = None, **options: Any
) -> list[bytes]:
    """Return the files that Typst makes of the sheet: one, or one a page; ``folder`` has what is attached."""
    printed = datetime.fromisoformat(order.printed).replace(tzinfo=UTC)
    with _plain_errors():
        compiled: Any = _compiler(fonts=fonts, folder=folder).compile(given, timestamp=printed, **options)
    return compiled if isinstance(compiled, list) else [compiled]


def _compiler(
    typst_input: Any = None, fonts: "typst.Fonts | None" = None, folder: str | None = None
) -> "typst.Compiler":
    """Return a compiler; it takes no time to make, and sets one input only."""
    import typst  # noqa: PLC0415 - see the head of this file

    return typst.Compiler(typst_input, root=folder, font_paths=fonts or _fonts())


def _forget_older() -> None:
    """Let Typst forget what its last ten sheets did not need.

    It does so whenever it sets one, but not when it is asked about one: each whole guide would stay, with 100 MB.
    """
    nothing: Any = {"main.typ": b""}
    _compiler().compile(nothing)


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


def _input(order: SheetOrder) -> Given:
    """Return all that Typst gets, by name: the templates, the data, and the pictures of the guide and the job.

    A guide may lie anywhere, also on another drive, so its pictures get names of their own.
    """
    files = {path: _readable(Path(order.folder), path) for path in order.pictures}
    files |= {photo: found for photo, content in order.photos.items() if (found := photo_picture(content))}
    names = {key: f"picture-{number}.svg" for number, key in enumerate(files)}
    data = {"sheet": Raw(order.sheet), "paper": order.paper, "words": order.words, "pictures": names, "boxed": False}
    data["text_size"] = order.text_size
    data["job_file"] = ""
    return {
        **templates_of(order.kind),
        DATA: msgspec.json.encode(data),
        **{names[key]: content for key, content in files.items()},
    }


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
