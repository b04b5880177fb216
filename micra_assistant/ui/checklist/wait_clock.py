"""Lets the lines of the checklist that wait count down: once a second, and only while one does."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from micra_assistant.ui.checklist.wait_row import WaitRow

_EVERY = 1000
"""Milliseconds."""


class WaitClock(QObject):
    """Shows the rows that wait anew as the time goes on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[WaitRow, ...] = ()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.show_time)

    @property
    def runs(self) -> bool:
        """Whether any line waits."""
        return self._timer.isActive()

    def follow(self, rows: "Iterable[WaitRow]") -> None:
        """Take the rows that wait in the place of those before."""
        self._rows = tuple(row for row in rows if row.is_waiting)
        if not self._rows:
            self._timer.stop()
        elif not self.runs:
            self._timer.start()

    def show_time(self) -> None:
        """Show how long each row still waits."""
        for row in self._rows:
            row.show_time()
        self.follow(self._rows)
