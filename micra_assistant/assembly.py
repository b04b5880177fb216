"""Build what is in the window and behind it, and hand everything to those who need it.

In order: the records, the settings of the workshop, the window, the job. Whatever goes wrong on the way is said.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from micra_assistant import assets
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.catalogues import ENGLISH, speak
from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.changeover import open_records, to_copy
from micra_assistant.shares import danger_of
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.message_bar import MessageBar
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.qt_language import speak_qt
from micra_assistant.ui.sheets.to_paper import ToPaper
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _
from micra_assistant.workshop.workshopfile import WorkshopFile

if TYPE_CHECKING:
    from micra_assistant.paper.setter import Setter
    from micra_assistant.ui.controllers.records_controller import RecordsController
    from micra_assistant.ui.sheets.printing import Printing


def make_window(
    library: Library,
    files: UserFiles,
    catcher: BugCatcher | None = None,
    frame: WindowFrame | None = None,
    *,
    sets_elsewhere: bool = False,
    paint: Callable[[MainWindow], object] = lambda _window: None,
) -> MainWindow:
    """Return what is in the window ``frame``, or in one of its own: the job last worked on, nothing if that fails.

    Its sheets are set and printed here, or in processes of their own if ``sets_elsewhere``. ``paint`` is called as soon
    as there is something to be seen; what the window needs besides is made after that.
    """
    catcher = catcher or BugCatcher(BugLog(files.folder))
    store, error = _open(files)
    settings = WindowSettings(files.settings)
    frame = frame or WindowFrame(settings)
    workshop = WorkshopFile(files.workshop, files.settings)
    unspoken = speak(workshop.now.language)
    library.speak(workshop.now.language)
    to_paper = _elsewhere(workshop.now.language, catcher) if sets_elsewhere else _HERE
    window = MainWindow(frame, library, store, settings, files, catcher, workshop)
    frame.hold(window)
    window.destroyed.connect(store.close)
    problem = window.start.begin_the_day(settings.job, is_lost=isinstance(error, DamagedError))
    paint(window)
    speak_qt(ENGLISH if unspoken else workshop.now.language)
    window.complete(library, store, files, to_paper)
    records = _look_after(store, files, window, catcher)
    if error:
        problem = _("{problem}. The program works, but nothing you do is kept after it is closed.").format(
            problem=error
        )
    more = (danger_of(files.folder), window.workshop_settings.complaints(), unspoken)
    problem = "\n".join(filter(None, (problem, *more)))
    if isinstance(error, DamagedError):
        records.offer_recovery(error)
    messages = window.body.messages
    if problem:
        messages.say_problem(problem)
    _say_letters_missing(messages, settings)
    if not messages.words:
        window.start.offer_to_go_on(window.drafts)
    if not messages.words:
        window.practice.offer_once()
    return window


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


def _open(files: UserFiles) -> tuple[SqliteStore, StoreError | None]:
    """Return the records, or a copy in memory and why it is no more."""
    backups, now = Backups(files.backups), datetime.now()  # noqa: DTZ005 - the clock on the wall
    try:
        return open_records(files.records, backups, now), None
    except StoreError as error:
        return SqliteStore.unkept_copy(to_copy(files.records, backups, error, now)), error


def _look_after(store: SqliteStore, files: UserFiles, window: MainWindow, catcher: BugCatcher) -> "RecordsController":
    """Return what backs the records up, and let what is shown follow when others take their place."""
    from micra_assistant.ui.controllers.blanking_controller import BlankingController  # noqa: PLC0415 - as above
    from micra_assistant.ui.controllers.carrying_controller import CarryingController  # noqa: PLC0415 - as above
    from micra_assistant.ui.controllers.records_controller import RecordsController  # noqa: PLC0415 - as above

    body = window.body
    records = RecordsController(store, files, window.appearance, window, catcher.note)
    records.replacing.connect(body.enter_typing_and_note)
    records.replaced.connect(window.start.show_other_records)
    records.failed.connect(body.messages.say_problem)
    carrying = CarryingController(store, files.records, records.background, window)
    carrying.back_wanted.connect(records.ask_to_restore)
    carrying.said.connect(body.messages.say)
    carrying.failed.connect(body.messages.say_problem)
    blanking = BlankingController(window.common, store, files, records.background)
    blanking.blanked.connect(window.records_watch.check)
    window.let_do({Action.BACKUPS: records.show_backups, Action.BLANK: blanking.ask, **carrying.handlers})
    window.destroyed.connect(records.close)
    return records
