"""Begin a job: what is wrong, with which car, and who works on it."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.model import Complaint
from micra_assistant.jobs.checklist import Opening
from micra_assistant.jobs.events import Described
from micra_assistant.ui.drafts import NEW_JOB, Drafts
from micra_assistant.ui.jobs.details_form import DetailsForm, Known, unknown
from micra_assistant.ui.jobs.form_draft import remember
from micra_assistant.ui.jobs.form_field import field
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.flicking import let_flick
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


class NewJobDialog(QDialog):
    """Asks what is wrong with the car and, if the person likes, for everything else.

    ``complaints`` are the ways into the guides, each with the id of its guide; the first of ``guide`` is chosen.
    ``who`` was at work last. ``openings`` are open on the car of the open job, ``car`` is its registration.
    ``known`` and ``distance`` as DetailsForm.

    Attributes:
        form: the fields.
    """

    def __init__(
        self,
        complaints: Sequence[tuple[str, Complaint]],
        guide: str = "",
        who: str = "",
        openings: Sequence[Opening] = (),
        parent: QWidget | None = None,
        car: str = "",
        known: Known = unknown,
        distance: Distance = Distance.KM,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New job"))
        self._complaints = complaints
        self._list = QListWidget()
        let_flick(self._list)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setObjectName("complaints")
        self._list.setAccessibleName(_("What is wrong with the car?"))
        self._list.setWordWrap(True)
        self._list.setItemDelegate(_Wrapped(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems([complaint.title for _guide, complaint in complaints])
        self.form = DetailsForm(_NOTHING, known=known, distance=distance)
        self._who = field(who, _LONGEST_NAME, _("typed once; stands beside all you do"))
        self.form.add_row(_("Your name"), self._who)
        self._list.currentRowChanged.connect(self._show_complaint)
        guides = [name for name, _complaint in complaints]
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
        if details is None or not self._complaints:
            return None
        guide, complaint = self._complaints[self._list.currentRow()]
        details = replace(details, complaint=details.complaint or complaint.title)
        return NewJob(guide, details, complaint.step, " ".join(self._who.text().split()))

    def accept(self) -> None:
        """Begin, unless something cannot be kept as it is."""
        if self.form.finish():
            super().accept()

    @classmethod
    def ask(
        cls,
        complaints: Sequence[tuple[str, Complaint]],
        guide: str,
        who: str,
        openings: Sequence[Opening],
        parent: QWidget,
        car: str = "",
        known: Known = unknown,
        distance: Distance = Distance.KM,
        drafts: Drafts | None = None,
    ) -> NewJob | None:
        """Ask, and return the choice, None if the person would rather not."""
        dialog = cls(complaints, guide, who, openings, parent, car, known, distance)
        forget = remember(drafts, NEW_JOB, dialog.form.fields)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        forget()
        choice = dialog.choice if accepted else None
        dialog.deleteLater()
        return choice

    def _show_complaint(self, row: int) -> None:
        """Show in the field of the complaint what is kept if nothing is typed there."""
        if 0 <= row < len(self._complaints):
            self.form.complaint.setPlaceholderText(self._complaints[row][1].title)

    def _lay_out(self, left_behind: str) -> None:
        question = QLabel(_("What is wrong with the car?"))
        question.setProperty("kind", "panel-title")
        question.setWordWrap(True)
        choice = QVBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(question)
        choice.addWidget(self._list)
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        if left_behind:
            column.addWidget(_warning(left_behind))
        column.addWidget(self.form)
        columns = QHBoxLayout()
        columns.setSpacing(22)
        columns.addLayout(choice, 1)
        columns.addWidget(scrolled(asked), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(columns, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        kept = QLabel(_("Ctrl+Enter begins. The job before is kept as it is."))
        kept.setProperty("kind", "hint")
        kept.setWordWrap(True)
        buttons = QDialogButtonBox()
        begin = buttons.addButton(_("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        begin.setObjectName("primary")
        begin.setEnabled(bool(self._complaints))
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(kept, 1)
        foot.addWidget(buttons)
        return foot


class _Wrapped(QStyledItemDelegate):
    """Makes lines high enough for all their words: Qt forgets the padding of the style sheet beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - 3 * option.fontMetrics.height() // 2)
        return super().sizeHint(narrower, index)


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
    label = SignLabel(Sign.OPEN, words)
    label.setObjectName("left-behind")
    label.setWordWrap(True)
    return label
