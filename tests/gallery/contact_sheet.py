"""Many pictures on one sheet, each under its name, so that they can be looked at together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_COLUMNS, _WIDTH, _GAP, _NAME = 4, 640, 6, 20
_PAPER, _INK = QColor("#808080"), QColor("#ffffff")


def draw_sheet(files: Sequence[Path], sheet: Path) -> None:
    """Draw the pictures of the same shape in ``files`` on a ``sheet``."""
    pictures = [(file.stem, _small(file)) for file in files if file.exists()]
    if not pictures:
        return
    high = max(picture.height() for _name, picture in pictures) + _NAME + _GAP
    rows = -(-len(pictures) // _COLUMNS)
    paper = QImage(_COLUMNS * (_WIDTH + _GAP), rows * high, QImage.Format.Format_RGB32)
    paper.fill(_PAPER)
    painter = QPainter(paper)
    painter.setPen(_INK)
    for place, (name, picture) in enumerate(pictures):
        left, top = place % _COLUMNS * (_WIDTH + _GAP), place // _COLUMNS * high
        painter.drawText(QRect(left, top, _WIDTH, _NAME), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(left, top + _NAME, picture)
    painter.end()
    paper.save(str(sheet))


def _small(file: Path) -> QImage:
    return QImage(str(file)).scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
