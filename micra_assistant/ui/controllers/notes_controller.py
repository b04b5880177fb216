"""Notes and photos of the open job: written, taken in, shown, removed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.events import Noted, PhotoAdded, Removed
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import KeptPhoto
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import Drafts
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.ui.notes.photo_intake import TakenPhoto, TakenPhotos

_NOTE = "note"
"""How the place of a note that is being written begins; its step and the event of the former note follow."""


class NotesController(Controller):
    """Puts notes and photos to the step being read."""

    def __init__(self, common: Common, drafts: Drafts) -> None:
        super().__init__(common)
        self._drafts = drafts
        self._begun_in = ""
        self._step = step = self._body.step
        step.note_wanted.connect(self.write_note)
        step.photos_wanted.connect(self.pick_photos)
        step.note.written.connect(self._on_written)
        step.note.unkept.connect(self._on_unkept)
        step.note.photos_given.connect(self._on_photos)
        step.note_change_wanted.connect(self._on_change)
        step.remove_wanted.connect(self._on_remove)
        step.photo_wanted.connect(self._on_photo)
        step.dropped.connect(self._on_photos)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.NOTE: self.write_note, Action.PHOTO: self.pick_photos, Action.PASTE: self.paste}

    def write_note(self) -> None:
        """Let a note be written at the step being read."""
        if self._can_add() and self._workbench.shown:
            self._begin(self._workbench.shown, self._workbench.shown.step.id)

    def add_to_note(self, words: str) -> None:
        """Put words into the note at the step being read, which goes on if it is begun already."""
        self.write_note()
        self._step.note.insert(words)

    def pick_photos(self) -> None:
        """Ask for picture files and put them to the step being read."""
        if not self._can_add():
            return
        filters = _("Pictures (*.jpg *.jpeg *.png *.webp *.bmp);;All files (*)")
        files, _filter = QFileDialog.getOpenFileNames(self._body.window(), _("Add photos"), "", filters)
        if files:
            from micra_assistant.ui.notes.photo_intake import take_files  # noqa: PLC0415 - loaded when it is wanted

            self._add(take_files([Path(file) for file in files]))

    def paste(self) -> None:
        """Put what was copied elsewhere to the step being read: pictures, or words as a note."""
        from micra_assistant.ui.notes.photo_intake import may_hold_photos  # noqa: PLC0415 - loaded when it is wanted

        data, open_job = _copied(), self._workbench.shown
        if data is None:
            return
        if may_hold_photos(data):
            self._on_photos(data)
        elif data.text().strip() and self._can_add() and open_job:
            self._begin(open_job, open_job.step.id, data.text().strip())

    def refresh(self) -> None:
        """Show the notes and photos of the step being read, at the first step also those of steps that are gone."""
        if (open_job := self._workbench.shown) is None:
            return
        places = {note.step for note in open_job.state.notes} | {photo.step for photo in open_job.state.photos}
        gone = {step for step in places if open_job.guide.find_step(step) is None}
        here = {open_job.step.id} | (gone if open_job.step is open_job.guide.steps[0] else set())
        notes = [note for note in open_job.state.notes if note.step in here]
        photos = [photo for photo in open_job.state.photos if photo.step in here]
        self._step.show_notes(notes, photos, open_job.attachment, self._appearance.look)

    def _begin(self, open_job: OpenJob, step: str, text: str = "", instead_of: str = "") -> None:
        """Let a note be written, unless one of another job waits to be kept."""
        if not self._step.note.typed:
            self._begun_in = open_job.job.id if open_job.job else ""
        self._step.note.begin(step, text, instead_of)

    def _on_unkept(self, step: str, words: str, instead_of: str) -> None:
        self._drafts.put(self._begun_in, f"{_NOTE} {step} {instead_of}", words)

    def go_on(self, open_job: OpenJob) -> None:
        """Go on with a note that an earlier run of the program has left half written at this job."""
        job, drafts = open_job.job.id if open_job.job else "", self._drafts
        place = next((place for place in drafts.places(job) if place.startswith(f"{_NOTE} ")), "")
        if not (job and place) or self._step.note.typed or open_job.state.is_closed:
            return
        self._begun_in = job
        _, step, instead_of = place.split(" ")
        text = next((note.text for note in open_job.state.notes if note.id == instead_of), "")
        self._step.note.go_on(step, text, instead_of if text else "", drafts.words(job, place))

    def _on_photos(self, data: QMimeData) -> None:
        from micra_assistant.ui.notes.photo_intake import take_dropped  # noqa: PLC0415 - loaded when it is wanted

        if self._can_add():
            self._add(take_dropped(data))

    def _add(self, taken: "TakenPhotos") -> None:
        for photo in taken.photos:
            self._workbench.attempt(partial(_add_photo, photo))
        if taken.photos:
            words = ngettext(
                "Kept at the end of this step: {count} photo.",
                "Kept at the end of this step: {count} photos.",
                len(taken.photos),
            )
            self._body.messages.say(words.format(count=len(taken.photos)))
        if taken.problems:
            self._body.messages.say_problem("\n".join(map(str, taken.problems)))

    def _on_written(self, step: str, text: str, instead_of: str) -> None:
        job = self._workbench.shown.job if self._workbench.shown else None
        if job is None or job.id != self._begun_in:
            self._body.messages.say_problem(_("The note you are writing belongs to another job: open that to save it."))
        elif self._workbench.attempt(lambda job: _kept(job, Noted(step, text, instead_of))):
            self._step.note.done()
            self._step.setFocus()
            self._body.messages.say(_("The note is kept, at the end of its step."))

    def _on_change(self, event_id: str) -> None:
        open_job = self._workbench.shown
        note = next((note for note in open_job.state.notes if note.id == event_id), None) if open_job else None
        if open_job and note and self._can_add():
            self._begin(open_job, note.step, note.text, note.id)

    def _on_remove(self, event_id: str) -> None:
        if self._workbench.attempt(lambda job: _kept(job, Removed(event_id))):
            self._body.messages.say(_("Removed. Undo brings it back."))

    def _on_photo(self, photo: KeptPhoto) -> None:
        from micra_assistant.ui.notes.photo_window import PhotoWindow  # noqa: PLC0415 - loaded when it is wanted

        if open_job := self._workbench.shown:
            PhotoWindow(photo, open_job.attachment, self._appearance.look.of_dialogs, self._body.window()).open()

    def _can_add(self) -> bool:
        """Whether notes can be added here and now; otherwise say why not."""
        return self._body.aside is None and bool(self._workbench.attempt(lambda job: job.check_open()))


def _copied() -> QMimeData | None:
    """Return what is on the clipboard, None if the program that copied it is gone."""
    return QGuiApplication.clipboard().mimeData()


def _kept(open_job: OpenJob, act: Noted | Removed) -> bool:
    open_job.do(act)
    return True


def _add_photo(photo: "TakenPhoto", open_job: OpenJob) -> None:
    act = PhotoAdded(open_job.step.id, photo.id, photo.name, photo.width, photo.height)
    open_job.do(act, {photo.id: photo.content})
