"""Has a customer's data blanked: in the records while the person waits, in their copies behind the window."""

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from micra_assistant.errors import MicraError, StoreError
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.records.background import Background
from micra_assistant.ui.records.records_words import traces_words
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.jobs.records.blanking import Blanking

_AFTER_START = 3_000
"""Before the first backup is made, which would take traces along."""


class BlankingController(Controller):
    """Blanks jobs, and some seconds after the start what an earlier program did not come to the end of.

    Signals:
        blanked: the records hold less than before.
    """

    blanked = Signal()

    def __init__(self, common: Common, store: SqliteStore, files: UserFiles, background: Background) -> None:
        super().__init__(common)
        self._store = store
        self._backups = files.backups
        self._background = background
        QTimer.singleShot(_AFTER_START, self, self.go_on)

    def ask(self) -> None:
        """Ask whether the customer's data of the closed job that is open is to be blanked, and blank it."""
        from micra_assistant.ui.jobs.blank_dialog import BlankDialog  # noqa: PLC0415 - loaded when it is wanted

        self._body.enter_typing_and_note()
        job = self._workbench.job_in_front()
        if job is None or job.job is None or not job.state.is_closed:
            return
        held = len(job.state.notes), len(job.state.photos)
        choice = BlankDialog.ask(job.job.name, *held, self._appearance.look.of_dialogs, self._body.window())
        if choice and self._workbench.shown is job:
            self.blank(job.job.id, choice.notes, job.guide.complaint_titles)

    def blank(self, job_id: str, notes: bool, complaints: Collection[str]) -> None:
        """Blank the customer's data of a closed job, and say what came of it; see ``jobs.blanking.blank``."""
        from micra_assistant.jobs.records.blanking import blank  # noqa: PLC0415 - loaded when it is wanted

        who = self._workbench.shown.who if self._workbench.shown else ""
        try:
            blank(self._store, job_id, who, complaints, notes=notes)
            words = _("The customer’s data of job {job} is taken out of the records and of all backups.")
            self._clear(words.format(job=self._store.job(job_id).name))
        except MicraError as error:
            self._body.messages.say_problem(str(error))
        self.blanked.emit()

    def go_on(self) -> None:
        """Clear away what is left of what was blanked, if anything is; only what cannot be cleared is said."""
        if self._store.keeps:
            try:
                self._clear("")
            except StoreError as error:
                self._body.messages.say_problem(str(error))

    def _clear(self, done: str) -> None:
        """Clear the records, then their copies in the background; say ``done`` once all is."""
        from micra_assistant.jobs.records.blanking import unfinished  # noqa: PLC0415 - as above
        from micra_assistant.jobs.rescue.traces import clear_copies, clear_records  # noqa: PLC0415 - as above

        if not (blankings := unfinished(self._store)):
            return
        traces, file = clear_records(self._store), self._store.file
        self._background.run(
            lambda: (*traces, *clear_copies(file, self._backups, blankings)),
            partial(self._on_cleared, blankings, done),
        )

    def _on_cleared(self, blankings: "tuple[Blanking, ...]", done: str, result: object) -> None:
        from micra_assistant.jobs.rescue.traces import settle  # noqa: PLC0415 - as above

        if not isinstance(result, tuple):
            self._body.messages.say_problem(str(result))
            return
        try:
            settle(self._store, blankings, result)
        except StoreError as error:
            self._body.messages.say_problem(str(error))
            return
        if result:
            self._body.messages.say_problem(traces_words(result))
        elif done:
            self._body.messages.say(done)
