"""A note at a step: its words, when and by whom it was written, and what can be done with it."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from micra_assistant.jobs.state import Note
from micra_assistant.time_words import when_and_who
from micra_assistant.ui.notes.note_button import NoteButton
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.flowing_label import FlowingLabel
from micra_assistant.words import _

_LONGEST_WORD = 24
_MAY_BREAK = "\u200b"


class NoteCard(Flowing, QFrame):
    """A note.

    Signals:
        change_wanted, remove_wanted: the buttons; carry the id of the note's event.
    """

    change_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, note: Note, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        words = FlowingLabel(_breakable(note.text, _LONGEST_WORD), "item")
        words.setAccessibleName(note.text)
        change = NoteButton(_("Change"), note.text)
        change.clicked.connect(lambda: self.change_wanted.emit(note.id))
        remove = NoteButton(_("Remove"), note.text)
        remove.clicked.connect(lambda: self.remove_wanted.emit(note.id))
        foot = FlowRow(_plain(when_and_who(note.at, note.by), "caption"))
        foot.add_gap()
        foot.addWidget(change)
        foot.addWidget(remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(12), look.size(9), look.size(9), look.size(8))
        layout.setSpacing(look.size(5))
        layout.addWidget(words)
        layout.addLayout(foot)


def _plain(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _breakable(words: str, longest: int) -> str:
    """Return ``words`` so that a line can be broken after so many letters of one, as in an address."""
    return re.sub(rf"\S{{{longest}}}", lambda found: found[0] + _MAY_BREAK, words)
