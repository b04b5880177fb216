"""Keys as text: how they are kept, which can be chosen for an action, and what they are called for people."""

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence

from micra_assistant.errors import MicraError
from micra_assistant.words import _, one_of

_APART = "; "
_HOLDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALONE_FOR_FIELDS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Home, Qt.Key.Key_End),
)
_FIRST_WITHOUT_SIGN = 0x1000000
"""Qt's numbers of keys that type no sign begin here."""


class WrongKeyError(MicraError):
    """A key that cannot be chosen: why, in a sentence."""


def read_keys(text: str) -> tuple[str, ...]:
    """Return the keys that a text as it is kept has, none if it is empty; WrongKeyError if one of them cannot be."""
    return tuple(_checked(QKeySequence(part), part) for part in text.split(_APART) if part.strip())


def kept_text(keys: Sequence[str]) -> str:
    """Return keys as they are kept."""
    return _APART.join(keys)


def said_keys(keys: Sequence[str]) -> str:
    """Return what keys are called on this PC, empty if there are none."""
    return one_of([QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys])


def first_key(action: QAction) -> str:
    """Return what the first key of an action is called on this PC, empty if it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _checked(sequence: QKeySequence, text: str) -> str:
    name = sequence.toString()
    if not name or sequence.count() != 1:
        raise WrongKeyError(_("There is no key “{key}”.").format(key=text))
    if _types(sequence[0]):  # type: ignore[index]  # Qt's keys can be counted off
        raise WrongKeyError(
            _("“{key}” is needed in fields. Take another key, or this one with Ctrl or Alt.").format(key=text)
        )
    return name


def _types(combination: QKeyCombination) -> bool:
    """Whether a key types something, or means something in a field."""
    if combination.keyboardModifiers() & _HOLDING:
        return False
    key = combination.key()
    is_sign = key.value < _FIRST_WITHOUT_SIGN and key != Qt.Key.Key_Space
    return is_sign or key in _ALONE_FOR_FIELDS
