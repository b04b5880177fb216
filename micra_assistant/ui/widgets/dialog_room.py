"""How large a dialog is at first: as is handy, and never larger than the window and the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from micra_assistant.ui.style.screens import screen_of

_SHARE_OF_THE_WINDOW = 0.94


def room_for(dialog: QDialog) -> QSize:
    """Return how large a dialog can be on its screen, in the frame that the desktop draws round windows."""
    room, parent = screen_of(dialog).availableSize(), dialog.parentWidget()
    return room - (parent.window().frameSize() - parent.window().size()) if parent else room


def grow(dialog: QDialog, size: QSize) -> None:
    """Let a dialog have a size as far as there is room, and move it up where its foot would be below the screen."""
    dialog.resize(size.boundedTo(room_for(dialog)))
    screen = screen_of(dialog).availableGeometry()
    if (below := dialog.frameGeometry().bottom() - screen.bottom()) > 0:
        dialog.move(dialog.x(), max(screen.top(), dialog.y() - below))


def open_at(dialog: QDialog, letters: int, lines: int) -> None:
    """Let a dialog be so many letters wide and so many lines high, or as high as it needs if that is more."""
    for widget in (dialog, *dialog.findChildren(QWidget)):
        widget.ensurePolished()
    if layout := dialog.layout():
        layout.activate()
    metrics, needed = dialog.fontMetrics(), dialog.sizeHint()
    width = max(letters * metrics.averageCharWidth(), needed.width())
    height = max(lines * metrics.lineSpacing(), needed.height())
    room = room_for(dialog)
    if parent := dialog.parentWidget():
        room = room.boundedTo(parent.window().size() * _SHARE_OF_THE_WINDOW)
    dialog.resize(min(width, room.width()), min(height, room.height()))
