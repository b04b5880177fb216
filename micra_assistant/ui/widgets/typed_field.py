"""A field that is the person's alone while something is typed in it.

What is typed becomes a value when the person is done: by Enter, by Tab, or by going on elsewhere in the program.
Another window that comes to the front, a menu or a dialog is none of these: typing goes on where it was.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.ui.widgets.still_here import STILL_HERE

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedField(LineField):
    """A field whose value is shown by ``show_value`` and changed by what is typed.

    Words that could not be kept stay in it, as modified; ``keep_unkept`` puts them back after a value was shown.

    Signals:
        finished: what was typed is to be kept; nothing is if nothing was typed since the last time.
        taken_back: Esc was pressed; the field is to show its value again and is not modified any more.
        unkept: the words that are typed and not kept are now these, empty if there are none.
    """

    finished = Signal()
    taken_back = Signal()
    unkept = Signal(str)

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, left_by_escape: bool = False, takes_space: bool = True
    ) -> None:
        """Make a field; ``left_by_escape`` says whether Esc is its own also while nothing is typed.

        In a number ``takes_space`` is False: Space is one of the three keys there.
        """
        super().__init__(text, parent)
        self.takes_space = takes_space
        self._left_by_escape = left_by_escape
        self._is_composing = self._is_fresh = self._goes_on = False
        self.typed.connect(self._on_typed)

    @property
    def is_typed_in(self) -> bool:
        """Whether there are words that are not kept, or letters that are still being composed."""
        return self.isModified() or self._is_composing

    @property
    def is_being_typed(self) -> bool:
        """Whether there are words that are not entered yet; those that were entered and could not be kept are."""
        return self.isModified() and self._goes_on

    def show_value(self, value: str) -> None:
        """Show the value, unless something is typed; cursor and selection stay."""
        if self.is_typed_in or value == self.text():
            return
        is_chosen = self.selectedText() == self.text() != ""
        is_within, place = self.cursorPosition() < len(self.text()), self.cursorPosition()
        self.setText(value)
        if is_chosen:
            self.selectAll()
        elif self.hasFocus() and is_within:
            self.setCursorPosition(min(place, len(value)))

    def settle(self) -> None:
        """Take what stands in the field as its value."""
        self._is_fresh = self._goes_on = False
        self.setModified(False)
        self.unkept.emit("")

    def keep_unkept(self, words: str) -> None:
        """Put words into the field that were typed and not kept, to be entered again."""
        if words != self.text():
            self.setText(words)
        self.setModified(True)
        self.unkept.emit(words)

    def go_on(self, words: str, *, is_fresh: bool = True) -> None:
        """Go on with words that were being typed earlier; if they are not ``is_fresh``, only Enter enters them."""
        self.keep_unkept(words)
        self._is_fresh, self._goes_on = is_fresh, True

    def enter(self) -> None:
        """Go into the field: what stands there is chosen, but what is being typed goes on."""
        if self._goes_on and self.isModified():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while it takes typing back, and leave to it what is not for a field."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_for_the_window(event):
                event.ignore()
                return True
            if self._takes(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes(event):
            self.take_back()
            return
        if event.key() in ENTER:
            self.finish()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STILL_HERE and self.isModified() and self._is_fresh:
            self._finish()

    def type_in(self, letters: str) -> None:
        """Type letters where the cursor is, as a key does."""
        self.insert(letters)
        self.setModified(True)
        self.textEdited.emit(self.text())

    def finish(self) -> None:
        """Have what is typed kept, as Enter does."""
        if self.isModified():
            self._finish()

    def take_back(self) -> None:
        """Let go of what is typed, as Esc does."""
        self.settle()
        self.taken_back.emit()

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        """Whether a key means something to the window rather than here: undoing, while there is nothing typed."""
        if event.key() == Qt.Key.Key_Space:
            return not self.takes_space
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return undoes and not self.is_typed_in

    def _takes(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and (self._left_by_escape or self.isModified())

    def _on_typed(self, words: str) -> None:
        self._is_fresh = self._goes_on = True
        self.unkept.emit(words)

    def _finish(self) -> None:
        self._is_fresh = self._goes_on = False
        self.finished.emit()
