"""The sizes of text that there are, and which of them suits a screen."""

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QScreen

SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
LETTERS = 15
"""The height of letters where nothing else is said, in pixels at scale 1."""

_DRAWN_FOR, _DRAWN_FOR_UPRIGHT = (1366, 768), (830, 1400)
_NEEDED, _NEEDED_UPRIGHT = (1024, 600), (720, 1000)
"""The pixels that the window is drawn for at scale 1, and those that it needs to have all it shows side by side, or one
below the other where it is upright.
"""
_SMALL_SCREEN = 700
"""Below this width the text is smaller, so that the step keeps some room."""
_LEAST_MM, _MOST_MM = 3.5, 10.0
"""How high letters should be: read from a step away, and on a large screen from two, which is not left half empty."""
_CREDIBLE_PIXEL_MM = (0.05, 0.6)
_LEAST_DIAGONAL_MM = 200
_LEAST_SQUARE, _MOST_SQUARE = 0.9, 1.1

_COMPACT_NEEDS = (600, 432)
"""The room that a window must have for what has much side by side, in pixels at scale 1: head, CAR NOW and the three
keys then take two fifths of its height.
"""


def suited_to(screen: QScreen) -> float:
    """Return the text size for a screen: by its pixels, and by its millimetres where the system knows them."""
    room = screen.availableSize()
    if room.width() < _SMALL_SCREEN:
        return SCALES[0]
    is_upright = room.height() > room.width()
    sizes = (_DRAWN_FOR_UPRIGHT, _NEEDED_UPRIGHT) if is_upright else (_DRAWN_FOR, _NEEDED)
    wanted, most = (min(room.width() / width, room.height() / height) for width, height in sizes)
    if letter := LETTERS * _pixel_mm(screen):
        wanted = min(max(wanted, _LEAST_MM / letter), most, _MOST_MM / letter)
    return max(scale for scale in SCALES[1:] if scale <= max(wanted, 1.0))


def compact(room: QSize, scale: float) -> float:
    """Return the text size of bars, dialogs and lists: that of the rest, or the largest that a window has room for.

    What is read from afar is larger than any size that can be chosen.
    """
    width, height = _COMPACT_NEEDS
    fitting = max(min(room.width() / width, room.height() / height), 1.0)
    return min(scale, fitting if fitting > SCALES[-1] else max(known for known in SCALES if known <= fitting))


def _pixel_mm(screen: QScreen) -> float:
    """Return how wide a pixel is, 0 if what the system says of the size of the screen cannot be right."""
    pixels, size = QSizeF(screen.size()), screen.physicalSize()
    if pixels.isEmpty() or size.isEmpty() or (size.width() ** 2 + size.height() ** 2) ** 0.5 < _LEAST_DIAGONAL_MM:
        return 0
    width, height = size.width() / pixels.width(), size.height() / pixels.height()
    least, most = _CREDIBLE_PIXEL_MM
    return width if least <= width <= most and _LEAST_SQUARE <= width / height <= _MOST_SQUARE else 0
