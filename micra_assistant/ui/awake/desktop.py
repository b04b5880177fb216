"""Asks the desktop over D-Bus to leave the screen on, and starts a program if that does not answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from micra_assistant.ui.awake.program import ProgramAwake

_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"
_LINE = "micra-awake"
"""The name of our connection: the desktop lets the screen go off again once it is closed, however we end."""
_PATIENCE = 3000
"""Milliseconds that an answer is waited for, while all goes on."""


class DesktopAwake(QObject):
    """Keeps the screen on through the desktop; ``refused`` is called if no desktop does that."""

    def __init__(self, refused: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refused = refused
        self._watcher: QDBusPendingCallWatcher | None = None

    def hold(self, why: str) -> None:
        """Keep the screen on; ``why`` is told to those who ask the desktop."""
        line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
        if not line.isConnected():
            QDBusConnection.disconnectFromBus(_LINE)
            self._refused()
            return
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        call.setArguments(["Micra Assistant", why])
        self._watcher = QDBusPendingCallWatcher(line.asyncCall(call, _PATIENCE), self)
        self._watcher.finished.connect(self._on_answer)

    def let_go(self) -> None:
        """Let the screen go off again when its time comes."""
        if self._watcher:
            self._watcher.deleteLater()
            self._watcher = None
            QDBusConnection.disconnectFromBus(_LINE)

    def _on_answer(self) -> None:
        if self._watcher and self._watcher.isError():
            self._refused()


class DesktopOrProgram:
    """Keeps the screen on by the first of the two that does it."""

    def __init__(self) -> None:
        self._why = ""
        self._program = ProgramAwake()
        self._desktop = DesktopAwake(self._on_refused)

    def hold(self, why: str) -> None:
        """Keep the screen on; ``why`` is told to those who ask the system."""
        self._why = why
        self._desktop.hold(why)

    def let_go(self) -> None:
        """Let the screen go off again when its time comes."""
        self._desktop.let_go()
        self._program.let_go()

    def _on_refused(self) -> None:
        self._program.hold(self._why)
