"""The jobs of the workshop: the list, a new one, its details, closing and reopening, job files."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from micra_assistant.errors import MicraError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import plain
from micra_assistant.jobs.closing import unfinished
from micra_assistant.jobs.events import Closed, Described, Reopened
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.privacy import View, as_kept, without_customer
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.ui.actions import Action
from micra_assistant.ui.controllers.workshop_controller import WorkshopController
from micra_assistant.ui.drafts import CLOSE, DETAILS, NEW_JOB
from micra_assistant.ui.settings import Settings

if TYPE_CHECKING:
    from micra_assistant.jobs.mileage import Reached
    from micra_assistant.paper.letters import Tell
    from micra_assistant.ui.jobs.jobs_view import JobsView
    from micra_assistant.ui.main_window import MainWindow

Report = Callable[["Tell", View], bytes | None]
"""Makes the report of a job as a view tells it; what could not be set is told."""


class JobsController(QObject):
    """Opens jobs and sees them off.

    Signals:
        blank_wanted: a customer's data is to be blanked; carries the id of the job, whether its notes and photos go
            too, and the complaints that its guide words.
    """

    blank_wanted = Signal(str, bool, object)

    def __init__(
        self,
        window: "MainWindow",
        library: Library,
        store: Store,
        settings: Settings,
        workshop: WorkshopController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._store = store
        self._settings = settings
        self._workshop = workshop
        self._list: JobsView | None = None
        window.opener.opened.connect(self._on_opened)

    @property
    def handlers(self) -> dict[Action, Callable[[], object]]:
        """What the actions of this controller do."""
        return {
            Action.JOBS: self.show_list,
            Action.NEW_JOB: self.new_job,
            Action.DETAILS: self.change_details,
            Action.CHANGES: self.show_changes,
            Action.CLOSE_JOB: self.close_job,
            Action.REOPEN: self.reopen,
            Action.BLANK: self.blank,
            Action.DUPLICATE: self.duplicate,
            Action.EXPORT: self.export,
            Action.IMPORT: self.take_in,
        }

    def begin(self, guide_name: str, car: str = "", step: str = "") -> None:
        """Begin a job; what is wrong is said in words."""
        self._window.opener.begin(guide_name, Described(car), step)

    def ask_what_is_wrong(self, *, begin_the_only_one: bool = True) -> None:
        """Show the complaints to begin a job with; if there is one only, its job may begin at once."""
        from micra_assistant.ui.frame.start_view import StartView  # noqa: PLC0415 - loaded when it is wanted

        complaints = self._library.complaints()
        if len(complaints) == 1 and begin_the_only_one:
            self._on_complaint(complaints[0][0], complaints[0][1].step)
        elif complaints:
            view = StartView()
            view.complaint_wanted.connect(self._on_complaint)
            view.show_complaints(complaints)
            self._window.body.show_aside(view)
        else:
            self._window.say_problem(self.tr("There is no guide. Add a guide folder, or start with --guides FOLDER."))

    def show_list(self) -> None:
        """Show all jobs."""
        from micra_assistant.ui.jobs.jobs_view import JobsView  # noqa: PLC0415 - loaded when it is wanted

        self._window.body.step.setFocus()
        self._list = view = JobsView()
        view.open_wanted.connect(self.open)
        view.new_wanted.connect(self.new_job)
        view.duplicate_wanted.connect(self._duplicate)
        view.details_wanted.connect(partial(self._with_job, self.change_details))
        view.close_wanted.connect(partial(self._with_job, self.close_job))
        view.reopen_wanted.connect(partial(self._with_job, self.reopen))
        view.export_wanted.connect(self._export_listed)
        view.import_wanted.connect(self.take_in)
        view.failed.connect(self._window.say_problem)
        view.back_wanted.connect(self._window.show_job)
        if self._tried(lambda: view.show_store(self._store, self._job_id, self._window.look)):
            self._window.body.show_aside(view)

    def offer_to_go_on(self) -> None:
        """Offer to go on with a form that an earlier run of the program has left half filled."""
        drafts, offer = self._window.drafts, self._window.body.messages.offer
        if drafts.words("", NEW_JOB):
            offer(self.tr("You were beginning a job: go on?"), self.tr("Go on"), self.new_job)
        elif drafts.words(self._job_id, DETAILS):
            offer(self.tr("You were changing the details of this job: go on?"), self.tr("Go on"), self.change_details)
        elif drafts.words(self._job_id, CLOSE):
            offer(self.tr("You were closing this job: go on?"), self.tr("Go on"), self.close_job)

    def refresh(self) -> None:
        """Show the list as it is now, if it is shown."""
        if (view := self._list) and view is self._window.body.aside:
            self._tried(lambda: view.refresh(self._window.look))

    def new_job(self) -> None:
        """Ask for a job to begin, and begin it."""
        from micra_assistant.ui.jobs.new_job_dialog import NewJobDialog  # noqa: PLC0415 - loaded when it is wanted

        window = self._window
        job = window.opener.job
        openings, car = (job.checklist.car_now(), job.state.car) if job else ((), "")
        choice = NewJobDialog.ask(
            self._library.complaints(),
            window.guide_shown(),
            self._workshop.now.who,
            openings,
            window,
            car,
            self._reached,
            self._workshop.now.distance,
        )
        if choice:
            self._workshop.change({"who": choice.who})
            window.opener.begin(choice.guide, choice.details, choice.step)

    def duplicate(self) -> None:
        """Begin another job with the guide and the car of the open one."""
        if self._job_id:
            self._duplicate(self._job_id)

    def change_details(self, car: str = "") -> None:
        """Ask for car, customer, mileage and complaint of the open job; a ``car`` given is suggested."""
        from micra_assistant.ui.jobs.details_dialog import DetailsDialog  # noqa: PLC0415 - loaded when it is wanted

        if job := self._job_in_front(keeps_typing=True):
            state = job.state
            known = partial(self._reached, before=job.history.events[0].at)
            former = Described(state.car, state.customer, state.mileage, state.complaint)
            suggested = replace(former, car=car or former.car)
            while (
                described := DetailsDialog.ask(suggested, self._window, known, self._workshop.now.distance)
            ) and self._window.open_job is job:
                if described == former or self._done(job, described):
                    break
                suggested = described

    def _reached(self, car: str, before: str = "") -> "Reached | None":
        """Return the last mileage known of a car, None if the records cannot be read."""
        from micra_assistant.jobs.mileage import reached  # noqa: PLC0415 - loaded when it is wanted

        with suppress(StoreError):
            return reached(self._store, car, before)
        return None

    def close_job(self) -> None:
        """Ask how the open job came out, and close it."""
        job = self._job_in_front()
        former = job.state.outcome if job else None
        while job and (closed := self._asked_how_it_came_out(job, former)) and self._window.open_job is job:
            if self._done(job, closed):
                self.show_list()
                break
            former = closed

    def _asked_how_it_came_out(self, job: OpenJob, former: Closed | None) -> Closed | None:
        from micra_assistant.ui.jobs.close_dialog import CloseDialog  # noqa: PLC0415 - loaded when it is wanted

        verdict = self._window.diagnosis.verdict(job)
        closed = CloseDialog.ask(
            job.checklist.car_now(),
            job.checklist.amiss(),
            former,
            verdict.causes,
            verdict.repairs or tuple(job.option_names.values()),
            self._window.look,
            self._window,
            unfinished=unfinished(job.guide, job.checklist),
            suggested=verdict.as_closed(),
        )
        return verdict.named(closed) if closed else None

    def _done(self, job: OpenJob, act: Described | Closed) -> bool:
        """Do something with a job and say what goes wrong; return whether nothing did."""
        done = self._tried(lambda: job.do(act))
        self._window.show_state()
        return done

    def reopen(self) -> None:
        """Go on with the closed job that is open here."""
        job = self._job_in_front()
        if job and job.state.is_closed:
            self._window.attempt(lambda job: job.do(Reopened()))
            self._window.show_state()

    def blank(self) -> None:
        """Ask whether the customer's data of the closed job that is open here is to be blanked, and have it done."""
        from micra_assistant.ui.jobs.blank_dialog import BlankDialog  # noqa: PLC0415 - loaded when it is wanted

        job = self._job_in_front()
        if job is None or job.job is None or not job.state.is_closed:
            return
        choice = BlankDialog.ask(job.job.name, len(job.state.notes), len(job.state.photos), self._window)
        if choice and self._window.open_job is job:
            complaints = [complaint.title for complaint in job.guide.complaints]
            self.blank_wanted.emit(job.job.id, choice.notes, complaints)

    def show_changes(self) -> None:
        """Show what has changed in the guide of the job, and let its newer text be taken."""
        from micra_assistant.guide.changes import lost_items  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.jobs.changes_dialog import ChangesDialog  # noqa: PLC0415 - loaded when it is wanted

        window, newer, open_job = self._window, self._window.opener.newer, self._window.open_job
        if newer and open_job and open_job.state.is_closed:
            window.attempt(lambda job: job.check_open())
            return
        if newer is None or open_job is None:
            window.body.messages.say(self.tr("The guide has not changed since this job was begun."))
            return
        lost = [
            plain(item.label) for item in lost_items(open_job.guide, newer.guide) if item.id in open_job.state.since
        ]
        if ChangesDialog.ask(newer.changes, lost, window.look, window):
            self._tried(window.opener.take_newer)

    def export(self) -> None:
        """Ask where to save the open job as one file, and save it there."""
        job = self._job_in_front()
        if job is None or job.job is None or (desk := self._window.sheet_desk()) is None:
            return
        complaints = [one.title for one in job.guide.complaints]
        self._save(job.job, complaints, desk.report_pdf)

    def _export_listed(self, job_id: str) -> None:
        """Save a job of the list as one file; without its report if it cannot be opened."""
        if self._window.safe.is_fallen(job_id):
            self._tried(lambda: self._save(self._store.job(job_id), (), lambda *_: None))
        else:
            self._with_job(self.export, job_id)

    def _save(self, job: Job, complaints: Sequence[str], report: Report) -> None:
        """Ask where to save a job; ``complaints`` are those that its guide words, which name no customer."""
        from micra_assistant.jobs.jobfile import export_job  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.controllers.sheet_controller import say_saved  # noqa: PLC0415 - loaded when it is wanted

        suggested = str(Path.home() / f"job-{job.name}.micra.zip")
        whole, less = self.tr("Job file (*.zip)"), self.tr("Job file without the customer’s data (*.zip)")
        chosen, kind = QFileDialog.getSaveFileName(self._window, self.tr("Save the job"), suggested, f"{whole};;{less}")
        if not chosen:
            return
        output = Path(chosen)
        output = output if output.suffix.lower() == ".zip" else output.with_name(f"{output.name}.zip")
        view: View = as_kept
        remarks: list[str] = []
        if kind == less:
            view = without_customer(complaints)
            remarks.append(self.tr("The customer’s data was left out; notes and photos are in it as they are."))
        if self._tried(lambda: export_job(self._store, job.id, report(remarks.append, view), output, view)):
            say_saved(self._window, output, remarks)

    def take_in(self) -> None:
        """Ask for job files, and take them into the records."""
        filters = self.tr("Job file (*.zip);;All files (*)")
        files, _filter = QFileDialog.getOpenFileNames(self._window, self.tr("Take in job files"), "", filters)
        for file in files:
            self._tried(partial(self._take_in, Path(file)))

    def _take_in(self, file: Path) -> None:
        from micra_assistant.jobs.jobfile import import_job  # noqa: PLC0415 - loaded when it is wanted

        taken = import_job(self._store, file)
        words = self.tr("Job %1 is taken in: %2 acts and %3 photos are new.")
        words = words.replace("%1", taken.job.name).replace("%2", str(taken.new_events))
        words = words.replace("%3", str(taken.new_photos))
        if taken.blanked_there:
            still_here = self.tr("The customer’s data was blanked there; here it is kept until you blank it too.")
            words = f"{words} {still_here}"
        self._window.look_at_records()
        self._window.body.messages.offer(words, self.tr("Open it"), partial(self.open, taken.job.id))

    def _on_complaint(self, guide: str, step: str) -> None:
        self.begin(guide, step=step)

    def _on_opened(self, open_job: OpenJob) -> None:
        """Remember the job for the next start; say what has changed in its guide, or was left open."""
        if open_job.job:
            self._settings.job = open_job.job.id
        if (outcome := open_job.state.outcome) and (openings := open_job.checklist.car_now()) and not outcome.left_open:
            words = self.tr("This job is closed, but this is open on the car: %1.")
            self._window.say_problem(words.replace("%1", ", ".join(opening.words for opening in openings)))
        if (newer := self._window.opener.newer) and open_job.job:
            words = self.tr(
                "The guide has changed since this job was begun (steps: %1). The job is shown as it was done."
            )
            words = words.replace("%1", str(len(newer.changes)))
            self._window.body.messages.offer(words, self.tr("See what has changed"), self.show_changes)

    def open(self, job_id: str) -> bool:
        """Open a job; return whether it is open."""
        if job_id == self._job_id and self._window.open_job and self._window.open_job.job:
            self._window.body.show_job_view()
            return True
        self._tried(lambda: self._window.safe.resume(self._store.job(job_id)))
        return job_id == self._job_id

    def _with_job(self, act: Callable[[], object], job_id: str) -> None:
        """Do something with a job of the list, which is opened for it."""
        if self.open(job_id):
            act()

    def _duplicate(self, job_id: str) -> None:
        self._tried(lambda: self._begin_like(job_id))

    def _begin_like(self, job_id: str) -> None:
        state = History(self._store.events(job_id)).state
        former = self._window.opener.job
        openings = former.checklist.car_now() if former else ()
        self._window.opener.begin(state.guide, Described(state.car, state.customer, complaint=state.complaint))
        if former and openings:
            words = self.tr("%1 is left with this open: %2.")
            words = words.replace("%1", former.state.car or self.tr("The car of the job before"))
            self._window.say_problem(words.replace("%2", ", ".join(opening.words for opening in openings)))

    def _job_in_front(self, *, keeps_typing: bool = False) -> OpenJob | None:
        """Return the open job, brought back if another guide was looked up; None if there is none.

        What is being typed is entered, unless it ``keeps_typing``: then it goes on afterwards.
        """
        window = self._window
        if not keeps_typing:
            window.body.step.setFocus()
        window.body.step.note.keep()
        if window.open_job and window.open_job.job is None:
            window.opener.back_to_job()
        return window.open_job if window.open_job and window.open_job.job else None

    @property
    def _job_id(self) -> str:
        job = self._window.opener.job
        return job.job.id if job and job.job else ""

    def _tried(self, act: Callable[[], object]) -> bool:
        """Do something and say what goes wrong; return whether nothing did."""
        try:
            act()
        except MicraError as error:
            self._window.say_problem(str(error))
        else:
            return True
        return False
