"""How large things are that are read from two metres: by the size of what they are read on."""

from msgspec import Struct
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QScreen

_HEIGHT_AT_1, _WIDTH_AT_1 = 465, 830
"""A window of this size, in pixels, shows everything at text size 1."""
_SMALLEST, _LARGEST = 0.85, 5.0

_INSTRUCTION, _VALUE, _WORDS = 18, 8, 30
"""Parts of the height, of an upright window of the width: one of so many."""
_SHRUNK = ((1, 1), (1, 0.87), (1, 0.75), (1, 0.65), (0.85, 0.65), (0.7, 0.65), (0.6, 0.65))
"""Steps in which the instruction and the other words are smaller where there is too much of them."""
_SCROLLED = ((1, 0.75), (0.85, 0.75), (0.7, 0.75), (0.6, 0.75))
"""The same where they scroll anyway."""

_SMALLEST_IN_DIALOGS, _WIDTH_OF_DIALOGS = 14, 560
"""At text size 1, in pixels: the smallest letters that dialogs have, and the width at which all they have has room."""

_TARGET = 15.0
"""Millimetres that a gloved finger needs."""
_A_THUMB = 25.4
"""Millimetres to the inch."""
_USUAL_DPI = 96.0
_LEAST_DPI, _MOST_DPI = 60.0, 400.0
_ASKEW = 1.2
_SHAPES = {(160, 90), (160, 100), (16, 9), (16, 10), (1600, 900), (1600, 1000)}
"""What televisions and some X servers say they measure in millimetres: their shape, not their size."""


class FarRoom(Struct, frozen=True):
    """What is read from: its size in pixels, and how many a gloved finger needs."""

    width: int
    height: int
    target: int

    @property
    def scale(self) -> float:
        """The text size of all that is not as large as the room lets it be."""
        return scale_for(QSize(self.width, self.height))

    @property
    def dialog_scale(self) -> float:
        """The text size of dialogs: their smallest letters are as large as other words are, if the width lets them."""
        return min(min(self.width, self.height) / _WORDS / _SMALLEST_IN_DIALOGS, self.width / _WIDTH_OF_DIALOGS)

    @property
    def sizes(self) -> "list[FarSizes]":
        """The sizes of letters, the largest first: what does not fit takes the next."""
        return [self._sizes(*parts) for parts in _SHRUNK]

    @property
    def scrolled(self) -> "list[FarSizes]":
        """The sizes for what does not fit in any of these, and scrolls: so that at least the line itself does."""
        return [self._sizes(*parts) for parts in _SCROLLED]

    def _sizes(self, instruction: float, words: float) -> "FarSizes":
        whole = min(self.width, self.height)
        return FarSizes(
            instruction=round(whole / _INSTRUCTION * instruction),
            value=round(whole / _VALUE),
            words=round(whole / _WORDS * words),
        )


class FarSizes(Struct, frozen=True):
    """Sizes of letters in pixels: of the instruction, of a value in its field, of other words."""

    instruction: int
    value: int
    words: int


def scale_for(size: QSize) -> float:
    """Return the text size of all else in a window of a ``size``, to a twentieth: so it does not change at a pixel."""
    scale = min(size.height() / _HEIGHT_AT_1, size.width() / _WIDTH_AT_1)
    return round(max(_SMALLEST, min(scale, _LARGEST)) * 20) / 20


def target_on(screen: QScreen) -> int:
    """Return how many pixels of a window a gloved finger needs on a screen."""
    dpi = screen.physicalDotsPerInchX(), screen.physicalDotsPerInchY()
    return target_at(dpi, screen.physicalSize())


def target_at(dpi: tuple[float, float], size: QSizeF) -> int:
    """Return it for what a screen says of itself; a screen that says nonsense is taken for a usual one."""
    is_sound = all(_LEAST_DPI <= each <= _MOST_DPI for each in dpi) and max(dpi) <= min(dpi) * _ASKEW
    is_shape = (round(size.width()), round(size.height())) in _SHAPES
    return round(_TARGET / _A_THUMB * (max(dpi) if is_sound and not is_shape else _USUAL_DPI))
