"""A font in a size, with its measures: made once where the same words are painted again and again."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

_KEPT = 256
"""Of so many words the width is known without asking again."""


class SizedLetters:
    """How words are written.

    Attributes:
        font: the font.
        metrics: its measures.
        height: how high a line is.
        line: how far the next line is below it.
        width: gives the width of words.
    """

    def __init__(self, font: QFont, pixels: int, *, bold: bool = False) -> None:
        """Write as ``font`` does, so many pixels high."""
        self.font = QFont(font)
        self.font.setPixelSize(pixels)
        self.font.setBold(bold)
        self.metrics = QFontMetrics(self.font)
        self.height, self.line = self.metrics.height(), self.metrics.lineSpacing()
        self.width = lru_cache(_KEPT)(self._width)

    def _width(self, words: str) -> int:
        return self.metrics.horizontalAdvance(words)
