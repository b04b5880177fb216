"""Everything the person can ask of the window, as data: name, words, keys."""

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Act(StrEnum):
    """The actions there are."""

    NEXT = "next"
    BACK = "back"
    TICK = "tick"
    LINE_DOWN = "line-down"
    LINE_UP = "line-up"
    CLOSE_MESSAGE = "close-message"
    SEARCH = "search"
    BACK_TO_JOB = "back-to-job"
    NEW_JOB = "new-job"
    PREVIEW_CHECKLIST = "preview-checklist"
    PREVIEW_GUIDE = "preview-guide"
    SAVE_CHECKLIST = "save-checklist"
    SAVE_GUIDE = "save-guide"
    PARTS = "parts"
    DARK = "dark"
    LARGER = "larger"
    SMALLER = "smaller"
    KEYS = "keys"


class _Spec(Struct, frozen=True):
    words: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    repeats: bool = False
    """Whether holding the key does it again and again."""


_SPECS = {
    Act.NEXT: _Spec("Next step", ("PgDown",), repeats=True),
    Act.BACK: _Spec("Step back", ("PgUp",), repeats=True),
    Act.TICK: _Spec("Tick the marked line, or go into its field", ("Space",)),
    Act.LINE_DOWN: _Spec("Mark the next line", ("Down",), repeats=True),
    Act.LINE_UP: _Spec("Mark the line before", ("Up",), repeats=True),
    Act.CLOSE_MESSAGE: _Spec("Close the message, or take typing back", ("Esc",)),
    Act.SEARCH: _Spec("Search all guides", ("Ctrl+F",)),
    Act.BACK_TO_JOB: _Spec("Back from a guide looked up to the job", ("Ctrl+B",)),
    Act.NEW_JOB: _Spec("New job…", ("Ctrl+N",)),
    Act.PREVIEW_CHECKLIST: _Spec("Print the checklist…", ("Ctrl+P",)),
    Act.PREVIEW_GUIDE: _Spec("Print the whole guide…", ("Ctrl+Shift+P",)),
    Act.SAVE_CHECKLIST: _Spec("Save the checklist as PDF…", ("Ctrl+S",)),
    Act.SAVE_GUIDE: _Spec("Save the whole guide as PDF…", ("Ctrl+Shift+S",)),
    Act.PARTS: _Spec("Parts", ("F4",), checkable=True),
    Act.DARK: _Spec("Dark colours", ("F9",), checkable=True),
    Act.LARGER: _Spec("Larger text", ("Ctrl++", "Ctrl+=")),
    Act.SMALLER: _Spec("Smaller text", ("Ctrl+-",)),
    Act.KEYS: _Spec("Keys", ("F1",)),
}


def make_actions(window: QWidget) -> dict[Act, QAction]:
    """Return every action, its keys active in ``window``."""
    return {act: _make(window, act, spec) for act, spec in _SPECS.items()}


def keys_in_words() -> str:
    """Return all keys and what they do, a line each."""
    return "\n".join(f"{QKeySequence(spec.keys[0]).toString()}: {_translated(spec)}" for spec in _SPECS.values())


def _make(window: QWidget, act: Act, spec: _Spec) -> QAction:
    action = QAction(_translated(spec), window)
    action.setObjectName(act.value)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setCheckable(spec.checkable)
    action.setAutoRepeat(spec.repeats)
    window.addAction(action)
    return action


def _translated(spec: _Spec) -> str:
    return QCoreApplication.translate("actions", spec.words)
