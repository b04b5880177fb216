"""Brings the window to the front when the program is started again on the same records."""

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.onewindow.exchange import OTHER_GUIDES, RAISED, understood
from micra_assistant.onewindow.listening import Listener, Visitor
from micra_assistant.onewindow.meeting import AnyListener
from micra_assistant.onewindow.pipe_listening import PipeListener, PipeVisitor

AnyVisitor = Visitor | PipeVisitor


class SecondStarts(QObject):
    """Answers second starts by a call of ``raise_window``, if they want the same ``guides``, named by their mark.

    Answering belongs to the window's own loop: a window that hangs does not say that it is there.
    """

    _heard = Signal(object, bytes)

    def __init__(self, listener: AnyListener, guides: str, raise_window: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._guides = guides
        self._raise_window = raise_window
        self._heard.connect(self._on_heard)
        if isinstance(listener, Listener):
            notifier = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, self)
            notifier.activated.connect(lambda: self._on_call(listener))
        else:
            _in_thread(partial(_wait_for_calls, listener, self._heard.emit))

    def _on_call(self, listener: Listener) -> None:
        if visitor := listener.visitor():
            notifier = QSocketNotifier(visitor.fileno(), QSocketNotifier.Type.Read, self)
            notifier.activated.connect(lambda: self._on_said(visitor, notifier))

    def _on_said(self, visitor: Visitor, notifier: QSocketNotifier) -> None:
        notifier.setEnabled(False)
        notifier.deleteLater()
        self._on_heard(visitor, visitor.said())

    def _on_heard(self, visitor: AnyVisitor, said: bytes) -> None:
        if request := understood(said):
            visitor.answer(self._answer(*request))
        visitor.close()

    def _answer(self, guides: str, token: str) -> str:
        if guides != self._guides:
            return OTHER_GUIDES
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt on Wayland takes it from there, once
        self._raise_window()
        return RAISED


def raise_window(window: QWidget) -> None:
    """Bring a window to the front, with the dialog that is open over it; where that is not allowed it is marked."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    front = QApplication.activeModalWidget() or window
    for raised in dict.fromkeys((window, front)):
        raised.raise_()
    front.activateWindow()
    QApplication.alert(window)


def _wait_for_calls(listener: PipeListener, heard: Callable[[PipeVisitor, bytes], object]) -> None:
    while visitor := listener.visitor():
        heard(visitor, visitor.said())


def _in_thread(work: Callable[[], object]) -> None:
    from threading import Thread  # noqa: PLC0415 - on Windows only

    Thread(target=work, daemon=True).start()
