"""What Qt itself complains of goes to the log of faults, and a screen that Qt cannot use is done without."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from micra_assistant.faults.net import Net
from micra_assistant.faults.words import told_place
from micra_assistant.screen import NAMES as SCREEN_NAMES

_KINDS = {QtMsgType.QtWarningMsg: "warning", QtMsgType.QtCriticalMsg: "error", QtMsgType.QtFatalMsg: "end"}
_MOST = 200
"""Of messages that are logged; a screen that goes mad sends thousands."""
_PLACE = re.compile(r"[\w:~.]+(?:\([^)]*\))?(?=: )")
"""The function that a message of Qt begins with; the rest may quote what somebody typed."""


@contextmanager
def qt_messages(net: Net, when_fatal: Callable[[str], object]) -> Iterator[None]:
    """Log what Qt complains of in the block; ``when_fatal`` gets its last words before it ends the program."""
    logged = 0

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        nonlocal logged
        net.say(f"Qt: {message}")
        if kind in _KINDS and logged < _MOST:
            logged += 1
            net.note_lines([f"Qt {_KINDS[kind]} {message_place(message)} [{context.category}]", f"    {_caller()}"])
        if kind is QtMsgType.QtFatalMsg:
            when_fatal(message)

    qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(None)


def message_place(message: str) -> str:
    """Return where in Qt a message comes from, as far as it says so in a form that cannot be anybody's words."""
    found = _PLACE.match(message)
    return found[0] if found and "::" in found[0] else "(its words are not kept)"


def _caller() -> str:
    """Return where in the program Qt was called from."""
    frame = sys._getframe(2)  # noqa: SLF001 - the one way to know
    return told_place(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_qualname)


def begin_without_screen(message: str) -> None:
    """Begin this program anew as on a machine without a screen: Qt cannot use the one there is.

    Return where there is always a screen, or if a window was there already.
    """
    if QCoreApplication.instance() or sys.platform in ("win32", "darwin"):
        return
    if not any(os.environ.get(name) for name in SCREEN_NAMES):
        end_in_words(message)
    environment = {name: value for name, value in os.environ.items() if name not in SCREEN_NAMES}
    os.execve(sys.executable, sys.orig_argv, environment)  # noqa: S606 - it is this program


def end_in_words(message: str) -> None:
    """End the program at once with what Qt says, before Qt ends it without words."""
    if not QCoreApplication.instance():
        sys.stderr.write(f"micra-assistant: Qt, which draws the window, cannot begin: {message.splitlines()[0]}\n")
        sys.stderr.flush()
        os._exit(1)
