"""Photos in a guide: window, paper and check are of one opinion, and each is upright in both."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from micra_assistant.check import guide_mistakes
from micra_assistant.errors import PhotoError
from micra_assistant.guide.model import Diagram
from micra_assistant.guide.photos import read_photo
from micra_assistant.guide.reader import read_guide
from micra_assistant.paper.rasters import svg_around
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.builders import step_file, write_guide
from tests.ui.photos import (
    SCAN,
    _chunk,
    colours,
    encoded,
    png_claiming,
    two_halves,
    with_exif,
    with_passes,
)

pytestmark = pytest.mark.thorough

JPEG = encoded(two_halves(), "jpeg")
PNG = encoded(two_halves(), "png")
UPRIGHT = {
    1: "red blue red red",
    2: "blue red blue blue",
    3: "blue red blue blue",
    4: "red blue red red",
    5: "red red red blue",
    6: "red red red blue",
    7: "blue blue blue red",
    8: "blue blue blue red",
}
"""The colours on the left, right, top and bottom, by how the camera was held; a picture kept lying is 40 by 30."""


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    return PNG[:8] + b"".join(_chunk(*chunk) for chunk in chunks)


def head(depth: int = 8, colour: int = 2, interlaced: int = 0) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", 40, 30, depth, colour, 0, 0, interlaced)


def points(row: bytes, rows: int = 30) -> tuple[bytes, bytes]:
    return b"IDAT", zlib.compress((b"\0" + row) * rows)


def tiff(orientation: int, order: str = "<") -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(f"{order}IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


ROW = b"\xff\0\0" * 20 + b"\0\0\xff" * 20
END = (b"IEND", b"")
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
ADAM7 = b"".join(
    b"\0" + b"".join(b"\xff\0\0" if x < 20 else b"\0\0\xff" for x in range(left, 40, right))
    for left, top, right, down in (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    for _ in range(top, 30, down)
)
FRAME = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 30, 40)
CMYK = encoded(two_halves().convertToFormat(QImage.Format.Format_CMYK8888), "jpeg")
SOUND = {
    "jpeg": JPEG,
    "progressive": with_passes(two_halves(), 6),
    "with a film behind it": JPEG + b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 9,
    "with another picture behind it": JPEG + JPEG,
    "with a small picture before it": with_exif(JPEG, 1)[:2]
    + b"\xff\xe1"
    + struct.pack(">H", len(JPEG) + 2)
    + JPEG
    + JPEG[2:],
    "png": PNG,
    "png with a tail": PNG + b"tail",
    "16 bits": png(head(16), points(b"\xff\xff\0\0\0\0" * 20 + b"\0\0\0\0\xff\xff" * 20), END),
    "palette": png(head(8, 3), (b"PLTE", b"\xff\0\0\0\0\xff"), points(b"\0" * 20 + b"\1" * 20), END),
    "interlaced": png(head(interlaced=1), (b"IDAT", zlib.compress(ADAM7)), END),
    "animated": png(head(), (b"acTL", struct.pack(">II", 1, 0)), points(ROW), END),
    "in pieces": png(
        head(), *((b"IDAT", zlib.compress((b"\0" + ROW) * 30)[place : place + 9]) for place in range(0, 99, 9)), END
    ),
}
UNSOUND = {
    "cut": JPEG[:-30],
    "cut in its head": JPEG[:100] + b"\xff\xd9",
    "no points": b"\xff\xd8\xff\xd9",
    "cmyk": CMYK,
    "arithmetic": JPEG.replace(b"\xff\xc0", b"\xff\xc9", 1),
    "12 bits": JPEG.replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c", 1),
    "108 megapixels": JPEG.replace(
        FRAME,
        FRAME[:5] + struct.pack(">HH", 9000, 12000),
    ),
    "no width": JPEG.replace(FRAME, FRAME[:5] + bytes(4)),
    "hundreds of passes": with_passes(two_halves(), 60),
    "png cut": PNG[:-4],
    "png of 3600 megapixels": png_claiming(60_000, 60_000),
    "png without points": png_claiming(40, 30),
    "png without width": png_claiming(0, 5),
    "png damaged": PNG.replace(b"IDAT", b"IDAT\1", 1),
    "png without palette": png(head(8, 3), points(b"\0" * 40), END),
    "png of no kind": png(head(5), points(ROW), END),
    "30 megapixels of 16 bits": png((b"IHDR", struct.pack(">IIBBBBB", 6000, 5000, 16, 2, 0, 0, 0)), points(ROW), END),
}


def in_window(qtbot: QtBot, folder: Path, name: str) -> str:
    """Return the colours of a photo in the window, nothing if there are only words."""
    view = DiagramView(folder, Diagram(name, "A photo"), load_theme(ThemeName.LIGHT))
    qtbot.addWidget(view)
    if view._photo is None:
        assert view._instead
        return ""
    return f"{colours(view._photo.pixmap().toImage())} {view.sizeHint().width()}"


def on_paper(content: bytes) -> str:
    """Return the colours of a photo as it goes to paper, nothing if it is refused."""
    try:
        drawing = QSvgRenderer(QByteArray(svg_around(content)))
    except PhotoError:
        return ""
    image = QImage(drawing.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return f"{colours(image)} {image.width()}"


def said(folder: Path, name: str) -> list[str]:
    """Return what check says of a guide that shows the photo."""
    guide = write_guide(folder, step_file(f"![A photo]({name})"))
    assert read_guide(guide).steps
    return [fault.message for fault in guide_mistakes(guide)]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_photo_is_shown_printed_and_not_refused(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    file = "x.png" if SOUND[name].startswith(b"\x89") else "x.jpg"
    folder = write_guide(tmp_path, {})
    (folder / file).write_bytes(SOUND[name])
    assert said(tmp_path, file) == []
    assert in_window(qtbot, folder, file) == on_paper(SOUND[name]) == "red blue red red 40"


@pytest.mark.parametrize("name", UNSOUND)
def test_a_photo_that_is_not_sound_is_refused_by_all(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    file = "x.png" if UNSOUND[name].startswith(b"\x89") else "x.jpg"
    folder = write_guide(tmp_path, {})
    (folder / file).write_bytes(UNSOUND[name])
    (fault,) = said(tmp_path, file)
    assert fault.startswith(f"picture {file}: it is ")
    assert in_window(qtbot, folder, file) == on_paper(UNSOUND[name]) == ""


@pytest.mark.parametrize("turn", UPRIGHT)
@pytest.mark.parametrize("kind", ["jpeg", "png", "png, mark behind", "other byte order"])
def test_a_photo_is_upright_however_the_camera_was_held(qtbot: QtBot, tmp_path: Path, turn: int, kind: str) -> None:
    content = {
        "jpeg": with_exif(JPEG, turn),
        "png": png(head(), (b"eXIf", tiff(turn)), points(ROW), END),
        "png, mark behind": png(head(), points(ROW), (b"eXIf", tiff(turn)), END),
        "other byte order": png(head(), (b"eXIf", tiff(turn, ">")), points(ROW), END),
    }[kind]
    (tmp_path / "x").write_bytes(content)
    width = 30 if turn > 4 else 40
    assert in_window(qtbot, tmp_path, "x") == on_paper(content) == f"{UPRIGHT[turn]} {width}"


@pytest.mark.parametrize(
    "exif",
    [b"", b"II*\0", tiff(0), tiff(9), tiff(6)[:-9], b"II*\0\xff\xff\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff"],
)
def test_a_turn_that_makes_no_sense_is_none(exif: bytes) -> None:
    assert read_photo(png(head(), (b"eXIf", exif), points(ROW), END)).turn == 1


def test_what_stands_behind_the_end_does_not_go_to_paper() -> None:
    assert read_photo(JPEG + b"film").content == JPEG
    assert read_photo(PNG + b"film").content == PNG
    assert SCAN in JPEG
