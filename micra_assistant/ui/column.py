"""What scroll areas hold: a widget just as tall as its wrapped words need at the width there is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Column(QWidget):
    """A widget whose height follows from its width alone.

    Qt would otherwise keep room for its words as if they wrapped at their narrowest.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
