"""The three keys as a person meets them: what the foot says of each, and a press of one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.three_keys import HasThreeKeys, Key
from tests.spaces import spaced
from tests.ui.hands import Hands, settle, tap


def said(hands: Hands, key: Key = Key.SPACE) -> str:
    """Return what the foot of the window says of a key, in one line."""
    return spaced(" · ".join(filter(None, hands.window.body.foot.buttons[key].said)))


def press(place: HasThreeKeys, key: Key = Key.SPACE) -> None:
    """Press a key in a place that no window is round; it must do something."""
    act = place.three_keys.of(key).act
    assert act, f"it does nothing: {place.three_keys.of(key).said}"
    act()


def said_in(dialog: QDialog, key: Key = Key.SPACE) -> str:
    """Return what the foot of a dialog says of a key, in one line."""
    settle()
    foot = dialog.findChild(Foot)
    assert foot
    return spaced(" · ".join(filter(None, foot.buttons[key].said)))


def press_in(dialog: QDialog, *keys: Qt.Key) -> None:
    """Press keys in a dialog, as the keyboard does."""
    for key in keys:
        surface = dialog.windowHandle()
        assert surface
        QTest.keyClick(surface, key)
        settle()


def go_to(dialog: QDialog, words: str) -> None:
    """Press PageDown until the foot says these of Space; they must come within one round."""
    for _time in range(30):
        if said_in(dialog) == words:
            return
        press_in(dialog, Qt.Key.Key_PageDown)
    raise AssertionError(f"no key says {words}, but {said_in(dialog)}")


def tap_key(dialog: QDialog, key: Key = Key.SPACE) -> None:
    """Tap a key at the foot of a dialog."""
    settle()
    foot = dialog.findChild(Foot)
    assert foot
    tap(foot.buttons[key])
