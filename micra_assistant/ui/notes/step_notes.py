"""What has been noted and photographed at the step being read; it stands below what the guide says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from micra_assistant.jobs.state import KeptPhoto, Note
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.notes.note_card import NoteCard
    from micra_assistant.ui.notes.photo_thumb import PhotoCell, Picture

_GAP = 8
_ABOVE = 10
_WIDEST = 700
"""As what is in a box of the step."""
_MARGIN = 6
"""What stays free to the right, as beside the blocks of a step."""


class StepNotes(Flowing, QWidget):
    """The notes and photos of a step; hidden and without height if there are none.

    Signals:
        note_change_wanted: a note is to be changed; carries the id of its event.
        remove_wanted: a note or photo is to be taken out; carries the id of its event.
        photo_wanted: a photo is to be seen larger; carries the KeptPhoto.
    """

    note_change_wanted = Signal(str)
    remove_wanted = Signal(str)
    photo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Sequence[Note], Sequence[KeptPhoto], Look] | None = None
        self._shown: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.addStretch(1)
        self.hide()

    def show_notes(self, notes: Sequence[Note], photos: Sequence[KeptPhoto], picture: "Picture", look: Look) -> None:
        """Show these; nothing happens if they are shown already. ``picture`` gives the JPEG of a photo by its id."""
        told = (tuple(notes), tuple(photos), look)
        if told == self._told:
            return
        self._told = told
        self._drop_shown()
        self._leave_free()
        if notes or photos:
            self._shown = self._column(notes, photos, picture, look)
            self._layout.insertWidget(0, self._shown)
        self.setVisible(self._shown is not None)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width) if self._shown else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_free()

    def _leave_free(self) -> None:
        """Leave at the right what makes them no wider than can be read."""
        if self._told:
            size = self._told[2].size
            free = max(size(_MARGIN), self.width() - size(_WIDEST))
            self._layout.setContentsMargins(0, size(_ABOVE), free, 0)

    def _drop_shown(self) -> None:
        if self._shown:
            self._layout.removeWidget(self._shown)
            let_go(self._shown)
            self._shown = None

    def _column(self, notes: Sequence[Note], photos: Sequence[KeptPhoto], picture: "Picture", look: Look) -> QWidget:
        column = _Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.size(_GAP))
        heading = QLabel(_("Noted on this job"))
        heading.setProperty("kind", "notes-heading")
        heading.setIndent(0)
        layout.addWidget(heading)
        for note in notes:
            layout.addWidget(self._card(note, look))
        if photos:
            layout.addWidget(self._wall(photos, picture, look))
        return column

    def _wall(self, photos: Sequence[KeptPhoto], picture: "Picture", look: Look) -> QWidget:
        from micra_assistant.ui.notes.photo_wall import PhotoWall  # noqa: PLC0415 - as the note card

        return PhotoWall([self._cell(photo, picture, look) for photo in photos], look)

    def _card(self, note: Note, look: Look) -> "NoteCard":
        from micra_assistant.ui.notes.note_card import NoteCard  # noqa: PLC0415 - most steps have no notes

        card = NoteCard(note, look)
        card.change_wanted.connect(self.note_change_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        return card

    def _cell(self, photo: KeptPhoto, picture: "Picture", look: Look) -> "PhotoCell":
        from micra_assistant.ui.notes.photo_thumb import PhotoCell  # noqa: PLC0415 - as the note card

        cell = PhotoCell(photo, picture, look)
        cell.photo_wanted.connect(self.photo_wanted)
        cell.remove_wanted.connect(self.remove_wanted)
        return cell


class _Column(Flowing, QWidget):
    pass
