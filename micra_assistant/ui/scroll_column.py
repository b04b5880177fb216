"""A column of widgets that scrolls up and down and shows what is behind it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class Column(QWidget):
    """What a ScrollColumn holds: just as tall as its words need at the width there is.

    Qt would otherwise keep room for its words as if they wrapped at their narrowest.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class ScrollColumn(QScrollArea):
    """A scroll area as wide as it is given, that takes no keys and paints no background."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_column(self, column: QWidget) -> None:
        """Show ``column`` from its top, in place of the one before; nothing happens if it is shown already.

        A column that is filled before it is shown is laid out only once.
        """
        if column is self.widget():
            return
        if before := self.takeWidget():
            before.deleteLater()  # it may hold the very button or link that was just tapped
        self.setWidget(column)
        column.setAutoFillBackground(False)
