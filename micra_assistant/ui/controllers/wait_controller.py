"""The waits of the open job: the bell rings at the end of each, wherever one is then, and the screen stays on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from micra_assistant.guide.model import plain
from micra_assistant.jobs.waiting import is_begun, seconds_left
from micra_assistant.ui.awake.keep_awake import AwakeReason, KeepAwake
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.bell.ringing import Bell

_EVERY = 1000
"""Milliseconds. The clock of the computer counts, not this one: it may have slept meanwhile."""


class _Begun(Struct, frozen=True):
    """A wait: of which job and item, what that is called, and how many seconds are left."""

    key: tuple[str, str]
    label: str
    left: int


class WaitController(Controller):
    """Watches the waits; what they are is read from the job, so that it goes on after a restart."""

    _unheard = Signal()

    def __init__(self, common: Common, awake: KeepAwake) -> None:
        super().__init__(common)
        self._awake = awake
        self._bell: Bell | None = None
        self._waiting: set[tuple[str, str]] = set()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.refresh)
        self._unheard.connect(self._on_unheard)

    @property
    def is_counting(self) -> bool:
        """Whether any line waits."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Look what waits now, and ring for what does not any more because its time is up."""
        begun = list(self._begun())
        over = [wait.label for wait in begun if not wait.left and wait.key in self._waiting]
        self._waiting = {wait.key for wait in begun if wait.left}
        self._count()
        if over:
            self._ring(over[0])

    def _begun(self) -> Iterator[_Begun]:
        """Yield the waits of the job that were begun, of lines that are still to be done."""
        job = self._workbench.job
        if job is None or job.state.is_closed:
            return
        now = job.clock()
        for line in (job.checklist.line(item) for item in job.state.waits if job.guide.find_item(item)):
            if is_begun(line, now) and not (line.stands or line.held_by):
                key = self._workbench.job_id, line.item.id
                yield _Begun(key, plain(line.item.label), seconds_left(line, now))

    def _count(self) -> None:
        is_waiting = bool(self._waiting)
        self._awake.set(AwakeReason.WAIT, holds=is_waiting)
        if is_waiting != self.is_counting:
            self._timer.start() if is_waiting else self._timer.stop()

    def _ring(self, label: str) -> None:
        from micra_assistant.bell.ringing import Bell  # noqa: PLC0415 - few jobs have a wait

        self._bell = self._bell or Bell(self._unheard.emit)
        self._bell.ring()
        self._workbench.said.emit(_("The wait is over: {line}").format(line=label))

    def _on_unheard(self) -> None:
        """Let it be heard as the desktop does that, and seen."""
        from micra_assistant.ui.widgets.flash import Flash  # noqa: PLC0415 - only where nothing plays sounds

        QApplication.beep()
        QApplication.alert(self._body.window())
        flash = self._body.findChild(Flash) or Flash(self._body)
        flash.light(self._appearance.look)
