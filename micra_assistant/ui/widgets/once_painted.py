"""Work that waits until a widget is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def once_painted(widget: QWidget, act: Callable[[], object]) -> None:
    """Do something once, after a widget was painted for the first time, and what is in it with it."""
    widget.installEventFilter(_Waiting(widget, act))


class _Waiting(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._act = act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._widget, self._act)
        return super().eventFilter(watched, event)
