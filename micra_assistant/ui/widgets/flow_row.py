"""Widgets side by side, on as many lines as the width asks for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 10


class FlowRow(QLayout):
    """Puts each widget beside the one before, or at the begin of the next line where there is no room.

    What comes after ``add_gap`` stands at the right end, if all is on one line.
    """

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._wanted: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self._first_at_end: int | None = None
        self.setSpacing(_GAP)
        for widget in widgets:
            self.addWidget(widget)

    def add_gap(self) -> None:
        """Let what is added from now on stand at the right end."""
        self._first_at_end = len(self._items)

    def invalidate(self) -> None:
        """Ask the widgets anew what sizes they want: one of them has changed."""
        self._wanted = None
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        self.invalidate()
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all is in a width, reckoned once: layouts ask several times."""
        if width not in self._heights:
            self._heights[width] = self._arranged(QRect(0, 0, width, 0), is_moved=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        sizes = [size for _item, size in self._shown]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(
            max((item.minimumSize().width() for item, _size in self._shown), default=0), self.sizeHint().height()
        )

    def setGeometry(self, room: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(room)
        self._arranged(room, is_moved=True)

    @property
    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """What is not hidden, and the size that it wants."""
        if self._wanted is None:
            self._wanted = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._wanted

    def _arranged(self, room: QRect, *, is_moved: bool) -> int:
        """Return how high all is in the width of a room; ``is_moved``: put it there."""
        lines = self._lines(room.width())
        top = room.top()
        for line in lines:
            height = max(size.height() for _item, size in line)
            if is_moved:
                self._place(line, room, top, height, is_only=len(lines) == 1)
            top += height + self.spacing()
        return max(top - self.spacing() - room.top(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item, size in self._shown:
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], room: QRect, top: int, height: int, *, is_only: bool
    ) -> None:
        left = room.left()
        free = room.width() - sum(size.width() for _item, size in line) - self.spacing() * (len(line) - 1)
        at_end = self._items[self._first_at_end :] if is_only and self._first_at_end is not None else []
        for item, size in line:
            if at_end and item in at_end:
                left, at_end = left + max(free, 0), []
            width = min(size.width(), room.width())
            item.setGeometry(QRect(left, top, width, height))
            left += width + self.spacing()
