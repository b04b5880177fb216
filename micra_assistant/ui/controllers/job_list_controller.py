"""The list of all jobs, and the way from there to one of them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from micra_assistant.jobs.records.store import Store
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.safe_opening import SafeOpening

if TYPE_CHECKING:
    from micra_assistant.ui.jobs.jobs_view import JobsView


class JobListController(Controller):
    """Shows the list, and opens jobs from it.

    Signals:
        duplicate_wanted, export_wanted: that is to be done with a job; carry its id.
    """

    duplicate_wanted = Signal(str)
    export_wanted = Signal(str)

    def __init__(self, common: Common, store: Store, safe: SafeOpening) -> None:
        super().__init__(common)
        self._store = store
        self._safe = safe
        self._view: JobsView | None = None

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.JOBS: self.show_list}

    def show_list(self) -> None:
        """Show all jobs."""
        from micra_assistant.ui.jobs.jobs_view import JobsView  # noqa: PLC0415 - loaded when it is wanted

        self._body.enter_typing()
        self._view = view = JobsView()
        view.open_wanted.connect(self.open)
        view.new_wanted.connect(self._actions[Action.NEW_JOB].trigger)
        view.duplicate_wanted.connect(self.duplicate_wanted)
        view.details_wanted.connect(partial(self._with_job, Action.DETAILS))
        view.close_wanted.connect(partial(self._with_job, Action.CLOSE_JOB))
        view.reopen_wanted.connect(partial(self._with_job, Action.REOPEN))
        view.export_wanted.connect(self._export)
        view.print_wanted.connect(partial(self._with_job, Action.PREVIEW_REPORT))
        view.import_wanted.connect(self._actions[Action.IMPORT].trigger)
        view.failed.connect(self._body.messages.say_problem)
        view.back_wanted.connect(self._actions[Action.SHOW_JOB].trigger)
        if self._workbench.tried(
            lambda: view.show_store(self._store, self._workbench.job_id, self._appearance.look.compact)
        ):
            self._body.show_aside(view)

    def refresh(self) -> None:
        """Show the list as it is now, if it is shown."""
        if (view := self._view) and view is self._body.aside:
            self._workbench.tried(lambda: view.refresh(self._appearance.look.compact))

    def open(self, job_id: str) -> bool:
        """Open a job; return whether it is open."""
        shown = self._workbench.shown
        if job_id == self._workbench.job_id and shown and shown.job:
            self._body.show_job_view()
            return True
        self._workbench.tried(lambda: self._safe.resume(self._store.job(job_id)))
        return job_id == self._workbench.job_id

    def _with_job(self, action: Action, job_id: str) -> None:
        """Do something with a job of the list, which is opened for it."""
        if self.open(job_id):
            self._actions[action].trigger()

    def _export(self, job_id: str) -> None:
        """Have a job of the list exported; one that cannot be opened from the records as they are."""
        if self._safe.is_fallen(job_id):
            self.export_wanted.emit(job_id)
        else:
            self._with_job(Action.EXPORT, job_id)
