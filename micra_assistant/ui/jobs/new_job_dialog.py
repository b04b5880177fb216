"""Begin a job: what is wrong, with which car, and who works on it."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.way_in import WayIn
from micra_assistant.jobs.checklist import Opening
from micra_assistant.jobs.events import Described
from micra_assistant.ui.drafts import NEW_JOB, Drafts
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.keyed_dialog import FormDialog
from micra_assistant.ui.jobs.complaint_choice import ComplaintChoice
from micra_assistant.ui.jobs.details_form import DetailsForm, Known, unknown
from micra_assistant.ui.jobs.form_draft import is_filled_in
from micra_assistant.ui.jobs.form_field import field
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import scrolled
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.words import _, ngettext
from micra_assistant.workshop.values import Distance

_LONGEST_NAME = 60
_NOTHING = Described()


class NewJob(NamedTuple):
    """A job to begin.

    ``guide`` is the id of its guide, ``step`` the one to begin with or nothing, ``who`` the person at work or nothing.
    """

    guide: str
    details: Described = _NOTHING
    step: str = ""
    who: str = ""


_LETTERS, _LINES = 110, 24
"""How large it is at first."""


class NewJobDialog(FormDialog):
    """Asks what is wrong with the car and, if the person likes, for everything else.

    ``ways`` lead into the guides; the first of ``guide`` is chosen.
    ``who`` was at work last. ``openings`` are open on the car of the open job, ``car`` is its registration.
    ``known`` and ``distance`` as DetailsForm.

    Attributes:
        form: the fields.
    """

    def __init__(
        self,
        ways: Sequence[WayIn],
        look: Look,
        guide: str = "",
        who: str = "",
        openings: Sequence[Opening] = (),
        parent: QWidget | None = None,
        car: str = "",
        known: Known = unknown,
        distance: Distance = Distance.KM,
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(_("New job"))
        self._ways = ways
        self._list = ComplaintChoice([way.title for way in ways])
        self.form = DetailsForm(_NOTHING, known=known, distance=distance)
        self._who = field(who, _LONGEST_NAME, _("typed once; stands beside all you do"))
        self.form.add_row(_("Your name"), self._who)
        self._keys = DialogKeys(self, lambda: [self._list, *self.form.stops], self._done, look)
        self._keys.show_leave(_("Cancel"), self.reject)
        for line in self.form.fields.values():
            line.textChanged.connect(self._keys.refresh)
        self._list.currentRowChanged.connect(self._show_complaint)
        guides = [way.guide for way in ways]
        self._list.setCurrentRow(guides.index(guide) if guide in guides else 0)
        self._list.itemDoubleClicked.connect(self.accept)
        self.form.submitted.connect(self.accept)
        self._lay_out(_left_behind(car, openings))
        open_at(self, _LETTERS, _LINES)
        self.form.car.setFocus()

    @property
    def choice(self) -> NewJob | None:
        """What the person asks for, None as long as there is no guide or the mileage is no number."""
        details = self.form.described()
        if details is None or not self._ways:
            return None
        way = self._ways[self._list.currentRow()]
        details = replace(details, complaint=details.complaint or way.complaint.title)
        return NewJob(way.guide, details, way.complaint.step, " ".join(self._who.text().split()))

    def accept(self) -> None:
        """Begin, unless something cannot be kept as it is."""
        if self.form.finish():
            super().accept()

    @classmethod
    def ask(
        cls,
        ways: Sequence[WayIn],
        guide: str,
        who: str,
        openings: Sequence[Opening],
        look: Look,
        parent: QWidget,
        car: str = "",
        known: Known = unknown,
        distance: Distance = Distance.KM,
        drafts: Drafts | None = None,
    ) -> NewJob | None:
        """Ask, and return the choice, None if the person would rather not."""
        dialog = cls(ways, look, guide, who, openings, parent, car, known, distance)
        choice = dialog.choice if is_filled_in(dialog, drafts, NEW_JOB, dialog.form.fields) else None
        dialog.deleteLater()
        return choice

    def _show_complaint(self, row: int) -> None:
        """Show in the field of the complaint what is kept if nothing is typed there."""
        if 0 <= row < len(self._ways):
            self.form.complaint.setPlaceholderText(self._ways[row].complaint.title)
            self._keys.refresh()

    def _lay_out(self, left_behind: str) -> None:
        choice = QVBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(label(_("What is wrong with the car?"), "panel-title"))
        choice.addWidget(self._list)
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        if left_behind:
            column.addWidget(_warning(left_behind))
        if self.is_from_afar:
            column.addLayout(choice)
        column.addWidget(self.form)
        column.addWidget(label(_("The job before is kept as it is."), "hint"))
        columns = QHBoxLayout()
        columns.setSpacing(22)
        if not self.is_from_afar:
            columns.addLayout(choice, 1)
        columns.addWidget(scrolled(asked), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 10)
        layout.setSpacing(14)
        layout.addLayout(columns, 1)
        layout.addWidget(self._keys.foot)

    def _done(self) -> KeyAct:
        if not self._ways:
            return KeyAct(_("Begin"), _("There is no guide."))
        complaint = self._ways[self._list.currentRow()].complaint.title
        said = filter(None, (self.form.car.text().strip(), self.form.complaint.text().strip() or complaint))
        return KeyAct(_("Begin"), " · ".join(said), self.accept)


def _left_behind(car: str, openings: Sequence[Opening]) -> str:
    """Return that the car of the open job is left with things open, empty if nothing is."""
    if not openings:
        return ""
    count, things = len(openings), ", ".join(opening.words for opening in openings)
    words = ngettext(
        "{car} is left with 1 thing open: {things}.", "{car} is left with {count} things open: {things}.", count
    )
    return words.format(car=car or _("The car of the open job"), count=count, things=things)


def _warning(words: str) -> QLabel:
    warning = SignLabel(Sign.OPEN, words)
    warning.setObjectName("left-behind")
    warning.setWordWrap(True)
    return warning
