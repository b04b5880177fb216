"""What is done with the open job as a whole: a new one begun, its details, closing and reopening."""

from contextlib import suppress
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal

from micra_assistant.errors import StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.closing import unfinished
from micra_assistant.jobs.events import Closed, Described, Reopened
from micra_assistant.jobs.faultfinding.suggested_outcome import suggestion_for
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import open_now
from micra_assistant.jobs.records.store import Store
from micra_assistant.parts.money import about
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import Drafts
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.jobs.mileage import Reached
    from micra_assistant.ui.jobs.car_question import AskedCar


class JobsController(Controller):
    """Begins jobs and sees them off.

    Signals:
        closed: the open job was closed.
    """

    closed = Signal()

    def __init__(
        self,
        common: Common,
        library: Library,
        store: Store,
        settings: WindowSettings,
        workshop: WorkshopSettings,
        drafts: Drafts,
    ) -> None:
        super().__init__(common)
        self._library = library
        self._store = store
        self._settings = settings
        self._workshop = workshop
        self._drafts = drafts

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {
            Action.NEW_JOB: self.new_job,
            Action.DETAILS: self.change_details,
            Action.CLOSE_JOB: self.close_job,
            Action.REOPEN: self.reopen,
            Action.DUPLICATE: self.duplicate,
        }

    def new_job(self) -> None:
        """Ask for a job to begin, and begin it; without guides, home says where these belong."""
        if not (ways := self._library.ways_in()):
            self._actions[Action.HOME].trigger()
            return
        from micra_assistant.ui.jobs.new_job_dialog import NewJobDialog  # noqa: PLC0415 - loaded when it is wanted

        job = self._workbench.job
        openings, car = (job.checklist.car_now(), job.state.car) if job else ((), "")
        choice = NewJobDialog.ask(
            ways,
            self._workbench.guide_id,
            self._workshop.now.who,
            openings,
            self._appearance.look.of_dialogs,
            self._body.window(),
            car,
            self._reached,
            self._workshop.now.distance,
            self._drafts,
        )
        if choice:
            self._workshop.change({"who": choice.who})
            self._workbench.begin(choice.guide, choice.details, choice.step)

    def duplicate(self) -> None:
        """Begin another job with the guide and the car of the open one."""
        if job := self._workbench.job_id:
            self.duplicate_kept(job)

    def duplicate_kept(self, job_id: str) -> None:
        """Begin another job with the guide and the car of one of the records."""
        self._workbench.tried(lambda: self._begin_like(History(self._store.events(job_id))))

    def change_details(self, car: str = "", vin: str = "") -> None:
        """Ask for car, VIN, customer, mileage and complaint of the open job; a ``car`` or ``vin`` given is suggested.

        What is being typed goes on afterwards.
        """
        from micra_assistant.ui.jobs.details_dialog import DetailsDialog  # noqa: PLC0415 - loaded when it is wanted

        self._body.step.note.keep()
        if job := self._workbench.job_in_front():
            state = job.state
            known = partial(self._reached, before=job.history.events[0].at)
            former = Described(state.car, state.customer, state.mileage, state.complaint, state.vin)
            wanted = replace(former, car=car or former.car, vin=vin or former.vin)
            distance = self._workshop.now.distance
            look, window = self._appearance.look.of_dialogs, self._body.window()
            while described := DetailsDialog.ask(wanted, look, window, known, distance, self._drafts):
                if self._workbench.shown is not job or described == former or self._done(described):
                    break
                wanted = described

    def close_job(self) -> None:
        """Ask how the open job came out, and close it."""
        self._body.enter_typing_and_note()
        job = self._workbench.job_in_front()
        former = job.state.outcome if job else None
        while job and (closed := self._asked_how_it_came_out(job, former)) and self._workbench.shown is job:
            if self._done(closed):
                self.closed.emit()
                self._offer_report(job)
                break
            former = closed

    def reopen(self) -> None:
        """Go on with the closed job that is open."""
        self._body.enter_typing_and_note()
        job = self._workbench.job_in_front()
        if job and job.state.is_closed and self._done(Reopened()):
            self._body.messages.say(_("Job {job} is open again.").format(job=job.job.name if job.job else ""))

    def _asked_how_it_came_out(self, job: OpenJob, former: Closed | None) -> Closed | None:
        from micra_assistant.ui.jobs.close_dialog import CloseDialog  # noqa: PLC0415 - loaded when it is wanted

        suggested = suggestion_for(job)
        closed = CloseDialog.ask(
            open_now(job.guide, job.state),
            job.checklist.amiss(),
            former,
            suggested.causes,
            suggested.repairs or tuple(job.option_names.values()),
            self._appearance.look.of_dialogs,
            self._body.window(),
            unfinished=unfinished(job.guide, job.checklist),
            suggested=suggested.as_closed(),
            price=_price_words(suggested.price, job),
            car=self._asked_car(job),
            drafts=self._drafts,
        )
        return suggested.named(closed) if closed else None

    def _asked_car(self, job: OpenJob) -> "AskedCar":
        from micra_assistant.ui.jobs.car_question import AskedCar  # noqa: PLC0415 - loaded when it is wanted

        state, here = job.state, self._workshop.now
        known = partial(self._reached, before=job.history.events[0].at)
        details = Described(state.car, state.customer, state.mileage, state.complaint, state.vin)
        return AskedCar(details, here.who, partial(self._take_car, details), known, here.distance)

    def _take_car(self, former: Described, described: Described, who: str) -> None:
        self._workshop.change({"who": who})
        if described != former:
            self._done(described)

    def _offer_report(self, job: OpenJob) -> None:
        """Offer the report of a job that was just closed."""
        words = _("Job {job} is closed.").format(job=job.job.name if job.job else "")
        self._body.messages.offer(words, _("Print the report"), self._actions[Action.PREVIEW_REPORT].trigger)

    def _done(self, act: Described | Closed | Reopened) -> bool:
        """Do something with the open job; return whether it was done, else it was said why not."""
        return bool(self._workbench.attempt(partial(_did, act)))

    def _reached(self, car: str, before: str = "") -> "Reached | None":
        """Return the last mileage known of a car, None if the records cannot be read."""
        from micra_assistant.jobs.mileage import reached  # noqa: PLC0415 - loaded when it is wanted

        with suppress(StoreError):
            return reached(self._store, car, before)
        return None

    def _begin_like(self, history: History) -> None:
        state, former = history.state, self._workbench.job
        openings = former.checklist.car_now() if former else ()
        self._workbench.begin(
            state.guide, Described(state.car, state.customer, complaint=state.complaint, vin=state.vin)
        )
        if former and openings:
            words, things = _("{car} is left with this open: {things}."), ", ".join(one.words for one in openings)
            car = former.state.car or _("The car of the job before")
            self._body.messages.say_problem(words.format(car=car, things=things))

    def remember(self, job: OpenJob) -> None:
        """Remember the job for the next start, and say what a closed one has left open."""
        if job.job and not self._workbench.is_practice:
            self._settings.job = job.job.id
        if (outcome := job.state.outcome) and (openings := job.checklist.car_now()) and not outcome.left_open:
            words = _("This job is closed, but this is open on the car: {things}.")
            self._body.messages.say_problem(words.format(things=", ".join(one.words for one in openings)))


def _price_words(price: Decimal | None, job: OpenJob) -> str:
    """Return what the work came to, empty if nobody has reckoned it."""
    return about(price, job.parts.currency) if price and job.parts else ""


def _did(act: Described | Closed | Reopened, job: OpenJob) -> bool:
    job.do(act)
    return True
