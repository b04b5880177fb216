"""Where picture and words of a slide lie: side by side, or one below the other in an upright window."""

from msgspec import Struct
from PySide6.QtCore import QRect, QSize

_PICTURE_SIDE = 0.37
"""How much of the width the picture has, beside the words; of the height, over them."""
_PICTURE_TOP = 0.36
_WIDEST = 2.2
"""No wider than so many times the height of the window: longer lines are hard to read."""
_GAP = 0.035
"""Between the two, and round the picture, in parts of the shorter side."""


class SlidePlaces(Struct, frozen=True):
    """The places in a view; that of the picture is empty if there is none."""

    picture: QRect
    words: QRect

    def with_picture_of(self, height: int) -> tuple[QRect, QRect]:
        """Return the places of the picture, at least as high as that, and of the words, which give way to it."""
        more = max(0, height - self.picture.height())
        is_over = self.words.y() > self.picture.y()
        words = self.words.translated(0, more) if is_over else self.words
        return self.picture.adjusted(0, 0, 0, more), words


def places_in(view: QSize, height: int, *, has_picture: bool) -> SlidePlaces:
    """Return the places in a view that is in a window of a ``height``."""
    width = min(view.width(), round(height * _WIDEST))
    left = (view.width() - width) // 2
    gap = round(min(width, view.height()) * _GAP)
    whole = QRect(left, 0, width, view.height())
    if not has_picture:
        return SlidePlaces(QRect(), whole)
    if view.width() < view.height():
        high = round(view.height() * _PICTURE_TOP)
        return SlidePlaces(QRect(left, 0, width, high), whole.adjusted(0, high + gap, 0, 0))
    wide = round(width * _PICTURE_SIDE)
    return SlidePlaces(QRect(left, 0, wide, view.height()), whole.adjusted(wide + gap, 0, 0, 0))
