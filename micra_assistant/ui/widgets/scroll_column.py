"""A column of widgets that scrolls up and down and shows what is behind it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete

from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.letting_go import let_go


class Column(Flowing, QWidget):
    """What a ScrollColumn holds; where no height comes from a width, it is no lower than what it holds."""

    def minimumSizeHint(self) -> QSize:
        layout, least = self.layout(), super().minimumSizeHint()
        if layout is None or layout.hasHeightForWidth():
            return least
        return QSize(least.width(), layout.minimumSize().height())


class ScrollColumn(QScrollArea):
    """A scroll area as wide as it is given, that takes no keys unless it is told to, and paints no background.

    Attributes:
        inside: what its columns lie in. One that is made there from the start is dressed only once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        view = QWidget()
        self.setViewport(view)  # for one that Qt has made PySide first looks through all its classes, for 40 ms
        let_flick(self, view)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._shown: QWidget | None = None
        self._head: QWidget | None = None
        self._widest = 0
        self.inside = Column()
        self._holder = QVBoxLayout(self.inside)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keep_within(self, widest: int) -> None:
        """Let no column be wider than that, in pixels: it stands at the left, and the bar at the edge all the same."""
        self._widest = widest
        self._free_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._free_rest()

    def _free_rest(self) -> None:
        """Leave free at the right what a column must not have."""
        if self._widest:
            rest = max(0, self.viewport().width() - self._widest)
            self._holder.setContentsMargins(0, 0, rest, 0)

    @property
    def column(self) -> QWidget | None:
        """The column that is shown."""
        return self._shown

    def show_column(self, column: QWidget) -> None:
        """Show ``column`` from its top, in place of the one before; nothing happens if it is shown already.

        A column that is filled before it is shown is laid out only once.
        """
        if column is self._shown:
            return
        self.take_away()
        self._shown = column
        self._holder.insertWidget(1 if self._head else 0, column)
        column.show()
        self._know_height()
        self.verticalScrollBar().setValue(0)

    def _know_height(self) -> None:
        """Know now how far the column can be scrolled: else what depends on that is shown twice."""
        if self.isVisible():
            QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def take_away(self) -> None:
        """Let go of the column: another is about to be shown, and this one is not laid out any more."""
        if self._shown:
            self._holder.removeWidget(self._shown)
            let_go(self._shown)
            self._shown = None

    def clear(self) -> None:
        """Delete the column at once: it must not hold what was just tapped, nor the key that was pressed."""
        if self._shown:
            delete(self._shown)
            self._shown = None

    def add_head(self, widget: QWidget) -> None:
        """Let ``widget`` scroll with whatever column is shown, above it, until it is put elsewhere."""
        self._head = widget
        self._holder.insertWidget(0, widget)

    def give_head(self) -> None:
        """Have no head any more: it is put elsewhere."""
        self._head = None

    def take_keys(self, policy: Qt.FocusPolicy) -> None:
        """Let the keys scroll it once it has the focus, which is seen by a frame."""
        self.setFocusPolicy(policy)
        self.setProperty("kind", "read")

    def add_tail(self, widget: QWidget) -> None:
        """Let ``widget`` stand below whatever column is shown, and have what height that leaves."""
        self._holder.addWidget(widget, 1)

    def _show_bar(self) -> None:
        """Switch the bar off where there is nothing to scroll: its room stays, so that nothing is laid out twice."""
        bar = self.verticalScrollBar()
        bar.setEnabled(bar.maximum() > 0)


def scrolled(widget: QWidget) -> ScrollColumn:
    """Return a scroll area that shows a widget, as high as that if there is room for it."""
    column = Column()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.addWidget(widget)
    layout.addStretch(1)
    area = _AsHigh()
    area.show_column(column)
    return area


class _AsHigh(ScrollColumn):
    """Wants the height of what it shows."""

    def sizeHint(self) -> QSize:
        shown = self._shown.layout() if self._shown else None
        return super().sizeHint().expandedTo(shown.sizeHint()) if shown else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self._shown.layout() if self._shown else None
        return QSize(shown.minimumSize().width() if shown else 0, 2 * self.fontMetrics().height())
