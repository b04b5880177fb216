"""Says what is blanked for good and what stays, and asks twice."""

from msgspec import Struct
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.keyed_dialog import KeyedDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.check_box import CheckBox
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import scrolled
from micra_assistant.words import _

_LETTERS = 80
"""How wide it is at first."""


class BlankChoice(Struct, frozen=True):
    """What is to be blanked: the customer's data, and with ``notes`` the notes and photos too."""

    notes: bool


class BlankDialog(KeyedDialog):
    """Asks whether the customer's data of a job is to be blanked; it can only be said yes to after a tick."""

    def __init__(self, job: str, notes: int, photos: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(_("Blank the customer’s data of job {job}").format(job=job))
        self._notes = CheckBox(_("Notes, photos and the note of the outcome too"), look)
        self._held = label(_("Notes: {notes}, photos: {photos}").format(notes=notes, photos=photos), "hint")
        self._sure = CheckBox(_("I know that this cannot be undone"), look)
        self._keys = DialogKeys(self, lambda: [self._notes, self._sure], self._done, look)
        self._keys.show_leave(_("Cancel"), self.reject)
        self._keys.leave_marks_to_keys()
        for tick in (self._notes, self._sure):
            tick.toggled.connect(self._keys.refresh)
        self._lay_out(look)
        open_at(self, _LETTERS, 0)
        self.setFocus()

    @classmethod
    def ask(cls, job: str, notes: int, photos: int, look: Look, parent: QWidget) -> BlankChoice | None:
        """Ask, and return what is to be blanked, None if nothing is."""
        dialog = cls(job, notes, photos, look, parent)
        choice = dialog.choice if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return choice

    @property
    def choice(self) -> BlankChoice:
        """What is ticked."""
        return BlankChoice(self._notes.isChecked())

    def _done(self) -> KeyAct:
        words = _("Blank it")
        if not self._sure.isChecked():
            return KeyAct(words, _("Tick first that this cannot be undone."))
        said = _("with notes and photos") if self._notes.isChecked() else _("notes and photos stay")
        return KeyAct(words, said, self.accept)

    def _lay_out(self, look: Look) -> None:
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.size(12))
        for words in (
            _("Customer, registration and complaint are taken out of the records and of all their backups."),
            _("What was done to the car stays: steps, readings, cause, repair, mileage, when and by whom."),
            _("Sheets and job files that were saved elsewhere are not changed."),
        ):
            column.addWidget(label(words, "body"))
        for widget in (self._notes, self._held, self._sure):
            column.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(22), look.size(18), look.size(14), look.size(10))
        layout.setSpacing(look.size(12))
        layout.addWidget(scrolled(asked), 1)
        layout.addWidget(self._keys.foot)
