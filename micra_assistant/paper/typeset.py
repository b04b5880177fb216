"""Set a sheet here and now: as PDF to keep, as SVG pages to print, and where it is filled in."""

from pathlib import Path

from micra_assistant.paper.layout import SheetLayout
from micra_assistant.paper.letters import Tell, nobody
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.rasters import Photos, no_photos
from micra_assistant.paper.setting import set_layout, set_pages, set_pdf
from micra_assistant.paper.sheets import Sheet
from micra_assistant.wholefile import write_whole


def save_pdf(sheet: Sheet, folder: Path, output: Path, photos: Photos = no_photos, tell: Tell = nobody) -> None:
    """Save the sheet as the PDF ``output``, whole or not at all; see ``pdf`` for the rest.

    Raises PaperError if the sheet cannot be set, NotSavedError if the file cannot be written.
    """
    write_whole(output, pdf(sheet, folder, photos, tell))


def pdf(sheet: Sheet, folder: Path, photos: Photos = no_photos, tell: Tell = nobody) -> bytes:
    """Return the sheet as ``set_pdf`` does; ``folder`` is the guide's."""
    return set_pdf(order_of(sheet, folder, photos), tell)


def svg_pages(sheet: Sheet, folder: Path, photos: Photos = no_photos, tell: Tell = nobody) -> tuple[bytes, ...]:
    """Return the sheet as ``set_pages`` does; ``folder`` is the guide's."""
    return set_pages(order_of(sheet, folder, photos), tell)


def layout(sheet: Sheet, folder: Path) -> SheetLayout:
    """Return where each box and blank stands. PaperError if the sheet cannot be set."""
    return set_layout(order_of(sheet, folder))
