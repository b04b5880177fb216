"""The note being written, and the step that it belongs to wherever the person goes meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

if TYPE_CHECKING:
    from micra_assistant.ui.notes.note_box import NoteBox


class NoteSlip(QWidget):
    """Hidden until a note is begun; what is typed is handed on if it cannot wait any longer.

    Signals:
        unkept: what is typed and not kept has changed; carries the step, the words, none if there are none, and the
            event of the note they take the place of.
        written: a note is to be kept; carries the step, the words, and the event of the note they take the place of.
        photos_given: as NoteBox.
    """

    unkept = Signal(str, str, str)
    written = Signal(str, str, str)
    photos_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = self._instead_of = ""
        self._box: NoteBox | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 6, 6, 0)
        self.hide()

    @property
    def typed(self) -> str:
        """The words typed and not kept, empty if there are none."""
        return self._box.typed if self._box and self._box.unsaved else ""

    def begin(self, step_id: str, text: str = "", instead_of: str = "") -> None:
        """Let a note for a step be written, perhaps in the place of an earlier one."""
        if self._box is None:
            self._box = self._make_box()
        self.show()
        former, self._step, self._instead_of = (self._step, self._instead_of), step_id, instead_of
        if not self._box.begin(text, new=not instead_of):
            self._step, self._instead_of = former

    def insert(self, words: str) -> None:
        """Put words where the cursor is, if a note is being written."""
        if self._box and self.isVisible():
            self._box.field.insertPlainText(words)

    def go_on(self, step_id: str, text: str, instead_of: str, words: str) -> None:
        """Go on with the ``words`` of a note that was being written in an earlier run; ``text`` is what it began with.

        The keys stay where they are.
        """
        focus = self.window().focusWidget()
        self.begin(step_id, text if instead_of else "", instead_of)
        if self._box:
            self._box.go_on(words)
        if focus:
            focus.setFocus()

    def keep(self) -> None:
        """Hand on what is typed, if anything is, as if Save had been tapped."""
        if typed := self.typed:
            self._hand_on(typed)

    def done(self) -> None:
        """Put the slip away: its words are kept."""
        if self._box:
            self._box.done()
        self.hide()

    def put_away(self) -> None:
        """Be without a box until a note is begun, unless one is being written."""
        if self._box and self.isHidden():
            delete(self._box)
            self._box = None

    def _make_box(self) -> "NoteBox":
        from micra_assistant.ui.notes.note_box import NoteBox  # noqa: PLC0415 - loaded when it is wanted

        box = NoteBox()
        box.kept.connect(self._hand_on)
        box.unkept.connect(lambda words: self.unkept.emit(self._step, words, self._instead_of))
        box.cancelled.connect(self.hide)
        box.photos_given.connect(self.photos_given)
        self._layout.addWidget(box)
        return box

    def _hand_on(self, text: str) -> None:
        self.written.emit(self._step, text, self._instead_of)
