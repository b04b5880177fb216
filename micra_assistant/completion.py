"""What is behind a window that shows its job: all that a person can do, and what is said when that is there."""

from typing import TYPE_CHECKING

from micra_assistant import assets
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.shares import danger_of
from micra_assistant.ui.actions import Action
from micra_assistant.ui.controllers.blanking_controller import BlankingController
from micra_assistant.ui.controllers.carrying_controller import CarryingController
from micra_assistant.ui.controllers.records_controller import RecordsController
from micra_assistant.ui.frame.message_bar import MessageBar
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.qt_language import speak_qt
from micra_assistant.ui.sheets.to_paper import ToPaper
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.paper.setter import Setter
    from micra_assistant.ui.sheets.printing import Printing


class Completion:
    """Makes what a window lacks that was painted, then says what went wrong."""

    def __init__(
        self, window: MainWindow, library: Library, store: SqliteStore, files: UserFiles, catcher: BugCatcher
    ) -> None:
        self._window = window
        self._library = library
        self._store = store
        self._files = files
        self._catcher = catcher

    def make(self, language: str, *, speaks_it: bool, sets_elsewhere: bool) -> None:
        """Make all that a person can do, in a language."""
        speak_qt(language if speaks_it else ENGLISH)
        to_paper = _elsewhere(language, self._catcher) if sets_elsewhere else _HERE
        self._window.complete(self._library, self._store, self._files, to_paper)
        self._records = self._look_after_records()
        self._let_carry()
        self._let_blank()

    def say(self, error: StoreError | None, problem: str, unspoken: str, settings: WindowSettings) -> None:
        """Say why nothing is kept, what the ``problem`` was, and what is not spoken; if all is well, offer to go on."""
        window, messages = self._window, self._window.body.messages
        if error:
            problem = _("{problem}. The program works, but nothing you do is kept after it is closed.").format(
                problem=error
            )
        more = (danger_of(self._files.folder), window.workshop_settings.complaints(), unspoken)
        problem = "\n".join(filter(None, (problem, *more)))
        if isinstance(error, DamagedError):
            self._records.offer_recovery(error)
        if problem:
            messages.say_problem(problem)
        _say_letters_missing(messages, settings)
        if not messages.words:
            window.start.offer_to_go_on(window.drafts)
        if not messages.words:
            window.practice.offer_once()

    def _look_after_records(self) -> RecordsController:
        """Return what backs the records up, and let what is shown follow when others take their place."""
        window, body = self._window, self._window.body
        records = RecordsController(self._store, self._files, window.appearance, window, self._catcher.note)
        records.replacing.connect(body.enter_typing_and_note)
        records.replaced.connect(window.start.show_other_records)
        records.failed.connect(body.messages.say_problem)
        window.let_do({Action.BACKUPS: records.show_backups})
        window.destroyed.connect(records.close)
        return records

    def _let_carry(self) -> None:
        """Let the records be carried to another PC and back."""
        window, messages, records = self._window, self._window.body.messages, self._records
        carrying = CarryingController(self._store, self._files.records, records.background, window.appearance, window)
        carrying.back_wanted.connect(records.ask_to_restore)
        carrying.said.connect(messages.say)
        carrying.failed.connect(messages.say_problem)
        window.let_do(carrying.handlers)

    def _let_blank(self) -> None:
        """Let what names a customer be taken out of the records."""
        window, store, files, background = self._window, self._store, self._files, self._records.background
        blanking = BlankingController(window.common, store, files, background)
        blanking.blanked.connect(window.records_watch.check)
        window.let_do({Action.BLANK: blanking.ask})


def _set_here() -> "Setter":
    from micra_assistant.paper.setter import SetHere  # noqa: PLC0415 - loaded when something is printed

    return SetHere()


def _print_here() -> "Printing":
    from micra_assistant.ui.sheets.printing_here import PrintingHere  # noqa: PLC0415 - as above

    return PrintingHere()


_HERE = ToPaper(_set_here, _print_here)


def _elsewhere(language: str, catcher: BugCatcher) -> ToPaper:
    def set_elsewhere() -> "Setter":
        from micra_assistant.ui.sheets.sheet_setter import SheetSetter  # noqa: PLC0415 - as above

        return SheetSetter(language, catcher.note_lines)

    def print_elsewhere() -> "Printing":
        from micra_assistant.ui.sheets.printing_elsewhere import PrintingElsewhere  # noqa: PLC0415 - as above

        return PrintingElsewhere(language, catcher.note_lines)

    return ToPaper(set_elsewhere, print_elsewhere)


def _say_letters_missing(messages: MessageBar, settings: WindowSettings) -> None:
    """Say that other letters than ours are used; once for all, as the work goes on with them."""
    if assets.fonts_folder() is None and not settings.letters_said and not messages.words:
        settings.letters_said = True
        messages.say_problem(_(assets.NO_LETTERS))
