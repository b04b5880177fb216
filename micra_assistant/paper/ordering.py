"""A sheet as an order: its data with its words, the pictures that are on it, and its photos."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Diagram
from micra_assistant.number_words import untorn
from micra_assistant.paper.circuit_table import SheetCircuit
from micra_assistant.paper.order import SheetOrder
from micra_assistant.paper.rasters import Photos, no_photos
from micra_assistant.paper.sheet_words import sheet_words
from micra_assistant.paper.sheets import Sheet

_RUN = re.compile(r'(?<="type":"words","text":")(?:[^"\\]|\\.)*+')
"""Words of the guide in the data of a sheet."""


def order_of(sheet: Sheet, folder: Path, photos: Photos = no_photos, text_size: int = 100) -> SheetOrder:
    """Return what is to be set for a sheet of the guide in ``folder``; a photo that is not there is left out.

    ``text_size`` is in per cent of the usual size.
    """
    return SheetOrder(
        kind=sheet.kind,
        paper=sheet.paper,
        printed=sheet.printed,
        sheet=_untorn(msgspec.json.encode(sheet)),
        words=sheet_words(sheet),
        folder=str(folder.absolute()),
        pictures=tuple(dict.fromkeys(_pictures(sheet))),
        photos={photo: content for photo in dict.fromkeys(_photos(sheet)) if (content := _read(photos, photo))},
        text_size=text_size,
    )


def _untorn(sheet: bytes) -> bytes:
    """Return the data of a sheet with every number that the guide names held to its unit."""
    return _RUN.sub(lambda run: untorn(run[0]), sheet.decode()).encode()


def _pictures(sheet: Sheet) -> Iterator[str]:
    for page in sheet.pages:
        for step in page.steps:
            drawn = (block.path for block in step.blocks if isinstance(block, Diagram | SheetCircuit))
            yield from filter(None, drawn)


def _photos(sheet: Sheet) -> Iterator[str]:
    for page in sheet.report.pages if sheet.report else ():
        for step in page.steps:
            yield from (photo.photo for photo in step.photos)


def _read(photos: Photos, photo: str) -> bytes:
    try:
        return photos(photo)
    except MicraError:
        return b""
