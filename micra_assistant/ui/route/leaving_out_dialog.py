"""Ask why a stop of the route is left out: nothing is left out without a reason."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from micra_assistant.jobs.given_reasons import is_reason
from micra_assistant.jobs.routing.stop import Stop
from micra_assistant.ui.drafts import LEAVING_OUT, Drafts
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.keyed_dialog import FormDialog
from micra_assistant.ui.jobs.form_draft import is_filled_in
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.words import _

_MOST_LETTERS = 300
_LETTERS = 60
"""How wide it is at first."""


class LeavingOutDialog(FormDialog):
    """What is left out, and a field for the reason.

    Attributes:
        field: the field.
    """

    def __init__(self, stop: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("leaving-out")
        self.setWindowTitle(_("Leave a step out"))
        self.field = LineField()
        self.field.setMaxLength(_MOST_LETTERS)
        self._keys = DialogKeys(self, lambda: [self.field], self._done, look)
        self._keys.show_leave(_("Cancel"), self.reject)
        self._lay_out(_("Why is “{stop}” left out?").format(stop=stop))
        self.field.textChanged.connect(self._keys.refresh)
        self.field.returnPressed.connect(self.accept)
        open_at(self, _LETTERS, 0)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """Why it is left out; empty while nobody has said so."""
        words = self.field.text().strip()
        return words if is_reason(words) else ""

    def accept(self) -> None:
        """End, unless nobody has said why."""
        if self.reason:
            super().accept()

    @classmethod
    def ask(cls, stop: Stop, look: Look, parent: QWidget, drafts: Drafts | None = None) -> str:
        """Ask, and return the reason, empty if the person would rather not."""
        dialog = cls(stop.title, look, parent)
        place, fields = f"{LEAVING_OUT} {stop.id}", {"reason": dialog.field}
        reason = dialog.reason if is_filled_in(dialog, drafts, place, fields) else ""
        dialog.deleteLater()
        return reason

    def _lay_out(self, asked: str) -> None:
        self.field.setAccessibleName(asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 10)
        column.setSpacing(10)
        for words in (self._question(asked), self.field, label(_("It is kept with the job."), "hint")):
            column.addWidget(words)
        column.addStretch(1)
        column.addWidget(self._keys.foot)

    def _question(self, asked: str) -> QLabel:
        question = label(asked, "panel-title")
        question.setBuddy(self.field)
        return question

    def _done(self) -> KeyAct:
        if not self.reason:
            return KeyAct(_("Say why"), _("it needs a reason"))
        return KeyAct(_("Leave out"), self.reason, self.accept)
