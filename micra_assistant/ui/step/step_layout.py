"""Where the blocks of a step are put: one below the other, the picture beside the words where there is room.

Qt's own layouts would ask every block for its height at many widths; here each is asked at those it may get.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.step.table_block import TableBlock
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.figure import Figure
from micra_assistant.ui.widgets.text_block import TextBlock

_WIDE = 560
"""From this width on a picture goes beside the words, in pixels at scale 1."""
_GAP = 9
_COLUMN_GAP = 20
_WIDEST = 940
"""Lines longer than this are hard to read."""


class Placed(NamedTuple):
    """The place of each block, and the height of all."""

    places: tuple[tuple[QWidget, QRect], ...]
    height: int


class StepLayout:
    """Places blocks, each of which tells its height for a width."""

    def __init__(self, blocks: Sequence[QWidget], look: Look) -> None:
        self._blocks = blocks
        self._look = look
        self._picture = next((block for block in blocks if isinstance(block, DiagramView | Figure)), None)

    def placed(self, width: int) -> Placed:
        """Return the places of the blocks in a step of a width, in pixels."""
        gap = self._look.size(_COLUMN_GAP)
        half = (width - gap) // 2
        start, end = self._beside(half) if width >= self._look.size(_WIDE) else (0, 0)
        above, y = self._stacked(self._blocks[:start], 0, 0, width)
        words, words_end = self._stacked(self._words(start, end), 0, y, half)
        picture, picture_end = self._stacked(self._pictures(start, end), width - half, y, half)
        below, y = self._stacked(self._blocks[end:], 0, max(words_end, picture_end), width)
        return Placed((*above, *words, *picture, *below), max(0, y - self._look.size(_GAP)))

    def _words(self, start: int, end: int) -> list[QWidget]:
        return [block for block in self._blocks[start:end] if block is not self._picture]

    def _pictures(self, start: int, end: int) -> list[QWidget]:
        return [block for block in self._blocks[start:end] if block is self._picture]

    def _beside(self, half: int) -> tuple[int, int]:
        """Return which blocks stand beside the picture: the words round it, as many as its height takes."""
        if self._picture is None:
            return 0, 0
        place = start = self._blocks.index(self._picture)
        while start and isinstance(self._blocks[start - 1], TextBlock | CalloutCard):
            start -= 1
        while start < place and isinstance(self._blocks[start], CalloutCard):
            start += 1
        room, end = self._picture.heightForWidth(half), start
        while end < len(self._blocks) and (end <= place or room > 0) and not isinstance(self._blocks[end], TableBlock):
            if self._blocks[end] is not self._picture:
                room -= self._blocks[end].heightForWidth(half) + self._look.size(_GAP)
            end += 1
        return start, end

    def _stacked(
        self, blocks: Iterable[QWidget], x: int, y: int, width: int
    ) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Return the places of blocks one below the other, and where the next one would begin."""
        places = []
        for block in blocks:
            wide = min(width, self._look.size(_WIDEST))
            height = block.heightForWidth(wide)
            places.append((block, QRect(x, y, wide, height)))
            y += height + self._look.size(_GAP)
        return places, y
