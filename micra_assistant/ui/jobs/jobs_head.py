"""The heads of the columns of the job list: the one that puts the jobs in order has a sign of which way."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style import signs
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.words import _

_SIDE = 11
_PADDING = 12
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ORDERS = {Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder, Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder}


class JobsHead(QHeaderView):
    """Draws its own sign, as the style sheet leaves no room for Qt's.

    Tab leads into it. Left and Right choose the column, Up and Down which way it puts the jobs in order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look: Look | None = None
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Order of the jobs"))
        self.setToolTip(_("Left and Right choose the column, Up and Down which way it puts the jobs in order."))
        self.setAccessibleDescription(self.toolTip())
        self.sortIndicatorChanged.connect(self._say_order)

    def event(self, event: QEvent) -> bool:
        """Keep the keys from the window that mean something here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in (*_TURNS, *_ORDERS))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _TURNS:
            self._sort_by_next(_TURNS[key])
        elif key in _ORDERS:
            self.setSortIndicator(self.sortIndicatorSection(), _ORDERS[key])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _sort_by_next(self, direction: int) -> None:
        shown = [column for column in range(self.count()) if not self.isSectionHidden(column)]
        section = self.sortIndicatorSection()
        place = shown.index(section) + direction if section in shown else 0
        if 0 <= place < len(shown):
            self.setSortIndicator(shown[place], self.sortIndicatorOrder())

    def _say_order(self, column: int, order: Qt.SortOrder) -> None:
        name = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        falls = order is Qt.SortOrder.DescendingOrder
        words = _("In order by “{column}”, falling.") if falls else _("In order by “{column}”, rising.")
        announce(self, words.format(column=name))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.look and logicalIndex == self.sortIndicatorSection():
            side = self.look.size(_SIDE)
            place = QRectF(rect.right() - self.look.size(_PADDING) - side, rect.center().y() - side / 2, side, side)
            falls = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            if self.hasFocus():
                self._mark(painter, rect)
            signs.draw(painter, Sign.DOWN if falls else Sign.UP, place, self.look.theme.colour("muted"))

    def _mark(self, painter: QPainter, rect: QRect) -> None:
        """Draw the frame of what has the keys."""
        if self.look:
            wide = self.look.frame(3)
            painter.setPen(QPen(self.look.theme.colour("accent"), wide))
            painter.drawRect(QRectF(rect).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
