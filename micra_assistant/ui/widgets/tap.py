"""What counts as a tap: the main button, let go where it was pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

FARTHEST = 12
"""How far a hand may slip between press and release, in pixels."""


def is_tap(widget: QWidget, release: QMouseEvent) -> bool:
    """Whether ``release`` ends a tap on ``widget``, not a drag and not another button."""
    slipped = release.globalPosition() - release.points()[0].globalPressPosition()
    is_main = release.button() is Qt.MouseButton.LeftButton
    return is_main and slipped.manhattanLength() <= FARTHEST and widget.rect().contains(release.position().toPoint())
