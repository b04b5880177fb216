"""Words one below the other in the row of a way, and room for what is not words."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from micra_assistant.ui.parts.way_pens import Pens, WayLetters

_GAP, _BADGE_TOP = 2, 3
"""Pixels between two lines; at scale 1, what is free over the words of a badge, with its frame."""


class WayPiece(NamedTuple):
    """Words in their place."""

    words: str
    letters: WayLetters
    room: QRect


class WrittenColumn:
    """Words and rooms one below the other, from its own top left corner on."""

    def __init__(self, pens: Pens, width: int) -> None:
        self.pieces: list[WayPiece] = []
        self.width = width
        self._pens = pens
        self._bottom = 0

    @property
    def height(self) -> int:
        """The height of all that is in it."""
        return max(self._bottom - _GAP, 0)

    def write(self, words: str, letters: WayLetters) -> None:
        """Add words on as many lines as they need, nothing if there are none."""
        if words:
            self.pieces.append(WayPiece(words, letters, self.room(self._pens.height(words, letters, self.width))))

    def line(self, words: str, letters: WayLetters, least: int = 0) -> QRect:
        """Add words on one line, at ``least`` so high in pixels; return where they stand."""
        free = 2 * self._pens.look.size(_BADGE_TOP) if letters.is_badge else 0
        height = max(self._pens.metrics(letters).height() + free, least)
        self.pieces.append(WayPiece(words, letters, self.room(height)))
        return self.pieces[-1].room

    def room(self, height: int) -> QRect:
        """Leave room as high as this, and return it."""
        taken = QRect(0, self._bottom, self.width, height)
        self._bottom += height + _GAP
        return taken

    def pieces_at(self, corner: QPoint) -> Iterator[WayPiece]:
        """Yield its words if its corner stands there."""
        for words, letters, room in self.pieces:
            yield WayPiece(words, letters, room.translated(corner))
