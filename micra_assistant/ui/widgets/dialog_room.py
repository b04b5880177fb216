"""How large a dialog is at first: as is handy, and never larger than the window and the screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QWidget

from micra_assistant.ui.style.screens import screen_of

_SHARE_OF_THE_WINDOW = 0.94


def room_for(dialog: QDialog) -> QSize:
    """Return how large a dialog can be on its screen, in the frame that the desktop draws round windows."""
    room, parent = screen_of(dialog).availableSize(), dialog.parentWidget()
    return room - (parent.window().frameSize() - parent.window().size()) if parent else room


def resize_in_sight(dialog: QDialog, size: QSize) -> None:
    """Let a dialog have a size, as far as there is room for it, round the same middle, and all of it on its screen."""
    screen, middle = screen_of(dialog).availableGeometry(), dialog.frameGeometry().center()
    border = dialog.frameSize() - dialog.size()
    dialog.resize(size.boundedTo(room_for(dialog)))
    frame = QRect(QPoint(), dialog.size() + border)
    frame.moveCenter(middle)
    frame.moveRight(min(frame.right(), screen.right()))
    frame.moveBottom(min(frame.bottom(), screen.bottom()))
    dialog.move(max(frame.left(), screen.left()), max(frame.top(), screen.top()))


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
