"""Sheets that are set in a process of their own, so that the window is never held up by it."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from micra_assistant.kind_reading import from_msgpack
from micra_assistant.paper.frames import framed
from micra_assistant.paper.request import SheetAnswer, SheetRequest, Then
from micra_assistant.ui.sheets.module_process import ModuleProcess, wait_for_end
from micra_assistant.words import _

_MODULE = "micra_assistant.paper.setting_process"
_IDLE_MS = 180_000
"""After so long without a wish the process ends, and gives its memory back."""
_PATIENCE_MS = 120_000
"""So long one sheet may take; a guide of hundreds of steps takes some seconds."""
_MOST_SHEETS = 8
"""After so many the process ends when it can: Typst remembers them, 5 to 50 MB each."""


class SettingError(Exception):
    """The process that sets sheets has met a mistake of the program."""


class SheetSetter(QObject):
    """Sets sheets one after the other in a process that is begun when it is wanted; see ``Setter``.

    It speaks ``language``; ``note`` gets the lines that tell of a mistake of the program in it.
    """

    def __init__(self, language: str, note: Callable[[Iterable[str]], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._note = note
        self._process: ModuleProcess | None = None
        self._waiting: deque[Then] = deque()
        self._answered = 0
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.stop)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def make_ready(self, request: SheetRequest | None = None) -> None:
        """Begin the process, unless it is there, and let it set a sheet ahead: setting it again takes no time."""
        if request:
            self.set(request, _nobody)
        else:
            self._begun()
            self._wait()

    def set(self, request: SheetRequest, then: Then) -> None:
        """Set a sheet, and hand the answer to ``then`` once it is there."""
        self._waiting.append(then)
        self._begun().write(framed(request))
        self._wait()

    def stop(self) -> None:
        """Leave off whatever is being set: it is answered as stopped."""
        self._leave_off(SheetAnswer(is_stopped=True))

    def close(self) -> None:
        """Leave off as ``stop`` does, and wait until the process has ended."""
        self.stop()
        wait_for_end(self)

    def _begun(self) -> ModuleProcess:
        """Return the process, begun if there is none."""
        if self._process:
            return self._process
        self._process = process = ModuleProcess(self)
        self._answered = 0
        process.answered.connect(self._on_answered)
        process.ended.connect(self._on_ended)
        process.begin(_MODULE, self._language)
        return process

    def _wait(self) -> None:
        self._idle.start()
        if self._waiting:
            self._idle.stop()
            self._patience.start()
        else:
            self._patience.stop()

    def _on_answered(self, content: bytes) -> None:
        answer = from_msgpack(content, SheetAnswer)
        then = self._waiting.popleft()
        self._answered += 1
        if not self._waiting and self._answered >= _MOST_SHEETS:
            self._end()
        self._wait()
        then(answer)
        if answer.bug:
            self._note(answer.bug)
            raise SettingError(answer.bug[0])

    def _on_ended(self) -> None:
        words = _("The sheet could not be set: what sets it has ended before its time. Ask for it again.")
        self._leave_off(SheetAnswer(refusal=words))

    def _give_up(self) -> None:
        words = _("The sheet could not be set: it took more than two minutes. Ask for it again, or for a shorter one.")
        self._leave_off(SheetAnswer(refusal=words))

    def _leave_off(self, answer: SheetAnswer) -> None:
        """End the process at once, and answer so to all who wait."""
        self._end()
        waiting, self._waiting = self._waiting, deque()
        self._wait()
        self._idle.stop()
        for then in waiting:
            then(answer)

    def _end(self) -> None:
        """End the process: it has nothing to do, or is not to do it."""
        process, self._process = self._process, None
        if process is not None:
            process.let_go()


def _nobody(answer: SheetAnswer) -> None:
    """Take no notice of what was only set ahead."""
