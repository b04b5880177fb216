"""The colours of words, each with what it stands on, as a window really paints them."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.widgets.diagram_view import DiagramView
from tests.ui.painted_text import painted_texts

_RGB = 0xFFFFFF


class Pair(NamedTuple):
    """Words in a colour on another one; ``usable``: they are not of something that cannot be used now."""

    words: str
    front: str
    back: str
    usable: bool


def painted_pairs(window: QWidget) -> Iterator[Pair]:
    """Yield what is painted in words by a window in sight, but for the drawings of a guide."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in window.findChildren(QWidget):
        seen = widget.visibleRegion().boundingRect()
        if not widget.isVisibleTo(window) or widget.window() is not window or isinstance(widget, DiagramView):
            continue
        for text in painted_texts(widget):
            room = text.room.toAlignedRect()
            place = QRect(widget.mapTo(window, QPoint()) + room.topLeft(), room.size())
            top = window.childAt(place.center())
            is_covered = top is not None and top is not widget and not top.isAncestorOf(widget)
            if seen.contains(room) and not is_covered and text.colour.alpha() == _OPAQUE:
                back = _most(image, place, text.colour.name())
                yield Pair(text.words, text.colour.name(), back, widget.isEnabled())


_OPAQUE = 255


def _most(image: QImage, place: QRect, but: str) -> str:
    """Return the colour that most of a place has, but for one."""
    pixels, wide = memoryview(image.constBits()).cast("I"), image.bytesPerLine() // 4
    colours: Counter[int] = Counter()
    for line in range(place.top(), place.bottom() + 1):
        colours.update(pixels[line * wide + place.left() : line * wide + place.right() + 1].tolist())
    names = (f"#{colour & _RGB:06x}" for colour, _count in colours.most_common(3))
    return next(name for name in (*names, but) if name != but or len(colours) == 1)
