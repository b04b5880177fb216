"""Start the program: the screen (or the lack of one), Qt and its letters, the window, then what is in it.

The window is on the screen before anything that it does not need is even imported: a start is seen at once.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from micra_assistant import __version__, assets
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.bugs.crash import crash_file
from micra_assistant.keptdata import keep_in
from micra_assistant.onewindow.meeting import AnyListener
from micra_assistant.private import shut
from micra_assistant.screen import Screen
from micra_assistant.ui.bugs.qt_messages import QtMessages, begin_without_screen, end_in_words
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.ui.window_settings import WindowSettings
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.guide.library import Library
    from micra_assistant.ui.main_window import MainWindow

_FACES = ("Roboto-Regular.ttf", "Roboto-Bold.ttf")
"""Slanted letters are made of these by Qt: a third file is a third of the time they take to load."""


LibraryMaker = Callable[[], "Library"]


def run(
    library: LibraryMaker,
    files: UserFiles,
    catcher: BugCatcher,
    listener: AnyListener | None = None,
    guides: str = "",
) -> int:
    """Open the window and return the exit code when it closes; without a screen, do what can be done.

    Later starts that ``listener`` hears are answered by the window, if they want the ``guides`` of the same mark.
    """
    keep_in(files.guide_cache)
    try:
        return _run_window(library, files, catcher, listener, guides)
    finally:
        shut(files.folder, whole=True)


def _run_window(
    library: LibraryMaker, files: UserFiles, catcher: BugCatcher, listener: AnyListener | None, guides: str
) -> int:
    screen = Screen()
    if not screen.answers():
        _let_go(listener)
        return run_without_screen(library, files, catcher)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program: everything is kept
    without_screen = partial(_without_screen, listener)
    messages = QtMessages(catcher, when_fatal=without_screen)
    with crash_file(catcher) as ended_hard, messages.listened_to():
        application = make_application()
        if not application.screens():
            without_screen(_("there is no screen"))
        screen.let_go()
        messages.when_fatal = None
        window = _fill(show_frame(files, catcher), library, files, catcher)
        give_sign(application)
        if ended_hard and not window.body.messages.words:
            window.teller.say_ended_hard()
        QTimer.singleShot(0, collect_from_now_on)
        return _run_until_closed(application, window, listener, guides)


def _run_until_closed(
    application: QApplication, window: "MainWindow", listener: AnyListener | None, guides: str
) -> int:
    from micra_assistant.ui.ending import Ending  # noqa: PLC0415 - the window is shown first

    ending = Ending(window.end, window.drafts.write, application)
    if listener:
        from micra_assistant.ui.second_starts import SecondStarts, raise_window  # noqa: PLC0415 - likewise

        SecondStarts(listener, guides, partial(raise_window, window.frame), window)
    code = application.exec()
    _let_go(listener)
    window.safe.done()
    ending.deleteLater()
    return code


def _without_screen(listener: AnyListener | None, message: str) -> None:
    _let_go(listener)
    begin_without_screen(message)


def _let_go(listener: AnyListener | None) -> None:
    """Let another start listen: there is no window here, or none any more."""
    if listener:
        listener.close()


def say_without_window(words: str) -> None:
    """Say in a dialog why no window opens, if there is a screen to say it on."""
    from micra_assistant.ui.bugs.bug_teller import say_refusal  # noqa: PLC0415 - seldom needed

    screen = Screen()
    if screen.answers():
        give_sign(make_application())
        screen.let_go()
        say_refusal(words)


def show_frame(files: UserFiles, catcher: BugCatcher) -> WindowFrame:
    """Return the window, on the screen and still empty."""
    with _told(catcher):
        frame = WindowFrame(WindowSettings(files.settings))
    frame.show()
    _paint()
    return frame


def _paint() -> None:
    """Let Qt paint; keys and taps wait until there is all that answers them."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _fill(frame: WindowFrame, library: LibraryMaker, files: UserFiles, catcher: BugCatcher) -> "MainWindow":
    with _told(catcher):
        from micra_assistant.assembly import make_window  # noqa: PLC0415 - the window is shown first

        return make_window(library(), files, catcher, frame, sets_elsewhere=True, paint=show_first)


def show_first(window: "MainWindow") -> None:
    """Show a window in which the job can be seen, but not worked on yet."""
    window.show()
    if window.frame.focusWidget() is None:  # else Qt gives the keys to the search once the window is active
        window.body.return_focus()
    _paint()
    QApplication.sendEvent(window.frame, QEvent(QEvent.Type.UpdateRequest))  # what is not painted yet


@contextmanager
def _told(catcher: BugCatcher) -> Iterator[None]:
    """Tell of an error that leaves no window to tell of it."""
    try:
        yield
    except Exception as error:
        catcher.tell_as_before()
        from micra_assistant.ui.bugs.bug_teller import tell_without_window  # noqa: PLC0415 - seldom needed

        tell_without_window(catcher, error)
        raise


def collect_from_now_on() -> None:
    """Let Python look for garbage again: what a start has made stays until the end, and is left out of that."""
    gc.freeze()
    gc.enable()


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
    return application


def give_sign(application: QApplication) -> None:
    """Have the desktop show our sign for all windows: Qt draws it in each size, for which a start need not wait."""
    application.setWindowIcon(QIcon(str(assets.resource("icons", "micra-assistant.svg"))))


def run_without_screen(library: LibraryMaker, files: UserFiles, catcher: BugCatcher) -> int:
    """Save the checklist and a picture of the window, and say where they lie."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with QtMessages(catcher, when_fatal=end_in_words).listened_to():
        application = make_application()
        from micra_assistant.without_screen import save_what_can_be_shown  # noqa: PLC0415 - seldom needed

        return save_what_can_be_shown(application, library(), files, catcher)
