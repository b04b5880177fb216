"""How often a widget is laid out."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Resized(QObject):
    """Notes every width that a widget gets."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widths: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the width, and let everything take its way."""
        if isinstance(event, QResizeEvent):
            self.widths.append(event.size().width())
        return super().eventFilter(watched, event)
