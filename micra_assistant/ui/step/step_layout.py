"""Where the blocks of a step are put: one below the other, no wider than can be read.

Qt's own layouts would ask every block for its height at many widths; here each is asked at the one it gets.
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.step.table_block import TableBlock
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.figure import Figure
from micra_assistant.ui.widgets.text_block import TextBlock

_GAP = 9
_WIDEST, _WIDEST_PICTURE, _WIDEST_TABLE = 700, 560, 940
"""In pixels at scale 1. What is in a box has its padding besides."""
_WIDEST_WORDS = 620
"""Lines of more than ninety letters are hard to read."""


class Placed(Struct, frozen=True):
    """The place of each block, and the height of all."""

    places: tuple[tuple[QWidget, QRect], ...]
    height: int


class StepLayout:
    """Places blocks, each of which tells its height for a width."""

    def __init__(self, blocks: Sequence[QWidget], look: Look) -> None:
        self._blocks = blocks
        self._look = look

    def placed(self, width: int) -> Placed:
        """Return the places of the blocks in a step of a width, in pixels."""
        places, y = [], 0
        for block in self._blocks:
            wide = min(width, self._look.size(_widest(block)))
            height = block.heightForWidth(wide)
            places.append((block, QRect(0, y, wide, height)))
            y += height + self._look.size(_GAP)
        return Placed(tuple(places), max(0, y - self._look.size(_GAP)))


def _widest(block: QWidget) -> int:
    """Return how wide a block is at the most, in pixels at scale 1."""
    if isinstance(block, DiagramView | Figure):
        return _WIDEST_PICTURE
    if isinstance(block, TableBlock):
        return _WIDEST_TABLE
    return _WIDEST_WORDS if isinstance(block, TextBlock) else _WIDEST
