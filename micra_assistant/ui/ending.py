"""What to do when the system ends the program: what is half typed is kept as a draft, then the window closes."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_ENDING = ("SIGTERM", "SIGHUP")


class Ending(QObject):
    """Tells ``end`` of a signal that ends the program, and ``write`` that the session may end.

    A signal may come at any moment: it only writes into a socket, which wakes up the event loop, in a dialog too.
    """

    def __init__(self, end: Callable[[], None], write: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._woken, self._waker = socket.socketpair()
        for end_of_it in (self._woken, self._waker):
            end_of_it.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _wake_up)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(lambda _manager: write())
            application.saveStateRequest.connect(lambda _manager: write())

    def _on_woken(self) -> None:
        self._woken.recv(64)
        self._end()


def _wake_up(_number: int, _frame: object) -> None:
    """Do nothing: Python has written into the socket already."""
