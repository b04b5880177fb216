"""A field of one line that takes nothing but letters: no line breaks, no control letters, however they come."""

import re
import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from micra_assistant.words import _

_BREAKS = "[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+"
_NO_LETTERS = "[\x00-\x1f\x7f-\x9f\ud800-\udfff]"


class LineField(QLineEdit):
    """What is typed, pasted, dropped or composed here is one line of letters.

    Signals:
        typed: the person has changed the words; carries them.
    """

    typed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.textEdited.connect(self._on_edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write no letter that is pressed with Alt: it is meant for a menu; on a Mac, such keys write letters."""
        is_letter = event.text() != "" and event.text().isprintable()
        if is_letter and event.modifiers() == Qt.KeyboardModifier.AltModifier and sys.platform != "darwin":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def let_clear(self) -> None:
        """Have a button in the field that empties it, from when something first stands there: Qt looks long for it."""
        self.textChanged.connect(self._have_clear)

    def _have_clear(self) -> None:
        self.textChanged.disconnect(self._have_clear)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(_("Clear"))

    def _on_edited(self, text: str) -> None:
        clean = in_one_line(text)
        if clean != text:
            place = len(in_one_line(text[: self.cursorPosition()]))
            self.setText(clean)
            self.setCursorPosition(place)
            self.setModified(True)
        self.typed.emit(clean)


def in_one_line(text: str) -> str:
    """Return text with a space for each line break in it, none for one at an end, and without control letters."""
    if text.isprintable():
        return text
    broken = re.sub(_BREAKS, "\n", text).strip("\n")
    return re.sub(_NO_LETTERS, "", broken.replace("\n", " "))
