"""Pictures made for tests, sound and hostile."""

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from micra_assistant.errors import StoreError
from micra_assistant.jobs.state import KeptPhoto

SCAN = b"\xff\xda"
RED, BLUE = QColor(Qt.GlobalColor.red), QColor(Qt.GlobalColor.blue)


def two_halves(width: int = 40, height: int = 30) -> QImage:
    """Return a picture whose left half is red and whose right half is blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width, height, BLUE)
    painter.end()
    return image


def encoded(image: QImage, kind: str) -> bytes:
    """Return a picture as a file of a kind."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def with_passes(image: QImage, passes: int) -> bytes:
    """Return a picture as a JPEG that says the same again and again."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setProgressiveScanWrite(True)
    assert writer.write(image)
    head, *scans = bytes(buffer.data().data()).split(SCAN)
    return SCAN.join([head, *scans[:-1], *[scans[-2]] * (passes - len(scans)), scans[-1]])


def png_claiming(width: int, height: int) -> bytes:
    """Return a PNG that says it has this size, and has hardly any points."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """Return a JPEG with one more segment before all others."""
    return jpeg[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


def with_exif(jpeg: bytes, orientation: int) -> bytes:
    """Return a JPEG as a phone writes it: how it was held, and its make."""
    make = b"Spyphone\0"
    entries = struct.pack("<HHII", 0x010F, 2, len(make), 38) + struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 0) + make
    return with_segment(jpeg, 0xE1, b"Exif\0\0" + tiff)


def written(file: Path, content: bytes) -> Path:
    """Return ``file`` once it holds this."""
    file.write_bytes(content)
    return file


def colours(image: QImage) -> str:
    """Return what colour an image is on the left, right, top and bottom."""
    across, down = image.width() - 1, image.height() - 1
    places = (0, down // 2), (across, down // 2), (across // 2, 0), (across // 2, down)
    return " ".join(_colour(image.pixelColor(*place)) for place in places)


def photo(event: str, id_: str = "sha", name: str = "IMG_1.jpg") -> KeptPhoto:
    """Return a photo of a job."""
    return KeptPhoto(event, "step", id_, name, 40, 30, "2026-11-20T10:05:00.123+00:00", "Anna")


def _colour(colour: QColor) -> str:
    """Return the nearest colour that has a name here: a JPEG is never quite exact."""
    names = {"red": RED, "blue": BLUE, "white": QColor(Qt.GlobalColor.white)}
    return min(names, key=lambda name: _distance(names[name], colour))


def _distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def no_photo(_: str) -> bytes:
    """Give no photo."""
    raise StoreError("there is no such photo")
