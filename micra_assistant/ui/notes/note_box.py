"""Where a note is written. What a person has typed is never thrown away but by a tap on a button that says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.ui.notes.note_field import NoteField
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.words import _, ngettext

LONGEST = 4000
"""The most letters of a note."""


class NoteBox(QFrame):
    """A field for a note, with Save and Cancel.

    While the words differ from those it began with, Cancel and Esc only ask: the button then says “Throw away”, and
    only a tap on that does it. Words stay when the focus goes elsewhere, and after ``kept`` until ``done`` is called.

    Signals:
        unkept: the words that are not kept are now these, empty if there are none.
        kept: the words are to be kept; carries them.
        cancelled: nothing is to be kept.
        photos_given: as NoteField.
    """

    unkept = Signal(str)
    kept = Signal(str)
    cancelled = Signal()
    photos_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note-box")
        self.setProperty("compact", True)
        self._begun_with = ""
        self._asking = False
        self.field = NoteField()
        self.field.setAccessibleName(_("Note"))
        self.field.setPlaceholderText(_("What is worth knowing about this step?"))
        self._hint = QLabel()
        self._hint.setProperty("kind", "hint")
        self._save = QPushButton(_("Save"))
        self._save.setObjectName("primary")
        self._cancel = _SteadyButton()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def typed(self) -> str:
        """The words in the field, without white space around them."""
        return self.field.typed

    @property
    def unsaved(self) -> bool:
        """Whether there are words that are not kept."""
        return self.typed != self._begun_with.strip()

    @property
    def hint(self) -> str:
        """What is said below the field."""
        return self._hint.text()

    def begin(self, text: str = "", *, new: bool = False) -> bool:
        """Begin a note, or go on with ``text``, which is kept already unless it is ``new``.

        False, with the words before left as they are, if those are not kept yet.
        """
        self.field.setFocus()
        if self.unsaved:
            self._ask()
            return False
        self._fill(text, new=new)
        return True

    def done(self) -> None:
        """Empty the field: its words are kept."""
        self._fill("")

    def _fill(self, text: str, *, new: bool = False) -> None:
        self._begun_with = "" if new else text
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._on_changed()

    def _on_save(self) -> None:
        if not self.unsaved:
            self._leave()
        elif self._save.isEnabled():
            self.kept.emit(self.typed)

    def _on_cancel(self) -> None:
        if self.unsaved and not self._asking:
            self._ask()
        else:
            self._leave()

    def _on_escape(self) -> None:
        """Leave if nothing is lost by it; however often Esc comes, it throws nothing away."""
        if self.unsaved:
            self._ask()
        else:
            self._leave()

    def _ask(self) -> None:
        self._asking = True
        self._show()

    def _leave(self) -> None:
        self._fill("")
        self.cancelled.emit()

    def _on_changed(self) -> None:
        self._asking = False
        self._show()
        self.unkept.emit(self.field.toPlainText() if self.unsaved else "")

    def go_on(self, words: str) -> None:
        """Go on with words that were being typed in an earlier run."""
        self.field.setPlainText(words)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def _show(self) -> None:
        letters = len(self.typed)
        self._save.setEnabled(0 < letters <= LONGEST)
        self._cancel.setText(_("Throw away") if self._asking else _("Cancel"))
        if letters > LONGEST:
            over = letters - LONGEST
            words = ngettext(
                "Too long by {count} letter: shorten it.", "Too long by {count} letters: shorten it.", over
            )
            self._hint.setText(words.format(count=over))
        elif self._begun_with and not letters:
            self._hint.setText(_("Nothing to save. To take a note out, use its Remove."))
        elif self._asking:
            self._hint.setText(_("This is not saved yet."))
        else:
            self._hint.setText(_("Ctrl+Enter saves"))
        self._mark(warning=self._asking or letters > LONGEST)

    def _mark(self, *, warning: bool) -> None:
        if (self.property("warning"), self._cancel.property("asking")) != (warning, self._asking):
            self.setProperty("warning", warning)
            self._cancel.setProperty("asking", self._asking)
            restyle(self, self._hint, self._cancel)

    def _lay_out(self) -> None:
        foot = FlowRow(self._hint)
        foot.add_gap()
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(9)
        layout.addWidget(self.field)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_changed)
        self.field.save_wanted.connect(self._on_save)
        self.field.leave_wanted.connect(self._on_escape)
        self.field.photos_given.connect(self.photos_given)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._on_cancel)
        for button in (self._save, self._cancel):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class _SteadyButton(QPushButton):
    """A button to which a double tap is one tap."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
