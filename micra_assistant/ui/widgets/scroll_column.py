"""A column of widgets that scrolls up and down and shows what is behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete

from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.letting_go import let_go


class Column(Flowing, QWidget):
    """What a ScrollColumn holds."""


class ScrollColumn(QScrollArea):
    """A scroll area as wide as it is given, that takes no keys unless it is told to, and paints no background."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        view = QWidget()
        self.setViewport(view)  # for one that Qt has made PySide first looks through all its classes, for 40 ms
        let_flick(self, view)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._shown: QWidget | None = None
        holder = Column()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_column(self, column: QWidget) -> None:
        """Show ``column`` from its top, in place of the one before; nothing happens if it is shown already.

        A column that is filled before it is shown is laid out only once.
        """
        if column is self._shown:
            return
        if self._shown:
            self._holder.removeWidget(self._shown)
            let_go(self._shown)
        self._shown = column
        self._holder.insertWidget(0, column)
        column.show()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Delete the column at once: it must not hold what was just tapped, nor the key that was pressed."""
        if self._shown:
            delete(self._shown)
            self._shown = None

    def take_keys(self, policy: Qt.FocusPolicy) -> None:
        """Let the keys scroll it once it has the focus, which is seen by a frame."""
        self.setFocusPolicy(policy)
        self.setProperty("kind", "read")

    def add_tail(self, widget: QWidget) -> None:
        """Let ``widget`` stand below whatever column is shown."""
        self._holder.addWidget(widget)

    def _show_bar(self) -> None:
        """Hide the bar's handle where there is nothing to scroll; its room stays, so that nothing is laid out twice."""
        bar = self.verticalScrollBar()
        idle = bar.maximum() == 0
        if bar.property("idle") != idle:
            bar.setProperty("idle", idle)
            restyle(bar)
