"""Micra Assistant from its command to its painted guide; arguments are the data folder and the folder of guides."""

import sys

from PySide6.QtWidgets import QApplication

from micra_assistant import cli
from micra_assistant.ui.window_frame import WindowFrame
from tests.bench.painted import paint, report


def paint_and_report(_application: object = None) -> int:
    """Stand in for Qt's event loop: paint, report, end."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, WindowFrame):
            paint(window)
            report()
    return 0


QApplication.exec = paint_and_report  # type: ignore[method-assign]
cli.main(["--data-dir", sys.argv[1], "--guides", sys.argv[2]])
