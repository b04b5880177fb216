"""What a person sees of a part of the window: its words and buttons, the dialogs over it, the columns of a table."""

from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from tests.spaces import spaced

Dialog = TypeVar("Dialog", bound=QDialog)


def labels(inside: QWidget) -> list[QLabel]:
    """Return the labels in sight."""
    return [label for label in inside.findChildren(QLabel) if label.isVisible()]


def text(inside: QWidget) -> str:
    """Return the words of all labels in sight, a line each."""
    return spaced("\n".join(label.text() for label in labels(inside)))


def button(inside: QWidget, words: str) -> QAbstractButton:
    """Return the button in sight that says just these words."""
    return next(found for found in _buttons(inside) if found.text() == words)


def button_with(inside: QWidget, words: str) -> QAbstractButton:
    """Return the first button in sight that has these words in its text, or is read out as them."""
    return next(found for found in _buttons(inside) if words in found.text() or words == found.accessibleName())


def dialogs(over: QWidget, kind: type[Dialog]) -> list[Dialog]:
    """Return the dialogs of a kind that are in sight over a window."""
    return [found for found in over.window().findChildren(kind) if found.isVisible()]


def open_dialog(kind: type[Dialog]) -> Dialog:
    """Return the dialog that waits for an answer, which must be of this kind."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), f"{found} is open"
    return found


def column(model: QAbstractItemModel, number: int, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    """Return what a column holds, from the top."""
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


def _buttons(inside: QWidget) -> list[QAbstractButton]:
    return [found for found in inside.findChildren(QAbstractButton) if found.isVisible()]
