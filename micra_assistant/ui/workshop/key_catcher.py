"""A button that takes the next key that is pressed, be it that of a keyboard, a pedal or a player of music."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.key_names import said_keys
from micra_assistant.ui.widgets.short_button import paint_short
from micra_assistant.words import _

_ONLY_HELD = (
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
)
_NONE_ANY_MORE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class KeyCatcher(QPushButton):
    """Shows the keys of an action; once it is pressed it waits for another one. Esc stops that, Delete takes all away.

    Attributes:
        caught: the key that was pressed, as it is kept; empty for none.

    Signals:
        chosen: a key was pressed, or all were taken away.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caught = ""
        self._keys: tuple[str, ...] = ()
        self._is_waiting = False
        self.setAutoDefault(False)
        self.setProperty("kind", "key-catcher")
        self.clicked.connect(self._wait)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show the keys that the action has now."""
        self._keys = keys
        self._stop()

    def event(self, event: QEvent) -> bool:
        """Take every key while one is waited for, those of the dialog too."""
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not (self._is_waiting and is_key and isinstance(event, QKeyEvent)):
            return super().event(event)
        event.accept()
        if event.type() is QEvent.Type.KeyPress and event.key() not in _ONLY_HELD and not event.isAutoRepeat():
            self._take(event)
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_short(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stop()

    def _wait(self) -> None:
        self._is_waiting = True
        self.setText(_("Press the key now…"))

    def _stop(self) -> None:
        self._is_waiting = False
        words = said_keys(self._keys) or _("No key")
        self.setText(words)
        self.setToolTip(escape(words))

    def _take(self, event: QKeyEvent) -> None:
        self._stop()
        if event.key() == Qt.Key.Key_Escape:
            return
        combination = event.keyCombination()
        pressed = QKeySequence(combination.toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value)
        self.caught = "" if event.key() in _NONE_ANY_MORE else pressed.toString()
        self.chosen.emit()
