"""Whether a dialog can be read from two metres, and hit with gloves."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from micra_assistant.ui.frame.key_button import KeyButton
from micra_assistant.ui.style.far_sizes import FarRoom

_READ = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


def too_small(dialog: QWidget, room: FarRoom) -> list[str]:
    """Return what of a dialog is too small in a room, in words."""
    shown = [widget for widget in dialog.findChildren(QWidget) if widget.isVisibleTo(dialog)]
    return [fault for widget in shown for fault in (*_letters(widget, room), *_target(widget, room))]


def _letters(widget: QWidget, room: FarRoom) -> Iterator[str]:
    """Yield that letters are smaller than other words are from afar."""
    least = min(room.sizes[0].words, round(14 * room.dialog_scale))
    if isinstance(widget, _READ) and widget.fontInfo().pixelSize() < least:
        yield f"{_name(widget)}: letters of {widget.fontInfo().pixelSize()} of {least} pixels"


def _target(widget: QWidget, room: FarRoom) -> Iterator[str]:
    """Yield that what is tapped is smaller than gloves need; the three keys leave room for what they are for."""
    if isinstance(widget, QCheckBox) and (side := _side_of_box(widget)) < room.target:
        yield f"{_name(widget)}: a box of {side} of {room.target} pixels"
    if isinstance(widget, KeyButton):
        least = min(room.target, round(room.height * 0.16))
    elif isinstance(widget, QAbstractButton | QComboBox) or _is_field(widget):
        least = room.target
    else:
        least = 0
    if widget.height() < least:
        yield f"{_name(widget)}: {widget.height()} of {least} pixels high"
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _rows(widget, room)


def _rows(view: QAbstractItemView, room: FarRoom) -> Iterator[str]:
    if view.model().rowCount() and (high := view.visualRect(view.model().index(0, 0)).height()) < room.target:
        yield f"{_name(view)}: a row of {high} of {room.target} pixels"


def _is_field(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), QComboBox)


def _side_of_box(box: QCheckBox) -> int:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box).height()


def _name(widget: QWidget) -> str:
    kind = widget.property("kind") or widget.objectName()
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {kind} “{words[:50]}”"
