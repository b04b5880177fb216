"""A font in a size, with its measures: made once where the same words are painted again and again."""

from PySide6.QtGui import QFont, QFontMetrics


class SizedLetters:
    """How words are written.

    Attributes:
        font: the font.
        metrics: its measures.
        height: how high a line is.
        line: how far the next line is below it.
    """

    def __init__(self, font: QFont, pixels: int, *, bold: bool = False) -> None:
        """Write as ``font`` does, so many pixels high."""
        self.font = QFont(font)
        self.font.setPixelSize(pixels)
        self.font.setBold(bold)
        self.metrics = QFontMetrics(self.font)
        self.height, self.line = self.metrics.height(), self.metrics.lineSpacing()

    def width(self, words: str) -> int:
        """Return the width of words."""
        return self.metrics.horizontalAdvance(words)
