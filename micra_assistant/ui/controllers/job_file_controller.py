"""Jobs that go from one workshop to another: exported as files, and taken in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from micra_assistant.jobs.privacy import View, as_kept, without_customer
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.words import _

Take = Callable[[bytes | None, Sequence[str]], object]
"""Takes a report, None if there is to be none, and what could not be set in it."""
Report = Callable[[View, Take], object]
"""Makes the report of a job as a view tells it, now or later; what goes wrong is said, and nothing is handed on."""


class JobFileController(Controller):
    """Exports jobs with their report, and imports them.

    Signals:
        open_wanted: a job that was taken in is to be opened; carries its id.
        taken_in: the records hold more than before.
    """

    open_wanted = Signal(str)
    taken_in = Signal()

    def __init__(self, common: Common, store: Store, report: Report) -> None:
        super().__init__(common)
        self._store = store
        self._report = report

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.EXPORT: self.export, Action.IMPORT: self.take_in}

    def export(self) -> None:
        """Ask where to save the open job as one file, and save it there."""
        self._body.enter_typing_and_note()
        if (job := self._workbench.job_in_front()) and job.job:
            complaints = [complaint.title for complaint in job.guide.complaints]
            self._save(job.job, complaints, self._report)

    def export_unopened(self, job_id: str) -> None:
        """Ask where to save a job that cannot be opened, and save it there without its report."""
        self._workbench.tried(lambda: self._save(self._store.job(job_id), (), _no_report))

    def take_in(self) -> None:
        """Ask for job files, and take them into the records."""
        filters, title = _("Job file, or PDF with a job (*.zip *.pdf);;All files (*)"), _("Take in job files")
        files, _filter = QFileDialog.getOpenFileNames(self._body.window(), title, "", filters)
        for file in files:
            self._workbench.tried(partial(self._take_in, Path(file)))

    def _save(self, job: Job, complaints: Sequence[str], report: Report) -> None:
        """Ask where to save a job; ``complaints`` are those that its guide words, which name no customer."""
        suggested = str(Path.home() / f"job-{job.name}.micra.zip")
        whole, less = _("Job file (*.zip)"), _("Job file without the customer’s data (*.zip)")
        title = _("Save the job")
        chosen, kind = QFileDialog.getSaveFileName(self._body.window(), title, suggested, f"{whole};;{less}")
        if not chosen:
            return
        output = Path(chosen)
        output = output if output.suffix.lower() == ".zip" else output.with_name(f"{output.name}.zip")
        view: View = as_kept
        remarks: list[str] = []
        if kind == less:
            view = without_customer(complaints)
            remarks.append(_("The customer’s data was left out; notes and photos are in it as they are."))
        report(view, partial(self._export, job, output, view, remarks))

    def _export(
        self, job: Job, output: Path, view: View, remarks: list[str], report: bytes | None, told: Sequence[str]
    ) -> None:
        from micra_assistant.jobs.jobfile import export_job  # noqa: PLC0415 - loaded when it is wanted

        if self._workbench.tried(lambda: export_job(self._store, job.id, report, output, view)):
            self._body.messages.say_saved(output, (*remarks, *told))

    def _take_in(self, file: Path) -> None:
        from micra_assistant.jobs.jobfile import import_job  # noqa: PLC0415 - loaded when it is wanted

        taken = import_job(self._store, file)
        words = _("Job {job} is taken in: {acts} acts and {photos} photos are new.")
        words = words.format(job=taken.job.name, acts=taken.new_events, photos=taken.new_photos)
        if taken.blanked_there:
            still_here = _("The customer’s data was blanked there; here it is kept until you blank it too.")
            words = f"{words} {still_here}"
        self.taken_in.emit()
        self._body.messages.offer(words, _("Open it"), partial(self.open_wanted.emit, taken.job.id))


def _no_report(_view: View, take: Take) -> None:
    """Hand on no report: for a job that cannot be opened."""
    take(None, ())
