"""A line of the checklist that must wait before it is ticked: it counts down, and there is a way round it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Tick
from micra_assistant.guide.source import Source
from micra_assistant.jobs.checklist import Line
from micra_assistant.jobs.events import utc_now
from micra_assistant.jobs.waiting import is_begun, seconds_left, wait_caption
from micra_assistant.ui.checklist.check_row import CheckRow
from micra_assistant.ui.checklist.leave_out import LeaveOut
from micra_assistant.ui.checklist.row_shape import RowShape
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.count_ring import CountRing
from micra_assistant.ui.widgets.tick_box import Mark

_RING, _LARGE_RING = 60, 84
"""In pixels at scale 1."""


class WaitRow(CheckRow):
    """An item that waits.

    Signals:
        as CheckRow.
        left_out: the wait is to be left out; carries the item's id and the reason.

    Attributes:
        leave_out: the way round the wait, hidden while there is nothing to wait for.
        ring: what counts while the item waits.
    """

    left_out = Signal(str, str)

    def __init__(
        self,
        item: Tick,
        sources: dict[str, Source],
        look: Look,
        parent: QWidget | None = None,
        *,
        shape: RowShape = RowShape.USUAL,
    ) -> None:
        super().__init__(item, sources, look, parent, shape=shape)
        self._clock: Callable[[], datetime] = utc_now
        self._wait = item.wait
        size = look.size(_LARGE_RING if shape.is_large else _RING)
        self.ring = CountRing(look, size, self, keeps_room=not shape.is_large)
        self.ring.hide()
        self._grid.addWidget(self.ring, 0, 3, 4, 1, Qt.AlignmentFlag.AlignTop)
        self.leave_out = LeaveOut(self)
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
            left = seconds_left(line, self._clock())
            self.leave_out.setVisible(not line.held_by and bool(left))
            self.ring.setVisible(not line.held_by and bool(left))
            self.ring.show_time(left, self._wait)
            self.show_verdict(line)

    def _is_waiting(self, line: Line) -> bool:
        now = self._clock()
        return not line.held_by and is_begun(line, now) and bool(seconds_left(line, now))

    def _caption_of(self, line: Line) -> str:
        waits = "" if line.held_by else wait_caption(line, self._clock())
        return " · ".join(filter(None, (super()._caption_of(line), waits)))

    def _mark_of(self, line: Line) -> Mark:
        return Mark.WAITING if self._is_waiting(line) else super()._mark_of(line)
