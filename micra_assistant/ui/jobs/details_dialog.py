"""Change what is written down about a job: car, customer, mileage, complaint."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.jobs.events import Described
from micra_assistant.ui.drafts import DETAILS, Drafts
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.keyed_dialog import FormDialog
from micra_assistant.ui.jobs.details_form import DetailsForm, Known, unknown
from micra_assistant.ui.jobs.form_draft import is_filled_in
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.scroll_column import scrolled
from micra_assistant.words import _
from micra_assistant.workshop.values import Distance

_LETTERS = 70
"""How wide it is at first."""


class DetailsDialog(FormDialog):
    """The details of a job, which begin as they are; ``known`` and ``distance`` as DetailsForm.

    Attributes:
        form: the fields.
    """

    def __init__(
        self,
        details: Described,
        look: Look,
        parent: QWidget | None = None,
        known: Known = unknown,
        distance: Distance = Distance.KM,
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("details")
        self.setWindowTitle(_("Details of the job"))
        self.form = DetailsForm(details, known=known, distance=distance)
        self.form.submitted.connect(self.accept)
        self._keys = DialogKeys(self, lambda: self.form.stops, self._done, look)
        self._keys.show_leave(_("Cancel"), self.reject)
        for line in self.form.fields.values():
            line.textChanged.connect(self._keys.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 10)
        layout.setSpacing(14)
        layout.addWidget(scrolled(self.form), 1)
        layout.addWidget(self._keys.foot)
        open_at(self, _LETTERS, 0)
        self.form.car.setFocus()

    @property
    def details(self) -> Described | None:
        """What the person has written, None as long as the mileage is no number."""
        return self.form.described()

    def accept(self) -> None:
        """End, unless something cannot be kept as it is."""
        if self.form.finish():
            super().accept()

    @classmethod
    def ask(
        cls,
        details: Described,
        look: Look,
        parent: QWidget,
        known: Known = unknown,
        distance: Distance = Distance.KM,
        drafts: Drafts | None = None,
    ) -> Described | None:
        """Ask, and return the details as they are to be, None if the person would rather not."""
        dialog = cls(details, look, parent, known, distance)
        answer = dialog.details if is_filled_in(dialog, drafts, DETAILS, dialog.form.fields) else None
        dialog.deleteLater()
        return answer

    def _done(self) -> KeyAct:
        said = " · ".join(filter(None, (self.form.car.text().strip(), self.form.customer.text().strip())))
        return KeyAct(_("Keep"), said, self.accept)
