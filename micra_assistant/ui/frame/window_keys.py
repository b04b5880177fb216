"""Which keys an action of the window has now, for what is not the window itself."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.actions import Action, usual_keys
from micra_assistant.ui.key_names import first_key


def keys_of(name: Action, over: QWidget | None) -> list[QKeySequence]:
    """Return the keys of an action in the window that something is ``over``; the usual ones if there is no window."""
    action = _action(name, over)
    return action.shortcuts() if action else usual_keys(name)


def key_of(name: Action, over: QWidget | None) -> str:
    """Return what the first of them is called on this PC, empty if there is none."""
    action = _action(name, over)
    if action:
        return first_key(action)
    usual = usual_keys(name)
    return usual[0].toString(QKeySequence.SequenceFormat.NativeText) if usual else ""


def _action(name: Action, over: QWidget | None) -> QAction | None:
    found = over.window().findChild(QAction, name.value) if over else None
    return found if isinstance(found, QAction) else None
