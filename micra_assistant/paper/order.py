"""What is given to whatever sets a sheet: all that it says, and where its pictures lie."""

from collections.abc import Mapping

from msgspec import Struct


class SheetOrder(Struct, frozen=True):
    """A sheet to be set.

    Attributes:
        kind: which sheet; its template has the same name.
        paper: what it is set for; the sheet itself may say another.
        printed: the day that stands on it, as 2026-11-29.
        sheet: what it says, as JSON.
        words: the words of its template, by the names that it uses.
        folder: the folder of the guide.
        pictures: the paths in it of the pictures on the sheet.
        photos: the photos on it that could be read, by their ids.
        text_size: in per cent of the usual size.
        job_file: the job, to ride in the PDF so that it can be imported from there; empty if it does not.
    """

    kind: str
    paper: str
    printed: str
    sheet: bytes
    words: Mapping[str, str]
    folder: str
    pictures: tuple[str, ...]
    photos: Mapping[str, bytes]
    text_size: int = 100
    job_file: bytes = b""
