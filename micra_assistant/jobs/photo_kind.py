"""What a picture is, told by its content and never by its name, and whether all of it is there."""

from enum import StrEnum
from typing import NamedTuple

_MOST_SEGMENTS = 2000
_LONE_MARKERS = (0x01, *range(0xD0, 0xD8))
"""Markers of a JPEG that stand without a length: TEM and RST."""
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


class PhotoKind(StrEnum):
    """What a file can be. The first four are taken as photos; the name of those is Qt's."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    BMP = "bmp"
    HEIC = "HEIC"
    AVIF = "AVIF"
    GIF = "GIF"
    SVG = "SVG"
    ICO = "ICO"
    TIFF = "TIFF"
    PDF = "PDF"
    FILM = "film"
    OTHER = ""


TAKEN = frozenset({PhotoKind.JPEG, PhotoKind.PNG, PhotoKind.WEBP, PhotoKind.BMP})

_BEGINNINGS = {
    b"\xff\xd8\xff": PhotoKind.JPEG,
    b"\x89PNG\r\n\x1a\n": PhotoKind.PNG,
    b"GIF8": PhotoKind.GIF,
    b"\0\0\1\0": PhotoKind.ICO,
    b"\0\0\2\0": PhotoKind.ICO,
    b"II*\0": PhotoKind.TIFF,
    b"MM\0*": PhotoKind.TIFF,
    b"%PDF": PhotoKind.PDF,
}


class Scans(NamedTuple):
    """Where the points of a JPEG begin and end in its bytes, and how many passes they are kept in."""

    start: int
    end: int
    passes: int


def kind_of(content: bytes) -> PhotoKind:
    """Return what ``content`` is."""
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return PhotoKind.WEBP
    if content[:2] == b"BM" and content[6:10] == bytes(4):
        return PhotoKind.BMP
    if content[4:8] == b"ftyp":
        return _kind_of_box(content[8:12])
    return PhotoKind.SVG if b"<svg" in content[:4096].lower() else PhotoKind.OTHER


def is_whole(content: bytes, kind: PhotoKind) -> bool:
    """Whether the end of a picture of this kind is there."""
    match kind:
        case PhotoKind.JPEG:
            return scans(content) is not None
        case PhotoKind.PNG:
            return b"IEND\xaeB`\x82" in content
        case PhotoKind.WEBP:
            return int.from_bytes(content[4:8], "little") + 8 <= len(content)
        case _:
            return int.from_bytes(content[2:6], "little") <= len(content)


def scans(content: bytes) -> Scans | None:
    """Return where the points of a JPEG are, None if they do not end: a small picture before them has its own end."""
    start = _first_scan(content)
    end = content.find(b"\xff\xd9", start) if start else -1
    return Scans(start, end, content.count(b"\xff\xda", start, end)) if end > 0 else None


def _first_scan(content: bytes) -> int:
    """Return where the first scan begins, 0 if there is none: each segment before it says how long it is."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        marker = content[place : place + 2]
        if len(marker) < 2 or marker[0] != 0xFF:
            return 0
        if marker[1] == 0xDA:
            return place
        if marker[1] == 0xFF:
            place += 1
        elif marker[1] in _LONE_MARKERS:
            place += 2
        else:
            place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return 0


def _kind_of_box(brand: bytes) -> PhotoKind:
    if brand in _HEIC_BRANDS:
        return PhotoKind.HEIC
    return PhotoKind.AVIF if brand in (b"avif", b"avis") else PhotoKind.FILM
