"""The three keys in a dialog: from field to field, and what it is all for at the end."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QScrollBar, QWidget

from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.frame.key_presser import KeyPresser, press_of, scroll
from micra_assistant.ui.frame.window_keys import keys_of
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, KeyAct, ThreeKeys
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.words import _

_ACTIONS = {Key.BACK: Action.BACK, Key.SPACE: Action.TICK, Key.ON: Action.NEXT}


class DialogKeys(QObject):
    """PageUp and PageDown mark a field or a button of a dialog, or none; with none marked, Space does what it is for.

    Attributes:
        foot: where that is said, to be laid out by the dialog.
    """

    def __init__(
        self,
        dialog: QDialog,
        stops: Callable[[], Sequence[QWidget]],
        done: Callable[[], KeyAct],
        look: Look,
    ) -> None:
        """Take the ``stops`` in order, each with its name, and what ``done`` says that the dialog is for."""
        super().__init__(dialog)
        self._dialog = dialog
        self._stops = stops
        self._done = done
        self._look = look
        self._read: QScrollBar | None = None
        self.foot = Foot(dialog)
        self._fit()
        self._presser = KeyPresser(self.foot, lambda: self, lambda: look, self)
        for key in Key:
            shortcut = QShortcut(dialog)
            shortcut.setKeys(keys_of(_ACTIONS[key], dialog.parentWidget()))
            shortcut.setAutoRepeat(key is not Key.SPACE)
            shortcut.activated.connect(partial(self._presser.press, key))

    def leave_marks_to_keys(self) -> None:
        """Let a tap on a button press it and mark nothing, so that the foot still says what the dialog is for."""
        for stop in self._stops():
            if isinstance(stop, QAbstractButton):
                stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def read_first(self, bar: QScrollBar) -> None:
        """Let the keys scroll what is read while nothing is marked, and mark a stop only from its end or beginning."""
        self._read = bar
        bar.valueChanged.connect(self.refresh)
        bar.rangeChanged.connect(self.refresh)

    def show_leave(self, words: str, leave: Callable[[], object]) -> None:
        """Offer a way out at the left side."""
        action = QAction(words, self)
        action.triggered.connect(leave)
        self.foot.show_sides((action, words), None)
        self.foot.left.ensurePolished()
        self._fit()

    def refresh(self, *_what: object) -> None:
        """Show what the keys do, once all that happens now has happened."""
        self._presser.refresh_soon()

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do now."""
        there = self._there
        marked = self._marked_of(there)
        return ThreeKeys(self._to(-1, there, marked), self._space(marked), self._to(1, there, marked))

    def has_say_on(self, button: QAbstractButton) -> bool:
        """Whether it says itself what Space does on a button."""
        return button in self._there

    def _fit(self) -> None:
        self.foot.fit_dialog(self._dialog, self._look)

    @property
    def _there(self) -> list[QWidget]:
        return [stop for stop in self._stops() if stop.isVisible() and stop.isEnabled()]

    def _marked_of(self, there: Sequence[QWidget]) -> QWidget | None:
        focus = self._dialog.focusWidget()
        return next((stop for stop in there if focus and (focus is stop or stop.isAncestorOf(focus))), None)

    def _space(self, marked: QWidget | None) -> KeyAct:
        if marked is None:
            return self._done()
        if isinstance(marked, QAbstractButton):
            return press_of(marked)
        if isinstance(marked, QLineEdit | QComboBox):
            return replace(self._done(), cap=_("Ctrl+Enter"))
        return self._done()

    def _to(self, direction: int, there: Sequence[QWidget], marked: QWidget | None) -> KeyAct:
        """Return the way to the next stop, round and round; between the last and the first, none is marked."""
        places: list[QWidget | None] = [None, *there]
        if marked is None and self._read and (further := scroll(self._read, direction)).act:
            return further
        place = places[(places.index(marked) + direction) % len(places)]
        words = _("On") if direction > 0 else _("Back")
        if place is None:
            return KeyAct(words, self._done().words, self._dialog.setFocus)
        name = press_of(place).words if isinstance(place, QAbstractButton) else place.accessibleName()
        return KeyAct(words, name, partial(_mark, place))


def _mark(stop: QWidget) -> None:
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_sight(stop)
