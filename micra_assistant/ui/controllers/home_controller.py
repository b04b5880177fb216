"""Home: where a job is begun, or one of the open ones gone on with."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal

from micra_assistant.errors import StoreError
from micra_assistant.guide.library import Library
from micra_assistant.guide.way_in import WayIn
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.records.job_query import JobQuery, Shown
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import WHICH_CAR, Drafts
from micra_assistant.ui.safe_opening import SafeOpening
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.once_painted import once_painted
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.jobs.mileage import Reached
    from micra_assistant.ui.home.car_picture import CarPicture
    from micra_assistant.ui.home.complaint_list import ComplaintList
    from micra_assistant.ui.home.forecast_reader import ForecastReader
    from micra_assistant.ui.home.home_view import HomeView
    from micra_assistant.ui.home.open_jobs import OpenJobs
    from micra_assistant.ui.home.standing_teller import StandingTeller
    from micra_assistant.ui.home.which_car import WhichCar

_MOST_JOBS = 8
"""So many open jobs are shown at the most, however large the screen; the list has them all."""
_TOOLS = (Action.PRACTICE, Action.CAR_PAGE, Action.BLANK_SHEET, Action.CARRY_OUT, Action.BRING_BACK)


class HomeController(Controller):
    """Shows home, and does what is chosen there.

    Signals:
        search_wanted: the fault of the open job is to be found.
        job_wanted: a job is to be opened; carries its id.
        blank_wanted: a sheet of a guide is to be printed without a job; carries the OpenJob that looks it up.
        car_wanted: all jobs of a car are to be shown; carries its registration, and whether that is asked at home.
    """

    search_wanted = Signal()
    job_wanted = Signal(str)
    blank_wanted = Signal(object)
    car_wanted = Signal(str, bool)

    def __init__(
        self,
        common: Common,
        library: Library,
        store: Store,
        workshop: WorkshopSettings,
        drafts: Drafts,
        safe: SafeOpening,
        opener: JobOpener,
        note: Callable[[Exception], object],
    ) -> None:
        """Show it; ``note`` gets what is a fault of the program in the work that is done behind the window."""
        super().__init__(common)
        self._library = library
        self._store = store
        self._workshop = workshop
        self._drafts = drafts
        self._safe = safe
        self._opener = opener
        self._note = note
        self._forecasts: ForecastReader | None = None
        self._standings: StandingTeller | None = None
        self._view: HomeView | None = None
        self._shown: tuple[tuple[Look, Workshop], tuple[JobRow, ...]] | None = None
        self._car = ""
        self._forget: Callable[[], None] = lambda: None

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {
            Action.HOME: self.toggle,
            Action.FIND_FAULT: self.find_fault,
            Action.BLANK_SHEET: self.print_blank,
            Action.CAR_PAGE: self.show_car_page,
        }

    @property
    def in_sight(self) -> "HomeView | None":
        """Home, if it is in sight."""
        return self._view if self._view and self._view is self._body.aside else None

    def toggle(self) -> None:
        """Show home, or from there what is open."""
        if self.in_sight and self._workbench.shown:
            self._body.show_job_view()
        else:
            self.show()

    def show(self, ways: tuple[WayIn, ...] | None = None) -> None:
        """Show home, with the ``ways`` into all guides, which are looked up if they are not known."""
        self._body.enter_typing()
        if self._standings:
            self._standings.forget_all()
        if ways := self._library.ways_in() if ways is None else ways:
            self._show(ways)
        else:
            from micra_assistant.ui.home.no_guides import NoGuides  # noqa: PLC0415 - seldom wanted

            view = NoGuides(self._library.root, self._appearance.look)
            view.practice_wanted.connect(self._actions[Action.PRACTICE].trigger)
            view.look_wanted.connect(self._look_again)
            self._body.show_aside(view)

    def _look_again(self) -> None:
        """Look for guides once more, and say so if there are still none: nothing else would change."""
        self.show()
        if self.in_sight is None:
            self._body.messages.say(_("There is still no guide there."))

    def refresh(self) -> None:
        """Show the open jobs as they are now, if home is in sight; all of it in another look or with other settings."""
        if (view := self.in_sight) and self._shown:
            shown_by, rows = (self._appearance.look, self._workshop.now), self._open_rows()
            if shown_by != self._shown[0]:
                self._show_anew(view)
            elif rows != self._shown[1]:
                self._shown = shown_by, rows
                view.show_jobs(self._open_jobs(rows))
                if self._standings:
                    self._standings.tell(view.jobs)

    def _show_anew(self, view: "HomeView") -> None:
        """Show home again; what is typed there stays, and so does the mark."""
        place = view.at
        self.show()
        if (now := self.in_sight) and place < now.stops:
            now.mark(place)

    def find_fault(self) -> None:
        """Find the fault of what is marked at home, else of what is open; with neither, home asks what is wrong."""
        view = self.in_sight
        if view is None and self._workbench.shown:
            self.search_wanted.emit()
        elif view is None:
            self.show()
        elif view.at < len(view.complaints.shown):
            self._begin(view.at, finds=True)
        elif view.is_job_marked:
            self.job_wanted.emit(view.jobs.lines[view.at - len(view.complaints.shown)].row.id)
            self.search_wanted.emit()

    def print_blank(self) -> None:
        """Print a sheet without a job, of the guide that is marked at home, else of the open one."""
        view, guide = self.in_sight, self._workbench.guide_id
        if view and view.complaints.shown:
            guide = view.complaints.shown[min(view.at, len(view.complaints.shown) - 1)].guide
        if guide:
            self._workbench.tried(partial(self._look_up, guide))
        else:
            self._body.messages.say(_("There is no guide to print a sheet of."))

    def print_job(self) -> None:
        """Print the open job that is marked at home, else the one that was left for home."""
        view, shown = self.in_sight, self._workbench.shown
        if view and view.is_job_marked:
            self.job_wanted.emit(view.jobs.lines[view.at - len(view.complaints.shown)].row.id)
        if self._body.aside is not view:
            self._actions[Action.PRINT].trigger()
        elif shown and not (view and view.is_job_marked):
            self._actions[Action.PREVIEW_REPORT if shown.state.is_closed else Action.PREVIEW_CHECKLIST].trigger()

    def _look_up(self, guide: str) -> None:
        blank = self._opener.open(self._opener.guide_to_read(guide)).open_job
        blank.workshop = lambda: self._workshop.now
        self.blank_wanted.emit(blank)

    def show_car_page(self) -> None:
        """Show all jobs of the car that is typed or marked at home, else of the open job."""
        if car := self._car_meant():
            self.car_wanted.emit(car, self.in_sight is not None)
        else:
            self._body.messages.say(_("Which car? Type its registration at home, or open one of its jobs."))

    def _car_meant(self) -> str:
        view, job = self.in_sight, self._workbench.job
        typed = view.which.car.text().strip() if view else ""
        row = view.jobs.lines[view.at - len(view.complaints.shown)].row if view and view.is_job_marked else None
        return typed or (row.car if row else "") or (job.state.car if job else "")

    def _show(self, ways: tuple[WayIn, ...]) -> None:
        from micra_assistant.ui.home.complaint_list import ComplaintList  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.home.home_tools import HomeTools  # noqa: PLC0415 - likewise
        from micra_assistant.ui.home.home_view import HomeView  # noqa: PLC0415 - likewise

        look, rows = self._appearance.look, self._open_rows()
        complaints = ComplaintList(ways, look)
        complaints.find_wanted.connect(partial(self._begin, finds=True))
        complaints.guide_wanted.connect(partial(self._begin, finds=False))
        tools = HomeTools([self._actions[action] for action in _TOOLS], look)
        self._view = view = HomeView(self._which_car(), complaints, self._open_jobs(rows), tools, look)
        self._shown, self._car = ((look, self._workshop.now), rows), ""
        view.marked.connect(self._show_car)
        view.print_wanted.connect(self.print_job)
        complaints.changed.connect(partial(self._show_car, anew=True))
        complaints.changed.connect(partial(self._tell_cards, complaints))
        complaints.made.connect(partial(self._tell_cards, complaints))
        self._show_car()
        self._tell_cards(complaints)  # what is known stands there from the first paint
        self._body.show_aside(view, whole=True)
        once_painted(view, self._find_out)

    def _find_out(self) -> None:
        """Begin to find out what takes time, now that home is in sight."""
        from micra_assistant.ui.home.forecast_reader import ForecastReader  # noqa: PLC0415 - home is painted first
        from micra_assistant.ui.home.standing_teller import StandingTeller  # noqa: PLC0415 - likewise

        if view := self.in_sight:
            if self._forecasts is None:
                self._forecasts = ForecastReader(self._library, self._note, self)
                self._forecasts.known.connect(self._tell_in_sight)
            self._standings = self._standings or StandingTeller(self._opener, self._safe.is_fallen, self)
            self._tell_cards(view.complaints)
            self._standings.tell(view.jobs)

    def _tell_in_sight(self) -> None:
        if view := self.in_sight:
            self._tell_cards(view.complaints)

    def _tell_cards(self, complaints: "ComplaintList") -> None:
        if self._forecasts:
            self._forecasts.tell(complaints.cards)

    def close(self) -> None:
        """Leave off what is being found out."""
        if self._forecasts:
            self._forecasts.close()

    # which car

    def _which_car(self) -> "WhichCar":
        from micra_assistant.ui.home.which_car import WhichCar  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.jobs.form_draft import remember  # noqa: PLC0415 - likewise

        now = self._workshop.now
        which = WhichCar(now.who, now.distance, self._known_cars, self._reached, self._appearance.look)
        which.refused.connect(self._body.messages.say_problem)
        self._forget = remember(self._drafts, WHICH_CAR, which.fields)
        return which

    def _known_cars(self, typed: str) -> list[str]:
        from micra_assistant.jobs.known_cars import known_cars  # noqa: PLC0415 - loaded when it is wanted

        with suppress(StoreError):
            return known_cars(self._store, typed)
        return []

    def _reached(self, car: str) -> "Reached | None":
        from micra_assistant.jobs.mileage import reached  # noqa: PLC0415 - loaded when it is wanted

        with suppress(StoreError):
            return reached(self._store, car)
        return None

    # what is chosen

    def _begin(self, place: int, *, finds: bool) -> None:
        """Begin a job with the complaint of a card; what is typed of the car goes with it."""
        if not (view := self.in_sight):
            return
        view.mark(place)
        described = view.which.described()
        if described is None:
            return
        way = view.complaints.shown[place]
        who = " ".join(view.which.who.text().split())
        if who != self._workshop.now.who:
            self._workshop.change({"who": who})
        self._workbench.begin(way.guide, replace(described, complaint=way.complaint.title), way.complaint.step)
        if self._body.aside is view:
            return
        if not self._workbench.is_refused:
            self._forget()
            if finds and way.complaint.faults:
                self.search_wanted.emit()

    # the drawn car

    def _show_car(self, *, anew: bool = False) -> None:
        """Show the car of the marked complaint, unless it is shown."""
        view = self._view
        if view is None or view.at >= len(view.complaints.shown):
            return
        drawing = view.complaints.shown[view.at].outside.drawing
        if anew or drawing != self._car:
            self._car = drawing
            view.show_car(self._drawn(view, drawing) if drawing else None)

    def _drawn(self, view: "HomeView", drawing: str) -> "CarPicture | None":
        """Return a drawing with the numbers of the cards; None if it cannot be had: the cards say all that it does."""
        from micra_assistant.ui.home.drawn_car import drawn_car  # noqa: PLC0415 - loaded when it is wanted

        shown = view.complaints.shown
        places = [way.complaint.places if way.outside.drawing == drawing else () for way in shown]
        return drawn_car(self._library, drawing, places, self._appearance.look)

    # open jobs

    def _open_rows(self) -> tuple[JobRow, ...]:
        with suppress(StoreError):
            return self._store.rows(JobQuery(shown=Shown.OPEN), 0, _MOST_JOBS)
        return ()

    def _open_jobs(self, rows: tuple[JobRow, ...]) -> "OpenJobs":
        from micra_assistant.ui.home.open_jobs import OpenJobs  # noqa: PLC0415 - loaded when it is wanted

        total = len(rows)
        if total == _MOST_JOBS:
            with suppress(StoreError):
                total = len(self._store.found(JobQuery(shown=Shown.OPEN)))
        jobs = OpenJobs(rows, total, self._appearance.look)
        jobs.continue_wanted.connect(lambda row: self.job_wanted.emit(row.id))
        jobs.car_wanted.connect(lambda row: self.car_wanted.emit(row.car, True))
        jobs.all_wanted.connect(self._actions[Action.JOBS].trigger)
        return jobs
