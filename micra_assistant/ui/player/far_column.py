"""Parts one below the other, in the largest letters with which they are all seen."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.style.far_sizes import FarRoom, FarSizes
from micra_assistant.ui.style.look import Look

_GAP = 9
"""Between two parts, in pixels at scale 1."""


class FarColumn(QWidget):
    """A column that fits itself into a room.

    Attributes:
        parts: what it shows, as far as it is not hidden.

    Signals:
        asks_anew: something in it has another size.
    """

    asks_anew = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.parts: list[QWidget] = []
        self._sizes: FarSizes | None = None
        self._needed: tuple[QSize, int] = QSize(), 0

    def sheet(self, sizes: FarSizes, target: int) -> str:
        """Return the style sheet in which its letters have these sizes, and what is tapped is as high as a target."""
        raise NotImplementedError

    def is_essential(self, part: QWidget) -> bool:
        """Whether a part is to be seen without scrolling even where not all can be."""
        raise NotImplementedError

    def add_parts(self, parts: Sequence[QWidget]) -> None:
        """Show more parts below the others."""
        self.parts += parts
        for part in parts:
            part.setParent(self)

    def fit(self, room: FarRoom, view: QSize) -> int:
        """Take the largest sizes with which all is seen in a view, else the essential; return how high all is then."""
        if self._needed != (view, self._height_at(view.width())):
            if not self._fits(room.sizes[0], room, view, whole=True):  # as most often they do
                whole = self._fits(room.sizes[-1], room, view, whole=True)
                self._take_largest(room.sizes if whole else room.scrolled, room, view, whole=whole)
            self._needed = view, self._height_at(view.width())
        self._put(view)
        return self._needed[1]

    def event(self, event: QEvent) -> bool:
        """Ask to be fitted anew when one of its parts has come to another height."""
        if event.type() is QEvent.Type.LayoutRequest and self._height_at(self._needed[0].width()) != self._needed[1]:
            self.asks_anew.emit()
        return super().event(event)

    def _take_largest(self, sizes: Sequence[FarSizes], room: FarRoom, view: QSize, *, whole: bool) -> None:
        """Take the first of the sizes with which all, or only the essential, is seen, else the last."""
        place = bisect_left(range(len(sizes) - 1), True, key=lambda at: self._fits(sizes[at], room, view, whole=whole))
        self._take(sizes[place], room.target)

    def _fits(self, sizes: FarSizes, room: FarRoom, view: QSize, *, whole: bool) -> bool:
        """Take sizes, and return whether all, or only the essential, is seen with them."""
        self._take(sizes, room.target)
        return self._height_at(view.width(), whole=whole) <= view.height()

    def _take(self, sizes: FarSizes, target: int) -> None:
        if sizes != self._sizes:
            self._sizes = sizes
            self.setStyleSheet(self.sheet(sizes, target))
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            if layout := part.layout():
                layout.invalidate()
                layout.activate()  # what lies in it in turn is only now measured anew

    def _shown(self) -> Iterator[QWidget]:
        return (part for part in self.parts if not part.isHidden())

    def _height_at(self, width: int, *, whole: bool = True) -> int:
        """Return how high all, or only the essential, is at a width."""
        parts = [part for part in self._shown() if whole or self.is_essential(part)]
        return sum(part.heightForWidth(width) for part in parts) + self._look.size(_GAP) * max(0, len(parts) - 1)

    def _put(self, view: QSize) -> None:
        y, width = 0, view.width()
        for part in self._shown():
            high = part.heightForWidth(width)
            part.setGeometry(0, y, width, high)
            y += high + self._look.size(_GAP)
