"""What Qt itself complains of goes to the log of bugs, and a screen that Qt cannot use is done without."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from micra_assistant.bugs.bug_words import told_place
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.screen_names import NAMES as SCREEN_NAMES
from micra_assistant.words import _

_KINDS = {QtMsgType.QtWarningMsg: "warning", QtMsgType.QtCriticalMsg: "error", QtMsgType.QtFatalMsg: "end"}
_MOST = 200
"""Of messages that are logged; a screen that goes mad sends thousands."""
_OF_NO_SCREEN = "This plugin does not support "
"""What Qt says of a picture of a screen, at every start, and means no harm by."""
_PLACE = r"\w+(?:::~?\w+)+(?=: )"
"""The function that a message of Qt begins with; the rest may quote what somebody typed."""

WhenFatal = Callable[[str], object]
"""Gets the last words of Qt before it ends the program; need not return."""


class QtMessages:
    """Logs what Qt complains of, while it is listened to.

    Attributes:
        when_fatal: what is done when Qt is about to end the program, None to let it.
    """

    def __init__(self, catcher: BugCatcher, when_fatal: WhenFatal | None) -> None:
        self.when_fatal = when_fatal
        self._catcher = catcher
        self._logged = 0

    @contextmanager
    def listened_to(self) -> Iterator[None]:
        """Listen until the end of the block."""
        qInstallMessageHandler(self._on_message)
        try:
            yield
        finally:
            qInstallMessageHandler(None)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        self._catcher.say(f"Qt: {message}")
        if kind in _KINDS and self._logged < _MOST and not message.startswith(_OF_NO_SCREEN):
            self._logged += 1
            said = f"Qt {_KINDS[kind]} {message_place(message)} [{context.category}]"
            self._catcher.note_lines([said, f"    {_caller()}"])
        if kind is QtMsgType.QtFatalMsg and self.when_fatal:
            self.when_fatal(message)


def message_place(message: str) -> str:
    """Return where in Qt a message comes from, as far as it says so in a form that cannot be anybody's words."""
    found = re.match(_PLACE, message)
    return found[0] if found else "(its words are not kept)"


def _caller() -> str:
    """Return where in the program Qt was called from."""
    frame = sys._getframe(2)  # noqa: SLF001 - the one way to know
    return told_place(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_qualname)


def begin_without_screen(message: str) -> None:
    """Begin this program anew as on a machine without a screen, as Qt cannot use the one that is named.

    Where there always is a screen, or none is named, end it in words.
    """
    if sys.platform in ("win32", "darwin") or not any(os.environ.get(name) for name in SCREEN_NAMES):
        end_in_words(message)
    environment = {name: value for name, value in os.environ.items() if name not in SCREEN_NAMES}
    os.execve(sys.executable, sys.orig_argv, environment)  # noqa: S606 - it is this program


def end_in_words(message: str) -> None:
    """End the program at once with what Qt says, before Qt ends it with a core dump."""
    words = _("micra-assistant: Qt, which draws the window, cannot begin: {reason}")
    sys.stderr.write(f"{words.format(reason=message.splitlines()[0])}\n")
    sys.stderr.flush()
    os._exit(1)
