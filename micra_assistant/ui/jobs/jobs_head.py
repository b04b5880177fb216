"""The heads of the columns of the job list: the one that puts the jobs in order has a sign of which way."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign

_SIDE = 11
_PADDING = 12


class JobsHead(QHeaderView):
    """Draws its own sign, as the style sheet leaves no room for Qt's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look: Look | None = None
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.look and logicalIndex == self.sortIndicatorSection():
            side = self.look.size(_SIDE)
            place = QRectF(rect.right() - self.look.size(_PADDING) - side, rect.center().y() - side / 2, side, side)
            falls = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            signs.draw(painter, Sign.DOWN if falls else Sign.UP, place, self.look.theme.colour("muted"))
