"""A field of a form that is kept as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from micra_assistant.ui.widgets.typed_field import ENTER, TypedField


class FormField(TypedField):
    """A field of a form, which is kept as a whole: Enter goes on to the next one, Esc is the form's.

    Signals:
        submitted: Ctrl+Enter was pressed: the whole form is to be kept.
    """

    submitted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            self.focusNextPrevChild(True)

    def _takes(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        return False


def field(text: str, longest: int, hint: str = "") -> FormField:
    """Return a field with ``text`` in it, whole even if it is longer than may be typed."""
    line = FormField()
    line.setProperty("kind", "form")
    line.setMaxLength(max(longest, len(text)))
    line.setText(text)
    line.setCursorPosition(0)
    line.setPlaceholderText(hint)
    return line
