"""What stands half filled in a form, remembered until the form is kept or thrown away."""

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLineEdit

from micra_assistant.kind_reading import from_json
from micra_assistant.ui.drafts import WITHOUT_JOB, Drafts

Forget = Callable[[], None]


def remember(drafts: Drafts | None, place: str, fields: Mapping[str, QLineEdit]) -> Forget:
    """Fill the fields of a form, by name, with what was typed there before, and follow them; return what ends that.

    Nothing is remembered without ``drafts``.
    """
    if drafts is None:
        return lambda: None
    return FormDraft(drafts, "" if place in WITHOUT_JOB else drafts.job(), place).follow(fields)


def is_filled_in(dialog: QDialog, drafts: Drafts | None, place: str, fields: Mapping[str, QLineEdit]) -> bool:
    """Ask with a dialog that begins with what was typed there before; return whether the person has filled it in."""
    forget = remember(drafts, place, fields)
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    forget()
    return is_accepted


class FormDraft(QObject):
    """The draft of one form, at a place of a job."""

    def __init__(self, drafts: Drafts, job: str, place: str) -> None:
        super().__init__(drafts)
        self._drafts = drafts
        self._job = job
        self._place = place
        self._fields: Mapping[str, QLineEdit] = {}
        self._blank: dict[str, str] = {}

    def follow(self, fields: Mapping[str, QLineEdit]) -> Forget:
        """Fill ``fields`` with what was typed there before, and follow them until the returned is called."""
        self._fields, self._blank = fields, {name: field.text() for name, field in fields.items()}
        for name, words in self._former().items():
            if name in fields:
                fields[name].setText(words)
        for field in fields.values():
            field.textChanged.connect(self._on_changed)
        return self._forget

    def _former(self) -> dict[str, str]:
        try:
            return from_json(self._drafts.words(self._job, self._place) or "{}", dict[str, str])
        except msgspec.MsgspecError:
            return {}

    def _on_changed(self) -> None:
        typed = {name: field.text() for name, field in self._fields.items()}
        changed = {name: words for name, words in typed.items() if words != self._blank[name]}
        self._drafts.put(self._job, self._place, msgspec.json.encode(changed).decode() if changed else "")

    def _forget(self) -> None:
        self._fields = {}
        self._drafts.put(self._job, self._place, "")
        self.deleteLater()
