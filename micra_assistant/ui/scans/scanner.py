"""Barcode scanners type, and nobody types like them: what comes in such a burst is words, never a command.

A key that could be a command waits for 40 ms, which no hand notices, until it is sure that it came alone. In a field a
scanner types as any keyboard does; only the Enter or Tab at its end does nothing there, unless the field says
otherwise by its property ``ends_scans``.
"""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_BURST_GAP = 35
"""Milliseconds from one key of a burst to the next, at most: a hand is slower."""
_SURE_AFTER = 40
_LEAST_LETTERS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (*_ENTER, Qt.Key.Key_Tab)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)


def moment_of(event: QKeyEvent) -> int | None:
    """Return when a key of a keyboard was pressed, in milliseconds; None if a program sent it, which no scanner is."""
    return event.timestamp() if event.nativeScanCode() or event.nativeVirtualKey() else None


class _Held(NamedTuple):
    """A key that waits: where it is to go, and what it is."""

    window: QWindow
    key: int
    modifiers: Qt.KeyboardModifier
    text: str

    def made(self, kind: QEvent.Type) -> QKeyEvent:
        return QKeyEvent(kind, self.key, self.modifiers, self.text)


class Scanner(QObject):
    """Looks at the keys that reach a window and the dialogs before it.

    Signals:
        scanned: a scanner has typed something while no field waited for it; carries the words.
    """

    scanned = Signal(str)

    def __init__(self, main: QWidget) -> None:
        super().__init__(main)
        self._main = main
        self._held: list[_Held] = []
        self._down: set[int] = set()
        self._is_held = self._is_replaying = False
        self._last, self._letters = 0, 0
        self._timer = QTimer(self, singleShot=True, interval=_SURE_AFTER)
        self._timer.timeout.connect(self._on_quiet)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow) or self._is_replaying:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            return not event.isAutoRepeat() and self._is_let_go(event.key())
        if event.type() is QEvent.Type.ShortcutOverride:
            self._is_held = self._holds(watched, event)
            event.setAccepted(self._is_held)
        return self._is_held

    def _is_let_go(self, key: int) -> bool:
        """Whether a key was held that is let go now."""
        was_down = key in self._down
        self._down.discard(key)
        return was_down

    def _holds(self, window: QWindow, event: QKeyEvent) -> bool:
        """Return whether a key goes no further for now, or not at all."""
        moment = moment_of(event)
        if moment is None or event.isAutoRepeat() or event.key() in _MODIFIERS:
            return False
        is_burst, self._last = moment - self._last <= _BURST_GAP, moment
        if not is_burst:
            self._settle_now()
            self._letters = 0
        if event.modifiers() & _COMMANDING:
            self._settle_now()
            return False
        if event.text().isprintable() and event.text():
            self._letters += 1
            return self._hold(window, event)
        if event.key() in _ENDS and self._letters >= _LEAST_LETTERS:
            return self._ends(event)
        if event.key() in _ENTER or (event.key() in _ENDS and self._held):
            return self._hold(window, event)
        self._settle_now()
        return False

    def _hold(self, window: QWindow, event: QKeyEvent) -> bool:
        """Let a key wait, unless it is typed into a field; a space of a scan is none of the three keys there."""
        field, is_space = _field_in_use(), event.key() == Qt.Key.Key_Space
        takes_it = not is_space or getattr(field, "takes_space", True)
        if not self._held and field and takes_it:
            return False
        if not self._held and field and self._letters > 1:
            self._down.add(event.key())
            return True
        self._down.add(event.key())
        self._held.append(_Held(window, event.key(), event.modifiers(), event.text()))
        self._timer.start()
        return True

    def _ends(self, event: QKeyEvent) -> bool:
        """Take the end of a scan; return whether it goes no further."""
        field = _field_in_use()
        if not self._held and (field is None or field.property("ends_scans")):
            return False
        self._down.add(event.key())
        self._letters = 0
        self._settle_now()
        return True

    def _on_quiet(self) -> None:
        QTimer.singleShot(0, self, self._settle)  # after what has come in meanwhile, if the program was busy

    def _settle(self) -> None:
        if not self._timer.isActive():
            self._settle_now()

    def _settle_now(self) -> None:
        """Tell what was scanned, or let the keys that came alone do what they do."""
        self._timer.stop()
        held, self._held = self._held, []
        words = "".join(key.text for key in held if key.text.isprintable())
        if len(words) < _LEAST_LETTERS:
            for key in held:
                self._replay(key)
        elif words.strip():
            self.scanned.emit(words.strip())

    def _replay(self, key: _Held) -> None:
        self._is_replaying = True
        try:
            override = key.made(QEvent.Type.ShortcutOverride)
            override.ignore()
            QApplication.sendEvent(key.window, override)
            if override.isAccepted() or not _trigger(key):
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(key.window, key.made(kind))
        finally:
            self._is_replaying = False

    def _watch(self, window: QWindow | None) -> None:
        """Look at the keys of a window that has come to the front, if it is ours."""
        widgets = (widget for widget in QApplication.topLevelWidgets() if widget.windowHandle() is window)
        widget = next(widgets, None) if window else None
        while widget and widget is not self._main.window():
            widget = widget.parentWidget()
        if window and widget:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _field_in_use() -> QWidget | None:
    """Return the field that letters go into now, None if they would be commands."""
    popup, focus = QApplication.activePopupWidget(), QApplication.focusWidget()
    if popup and popup.focusProxy() is None:
        return None
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly():
        return focus
    return None


def _trigger(key: _Held) -> bool:
    """Do what the window in front does at a key; return whether it does anything."""
    window = QApplication.activeWindow()
    keys = QKeySequence(key.key)
    for action in window.actions() if window and not QApplication.activePopupWidget() else ():
        if action.isEnabled() and keys in action.shortcuts():
            action.trigger()
            return True
    return False
