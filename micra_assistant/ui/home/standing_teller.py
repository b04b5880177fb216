"""Finds out how the open jobs stand that are shown: one in each turn of the event loop, as each is opened for it."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.job_standing import ShortStanding, standing_of
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.ui.home.job_line import JobLine
from micra_assistant.ui.home.open_jobs import OpenJobs
from micra_assistant.words import _


class StandingTeller(QObject):
    """Tells the lines of open jobs how their jobs stand; what is known of a job is not found out again."""

    def __init__(self, opener: JobOpener, is_fallen: Callable[[str], bool], parent: QObject | None = None) -> None:
        """Open jobs with ``opener``, but for those of which ``is_fallen`` says that the program ended over them."""
        super().__init__(parent)
        self._opener = opener
        self._is_fallen = is_fallen
        self._jobs: OpenJobs | None = None
        self._known: dict[JobRow, ShortStanding] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._tell_next)

    def tell(self, jobs: OpenJobs) -> None:
        """Tell the lines that are shown, and those that come into sight later."""
        self._jobs = jobs
        jobs.fitted.connect(self._turn.start)
        jobs.destroyed.connect(self._forget)
        self._turn.start()

    def forget_all(self) -> None:
        """Find everything out anew: a job may have been worked on."""
        self._known.clear()

    def _forget(self, jobs: QObject) -> None:
        if jobs is self._jobs:
            self._jobs = None

    def _tell_next(self) -> None:
        """Tell the first line that has not been told."""
        line = next((line for line in self._jobs.lines if not line.is_told), None) if self._jobs else None
        if line:
            self._tell(line)
            self._turn.start()

    def _tell(self, line: JobLine) -> None:
        if line.row not in self._known and not self._is_fallen(line.row.id):
            with suppress(Exception):  # a bad job says what is wrong with it when it is opened, and costs no home
                self._known[line.row] = standing_of(self._opener.open(self._opener.kept_job(line.row)).open_job)
        if standing := self._known.get(line.row):
            line.show_standing(standing)
        else:
            line.show_trouble(_("cannot be looked into: open it to see why"))
