"""Work that takes its time, done in a thread so that the window is not held up."""

from collections.abc import Callable
from threading import Event, Lock, Thread

from PySide6.QtCore import QObject, Signal

from micra_assistant.errors import MicraError

_PATIENCE = 3.0
"""Seconds to wait for work to stop; it is given up then, and ends with the program."""


class Background(QObject):
    """Does one piece of work at a time; ``note`` gets what is a fault of the program in it.

    Work that takes long asks ``is_stopped`` now and then, and leaves off if so.
    """

    _done = Signal(object, object)

    def __init__(self, note: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note = note
        self._stop = Event()
        self._turn = Lock()
        self._threads: list[Thread] = []
        self._done.connect(self._on_done)

    def is_stopped(self) -> bool:
        """Whether nobody waits for the work any more."""
        return self._stop.is_set()

    def run(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Do ``work``, after what is being done, and hand what it returns, or any Exception it raises, to ``then``."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(Thread(target=self._do, args=(work, then), daemon=True))
        self._threads[-1].start()

    def wait(self) -> None:
        """Wait until all work is done."""
        for thread in self._threads:
            thread.join()

    def stop(self) -> None:
        """Let the work leave off; nothing is handed on any more."""
        self._stop.set()
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _do(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        with self._turn:
            if self.is_stopped():
                return
            try:
                result = work()
            except MicraError as error:
                result = error
            except Exception as error:  # noqa: BLE001 - whoever waits for the work must hear of it
                self._note(error)
                result = error
            if not self.is_stopped():
                self._done.emit(then, result)

    def _on_done(self, then: Callable[[object], None], result: object) -> None:
        if not self.is_stopped():
            then(result)
