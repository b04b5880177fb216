"""Notice that the desktop has changed its colours, or that the window has come to another screen."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)


class DesktopWatch(QObject):
    """Watches for one window. Nobody is disturbed while typing or in a dialog: it then waits for the end of that.

    Signals:
        changed: the window may have to look different now.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._is_waiting = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.look)
        hints.accessibility().contrastPreferenceChanged.connect(self.look)

    def watch_screen(self) -> None:
        """Begin to watch which screen the window is on, which it has only once it is shown."""
        if self._handle is None and (handle := self._window.window().windowHandle()):
            self._handle = handle
            handle.screenChanged.connect(self.look)

    def look(self) -> None:
        """Tell of a change now, or once nobody is disturbed by it."""
        if is_busy():
            self._wait()
        else:
            self._stop_waiting()
            self.changed.emit()

    def _wait(self) -> None:
        if not self._is_waiting and (application := QApplication.instance()):
            self._is_waiting = True
            application.focusChanged.connect(self._later)  # type: ignore[attr-defined]  # it is a QApplication

    def _stop_waiting(self) -> None:
        if self._is_waiting and (application := QApplication.instance()):
            self._is_waiting = False
            application.focusChanged.disconnect(self._later)  # type: ignore[attr-defined]  # it is a QApplication

    def _later(self) -> None:
        self._soon.start()


def is_busy() -> bool:
    """Whether a person is typing or answering a dialog."""
    return isinstance(QApplication.focusWidget(), _FIELDS) or QApplication.activeModalWidget() is not None
