"""A line of the checklist that must wait before it is ticked: it counts down, and there is a way round it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Source, Tick
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.events import utc_now
from micra_assistant.jobs.waiting import is_begun, seconds_left, wait_caption
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.checklist.leave_out import LeaveOut
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.tick_box import Mark


class WaitRow(CheckRow):
    """An item that waits.

    Signals:
        as CheckRow.
        left_out: the wait is to be left out; carries the item's id and the reason.

    Attributes:
        leave_out: the way round the wait, hidden while there is nothing to wait for.
    """

    left_out = Signal(str, str)

    def __init__(self, item: Tick, sources: dict[str, Source], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(item, sources, look, parent)
        self._clock: Callable[[], datetime] = utc_now
        self.leave_out = LeaveOut()
        self.leave_out.reasoned.connect(partial(self.left_out.emit, item.id))
        self._grid.addWidget(self.leave_out, 3, 1)

    @property
    def is_waiting(self) -> bool:
        """Whether the wait was begun and is not over."""
        return self._line is not None and self._is_waiting(self._line)

    def go_by(self, clock: Callable[[], datetime]) -> None:
        """Go by a clock in UTC, and show how long the item still waits."""
        self._clock = clock
        self.show_time()

    def show_time(self) -> None:
        """Show how long the item still waits, and the way round that."""
        if line := self._line:
            self.leave_out.setVisible(not line.held_by and bool(seconds_left(line, self._clock())))
            self.show_verdict(line)

    def _is_waiting(self, line: Line) -> bool:
        now = self._clock()
        return not line.held_by and is_begun(line, now) and bool(seconds_left(line, now))

    def _caption_of(self, line: Line) -> str:
        waits = "" if line.held_by else wait_caption(line, self._clock())
        return " · ".join(filter(None, (super()._caption_of(line), waits)))

    def _mark_of(self, line: Line) -> Mark:
        return Mark.WAITING if self._is_waiting(line) else super()._mark_of(line)
