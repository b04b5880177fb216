"""Start the program: every part is built here and handed to those who need it.

In order: the screen (or the lack of one), Qt and its letters, the records, the settings, the window, the job. Whatever
goes wrong on the way is noted, and said.
"""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from micra_assistant import __version__, assets
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.bugs.crash import crash_file
from micra_assistant.catalogues import speak
from micra_assistant.errors import DamagedError, MicraError, StoreError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.rescue.backups import Backups
from micra_assistant.jobs.rescue.changeover import open_records, to_copy
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.private import shut
from micra_assistant.screen import Screen
from micra_assistant.shares import danger_of
from micra_assistant.ui.actions import Action
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.bugs.bug_teller import tell_without_window
from micra_assistant.ui.bugs.qt_messages import QtMessages, begin_without_screen, end_in_words
from micra_assistant.ui.controllers.blanking_controller import BlankingController
from micra_assistant.ui.controllers.records_controller import RecordsController
from micra_assistant.ui.ending import Ending
from micra_assistant.ui.frame.message_bar import MessageBar
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.picture_file import png_of
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.userfiles import UserFiles
from micra_assistant.wholefile import make_folder, write_whole
from micra_assistant.words import _
from micra_assistant.workshop.workshopfile import WorkshopFile

_FACES = ("Roboto-Regular.ttf", "Roboto-Bold.ttf")
"""Slanted letters are made of these by Qt: a third file is a third of the time they take to load."""


def run(library: Library, files: UserFiles, catcher: BugCatcher) -> int:
    """Open the window and return the exit code when it closes; without a screen, do what can be done."""
    try:
        return _run_window(library, files, catcher)
    finally:
        shut(files.folder, whole=True)


def _run_window(library: Library, files: UserFiles, catcher: BugCatcher) -> int:
    screen = Screen()
    if not screen.answers():
        return run_without_screen(library, files, catcher)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program: everything is kept
    messages = QtMessages(catcher, when_fatal=begin_without_screen)
    with crash_file(catcher) as ended_hard, messages.listened_to():
        application = make_application()
        if not application.screens():
            begin_without_screen(_("there is no screen"))
        screen.let_go()
        messages.when_fatal = None
        try:
            window = make_window(library, files, catcher)
        except Exception as error:
            tell_without_window(catcher, error)
            raise
        if ended_hard and not window.body.messages.words:
            window.teller.say_ended_hard()
        window.show()
        ending = Ending(window.end, window.drafts.write, application)
        code = application.exec()
        window.safe.done()
        ending.deleteLater()
        return code


def make_application() -> QApplication:
    """Return the Qt application in our letters."""
    existing = QApplication.instance()
    arguments = ["micra-assistant", "-style", "fusion"]
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("micra-assistant")
    application.setApplicationDisplayName("Micra Assistant")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("micra-assistant")
    if folder := assets.fonts_folder():
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(folder / face))
    application.setWindowIcon(QIcon(str(assets.resource("icons", "micra-assistant.svg"))))
    return application


def make_window(library: Library, files: UserFiles, catcher: BugCatcher | None = None) -> MainWindow:
    """Return the window with the job last worked on, or a new one; without either if that goes wrong."""
    catcher = catcher or BugCatcher(BugLog(files.folder))
    store, error = _open(files)
    settings = WindowSettings(files.settings)
    workshop = WorkshopFile(files.workshop, files.settings)
    unspoken = speak(workshop.now.language)
    window = MainWindow(library, store, settings, Appearance(settings), files, catcher, workshop)
    records = _look_after(store, files, window, catcher)
    window.destroyed.connect(store.close)
    problem = window.start.begin_the_day(settings.job, is_lost=isinstance(error, DamagedError))
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
    return window


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


def _look_after(store: SqliteStore, files: UserFiles, window: MainWindow, catcher: BugCatcher) -> RecordsController:
    """Return what backs the records up, and let what is shown follow when others take their place."""
    workbench, body = window.workbench, window.body
    records = RecordsController(store, files, window.appearance, window, catcher.note)
    records.replacing.connect(body.enter_typing_and_note)
    records.replaced.connect(window.start.show_other_records)
    records.failed.connect(body.messages.say_problem)
    blanking = BlankingController(workbench, body, store, files, records.background)
    blanking.blanked.connect(window.records_watch.check)
    window.let_do({Action.BACKUPS: records.show_backups, Action.BLANK: blanking.ask})
    window.destroyed.connect(records.close)
    return records


def run_without_screen(library: Library, files: UserFiles, catcher: BugCatcher) -> int:
    """Save the checklist and a picture of the window, and say where they lie."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with QtMessages(catcher, when_fatal=end_in_words).listened_to():
        return _save_what_can_be_shown(make_application(), library, files, catcher)


def _save_what_can_be_shown(application: QApplication, library: Library, files: UserFiles, catcher: BugCatcher) -> int:
    window = make_window(library, files, catcher)
    if window.workbench.shown is None and (names := library.names()):
        window.workbench.begin(names[0], Described())
    window.resize(1366, 768)
    window.show()
    for _time in range(5):  # until every part of the window has found its size
        application.processEvents()
    folder = _writable(files.sheets)
    picture, checklist = folder / "window.png", folder / "checklist.pdf"
    write_whole(picture, png_of(window.grab()))
    if not window.sheets.save(SheetKind.CHECKLIST, checklist):
        raise MicraError(window.body.messages.words or _("no checklist can be printed: run micra-assistant check"))
    words = _(
        "This machine has no screen, so the window cannot be opened here.\n"
        "The checklist to print: {checklist}\n"
        "A picture of the window: {picture}\n"
        "On a machine with a screen the same command opens the window.\n"
    )
    sys.stdout.write(words.format(checklist=checklist, picture=picture))
    window.close()
    return 0


def _writable(folder: Path) -> Path:
    """Return ``folder`` once it is there, or the working folder if it cannot be made."""
    try:
        make_folder(folder)
    except OSError:
        return Path.cwd()
    return folder
