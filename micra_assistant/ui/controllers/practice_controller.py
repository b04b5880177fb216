"""A first job for practice: a guide of its own over records in memory, so that nothing of it is kept anywhere."""

from pathlib import Path

from PySide6.QtCore import QTimer

from micra_assistant import assets
from micra_assistant.guide.library import Library
from micra_assistant.jobs.job_opener import JobOpener
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import Drafts
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.words import _

_GUIDE = "first-job"


class PracticeController(Controller):
    """Begins the practice and leaves it, by the same action; it ends too when its job is closed or another is opened.

    ``texts`` is where texts of guides are unpacked.
    """

    def __init__(self, common: Common, drafts: Drafts, library: Library, settings: WindowSettings, texts: Path) -> None:
        super().__init__(common)
        self._action = self._actions[Action.PRACTICE]
        self._words = self._action.text()
        self._drafts = drafts
        self._library = library
        self._settings = settings
        self._texts = texts
        self._store: SqliteStore | None = None
        self._workbench.opened.connect(self._follow)
        self._workbench.emptied.connect(self._follow)
        self._workbench.changed.connect(self._on_changed)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.PRACTICE: self._turn}

    def offer_once(self) -> None:
        """Offer the practice in a line, the first time that the program has nothing to go on with."""
        if self._workbench.shown is None and not self._settings.practice_offered:
            self._settings.practice_offered = True
            words = _("New here? A first job for practice takes two minutes, and nothing of it is kept.")
            self._body.messages.offer(words, _("Try it"), self._begin)

    def end(self) -> None:
        """Let go of the records in memory: the window closes."""
        if self._store:
            self._store.close()
            self._store = None

    def _turn(self) -> None:
        if self._workbench.is_practice:
            self._workbench.leave_practice()
        else:
            self._begin()

    def _begin(self) -> None:
        self._settings.practice_offered = True
        self.end()
        library = Library(guides_for_practice(), language=self._library.language)
        self._store = SqliteStore(None)
        self._workbench.practise(JobOpener(library, self._store, self._texts), _GUIDE)
        self._drafts.let_pass(self._workbench.job_id)
        words = _("This is for practice: nothing of it is kept. Leave it whenever you like.")
        self._body.messages.offer(words, _("Leave the practice"), self._workbench.leave_practice)

    def _follow(self) -> None:
        """Say at the action what it does now; let go of the records once another job has taken the place."""
        is_practice = self._workbench.is_practice
        self._action.setText(_("Leave the practice") if is_practice else self._words)
        if not is_practice:
            self.end()

    def _on_changed(self) -> None:
        """Leave a job that was closed, once who has closed it is done."""
        if self._workbench.is_practice and (job := self._workbench.job) and job.state.is_closed:
            QTimer.singleShot(0, self, self._leave_closed)

    def _leave_closed(self) -> None:
        if self._workbench.is_practice:
            self._workbench.leave_practice()
            self._workbench.said.emit(_("That was a whole job. From now on everything you do is kept."))


def guides_for_practice() -> Path:
    """Return the folder of the guide for practice."""
    return assets.resource("practice")
