"""The page of a car, and the ways from there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.records.store import Store
from micra_assistant.jobs.state import KeptPhoto
from micra_assistant.ui.actions import Action
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.workshop.values import Workshop

if TYPE_CHECKING:
    from micra_assistant.ui.car.car_view import CarView


class CarController(Controller):
    """Shows all that is known of a car.

    Signals:
        job_wanted: a job is to be opened; carries its id.
    """

    job_wanted = Signal(str)

    def __init__(self, common: Common, store: Store, opener: JobOpener, workshop: WorkshopSettings) -> None:
        super().__init__(common)
        self._store = store
        self._opener = opener
        self._workshop = workshop
        self._back = Action.SHOW_JOB
        self._shown: tuple[CarView, str, Look, Workshop] | None = None

    def show(self, car: str, from_home: bool = False) -> None:
        """Show the page of a car, by its registration; the way back is to home if it was asked for there."""
        self._body.enter_typing()
        self._back = Action.HOME if from_home else Action.SHOW_JOB
        self._workbench.tried(lambda: self._show(car))

    def refresh(self) -> None:
        """Show the page in the look and with the settings that there are now, if it is in sight."""
        if self._shown is None or self._shown[0] is not self._body.aside:
            return
        if self._shown[2:] != (self._appearance.look.compact, self._workshop.now):
            self.show(self._shown[1], self._back is Action.HOME)

    def _show(self, car: str) -> None:
        from micra_assistant.jobs.car_page import car_page  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.jobs.past_jobs import PastJobs  # noqa: PLC0415 - likewise
        from micra_assistant.ui.car.car_view import CarView  # noqa: PLC0415 - likewise

        page = car_page(self._store, car, PastJobs(self._store, self._opener).look)
        look = self._appearance.look.compact
        view = CarView(page, self._store.attachment, self._workshop.now.distance, look)
        self._shown = view, car, look, self._workshop.now
        view.job_wanted.connect(self.job_wanted)
        view.photo_wanted.connect(self._show_photo)
        view.back_wanted.connect(self._actions[self._back].trigger)
        view.home_wanted.connect(self._actions[Action.HOME].trigger)
        self._body.show_aside(view)

    def _show_photo(self, photo: KeptPhoto) -> None:
        from micra_assistant.ui.notes.photo_window import PhotoWindow  # noqa: PLC0415 - loaded when it is wanted

        PhotoWindow(photo, self._store.attachment, self._appearance.look.of_dialogs, self._body.window()).open()
