"""One sheet on its way to the printer: set, painted side by side, handed over; it can be stopped until then."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.setter import Setter
from micra_assistant.ui.sheets.print_messages import Painted, PrintEnd, PrintJob
from micra_assistant.ui.sheets.print_status import PrintStatus
from micra_assistant.ui.sheets.printing import Printing
from micra_assistant.words import _


class PrintRun(QObject):
    """Prints one sheet at a time, and says how far it is.

    Signals:
        changed: it has begun, or has ended without a sheet.
        done: the printer has the sheet; carries the job, and what is known of it in words, if anything.
    """

    changed = Signal()
    done = Signal(object, str)

    def __init__(self, setter: Setter, printing: Printing, status: PrintStatus, parent: QObject) -> None:
        super().__init__(parent)
        self._setter = setter
        self._printing = printing
        self._status = status
        self._job: PrintJob | None = None
        self._is_handed_on = False
        printing.painted.connect(self._show_painted)
        printing.handed_on.connect(self._on_handed_on)
        printing.ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Whether a sheet is on its way."""
        return self._job is not None

    def begin(self, job: PrintJob, request: SheetRequest) -> None:
        """Print what is requested, as pages or as PDF, with all else as in ``job``."""
        self._job, self._is_handed_on = job, False
        self._status.say(_("Setting the sheet for the printer …"), can_stop=True)
        self.changed.emit()
        self._setter.set(request, partial(self._print, job, request.form))

    def stop(self) -> None:
        """Leave off; nothing is printed, unless the print service has it already."""
        self._job = None
        self._printing.stop()
        self._setter.stop()
        late = _("The printer has the sheet already: it can only be stopped there.")
        self._status.say(late if self._is_handed_on else _("Stopped: nothing is printed."))
        self.changed.emit()

    def close(self) -> None:
        """Take no notice any more of what comes of it."""
        self._job = None

    def _print(self, job: PrintJob, form: SheetForm, answer: SheetAnswer) -> None:
        if job is not self._job:
            return
        if not answer.is_done:
            self._end(answer.refusal)
            return
        self._status.say(_("Printing …"), can_stop=True)
        is_pdf = form is SheetForm.PDF
        self._job = replace(job, pdf=answer.files[0]) if is_pdf else replace(job, pages=answer.files)
        self._printing.print(self._job)

    def _show_painted(self, painted: Painted) -> None:
        if self._job:
            words = _("Printing side {number} of {count} …").format(number=painted.sides, count=painted.of)
            self._status.say(words, can_stop=True)
            self._status.show_progress(painted.sides, painted.of)

    def _on_handed_on(self) -> None:
        if self._job:
            self._is_handed_on = True
            self._status.say(_("The printer has the sheet. Waiting for it to finish …"))

    def _on_ended(self, end: PrintEnd) -> None:
        job = self._job
        if job is None:
            return
        if end.refusal or end.bug:
            self._end(end.refusal)
        else:
            self._job = None
            self.done.emit(job, end.told)

    def _end(self, refusal: str) -> None:
        self._job = None
        self._status.say(refusal or _("The sheet is not printed."), is_problem=True)
        self.changed.emit()
