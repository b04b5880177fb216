"""Micra Assistant from its command to its painted step, and on until it answers.

Arguments are the folder of the records and that of the guides, and ``rest`` to let it make ahead what may come next.
"""

from tests.bench import as_installed  # noqa: F401 - before all else

# isort: split
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from micra_assistant import app, cli
from tests.bench.painted import Moment, now, paint, report

if TYPE_CHECKING:
    from micra_assistant.ui.main_window import MainWindow

_REST = 3000
"""Milliseconds in which a window that nobody touches makes ahead all that it does."""

_show_first = app.show_first
_exec = QApplication.exec
_painted: list[Moment] = []


def show_and_note(window: "MainWindow") -> None:
    """Show the step as the program does, and note when it is on the screen."""
    _show_first(window)
    if window.frame.windowHandle().isExposed():
        _painted.append(now())


def finish(_application: object = None) -> int:
    """Stand in for Qt's event loop: paint what has come since, report, end."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            paint(window)
    answers = now()
    if "rest" in sys.argv:
        QTimer.singleShot(_REST, QApplication.quit)
        _exec()
    report(_painted[0] if _painted else answers, answers)
    return 0


app.show_first = show_and_note
QApplication.exec = finish  # type: ignore[method-assign]
cli.main(["--data-dir", sys.argv[1], "--guides", sys.argv[2]])
