"""Sheets as poppler draws them: where on a page there is ink."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

DPI = 400
_INCH = 25.4
_DARK = 160
_HEAD_LINES = 3


class Drawn(Struct, frozen=True):
    """A page in shades of grey, a byte a dot; all places are in millimetres from its left and top edge."""

    width: int
    height: int
    dots: bytes

    def across(self, y: float, left: float, right: float) -> "tuple[float, float] | None":
        """Return from where to where there is ink on a level line, None if there is none."""
        row = _dot(y) * self.width
        return _ends(place for place in range(_dot(left), _dot(right)) if self.dots[row + place] < _DARK)

    def down(self, x: float, top: float, bottom: float) -> "tuple[float, float] | None":
        """Return from where to where there is ink on an upright line, None if there is none."""
        dots, column = self.dots, _dot(x)
        rows = range(_dot(top), _dot(bottom))
        return _ends(row for row in rows if dots[row * self.width + column] < _DARK)

    def has_ink(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether there is ink in a rectangle."""
        columns = slice(_dot(left), _dot(right))
        rows = (self.dots[row * self.width :][columns] for row in range(_dot(top), _dot(bottom)))
        return any(min(row) < _DARK for row in rows)


def drawn_pages(content: bytes, folder: Path) -> list[Drawn]:
    """Return the pages of a PDF; ``folder`` is used meanwhile."""
    source = folder / "drawn.pdf"
    source.write_bytes(content)
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), source, folder / "drawn"], check=True, capture_output=True)
    pages = sorted(folder.glob("drawn-*.pgm"))
    drawn = [_read(page) for page in pages]
    for page in pages:
        page.unlink()
    return drawn


def _read(page: Path) -> Drawn:
    _kind, size, _most, dots = page.read_bytes().split(b"\n", _HEAD_LINES)
    width, height = map(int, size.split())
    return Drawn(width, height, dots)


def _dot(millimetres: float) -> int:
    return round(millimetres / _INCH * DPI)


def _ends(found: Iterable[int]) -> tuple[float, float] | None:
    places = list(found)
    return (places[0] * _INCH / DPI, (places[-1] + 1) * _INCH / DPI) if places else None
