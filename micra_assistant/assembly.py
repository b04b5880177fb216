"""Build what is in the window, and hand everything to those who need it.

In order: the records, the settings of the workshop, the window, the job. Once that is painted, all else is made
(``completion.py``), and whatever went wrong on the way is said.
"""

from collections.abc import Callable
from datetime import datetime

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.catalogues import speak
from micra_assistant.errors import DamagedError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.changeover import open_records, to_copy
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.workshopfile import WorkshopFile


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
    workshop = WorkshopFile(files.workshop, files.settings)
    language = workshop.now.language
    unspoken = speak(language)
    library.speak(language)
    window = MainWindow(frame or WindowFrame(settings), library, store, settings, files, catcher, workshop)
    window.frame.hold(window)
    window.take_room()
    window.destroyed.connect(store.close)
    problem = window.start.begin_the_day(settings.job, is_lost=isinstance(error, DamagedError))
    paint(window)
    from micra_assistant.completion import Completion  # noqa: PLC0415 - the job is painted first

    completion = Completion(window, library, store, files, catcher)
    completion.make(language, speaks_it=not unspoken, sets_elsewhere=sets_elsewhere)
    completion.say(error, problem, unspoken, settings)
    return window


def _open(files: UserFiles) -> tuple[SqliteStore, StoreError | None]:
    """Return the records, or a copy in memory and why it is no more."""
    backups, now = Backups(files.backups), datetime.now()  # noqa: DTZ005 - the clock on the wall
    try:
        return open_records(files.records, backups, now), None
    except StoreError as error:
        return SqliteStore.unkept_copy(to_copy(files.records, backups, error, now)), error
