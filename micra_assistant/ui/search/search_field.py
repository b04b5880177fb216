"""The field to search in, with the keys that lead through what is found."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.words import _

_KEYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(LineField):
    """What is looked for.

    Signals:
        entered: the person came into the field.
        left: the person went elsewhere.
        done: the person pressed Escape.
        moved: the hit below (1) or above (-1) is wanted.
        confirmed: the chosen hit is to be opened.
        keys_changed: there is a hit to be opened, or none any more.
    """

    entered = Signal()
    left = Signal()
    done = Signal()
    moved = Signal(int)
    confirmed = Signal()
    keys_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("search")
        self.name_key("")
        self.setAccessibleName(_("Search all guides"))
        self.let_clear()
        self.setMaxLength(200)
        self.setProperty("ends_scans", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._has_hit = False

    @property
    def key_act(self) -> KeyAct:
        """Space types a space here: what is marked below is opened by another key."""
        words, cap = _("Open what is marked"), _("Enter")
        if not self._has_hit:
            return KeyAct(words, _("Nothing is marked."), cap=cap)
        return KeyAct(words, cap=cap, act=self.confirmed.emit)

    def let_open(self, *, has_hit: bool) -> None:
        """Let a hit be opened, if there is one."""
        if has_hit != self._has_hit:
            self._has_hit = has_hit
            self.keys_changed.emit()

    def name_key(self, key: str) -> None:
        """Name the key that leads here, if there is one."""
        self.setPlaceholderText(_("Search  {key}").format(key=key).rstrip())

    def take_focus(self) -> None:
        """Begin a new line, or go on with the one that stands there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep from the window the keys that mean something here."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() not in (*_KEYS, *_ENTER, Qt.Key.Key_Escape):
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.moved.emit(_KEYS[key])
        elif key in _ENTER:
            self.confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
