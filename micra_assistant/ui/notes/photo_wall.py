"""Photos side by side, in as many rows as the width asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing

_GAP = 12


class PhotoWall(Flowing, QWidget):
    """Places widgets that are all of one size."""

    def __init__(self, cells: Sequence[QWidget], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self._gap = look.size(_GAP)
        for cell in cells:
            cell.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._cells) // self._in_a_row(width))
        return rows * (self._cell.height() + self._gap) - self._gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size, in_a_row = self._cell, self._in_a_row(self.width())
        for number, cell in enumerate(self._cells):
            row, column = divmod(number, in_a_row)
            place = QPoint(column * (size.width() + self._gap), row * (size.height() + self._gap))
            cell.setGeometry(place.x(), place.y(), size.width(), size.height())

    @property
    def _cell(self) -> QSize:
        return self._cells[0].sizeHint()

    def _in_a_row(self, width: int) -> int:
        return max(1, (width + self._gap) // (self._cell.width() + self._gap))
