"""How the words in the row of a way are written: their letters, and how wide they are in them."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from micra_assistant.ui.style.look import Look

BADGE_SIDE = 7
"""What is free at the sides of the words of a badge, with its frame, in pixels at scale 1."""


class WayLetters(NamedTuple):
    """How words are written: their height in pixels at scale 1, and the meaning of their colour."""

    pixels: int
    colour: str
    is_bold: bool = False
    is_badge: bool = False


NAME = WayLetters(17, "ink", is_bold=True)
HEARD, SUPPORTED = WayLetters(14, "warning", is_bold=True), WayLetters(14, "good", is_bold=True)
PROS, CONS, CAPTION = WayLetters(14, "ink"), WayLetters(14, "muted"), WayLetters(13, "muted")
PRICE, FITTED = WayLetters(16, "ink", is_bold=True), WayLetters(16, "ink")
GUESS, CHEAPEST = WayLetters(13, "warning", is_badge=True), WayLetters(15, "good", is_bold=True)


class Pens:
    """The fonts and colours of all rows in a look, and how wide words are in them: most stand in every row."""

    def __init__(self, font: QFont, look: Look) -> None:
        self._font = font
        self.look = look
        self._fonts: dict[WayLetters, QFont] = {}
        self._metrics: dict[WayLetters, QFontMetrics] = {}
        self._advances: dict[tuple[str, WayLetters], int] = {}

    def font(self, letters: WayLetters) -> QFont:
        """Return the font of letters."""
        if letters not in self._fonts:
            self._fonts[letters] = font = QFont(self._font)
            font.setPixelSize(self.look.size(letters.pixels))
            font.setBold(letters.is_bold)
        return self._fonts[letters]

    def metrics(self, letters: WayLetters) -> QFontMetrics:
        """Return the measures of letters."""
        if letters not in self._metrics:
            self._metrics[letters] = QFontMetrics(self.font(letters))
        return self._metrics[letters]

    def colour(self, letters: WayLetters) -> QColor:
        """Return the colour of letters."""
        return self.look.theme.colour(letters.colour)

    def width(self, words: str, letters: WayLetters) -> int:
        """Return the width of words on one line, with what is round them in a badge."""
        free = 2 * self.look.size(BADGE_SIDE) if letters.is_badge else 0
        return self._advance(words, letters) + 1 + free

    def height(self, words: str, letters: WayLetters, width: int) -> int:
        """Return the height of words on as many lines as a width needs."""
        metrics = self.metrics(letters)
        if self._advance(words, letters) <= width:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, width, 1), Qt.TextFlag.TextWordWrap, words).height()

    def _advance(self, words: str, letters: WayLetters) -> int:
        if (words, letters) not in self._advances:
            self._advances[words, letters] = self.metrics(letters).horizontalAdvance(words)
        return self._advances[words, letters]
