"""Micra Assistant from its command to its painted guide; arguments are the data folder and the folder of guides."""

import sys

from PySide6.QtWidgets import QApplication

from micra_assistant import cli
from tests.bench.painted import report


def paint(_application: object = None) -> int:
    """Stand in for Qt's event loop: paint, report, end."""
    QApplication.processEvents()
    report()
    return 0


QApplication.exec = paint  # type: ignore[method-assign]
cli.main(["--data-dir", sys.argv[1], "--guides", sys.argv[2]])
