"""The field above the job list: what is typed is looked for, the other keys lead through the list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.words import _

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class JobsField(LineField):
    """What is looked for among the jobs.

    Signals:
        moved: the job so many rows below is wanted, above if negative.
        confirmed: the chosen job is to be opened.
    """

    moved = Signal(int)
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("jobs-field")
        self.setPlaceholderText(_("Registration, customer, complaint or number"))
        self.setAccessibleName(_("Search the jobs"))
        self.let_clear()
        self.setMaxLength(100)
        self.setProperty("ends_scans", True)

    def event(self, event: QEvent) -> bool:
        """Keep from the window the keys that mean something here; a space does once something is typed."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() == Qt.Key.Key_Space and not self.text():
            event.ignore()
            return True
        if event.key() not in (*_ROWS, *_ENTER):
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ROWS:
            self.moved.emit(_ROWS[key])
        elif key in _ENTER:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)
