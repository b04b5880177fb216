"""Scrolling to a widget, whatever it lies in, and whether that is needed."""

from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 8


def bring_into_sight(widget: QWidget) -> None:
    """Scroll everything that a widget lies in, until it is in sight."""
    parent = widget.parentWidget()
    while parent:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, _MARGIN)
        parent = parent.parentWidget()


def is_in_sight(widget: QWidget) -> bool:
    """Whether all of a widget is in sight."""
    return widget.visibleRegion().boundingRect().height() >= widget.height()
