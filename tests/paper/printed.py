"""Sheets of a job as they come out of the printer, and jobs to print."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import cycle, product

from pypdf import PdfReader
from pypdf.generic import StreamObject

from micra_assistant.errors import StoreError
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import AnyAct, Event
from micra_assistant.jobs.history import History
from micra_assistant.paper.rasters import Photos
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from micra_assistant.paper.typeset import pdf
from micra_assistant.parts.options import read_parts
from tests.ui.photos import encoded, two_halves

BEGUN = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PRINTED = date(2026, 11, 21)
PARTS = """
    part = "Button"
    currency = "GBP"
    market = "Britain"
    priced = "asked in June"
    source = "versa"
    rate_per_hour = 40

    [[options]]
    id = "new"
    name = "New one"
    kind = "original"
    price = [20, 30]
    source = "versa"
    minutes = 30
    benefits = ["Lasts"]
    drawbacks = ["Dear"]
    note = "Ask first."
    """
"""What the part of a guide costs."""


_EACH_KIND = list(zip(SheetKind, cycle(PaperSize)))
SHEETS = [*_EACH_KIND, *(sheet for sheet in product(SheetKind, PaperSize) if sheet not in _EACH_KIND)]
"""Every sheet on every paper; the first have each kind once, on one paper after the other."""


def history_of(*acts: AnyAct, by: str = "Anna", minutes: int = 2) -> History:
    """Return a job in which these acts were done from 08:00 UTC on, ``minutes`` apart."""
    return History(
        Event(f"e{place:03}", "job", place + 1, (BEGUN + timedelta(minutes=minutes * place)).isoformat(), act, by)
        for place, act in enumerate(acts)
    )


def sheet_of(guide: Guide, kind: SheetKind, history: History, paper: PaperSize = PaperSize.A4) -> Sheet:
    """Return a sheet of job 0042 by a clock in UTC."""
    return SheetMaker(guide, history, "0042", UTC).sheet(kind, paper, read_parts(guide.folder), Decimal(40), PRINTED)


def pages_of(sheet: Sheet, guide: Guide, photos: Mapping[str, bytes] | None = None) -> list[str]:
    """Return the words of each page of the PDF, white space folded."""
    return words_of(pdf(sheet, guide.folder, stored(photos or {})))


def words_of(content: bytes) -> list[str]:
    """Return the words of each page of a PDF, white space folded."""
    pages = PdfReader(BytesIO(content)).pages
    return [" ".join(page.extract_text().replace("\N{WORD JOINER}", "").split()) for page in pages]


def pictures_in(content: bytes) -> list[tuple[int, int]]:
    """Return width and height of each photo in a PDF, in its points."""
    reader = PdfReader(BytesIO(content))
    objects = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    photos = (found for found in objects if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image")
    return [(int(str(photo["/Width"])), int(str(photo["/Height"]))) for photo in photos]


def stored(photos: Mapping[str, bytes]) -> Photos:
    """Return what gives photos out of a mapping as the store does: what is not there is a StoreError."""

    def photo(name: str) -> bytes:
        if name not in photos:
            raise StoreError(f"the job records hold nothing under {name}")
        return photos[name]

    return photo


@cache
def jpeg(width: int = 40, height: int = 30) -> bytes:
    """Return a JPEG of this size."""
    return encoded(two_halves(width, height), "jpeg")
