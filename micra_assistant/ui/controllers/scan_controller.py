"""What was scanned while no field waited for it: the person says where it goes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from micra_assistant.jobs.vin import is_vin
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.scans.scanner import Scanner
from micra_assistant.ui.workbench import Workbench
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.scans.scan_question import ScanQuestion

Places = list[tuple[str, Callable[[], object]]]
"""Where words can go: what it is called, and what puts them there."""

_LONGEST_CAR = 20
_MOST_FIELDS = 5


class ScanController(QObject):
    """Asks where a scan goes, and takes it there.

    Signals:
        search_wanted, note_wanted: it is to be searched for, or to be noted; carry it.
        car_wanted, vin_wanted: it is the registration of the job, or its VIN; carry it.
    """

    search_wanted = Signal(str)
    note_wanted = Signal(str)
    car_wanted = Signal(str)
    vin_wanted = Signal(str)

    def __init__(self, workbench: Workbench, body: Body, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._body = body
        self._appearance = appearance
        self._window = window
        self._question: ScanQuestion | None = None
        self._scanner = Scanner(window)
        self._scanner.scanned.connect(self.ask)

    def ask(self, words: str) -> None:
        """Ask where words go; the question before is answered by that."""
        from micra_assistant.ui.scans.scan_question import ScanQuestion  # noqa: PLC0415 - loaded when it is wanted

        if self._question:
            self._question.reject()
        front = QApplication.activeModalWidget()
        places = _fields_of(front, words) if isinstance(front, QDialog) else self._places(words)
        self._question = ScanQuestion(words, places, self._appearance.look.of_dialogs, front or self._window)
        self._question.finished.connect(self._forget)
        self._question.open()

    def _forget(self) -> None:
        if self._question:
            self._question.deleteLater()
            self._question = None

    def _places(self, words: str) -> Places:
        open_job = self._workbench.shown
        places: Places = [(_("Search for it"), partial(self.search_wanted.emit, words))]
        if open_job and open_job.job and self._body.aside is None:
            places.append((_("Note at this step"), partial(self.note_wanted.emit, words)))
        if self._workbench.job and is_vin(words):
            places.insert(0, (_("VIN of the job"), partial(self.vin_wanted.emit, words)))
        elif self._workbench.job and len(words) <= _LONGEST_CAR:
            places.append((_("Registration of the job"), partial(self.car_wanted.emit, words)))
        return places


def _fields_of(dialog: QWidget, words: str) -> Places:
    """Return the fields of a dialog that are empty."""
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]
    empty = [field for field in fields if not field.text() and field.accessibleName()]
    return [(field.accessibleName(), partial(_put, field, words)) for field in empty[:_MOST_FIELDS]]


def _put(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.insert(words)
