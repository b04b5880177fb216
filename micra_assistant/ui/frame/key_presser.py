"""Lets a foot say what the three keys do in the place in front, and does it."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget

from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.space_teller import SpaceTeller
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import HasThreeKeys, Key, KeyAct, ThreeKeys, has_key_act
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _

_EVERY = 1000
"""How often a wait is told anew, in milliseconds."""


class KeyPresser(QObject):
    """Asks a place what its keys do, shows that, and does what is shown and nothing else.

    A button that has the focus is pressed by Space, unless the place has a say of its own on it (``has_say_on``); a
    link that is marked is followed.
    """

    _wanted = Signal()

    def __init__(
        self, foot: Foot, place: Callable[[], HasThreeKeys], look: Callable[[], Look], parent: QObject | None = None
    ) -> None:
        super().__init__(parent or foot)
        self._foot = foot
        self._place = place
        self._look = look
        self._listened_to: QWidget | None = None
        self._focus_listened_to: QWidget | None = None
        self._place_changes: QMetaObject.Connection | None = None
        self._focus_changes: QMetaObject.Connection | None = None
        self.shown = _NOTHING
        self._teller = SpaceTeller(foot)
        self._is_wanted = False
        self._wanted.connect(self._refresh_once, Qt.ConnectionType.QueuedConnection)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self.refresh)
        foot.pressed.connect(self.press)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.refresh_soon)

    def refresh_soon(self, *_what: object) -> None:
        """Show what the keys do once all that happens now has happened, and before it is painted."""
        if not self._is_wanted:
            self._is_wanted = True
            self._wanted.emit()

    def refresh(self) -> None:
        """Show what the keys do now."""
        self._is_wanted = False
        if not self._foot.isVisible():
            return
        self.shown = self._asked()
        self._foot.show_keys(self.shown, self._look())
        self._teller.tell(self.shown.space)
        if self.shown.space.counts_down != self._clock.isActive():
            self._clock.start() if self.shown.space.counts_down else self._clock.stop()

    def _refresh_once(self) -> None:
        if self._is_wanted:
            self.refresh()

    def press(self, key: Key) -> None:
        """Do what a key is shown to do; if that is not so any more, show what it does now, and do nothing."""
        read = self.shown.of(key).said
        self.refresh()
        act = self.shown.of(key)
        if act.act and act.said == read:
            act.act()
            self.refresh()

    def _asked(self) -> ThreeKeys:
        place = self._place()
        self._listen_to(place)
        keys, focus = place.three_keys, self._foot.window().focusWidget()
        self._listen_to_focus(focus)
        if has_key_act(focus) and (act := focus.key_act):
            return replace(keys, space=act)
        if not isinstance(focus, QAbstractButton) or not focus.isVisible() or _has_say_on(place, focus):
            return keys
        return replace(keys, space=press_of(focus))

    def _listen_to(self, place: HasThreeKeys) -> None:
        if isinstance(place, QWidget) and place is not self._listened_to and hasattr(place, "keys_changed"):
            self._listened_to = place
            self._place_changes = self._refreshed_by(place.keys_changed, instead_of=self._place_changes)

    def _listen_to_focus(self, focus: QWidget | None) -> None:
        if focus is not self._focus_listened_to and isinstance(focus, TextBlock | QAbstractButton):
            self._focus_listened_to = focus
            changed = focus.link_marked if isinstance(focus, TextBlock) else focus.toggled
            self._focus_changes = self._refreshed_by(changed, instead_of=self._focus_changes)

    def _refreshed_by(
        self, changed: SignalInstance, *, instead_of: QMetaObject.Connection | None
    ) -> QMetaObject.Connection:
        if instead_of:
            QObject.disconnect(instead_of)
        return changed.connect(self.refresh_soon)


def _has_say_on(place: HasThreeKeys, button: QAbstractButton) -> bool:
    has_say = getattr(place, "has_say_on", None)
    return has_say is not None and has_say(button)


def to_button(words: str, button: QAbstractButton) -> KeyAct:
    """Return what a key does that moves the mark to a button."""
    said = press_of(button)
    return KeyAct(words, said.words, lambda: button.setFocus(Qt.FocusReason.TabFocusReason))


def press_of(button: QAbstractButton) -> KeyAct:
    """Return what Space does while a button has the focus: press it, if it can be pressed; and what for."""
    words = button.accessibleName() or button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return KeyAct(words, button.accessibleDescription(), button.click if button.isEnabled() else None)


_NOTHING = ThreeKeys(KeyAct(""), KeyAct(""), KeyAct(""))


def scroll(bar: QScrollBar, direction: int) -> KeyAct:
    """Return what a key does that scrolls a screenful down (1) or up (-1), if there is more that way."""
    words = _("On") if direction > 0 else _("Back")
    if bar.value() == (bar.maximum() if direction > 0 else bar.minimum()):
        return KeyAct(words, _("This is the end.") if direction > 0 else _("This is the beginning."))
    unread = _("what is further down") if direction > 0 else _("what is further up")
    return KeyAct(words, unread, partial(_scroll, bar, direction))


def _scroll(bar: QScrollBar, direction: int) -> None:
    bar.setValue(bar.value() + direction * bar.pageStep())
    announce(bar, _("Further down.") if direction > 0 else _("Further up."))
