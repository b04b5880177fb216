"""Opens jobs so that a bad one costs neither the window nor the next start."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.errors import MicraError
from micra_assistant.jobs.opening_marks import OpeningMarks
from micra_assistant.jobs.records.listing import Job
from micra_assistant.ui.workbench import Workbench
from micra_assistant.words import _


class SafeOpening(QObject):
    """Marks each job while it is opened; if that goes wrong it is closed again and it is said.

    A job is open once it was painted in ``view``. Until then whatever is caught counts as the job's doing.

    Signals:
        offered: a job was not opened, and may be all the same; carries the words, those of a button, and what it does.
    """

    offered = Signal(str, str, object)

    def __init__(self, workbench: Workbench, view: QWidget, marks: OpeningMarks, catcher: BugCatcher) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._view = view
        self._marks = marks
        self._catcher = catcher
        self._job: Job | None = None
        self._bugs_before = 0
        workbench.resuming.connect(self._on_resuming)

    def watch_painting(self) -> None:
        """Count a job as open once it is painted: all who show something of it are there."""
        self._view.installEventFilter(self)
        self._view.update()

    def is_fallen(self, job_id: str) -> bool:
        """Return whether the program ended while it opened this job, and has not opened it since."""
        return self._marks.is_fallen(job_id)

    def resume(self, job: Job) -> None:
        """Open a job; MicraError if it cannot be read. Anything else is noted, and nothing left open."""
        try:
            self.guard(partial(self._workbench.resume, job))
        except MicraError:
            self.done()
            raise
        self.check()

    def begin_with(self, job: Job) -> None:
        """Open a job at the start; if the program ended over it the last time, offer that instead."""
        if not self.is_fallen(job.id):
            self.resume(job)
            return
        words = _(
            "Job {job} is not opened by itself: the program ended while it was opened the last time. It is in the list"
            " of jobs, and can be exported from there."
        )
        open_it = partial(self._workbench.tried, partial(self.resume, job))
        self.offered.emit(words.format(job=job.name), _("Open it all the same"), open_it)

    def guard(self, act: Callable[[], object]) -> None:
        """Do something that the window can do without; what goes wrong is noted. MicraError as it is."""
        try:
            act()
        except MicraError:
            raise
        except Exception as error:  # noqa: BLE001 - the window opens
            self._catcher.note(error)

    def check(self) -> None:
        """Close the job that is being opened if something went wrong with it."""
        if self._job and self._catcher.count != self._bugs_before:
            self._catcher.explain(self._words(self._job))
            self._job = None
            self._marks.leave()
            self.guard(self._workbench.clear)

    def done(self) -> None:
        """Count the job as open, or as refused in words, if nothing went wrong."""
        self.check()
        if self._job:
            self._job = None
            self._marks.done()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._job and event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.done)  # what is in the window is painted after it
        return super().eventFilter(watched, event)

    def _on_resuming(self, job: Job) -> None:
        self._marks.begin(job.id)
        self._job, self._bugs_before = job, self._catcher.count
        self._view.update()

    def _words(self, job: Job) -> str:
        words = _("Job {job} could not be opened. What was done on it is kept, and can be exported from the list.")
        return words.format(job=job.name)
