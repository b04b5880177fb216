"""Says what is blanked for good and what stays, and asks twice."""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.words import _

_WIDTH = 560


class BlankChoice(Struct, frozen=True):
    """What is to be blanked: the customer's data, and with ``notes`` the notes and photos too."""

    notes: bool


class BlankDialog(QDialog):
    """Asks whether the customer's data of a job is to be blanked; it can only be said yes to after a tick."""

    def __init__(self, job: str, notes: int, photos: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Blank the customer’s data of job {job}").format(job=job))
        words = _("Notes, photos and the note of the outcome too (notes: {notes}, photos: {photos})")
        self._notes = QCheckBox(words.format(notes=notes, photos=photos))
        self._sure = QCheckBox(_("I know that this cannot be undone"))
        self._blank = QPushButton(_("Blank it for good"))
        self._blank.setEnabled(False)
        self._sure.toggled.connect(self._blank.setEnabled)
        self._lay_out()

    @classmethod
    def ask(cls, job: str, notes: int, photos: int, parent: QWidget) -> BlankChoice | None:
        """Ask, and return what is to be blanked, None if nothing is."""
        dialog = cls(job, notes, photos, parent)
        choice = dialog.choice if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return choice

    @property
    def choice(self) -> BlankChoice:
        """What is ticked."""
        return BlankChoice(self._notes.isChecked())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        self.setMinimumWidth(_WIDTH)
        for words in (
            _("Customer, registration and complaint are taken out of the records and of all their backups."),
            _("What was done to the car stays: steps, readings, cause, repair, mileage, when and by whom."),
            _("Sheets and job files that were saved elsewhere are not changed."),
        ):
            layout.addWidget(_paragraph(words))
        layout.addWidget(self._notes)
        layout.addWidget(self._sure)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self._blank, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        self._blank.setAutoDefault(False)  # Enter never blanks
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _paragraph(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "body")
    label.setWordWrap(True)
    return label
