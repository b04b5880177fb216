"""What is shown before there is a job: the job of the day before, the complaints to begin with, a form half filled."""

from functools import partial

from PySide6.QtCore import Signal

from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import CLOSE, DETAILS, NEW_JOB, Drafts
from micra_assistant.ui.safe_opening import SafeOpening
from micra_assistant.words import _


class StartController(Controller):
    """Decides what the window begins with, and what it shows when there is no job.

    Signals:
        home_wanted: home is to be shown; carries the ways into all guides if they are known, else None.
    """

    home_wanted = Signal(object)

    def __init__(self, common: Common, library: Library, store: SqliteStore, safe: SafeOpening) -> None:
        super().__init__(common)
        self._library = library
        self._store = store
        self._safe = safe

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.SHOW_JOB: self.show_job, Action.BACK_TO_JOB: self._workbench.back_to_job}

    def begin_the_day(self, job_id: str, *, is_lost: bool) -> str:
        """Open the job again, ``job_id`` if it can be worked on, or ask for a new one; return what went wrong.

        If the records are lost, no job begins by itself.
        """
        problem, is_first = "", not is_lost
        try:
            if job := self._store.row(job_id) or self._store.last_job():
                is_first = False
                if not job.closed:
                    self._safe.begin_with(job)
        except StoreError as error:
            is_first = not isinstance(error, DamagedError)
            problem = _("{problem}. The records are left as they are.").format(problem=error)
        if self._workbench.shown is None and self._body.aside is None and not self._workbench.is_refused:
            self._safe.guard(partial(self.ask_what_is_wrong, begin_the_only_one=is_first))
        return problem

    def show_other_records(self) -> None:
        """Open the job that was open, or the one last worked on if it is not in the records any more."""
        self._body.messages.drop()
        former = self._workbench.job.job if self._workbench.job else None
        try:
            job = self._store.job(former.id) if former and self._store.events(former.id) else self._store.last_job()
            if job:
                self._safe.resume(job)
            else:
                self._workbench.clear()
        except StoreError as error:
            self._body.messages.say_problem(str(error))

    def show_job(self) -> None:
        """Show the job in place of what is shown aside, or ask what is wrong if there is none."""
        if self._workbench.shown:
            self._body.show_job_view()
        else:
            self.ask_what_is_wrong()

    def ask_what_is_wrong(self, *, begin_the_only_one: bool = False) -> None:
        """Show home, to begin a job there; if there is one complaint only, its job may begin at once."""
        ways = self._library.ways_in() if begin_the_only_one else None
        if ways and len(ways) == 1:
            self._workbench.begin(ways[0].guide, Described(), ways[0].complaint.step)
        else:
            self.home_wanted.emit(ways)

    def offer_to_go_on(self, drafts: Drafts) -> None:
        """Offer to go on with a form that an earlier run of the program has left half filled."""
        job = self._workbench.job_id
        forms = (
            ("", NEW_JOB, _("You were beginning a job: go on?"), Action.NEW_JOB),
            (job, DETAILS, _("You were changing the details of this job: go on?"), Action.DETAILS),
            (job, CLOSE, _("You were closing this job: go on?"), Action.CLOSE_JOB),
        )
        for of_job, place, words, action in forms:
            if drafts.words(of_job, place):
                self._body.messages.offer(words, _("Go on"), self._actions[action].trigger)
                return
